// For tests: a file of labelled name pairs in, its rows out.
import { readFileSync } from 'node:fs';
import type { Schema } from '../src/model/entity.ts';

/** The rows of a CSV file by column: quotes as RFC 4180 has them, no line breaks in cells. */
export function readRows(file: URL | string): Record<string, string>[] {
  const [header = [], ...rows] = readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
}

export interface NameCase {
  readonly tier: string;
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

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
