// Rows and relations of a register in, the unfinished file of an edition with them applied, bucket by bucket, out.
import type { DatabaseSync } from 'node:sqlite';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { applyRelation, applyRow } from './apply-rows.ts';
import { bucketOfText, emptyCompany, textInQuotes, type BucketContent } from './bucket-content.ts';
import { CompanyKeyTables, type CompanyKeys } from './company-keys.ts';
import { bucketOf, BucketTable } from './register-buckets.ts';
import { isDeletion, rowOfText, statesTheSame, textOfRow } from './register-row-text.ts';
import { Spool } from './spool.ts';

export interface RegisterInput {
  readonly rows: AsyncIterable<readonly RegisterRow[]>;
  readonly relations: AsyncIterable<readonly NumberedRelation[]>;
  readonly keys: CompanyKeys;
  /** Whether the file holds something already; without, nothing can have changed or gone. */
  readonly isDiff: boolean;
  /** The keys of what it holds were made another way: all are made anew. */
  readonly renewsKeys: boolean;
  /** Where what is too much for memory may wait. */
  readonly spoolFile: (what: string) => string;
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Numbers that came, went, or of which something else is stated. */
export interface NumberDelta {
  readonly added: string[];
  readonly changed: string[];
  readonly removed: string[];
}

export interface FilledRegister {
  readonly rows: number;
  /** Statements that something holds no more. */
  readonly endedRelations: number;
  /** Absent when nothing was held before. */
  readonly delta?: NumberDelta;
}

/** Parts that rows are spread over by bucket: those of a whole country's companies make some five megabytes each. */
const PARTS = 256;

/** Within a transaction that the caller began and ends. @throws whatever the input does. */
export async function fillRegister(database: DatabaseSync, input: RegisterInput): Promise<FilledRegister> {
  const spool = new Spool(input.spoolFile('rows'), PARTS);
  const buckets = new BucketTable(database);
  try {
    const read = await spoolInput(spool, input);
    if (input.renewsKeys) withKeys(database, input, (tables) => renewKeys(database, tables, buckets));
    const delta: NumberDelta | undefined = input.isDiff ? { added: [], changed: [], removed: [] } : undefined;
    withKeys(database, input, (tables) => {
      for (let part = 0; part < PARTS; part++)
        for (const [bucket, lines] of Map.groupBy(spool.lines(part), (line) => bucketOf(numberOf(line)))) {
          const content = bucketOfText(input.isDiff ? buckets.text(bucket) : '');
          applyLines(content, lines, tables, delta);
          buckets.put(bucket, content);
        }
    });
    if (!delta) return read;
    for (const numbers of [delta.added, delta.changed, delta.removed]) numbers.sort();
    return { ...read, delta };
  } finally {
    spool.discard();
  }
}

function withKeys(database: DatabaseSync, input: RegisterInput, work: (tables: CompanyKeyTables) => void): void {
  const tables = new CompanyKeyTables(database, input.keys, input.spoolFile);
  try {
    work(tables);
    tables.finish();
  } finally {
    tables.discard();
  }
}

function renewKeys(database: DatabaseSync, tables: CompanyKeyTables, buckets: BucketTable): void {
  tables.clear();
  for (const { bucket } of database.prepare('select bucket from content order by bucket').all())
    for (const [number, company] of bucketOfText(buckets.text(String(bucket)))) tables.addAll(number, company);
}

/** Of a line: whose it is, then what: a row as it is stored, or a relation. */
const [ROW, RELATION] = ['=', '>'];

async function spoolInput(
  spool: Spool,
  { rows, relations, onProgress }: RegisterInput,
): Promise<{ rows: number; endedRelations: number }> {
  let [rowCount, endedRelations] = [0, 0];
  const add = (number: string, what: string) => {
    spool.addLine(partOf(bucketOf(number)), `${JSON.stringify(number)}\t${what}`);
  };
  for await (const batch of rows) {
    for (const row of batch) add(row.number, ROW + textOfRow(row));
    rowCount += batch.length;
    onProgress?.(rowCount);
  }
  for await (const batch of relations)
    for (const { number, key, relation } of batch) {
      if (!relation) endedRelations++;
      add(number, RELATION + JSON.stringify([key, relation ?? null]));
    }
  return { rows: rowCount, endedRelations };
}

/** FNV-1a, folded. */
function partOf(bucket: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bucket.length; index++) hash = Math.imul(hash ^ bucket.charCodeAt(index), 0x01000193);
  return ((hash >>> 16) ^ hash) & (PARTS - 1);
}

function numberOf(line: string): string {
  return textInQuotes(line, line.indexOf('\t'));
}

interface Touched {
  /** What stood before the first of its lines. */
  readonly before: string | undefined;
  /** The last row that was applied, with its text. */
  row?: RegisterRow;
  text?: string;
  hasOtherRelations: boolean;
}

function applyLines(
  content: BucketContent,
  lines: readonly string[],
  tables: CompanyKeyTables,
  delta: NumberDelta | undefined,
): void {
  const touched = new Map<string, Touched>();
  for (const line of lines) {
    const number = numberOf(line);
    const at = line.indexOf('\t') + 1;
    let company = content.get(number);
    if (!company) content.set(number, (company = emptyCompany()));
    let touch = touched.get(number);
    if (!touch) touched.set(number, (touch = { before: company.standing, hasOtherRelations: false }));
    const text = line.slice(at + 1);
    if (line[at] === ROW) {
      const row = rowOfText(number, text);
      applyRow(company, row, text);
      [touch.row, touch.text] = [row, text];
      if (!isDeletion(row)) tables.addNames(row);
    } else {
      const [key, relation] = JSON.parse(text) as [string, NumberedRelation['relation'] | null];
      if (applyRelation(company, { number, key, ...(relation && { relation }) })) touch.hasOtherRelations = true;
    }
  }
  for (const [number, touch] of touched) noteChange(number, touch, content.get(number)?.standing, tables, delta);
}

function noteChange(
  number: string,
  { before, row, text, hasOtherRelations }: Touched,
  after: string | undefined,
  tables: CompanyKeyTables,
  delta: NumberDelta | undefined,
): void {
  const rowOf = (standing: string | undefined) =>
    standing === undefined ? undefined : standing === text ? row : rowOfText(number, standing);
  if (before !== after) tables.move(number, rowOf(before), rowOf(after));
  if (!delta || (before === undefined && after === undefined)) return;
  if (before === undefined) delta.added.push(number);
  else if (after === undefined) delta.removed.push(number);
  else if (hasOtherRelations || !statesTheSame(before, after)) delta.changed.push(number);
}
