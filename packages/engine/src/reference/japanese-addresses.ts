// The tables of `data/addresses` in, checked and frozen out: the municipalities of Japan and how addresses are written.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { parseCalendarDate, type CalendarDate } from '../model/calendar.ts';
import { invalid, readTable, readYaml } from './data-table.ts';
import { foldWith } from './folding.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** All texts are folded, as `fold` does. */
export interface JapaneseMunicipality {
  readonly prefecture: string;
  /** 大阪市, 千代田区, 箕輪町: without district and ward. */
  readonly city: string;
  /** Of a designated city: 北区. */
  readonly ward?: string;
}

export interface MunicipalityReading {
  /** As whole names: 港区 of Tokyo, 府中市 of Tokyo and of Hiroshima. */
  readonly whole: readonly JapaneseMunicipality[];
  /** As names cut short: without district (箕輪町), without ward (大阪市), a ward alone (中京区). */
  readonly short: readonly JapaneseMunicipality[];
}

export interface JapaneseAddressReference {
  /** One spelling for what is written in several ways: as names are folded, and the characters of `equal` as one. */
  readonly fold: (text: string) => string;
  readonly prefectures: readonly string[];
  /** What a folded text at the beginning of an address can mean. A name that is no more stands for its successors. */
  readonly municipalities: ReadonlyMap<string, MunicipalityReading>;
  readonly longestMunicipality: number;
  /** Prefectures and municipalities, with and without district and ward, as they are written: by their folded names. */
  readonly statedNames: ReadonlyMap<string, string>;
  readonly words: JapaneseAddressWords;
  /** By the last character of a prefecture or municipality: 区 is ク, ku, ward. */
  readonly spokenUnits: ReadonlyMap<string, SpokenWord>;
  /** By the word of the block: 丁目 is チョウメ, chome. */
  readonly spokenBlock: ReadonlyMap<string, SpokenWord>;
}

const WORDS_FILE = 'addresses/jp-address-words.yml';
const MUNICIPALITIES_FILE = 'addresses/jp-municipalities.tsv';

const words = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });
const closed = { additionalProperties: false };
const WordsShape = Type.Object(
  {
    equal: Type.Array(words),
    leftOut: words,
    units: Type.Object({ chome: words, lot: words, house: words }, closed),
    numberedNames: words,
    roomWords: words,
    crossings: Type.Object({ prefecture: Type.String(), words }, closed),
    spokenUnits: Type.Array(Type.Object({ unit: Type.String(), kana: words, latin: words }, closed)),
    spokenBlock: Type.Array(Type.Object({ word: Type.String(), kana: words, latin: words }, closed)),
  },
  closed,
);
export type JapaneseAddressWords = Omit<Type.Static<typeof WordsShape>, 'equal' | 'spokenUnits' | 'spokenBlock'>;

/** How a character or word of an address is said: full-width katakana, and what Latin addresses write. Not folded. */
export interface SpokenWord {
  readonly kana: readonly string[];
  readonly latin: readonly string[];
}

/**
 * @param characters of the name reference: written forms of Han characters, punctuation.
 * @throws Problem `reference.invalid`, with the file and the line or entry.
 */
