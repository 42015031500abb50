// `data/names/look-alikes.tsv` in, what looks like what out.
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface LookAlikes {
  /** A Cyrillic or Greek letter or a digit to the Latin letter that it looks like. */
  readonly latin: ReadonlyMap<string, string>;
  /** A Latin letter to the letter of the other script. */
  readonly cyrillic: ReadonlyMap<string, string>;
  readonly greek: ReadonlyMap<string, string>;
}

const FILE = 'names/look-alikes.tsv';

/** @throws Problem `reference.invalid`, with the line. */
export function buildLookAlikes(files: ReferenceFiles): LookAlikes {
  const latin = new Map<string, string>();
  const cyrillic = new Map<string, string>();
  const greek = new Map<string, string>();
  for (const { line, cells } of readTable(files, FILE, ['written', 'latin'])) {
    const [written = '', looks = ''] = cells;
    if (written.length !== 1 || !/^[a-z]$/.test(looks)) throw invalid(FILE, line, 'one character and one Latin letter');
    if (latin.has(written)) throw invalid(FILE, line, `"${written}" has a row already`);
    latin.set(written, looks);
    const back = /\p{Script=Cyrillic}/u.test(written)
      ? cyrillic
      : /\p{Script=Greek}/u.test(written)
        ? greek
        : undefined;
    if (back && !back.has(looks)) back.set(looks, written);
  }
  return Object.freeze({ latin, cyrillic, greek });
}
