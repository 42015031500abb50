// The tables of family and given names of `data/names` in, look-ups by character and by spelling out.
import { foldWith } from './folding.ts';
import { invalid, readTable } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface Surnames {
  /** Chinese family name (folded characters) to its pinyin. */
  readonly chinese: ReadonlyMap<string, string>;
  /** A spelling in Latin letters to the Chinese family names it can stand for. */
  readonly chineseBySpelling: ReadonlyMap<string, readonly string[]>;
  /** Family names in hangul. */
  readonly korean: ReadonlySet<string>;
  readonly koreanBySpelling: ReadonlyMap<string, readonly string[]>;
  /** A family name in Han characters to hangul. */
  readonly koreanByHan: ReadonlyMap<string, readonly string[]>;
  readonly vietnamese: ReadonlySet<string>;
  /** Common ones of Japan, in Latin letters. */
  readonly japanese: ReadonlySet<string>;
}

/** @throws Problem `reference.invalid`, with file and line. */
export function buildSurnames(files: ReferenceFiles, characters: ReadonlyMap<string, string>): Surnames {
  const fold = (text: string) => foldWith(characters, text);
  const chinese = new Map<string, string>();
  const chineseBySpelling = new Map<string, string[]>();
  const chineseFile = 'names/chinese-surnames.tsv';
  for (const { line, cells } of readTable(files, chineseFile, ['name', 'pinyin', 'spellings'])) {
    const name = fold(cells[0] ?? '');
    const pinyin = cells[1] ?? '';
    if (name === '' || !/^[a-z]+$/.test(pinyin)) throw invalid(chineseFile, line, 'a name and its pinyin');
    if (chinese.has(name)) throw invalid(chineseFile, line, `"${name}" has a row already`);
    chinese.set(name, pinyin);
    for (const spelling of new Set([pinyin, pinyin.replace('v', 'u'), ...list(cells[2])]))
      add(chineseBySpelling, spelling, name);
  }
  const korean = new Set<string>();
  const koreanBySpelling = new Map<string, string[]>();
  const koreanByHan = new Map<string, string[]>();
  for (const { cells } of readTable(files, 'names/korean-surnames.tsv', ['name', 'hanja', 'spellings'])) {
    const name = fold(cells[0] ?? '');
    korean.add(name);
    for (const han of list(cells[1])) add(koreanByHan, fold(han), name);
    for (const spelling of list(cells[2])) add(koreanBySpelling, spelling, name);
  }
  const vietnamese = new Set<string>();
  for (const { cells } of readTable(files, 'names/vietnamese-surnames.tsv', ['name', 'han']))
    vietnamese.add(cells[0] ?? '');
  return Object.freeze({
    chinese,
    chineseBySpelling,
    korean,
    koreanBySpelling,
    koreanByHan,
    vietnamese,
    japanese: new Set(readTable(files, 'names/japanese-surnames.tsv', ['name']).map(({ cells }) => cells[0] ?? '')),
  });
}

function list(cell: string | undefined): string[] {
  return cell ? cell.split(',') : [];
}

function add(table: Map<string, string[]>, key: string, value: string): void {
  const values = table.get(key);
  if (!values) table.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
