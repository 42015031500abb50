// The table of targets (`targets.simple.csv`) in, an entity a row out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import type { ReadingInProgress } from '../list-reading.ts';
import type { FtmReader } from './country.ts';
import { emptyDraft, entityOfDraft } from './draft.ts';
import { schemaRules } from './model.ts';
import { namesOf } from './names.ts';
import { LISTING } from './parts.ts';
import { takeProperties } from './properties.ts';
import type { FtmRecord } from './record.ts';

/** The columns that are lists, and the property that the table flattened into each. */
const properties = {
  aliases: 'alias',
  birth_date: 'birthDate',
  countries: 'country',
  addresses: 'address',
  phones: 'phone',
  emails: 'email',
} as const;

/** @throws Problem as `readCsvBatches` and `takeProperties`; `list.duplicate-record` for an id that stands there twice. */
export async function* streamTable(
  file: SourceFile,
  list: string,
  context: ImportContext,
  reading: ReadingInProgress,
): AsyncGenerator<readonly Entity[]> {
  const reader: FtmReader = { territories: context.territories, reading, source: list };
  const seen = new Set<string>();
  for await (const { layout, rows, share } of readCsvBatches(file, {
    list,
    encodings: ['utf-8'],
    columns: 'first-row',
  })) {
    const entities = rows.map(({ line, values }) => {
      const entity = mapRow(layout.recordAt(line, values), layout.indexOf.has('program_ids'), reader);
      if (seen.has(entity.id))
        throw new Problem('list.duplicate-record', { list, file: file.name, line, record: entity.recordId });
      seen.add(entity.id);
      reading.count('names', entity.names.length);
      return entity;
    });
    yield entities;
    context.onProgress?.(share);
  }
}

/** @param hasProgrammes true for a table with the column that newer ones have. */
function mapRow(row: StrictRecord, hasProgrammes: boolean, reader: FtmReader): Entity {
  const [recordId, schema, caption] = [row.take('id'), row.take('schema'), row.take('name')];
  const lists = Object.entries(properties).map(
    ([column, property]) => [property, itemsOf(row.takeOptional(column))] as const,
  );
  const record: FtmRecord = {
    id: recordId,
    schema,
    properties: { ...Object.fromEntries(lists), name: [caption] },
    datasets: [],
    referents: [],
    isTarget: true,
  };
  const draft = emptyDraft();
  const where = { ...row.where, record: recordId };
  const rule = schemaRules.get(schema);
  if (!rule) reader.reading.report('list.unknown-value', { ...where, field: 'schema', value: schema });
  const { names } = takeProperties(record, true, draft, where, reader);
  draft.names.push(...namesOf({ caption, id: recordId, names, parts: [] }).names);
  for (const value of itemsOf(row.takeOptional('identifiers'))) draft.identifiers.push({ type: 'other', value });
  const listings = itemsOf(row.takeOptional('sanctions'));
  // The table has no topics; who has a listing is taken for sanctioned, as the other way round somebody would be missed.
  if (listings.length > 0) draft.topics.push('sanction');
  draft.remarks.push(...listings.map((listing) => `${LISTING}${listing}`));
  draft.programmes.push(...itemsOf(row.takeOptional('dataset')).map((dataset) => `dataset:${dataset}`));
  if (hasProgrammes) draft.programmes.push(...itemsOf(row.takeOptional('program_ids')));
  const changed = row.takeOptional('last_change');
  if (changed !== undefined) draft.updatedOn.push(changed);
  row.ignore('first_seen', 'last_seen');
  row.done();
  reader.reading.count('records');
  return entityOfDraft(draft, {
    source: reader.source,
    recordId,
    schema: rule?.is === 'entity' ? rule.schema : 'LegalEntity',
  });
}

/** `a;"b;c";"d ""e"""`: a row of CSV within the field, with semicolons. */
function itemsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const items = [...text.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"(?=;|$)|([^;]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
