// The sets of names that may be learned from, each with its licence; any other is refused.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface AllowedSet {
  /** Below the folder of development data. */
  readonly file: string;
  readonly licence: string;
  /** Of a set of several sources: those whose rows are handed out, as the last column names them. */
  readonly onlyRowsOf?: readonly string[];
}

const edinet =
  'Public Data License 1.0 (EDINET code list, Financial Services Agency of Japan; compatible with CC BY 4.0)';
const netr = 'CC0 1.0 (Wikidata by way of NETransliteration-COLING2018)';

/**
 * Public domain, CC0, Open Government Licence, EU reuse and terms that allow as much. Absent, for their terms forbid it: lists of
 * counter-measures under CC BY-NC, stock exchanges (JPX, SSE, SZSE), Interpol, OpenSanctions, Ukrainian lists; and the benchmark
 * that judges us (name_bench).
 */
export const allowedSets = {
  netr_arabic: { file: 'names/dev/netr_arabic.csv', licence: netr },
  netr_hebrew: { file: 'names/dev/netr_hebrew.csv', licence: netr },
  netr_russian: { file: 'names/dev/netr_russian.csv', licence: netr },
  netr_korean: { file: 'names/dev/netr_korean.csv', licence: netr },
  netr_katakana: { file: 'names/dev/netr_katakana.csv', licence: netr },
  netr_japanese: { file: 'names/dev/netr_japanese.csv', licence: netr },
  netr_chinese: { file: 'names/dev/netr_chinese.csv', licence: netr },
  fullname_hebrew: { file: 'names/dev/fullname_hebrew.csv', licence: netr },
  fullname_korean: { file: 'names/dev/fullname_korean.csv', licence: netr },
  ja_latin_kana_company: {
    file: 'names/dev/ja_latin_kana_company.csv',
    licence: 'Public Data License 1.0 (gBizINFO, National Tax Agency of Japan; compatible with CC BY 4.0)',
  },
  ja_kanji_kana: {
    file: 'names/dev/ja_kanji_kana.csv',
    licence: 'Apache-2.0 (mozcdic-ut-personal-names) and MIT (members of the House of Councillors)',
  },
  ja_kanji_romaji: { file: 'names/dev/ja_kanji_romaji.csv', licence: 'Apache-2.0 and MIT, as ja_kanji_kana' },
  ja_kana_person_edinet: { file: 'names/dev/ja_kana_person_edinet.csv', licence: edinet },
  ja_kana_company_edinet: { file: 'names/dev/ja_kana_company_edinet.csv', licence: edinet },
  watchlist_cross_script: {
    file: 'names/dev/watchlist_cross_script.csv',
    licence: 'rows of UK OFSI alone (Open Government Licence v3.0) and of the EU list (Decision 2011/833/EU)',
    onlyRowsOf: ['UK OFSI ', 'EU '],
  },
  ofac_primary: { file: 'lists/ofac/2023-12-28/sdn.csv', licence: 'public domain (US Treasury)' },
  ofac_aliases: { file: 'lists/ofac/2023-12-28/alt.csv', licence: 'public domain (US Treasury)' },
  eu_fsf: {
    file: 'lists/eu-fsf/2022-03-18-excerpt/20220318-FULL-1_1.excerpt.xml',
    licence: 'reuse of Commission documents (Decision 2011/833/EU)',
  },
} as const satisfies Record<string, AllowedSet>;

export type AllowedName = keyof typeof allowedSets;

/** The text of a set, with a line for the head of what is learned from it. @throws Error for a set that is not allowed. */
export function readAllowedSet(folder: string, name: string): { readonly text: string; readonly source: string } {
  if (!Object.hasOwn(allowedSets, name)) throw new Error(`"${name}" is not among the sets that may be learned from`);
  const { file, licence, onlyRowsOf }: AllowedSet = allowedSets[name as AllowedName];
  const bytes = readFileSync(path.join(folder, file));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const text = bytes.toString('utf8');
  return { text: onlyRowsOf ? rowsOf(text, onlyRowsOf) : text, source: `${file}, ${licence}, SHA-256 ${hash}` };
}

/** The header and the rows whose last column begins with one of the names. No cell of such a set holds a line end. */
export function rowsOf(text: string, sources: readonly string[]): string {
  const [header = '', ...rows] = text.split('\n');
  const isAllowed = (row: string) => sources.some((source) => (row.split(',').at(-1) ?? '').startsWith(source));
  return [header, ...rows.filter(isAllowed), ''].join('\n');
}
