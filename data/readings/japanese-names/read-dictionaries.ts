// The dictionary files of EDRDG (EUC-JP) in, words with readings and where in a name they stand out.
import { readFileSync } from 'node:fs';
import type { LatinPair } from './align-latin.ts';
import { soundChanges, type Headword } from './align-readings.ts';

export interface DictionaryName {
  readonly word: string;
  /** Katakana. */
  readonly reading: string;
  /** s family, m f g given, u not known, h whole person, p place, c company, o organisation, st station. */
  readonly types: ReadonlySet<string>;
  readonly romaji: string;
}

export type Fold = (text: string) => string;

/** Every name of ENAMDICT that is written with other letters than kana alone. */
export function readNames(file: string, fold: Fold): DictionaryName[] {
  return [...entries(file)].flatMap(({ written, reading, meaning }) => {
    const [, types = '', romaji = ''] = /^\(([a-z,]+)\) ([^/(]*)/.exec(meaning) ?? [];
    const word = katakana(fold(written));
    if (types === '' || !/\p{Script=Han}/u.test(word) || !SPOKEN.test(reading)) return [];
    return [{ word, reading, types: new Set(types.split(',')), romaji: romaji.trim() }];
  });
}

/** Nouns of EDICT that are written with kanji alone: what companies name themselves with. */
export function readNouns(file: string, fold: Fold): Headword[] {
  return [...entries(file)].flatMap(({ written, reading, meaning }) => {
    const word = katakana(fold(written));
    if (!/^\p{Script=Han}{2,6}$/u.test(word) || !SPOKEN.test(reading) || !/\(n[,)]/.test(meaning)) return [];
    return [{ characters: [...word], reading, part: 'word', weight: meaning.includes('(P)') ? 2 : 0.5 }];
  });
}

/** Foreign words and names in katakana, with what the dictionary says they are in Latin letters; some are translations. */
export function readLatin(file: string, fold: Fold): LatinPair[] {
  return linesOf(file).flatMap((line) => {
    const [, written = '', meaning = ''] = /^([\u30a1-\u30fc・]+) \/(.*)$/.exec(line) ?? [];
    const [gloss = ''] = meaning.replace(/\([^)]*\)/g, '').split('/');
    const kana = written.split('・');
    const latin = fold(gloss)
      .split(/[^a-z]+/)
      .filter(Boolean);
    if (written === '' || kana.length !== latin.length) return [];
    return kana.flatMap((katakanaWord, index) => {
      const word = latin[index] ?? '';
      return 1 < word.length && word.length < 14 && 1 < katakanaWord.length
        ? [{ latin: word, katakana: katakanaWord }]
        : [];
    });
  });
}

/** On, kun and name readings of KANJIDIC, with the sound changes inside words. */
export function readCharacters(file: string, fold: Fold): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const line of linesOf(file)) {
    const character = fold(line[0] ?? '');
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const readings = known.get(character) ?? new Set<string>();
    known.set(character, readings);
    const spoken = line
      .slice(1)
      .replace(/\{[^}]*\}/g, '')
      .replace(/ T2 .*/, '');
    for (const [raw] of spoken.matchAll(/[\u3041-\u30fc.\-]+/g)) {
      const text = katakana(raw.replaceAll('-', ''));
      const [stem = '', ending = ''] = text.split('.');
      for (const reading of [
        stem,
        stem + ending,
        `${stem}${ending.replace(/[クスツヌムルウグブ]$/, (kana) => I_ROW[kana] ?? kana)}`,
      ])
        for (const changed of soundChanges(reading)) if (changed !== '') readings.add(changed);
    }
  }
  return known;
}

const I_ROW: Readonly<Record<string, string>> = {
  ク: 'キ',
  ス: 'シ',
  ツ: 'チ',
  ヌ: 'ニ',
  ム: 'ミ',
  ル: 'リ',
  ウ: 'イ',
  グ: 'ギ',
  ブ: 'ビ',
};

/** Readings of names are kana; ・ and Latin letters mark something else. */
const SPOKEN = /^[\u30a1-\u30f4\u30fc]+$/;

function katakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

function* entries(file: string): Generator<{ written: string; reading: string; meaning: string }> {
  for (const line of linesOf(file)) {
    const found = /^(\S+) \[([^\]]+)\] \/(.*)$/.exec(line);
    if (!found) continue;
    const [, written = '', readings = '', meaning = ''] = found;
    for (const form of written.split(';'))
      for (const reading of readings.split(';'))
        yield { written: form.replace(/\(.*?\)/g, ''), reading: katakana(reading.replace(/\(.*?\)/g, '')), meaning };
  }
}

function linesOf(file: string): string[] {
  return new TextDecoder('euc-jp').decode(readFileSync(file)).split('\n');
}
