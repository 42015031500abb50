// For tests: a file of labelled name pairs in, its rows out.
import { readFileSync } from 'node:fs';
import type { Schema } from '../src/model/entity.ts';

/** One cell and what ends it: a comma, a line end or the end of the text. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;

/** The records of a CSV file by column, quotes as RFC 4180 has them. */
export function readRows(file: URL | string): Record<string, string>[] {
  const [header = [], ...records] = recordsOf(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  return records
    .filter((cells) => cells.length > 1 || cells[0] !== '')
    .map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
}

export interface NameCase {
  readonly tier: string;
  /** Of which language or kind of name the pair tells: `chinese`, `company`, … */
  readonly domain: string;
  readonly schema: Schema;
  readonly name1: string;
  readonly name2: string;
  /** `no-match`: no hit, at most weak. */
  readonly expect: 'match' | 'no-match' | 'weak';
  readonly note: string;
  /** `open`: not reached yet. */
  readonly known: '' | 'open';
}

export const nameCases = readRows(
  new URL('../../../cases/names.csv', import.meta.url),
) as unknown as readonly NameCase[];

function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [whole, quoted, plain = '', end = ''] of text.matchAll(CELL)) {
    if (whole === '' && record.length === 0) break; // after the last line end
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
