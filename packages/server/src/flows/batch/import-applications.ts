// A table of buyers of earlier years, or a file of whole applications, in; each vetted and kept, so that look-back has a past, out.
import path from 'node:path';
import type { Application, Party } from '@sekisho/engine/model/application.ts';
import { parseApplication } from '@sekisho/engine/model/application.ts';
import type { DateOrder } from '@sekisho/engine/model/batch.ts';
import type { CalendarDate, DateRange } from '@sekisho/engine/model/calendar.ts';
import type { Outcome } from '@sekisho/engine/model/decision.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { openTable, type TableRow } from '@sekisho/sources/readers/table/table.ts';
import type { Parts } from '../parts.ts';
import { vetApplication } from '../vet-application.ts';
import { columnReadings, type ColumnReading } from './columns.ts';
import { inputFile } from './input-file.ts';
import { rowReader, type FaultyRow } from './row-subject.ts';

export interface PastRequest {
  readonly from: string;
  /** Of rows that are no whole application. */
  readonly policy: string;
  /** Applications are called `<prefix>-<the row's own number, else its line>`. */
  readonly prefix: string;
  /** The day they are said to be received on; without it, today. */
  readonly receivedOn?: CalendarDate;
  readonly map: readonly string[];
  readonly schema?: Schema;
  readonly dates?: DateOrder;
}

export interface RejectedRow {
  readonly line: number;
  /** Of the message catalogue: `problem.…` of a whole application, `batch-row.…` of a row. */
  readonly message: string;
  readonly facts: ProblemFacts;
}

export interface ImportedPast {
  readonly columns: readonly ColumnReading[];
  readonly rows: number;
  /** Vetted now, by outcome. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** There already, word for word: a run that was killed goes on so. */
  readonly known: number;
  readonly rejected: readonly RejectedRow[];
}

/**
 * Vets every row as an application of its own under the lists of today. JSON lines that have `parties` are whole applications.
 * A row that is wrong is told and keeps no other from being kept.
 * @throws Problem `policy.not-found`; as `openTable` and `columnReadings`; `file.unexpected` for a table without a row; `store.*`.
 */
export async function importApplications(request: PastRequest, parts: Parts): Promise<ImportedPast> {
  if (!parts.policies.has(request.policy)) throw new Problem('policy.not-found', { policy: request.policy });
  const input = await inputFile(request.from);
  const table = await openTable(input);
  const areWhole = table.format === 'jsonl' && table.columns.includes('parties');
  const columns = areWhole
    ? []
    : columnReadings(table.columns, request.map, parts.reference.batchColumns, path.basename(request.from));
  const read = areWhole ? wholeApplication : rowApplications(columns, request, parts);
  const outcomes: Partial<Record<Outcome, number>> = {};
  const rejected: RejectedRow[] = [];
  let rows = 0;
  let known = 0;
  for await (const batch of table.batches()) {
    for (const row of batch.rows) {
      rows++;
      try {
        const application = read(row);
        if ('fault' in application) {
          rejected.push({ line: row.line, message: `batch-row.${application.fault}`, facts: application.facts });
          continue;
        }
        if (await isKnown(application, parts)) {
          known++;
          continue;
        }
        const { decision } = await vetApplication(application, parts);
        outcomes[decision.outcome] = (outcomes[decision.outcome] ?? 0) + 1;
      } catch (error) {
        if (!(error instanceof Problem) || !OF_ONE_ROW.has(error.code)) throw error;
        rejected.push({ line: row.line, message: `problem.${error.code}`, facts: error.facts });
      }
    }
    parts.onProgress?.('vetting the past', batch.share, `${String(rows)} rows`);
  }
  if (rows === 0)
    throw new Problem('file.unexpected', { file: input.name, reason: 'it has no row below its column names' });
  return { columns, rows, outcomes, known, rejected };
}

const OF_ONE_ROW: ReadonlySet<string> = new Set(['application.invalid', 'application.unreadable', 'policy.not-found']);

async function isKnown(application: Application, { store }: Pick<Parts, 'store'>): Promise<boolean> {
  const stored = (await store.application(application.id))?.application;
  return stored !== undefined && canonicalJson(stored) === canonicalJson(application);
}

function wholeApplication({ text = '', fault, line }: TableRow): Application {
  if (fault?.kind === 'json') throw new Problem('application.unreadable', { line, reason: 'is no JSON' });
  return parseApplication(JSON.parse(text));
}

function rowApplications(
  columns: readonly ColumnReading[],
  { policy, prefix, receivedOn, schema, dates }: PastRequest,
  parts: Pick<Parts, 'reference' | 'clock'>,
): (row: TableRow) => Application | FaultyRow {
  const subjectOf = rowReader({ columns, ...(schema && { schema }), ...(dates && { dates }) }, parts.reference);
  const numbered = columns.findIndex(({ field }) => field === 'row-id');
  const day = receivedOn ?? parts.clock().slice(0, 10);
  return (row) => {
    const answer = subjectOf(row);
    if ('fault' in answer) return answer;
    const own = numbered < 0 ? '' : row.cells[numbered];
    const number = typeof own === 'string' && own.trim() !== '' ? own.trim() : String(row.line);
    return parseApplication({
      id: `${prefix}-${number}`,
      policy,
      receivedOn: day,
      product: { id: EARLIER },
      parties: [partyOf(answer.subject)],
    });
  };
}

/** What was sold stands in no table of buyers. */
const EARLIER = 'earlier';

function partyOf({
  schema,
  names,
  birthDates,
  genders,
  nationalities,
  countries,
  identifiers,
  addresses,
}: Subject): unknown {
  const birthDate = partialDate(birthDates[0]);
  const country = countries.find((code) => !nationalities.includes(code));
  return {
    id: 'buyer',
    roles: ['buyer'],
    schema,
    names: names.map(({ text, kind }) => ({ text, kind })),
    ...(0 < identifiers.length && { identifiers: identifiers.map(({ type, value }) => ({ type, value })) }),
    ...(0 < addresses.length && {
      addresses: addresses.map((address) => ({
        full: address.full,
        ...(address.country && { country: address.country }),
      })),
    }),
    ...(birthDate !== undefined && { birthDate }),
    ...(genders[0] && { gender: genders[0] }),
    ...(0 < nationalities.length && { nationalities }),
    ...(country !== undefined && { country }),
  } satisfies Record<keyof Pick<Party, 'id' | 'roles' | 'schema' | 'names'>, unknown> & Record<string, unknown>;
}

/** As far as the range is a day, a month or a year. */
function partialDate(range: DateRange | undefined): string | undefined {
  if (!range) return undefined;
  const { earliest, latest } = range;
  if (earliest === latest) return earliest;
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return earliest.slice(0, 7);
  return earliest.slice(0, 4) === latest.slice(0, 4) ? earliest.slice(0, 4) : undefined;
}
