// A CSV file of incidents in, one row for each indicator, the incidents out.
import type { Incident } from '@sekisho/engine/model/incident.ts';
import { parseIncident } from '@sekisho/engine/model/incident.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import { readCsvBatches } from '../readers/csv.ts';
import type { StrictRecord } from '../readers/strict-record.ts';

const list = 'incidents';
const neededColumns = ['id', 'title', 'type', 'value'] as const;
/** What all rows of one incident say alike; a later row may leave it empty. */
const incidentColumns = [
  'title',
  'kind',
  'publisher',
  'url',
  'language',
  'publishedOn',
  'retrievedOn',
  'from',
  'to',
  'modified',
  'marking',
] as const;
const indicatorColumns = ['type', 'value', 'schema', 'note'] as const;

/**
 * @param publisher whose it is, where no row says it.
 * @throws Problem `incident.invalid` with file and line, `list.unknown-column`, `list.missing-field`, `file.*`.
 */
export async function readIncidentTable(file: SourceFile, publisher: string | undefined): Promise<readonly Incident[]> {
  const known: ReadonlySet<string> = new Set(['id', ...incidentColumns, ...indicatorColumns]);
  const drafts = new Map<string, Draft>();
  for await (const { layout, rows } of readCsvBatches(file, { list, encodings: ['utf-8'], columns: 'first-row' })) {
    for (const column of layout.columns)
      if (!known.has(column)) throw new Problem('list.unknown-column', { list, file: file.name, column });
    for (const { line, values } of rows) takeRow(layout.recordAt(line, values), layout.columns, drafts, file.name);
  }
  // a file of another kind reads as the header of a table
  if (drafts.size === 0)
    throw new Problem('incident.invalid', {
      file: file.name,
      field: 'id',
      reason: 'stands in no row: it is no table of incidents',
    });
  return [...drafts.values()].map(({ line, said, indicators }) =>
    parseIncident(incidentOf(said, indicators, publisher), { file: file.name, line }),
  );
}

interface Draft {
  /** Of the first row. */
  readonly line: number;
  readonly said: Map<string, string>;
  readonly indicators: Record<string, string>[];
}

function takeRow(row: StrictRecord, columns: readonly string[], drafts: Map<string, Draft>, file: string): void {
  for (const column of neededColumns) row.take(column);
  const id = row.take('id');
  const draft = drafts.get(id) ?? { line: row.line, said: new Map([['id', id]]), indicators: [] };
  drafts.set(id, draft);
  for (const column of incidentColumns.filter((name) => columns.includes(name))) {
    const value = row.takeOptional(column);
    const before = draft.said.get(column);
    if (value === undefined || value === before) continue;
    if (before !== undefined)
      throw new Problem('incident.invalid', {
        file,
        line: row.line,
        incident: id,
        field: column,
        reason: `is "${value}", in line ${String(draft.line)} it is "${before}"`,
      });
    draft.said.set(column, value);
  }
  const indicator: Record<string, string> = {};
  for (const column of indicatorColumns.filter((name) => columns.includes(name))) {
    const value = row.takeOptional(column);
    if (value !== undefined) indicator[column] = value;
  }
  draft.indicators.push(indicator);
}

function incidentOf(
  said: ReadonlyMap<string, string>,
  indicators: readonly Record<string, string>[],
  publisher: string | undefined,
): object {
  const of = (...names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (said.has(name) ? [[name, said.get(name)]] : [])));
  const marking = said.get('marking');
  return {
    ...of('id', 'kind', 'title'),
    source: {
      ...(publisher !== undefined && { publisher }),
      ...of('publisher', 'url', 'language', 'publishedOn', 'retrievedOn'),
    },
    ...of('from', 'to', 'modified'),
    ...(marking !== undefined && { markings: [marking] }),
    indicators,
  };
}
