// A row of a register in, one line of compact JSON for an edition's file out; and back.
import type { RegisterRow } from '@sekisho/engine/model/register.ts';

/**
 * Where each value stands in the text. The first three say how a row came, the others what it states.
 * Changing it changes the hash of every edition: raise `FORMAT` in `register-schema.ts` with it.
 */
const places = {
  sequence: 0,
  updatedOn: 1,
  latest: 2,
  process: 3,
  changedOn: 4,
  name: 5,
  nameIsSubstitute: 6,
  kana: 7,
  englishName: 8,
  kind: 9,
  prefecture: 10,
  city: 11,
  street: 12,
  addressIsSubstitute: 13,
  postalCode: 14,
  addressAbroad: 15,
  englishAddress: 16,
  closedOn: 17,
  closeCause: 18,
  successorNumber: 19,
  changeDetail: 20,
  assignedOn: 21,
  excludedFromSearch: 22,
  foundedOn: 23,
  seat: 24,
  otherNames: 25,
  standing: 26,
  standingAsStated: 27,
  identifiers: 28,
  emails: 29,
  phones: 30,
  websites: 31,
  relations: 32,
  otherAddresses: 33,
} satisfies Record<Exclude<keyof RegisterRow, 'number'>, number>;

const FIRST_STATED = places.process;

/** Fields in the order of the text. */
const fieldOrder = Object.keys(places) as (keyof typeof places)[];

/** Without the number, which has a column of its own. Absent values are null, or not there at the end; truth values 1 and 0. */
export function textOfRow(row: RegisterRow): string {
  const values: unknown[] = [];
  let length = 0;
  for (const field of fieldOrder) {
    const value = valueOf(row[field]);
    values.push(value);
    if (value !== null) length = values.length;
  }
  values.length = length;
  return JSON.stringify(values);
}

export function rowOfText(number: string, text: string): RegisterRow {
  const values = JSON.parse(text) as unknown[];
  const row: Record<string, unknown> = { number };
  for (let index = 0; index < values.length; index++) {
    const [value, field] = [values[index], fieldOrder[index]];
    if (value !== null && field) row[field] = isTruth[index] ? value === 1 : value;
  }
  return row as unknown as RegisterRow;
}

/** NTA 処理区分 99: the number itself is taken back, and what the row says of the company stands no more. */
export function isDeletion({ process }: Pick<RegisterRow, 'process'>): boolean {
  return process === '99';
}

/** True when both rows state the same, however and whenever they came. */
export function statesTheSame(text: string, other: string): boolean {
  return text === other || statement(text) === statement(other);
}

const truths: ReadonlySet<string> = new Set([
  'latest',
  'nameIsSubstitute',
  'addressIsSubstitute',
  'excludedFromSearch',
]);

const isTruth = fieldOrder.map((field) => truths.has(field));

function valueOf(value: RegisterRow[keyof RegisterRow]): unknown {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

function statement(text: string): string {
  return JSON.stringify((JSON.parse(text) as unknown[]).slice(FIRST_STATED));
}