export function buildJapaneseAddresses(
  files: ReferenceFiles,
  characters: ReadonlyMap<string, string>,
): JapaneseAddressReference {
  const written = readYaml(files, WORDS_FILE);
  if (!Check(WordsShape, written)) {
    const [error] = Errors(WordsShape, written);
    throw invalid(WORDS_FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const fold = foldedBy(written.equal, characters);
  const named = readMunicipalities(files, fold);
  return Object.freeze({
    fold,
    prefectures: [...new Set(named.map(({ prefecture }) => prefecture))],
    municipalities: municipalitiesByText(named),
    longestMunicipality: Math.max(...named.map(({ name }) => name.length)),
    statedNames: statedNames(named),
    words: foldedWords(written, fold),
    spokenUnits: new Map(written.spokenUnits.map(({ unit, kana, latin }) => [unit, { kana, latin }])),
    spokenBlock: new Map(written.spokenBlock.map(({ word, kana, latin }) => [word, { kana, latin }])),
  });
}

function foldedBy(
  equal: readonly (readonly string[])[],
  characters: ReadonlyMap<string, string>,
): JapaneseAddressReference['fold'] {
  const representative = new Map<string, string>();
  for (const group of equal) {
    const [first = '', ...others] = group.map((character) => foldWith(characters, character));
    for (const other of others) representative.set(other, first);
  }
  return (text) => {
    let folded = '';
    for (const character of foldWith(characters, text)) folded += representative.get(character) ?? character;
    return folded;
  };
}

interface NamedMunicipality {
  readonly prefecture: string;
  readonly name: string;
  /** As the table writes them. */
  readonly stated: { readonly prefecture: string; readonly name: string };
  readonly until?: CalendarDate;
  readonly successors: readonly string[];
  readonly line: number;
}

function readMunicipalities(files: ReferenceFiles, fold: (text: string) => string): readonly NamedMunicipality[] {
  return readTable(files, MUNICIPALITIES_FILE, ['prefecture', 'municipality', 'until', 'successors']).map(
    ({ line, cells: [prefecture = '', name = '', until = '', successors = ''] }) => {
      if (prefecture === '' || name === '') throw invalid(MUNICIPALITIES_FILE, line, 'a name is missing');
      if (until !== '' && parseCalendarDate(until) === undefined)
        throw invalid(MUNICIPALITIES_FILE, line, `"${until}" is not a date`);
      if ((until === '') !== (successors === ''))
        throw invalid(MUNICIPALITIES_FILE, line, 'a name that ended has successors, one that stands has none');
      return {
        prefecture: fold(prefecture),
        name: fold(name),
        stated: { prefecture, name },
        ...(until !== '' && { until }),
        successors: successors === '' ? [] : successors.split(' ').map(fold),
        line,
      };
    },
  );
}

function statedNames(named: readonly NamedMunicipality[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { prefecture, name, stated } of named) {
    names.set(prefecture, stated.prefecture);
    const { city, ward = '' } = municipalityParts(prefecture, name);
    for (const part of [name, city, `${city}${ward}`]) {
      const at = name.indexOf(part); // folding goes character by character
      names.set(part, stated.name.slice(at, at + part.length));
    }
  }
  return names;
}

function municipalitiesByText(named: readonly NamedMunicipality[]): ReadonlyMap<string, MunicipalityReading> {
  const standing = new Map(
    named
      .filter(({ until }) => !until)
      .map(({ prefecture, name }) => [`${prefecture}${name}`, municipalityParts(prefecture, name)]),
  );
  const whole = new Map<string, JapaneseMunicipality[]>();
  const short = new Map<string, JapaneseMunicipality[]>();
  for (const { prefecture, name, successors, line } of named) {
    const own = standing.get(`${prefecture}${name}`);
    const meant = own
      ? [own]
      : successors.map((successor) => {
          const found = standing.get(`${prefecture}${successor}`);
          if (!found) throw invalid(MUNICIPALITIES_FILE, line, `no municipality is called "${successor}"`);
          return found;
        });
    append(whole, name, meant);
    const { city, ward } = municipalityParts(prefecture, name);
    if (ward !== undefined) {
      append(short, city, [{ prefecture, city }]);
      append(short, ward, meant);
    } else if (city !== name) append(short, city, meant);
  }
  const texts = new Set([...whole.keys(), ...short.keys()]);
  return new Map([...texts].map((text) => [text, { whole: whole.get(text) ?? [], short: short.get(text) ?? [] }]));
}

/** Of folded texts: 札幌市中央区 → 札幌市, 中央区; 上伊那郡箕輪町 → 箕輪町. The names of 市 that hold 郡 (郡山市, 大和郡山市, 蒲郡市, 郡上市, 小郡市) are whole. */
export function municipalityParts(prefecture: string, name: string): JapaneseMunicipality {
  const [, city, ward] = /^(.+市)(.+区)$/u.exec(name) ?? [];
  if (city !== undefined && ward !== undefined) return { prefecture, city, ward };
  const [, town] = /^.+?郡(.+[町村])$/u.exec(name) ?? [];
  return { prefecture, city: town ?? name };
}

function append<K, V>(map: Map<K, V[]>, key: K, values: readonly V[]): void {
  const known = map.get(key) ?? [];
  const text = (value: V) => JSON.stringify(value);
  map.set(key, [...known, ...values.filter((value) => !known.some((other) => text(other) === text(value)))]);
}

function foldedWords(
  { leftOut, units, numberedNames, roomWords, crossings }: Type.Static<typeof WordsShape>,
  fold: (text: string) => string,
): JapaneseAddressWords {
  const all = (texts: readonly string[]) => texts.map(fold).toSorted((a, b) => b.length - a.length);
  return {
    leftOut: all(leftOut),
    units: { chome: all(units.chome), lot: all(units.lot), house: all(units.house) },
    numberedNames: all(numberedNames),
    roomWords: all(roomWords),
    crossings: { prefecture: fold(crossings.prefecture), words: all(crossings.words) },
  };
}
