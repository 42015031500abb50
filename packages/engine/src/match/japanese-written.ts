// The written characters of a name in, everything they can be read as in Japanese out.
import { codesOfKana, plainKana, SOUND_CODES } from '../reference/japanese-codes.ts';
import { placeOf, type JapaneseNames, type JapanesePart, type JapaneseReading } from '../reference/japanese-names.ts';
import type { Readings, WrittenPart } from './japanese-lattice.ts';

/** What a written name can be read as, for each part that it can have. */
export interface Written {
  readonly characters: readonly string[];
  /** By place between characters: 1 where a word of the name ends. */
  readonly boundaries: Uint8Array;
  /** It has several words. */
  readonly isSplit: boolean;
  readonly part: (part: JapanesePart) => WrittenPart;
}

/** Words in the order they are written: folded, kana as katakana, `$` after a Latin word. Undefined when they are very long. */
export function writtenOf(words: readonly string[], names: JapaneseNames): Written | undefined {
  const characters = [...plainKana(words.join(''))];
  if (MOST_CHARACTERS < characters.length) return undefined;
  const boundaries = new Uint8Array(characters.length + 1);
  let place = 0;
  for (const word of words) {
    place += [...plainKana(word)].length;
    boundaries[place] = 1;
  }
  const known: Partial<Record<JapanesePart, WrittenPart>> = {};
  return {
    characters,
    boundaries,
    isSplit: 1 < words.length,
    part: (part) => (known[part] ??= writtenPart(characters, part, names)),
  };
}

/** More characters than any name has that is compared by its readings. */
const MOST_CHARACTERS = 60;

function writtenPart(characters: readonly string[], part: JapanesePart, names: JapaneseNames): WrittenPart {
  const tables = tablesOf(names);
  const rows = characters.length;
  const composed = new Float64Array((rows + 1) * (rows + 1));
  const words = characters.map((_, start) => {
    const found: Readings[] = [];
    if (part === 'word' && LATIN.test(characters[start] ?? '')) return latinReadings(characters, start, names, tables);
    for (let length = 1; length <= Math.min(names.longest[part], rows - start); length++) {
      const word = wordReadings(characters.slice(start, start + length).join(''), length, part, names, tables);
      if (!word) continue;
      found.push(word.readings);
      composed[start * (rows + 1) + start + length] = word.otherwise;
    }
    return found;
  });
  return {
    characters: characters.map((character) => characterReadings(character, part, names, tables)),
    words,
    composed,
    ofManyWords: part === 'word',
  };
}

const LATIN = /[a-z$]/;
const MOST_LETTERS = 4;

function latinReadings(characters: readonly string[], start: number, names: JapaneseNames, tables: Tables): Readings[] {
  const found: Readings[] = [];
  for (let length = 1; length <= MOST_LETTERS && start + length <= characters.length; length++) {
    const letters = characters.slice(start, start + length).join('');
    let readings = tables.latin.get(letters);
    if (!readings) {
      readings = layOut(
        length,
        names.latin(letters).map((reading) => ({ reading, logs: [reading.logs[0] ?? 0, reading.logs[0] ?? 0] })),
      );
      if (letters === '$')
        readings = layOut(1, [{ reading: { kana: '', codes: new Uint8Array(0), logs: [] }, logs: [0, 0] }]);
      if (tables.latin.size < MAX_KEPT) tables.latin.set(letters, readings);
    }
    if (1 < readings.begins.length) found.push(readings);
  }
  return found;
}

interface WholeWord {
  readonly readings: Readings;
  /** Log probability of another reading. */
  readonly otherwise: number;
}

interface Tables {
  readonly latin: Map<string, Readings>;
  readonly characters: Readonly<Record<JapanesePart, Map<string, Readings>>>;
  readonly words: Readonly<Record<JapanesePart, Map<string, WholeWord | undefined>>>;
}

/** Laid-out readings belong to the tables they are made from. */
const tablesByNames = new WeakMap<JapaneseNames, Tables>();

function tablesOf(names: JapaneseNames): Tables {
  const known = tablesByNames.get(names);
  if (known) return known;
  const maps = () => ({ family: new Map(), given: new Map(), word: new Map() });
  const tables: Tables = { latin: new Map(), characters: maps(), words: maps() };
  tablesByNames.set(names, tables);
  return tables;
}

/** Readings that are kept for other names: as many as there are ordinary characters. */
const MAX_KEPT = 20_000;

function characterReadings(character: string, part: JapanesePart, names: JapaneseNames, tables: Tables): Readings {
  const table = tables.characters[part];
  const known = table.get(character);
  if (known) return known;
  const listed = names.character(character).map((reading) => ({ reading, logs: logsOf(reading, part) }));
  const own = codesOfKana(character);
  const asWritten = own ? [{ reading: { kana: character, codes: own, logs: [] }, logs: [AS_WRITTEN, AS_WRITTEN] }] : [];
  const readings = layOut(1, [...asWritten, ...listed]);
  if (table.size < MAX_KEPT) table.set(character, readings);
  return readings;
}

/** Log probability that kana are read as they are. */
const AS_WRITTEN = -0.05;

/** First and later place; a company's words are places, trades and family names. */
function logsOf({ logs }: JapaneseReading, part: JapanesePart): readonly number[] {
  const at = (isFirst: boolean) => logs[placeOf(part, isFirst)] ?? -Infinity;
  if (part !== 'word') return [at(true), at(false)];
  const [first = -Infinity, later = -Infinity] = logs;
  const mixed = Math.log(0.75 * Math.exp(at(true)) + 0.125 * Math.exp(first) + 0.125 * Math.exp(later));
  return [mixed, mixed];
}

function wordReadings(
  word: string,
  length: number,
  part: JapanesePart,
  names: JapaneseNames,
  tables: Tables,
): WholeWord | undefined {
  const table = tables.words[part];
  if (table.has(word)) return table.get(word);
  const listed = names.word(part, word) ?? (part === 'word' ? names.word('family', word) : undefined);
  const read = listed && {
    readings: layOut(
      length,
      listed.readings.map((reading) => ({ reading, logs: [...reading.logs, ...reading.logs] })),
    ),
    otherwise: listed.otherwise,
  };
  if (table.size < MAX_KEPT) table.set(word, read);
  return read;
}

function layOut(
  length: number,
  listed: readonly { readonly reading: JapaneseReading; readonly logs: readonly number[] }[],
): Readings {
  const readings = [...listed].sort((a, b) => (a.reading.codes[0] ?? 0) - (b.reading.codes[0] ?? 0));
  const begins = [0];
  const byFirst = new Uint16Array(SOUND_CODES + 1);
  for (const { reading } of readings) {
    begins.push((begins.at(-1) ?? 0) + reading.codes.length);
    for (let code = (reading.codes[0] ?? 0) + 1; code <= SOUND_CODES; code++) byFirst[code] = begins.length - 1;
  }
  return {
    length,
    codes: Uint8Array.from(readings.flatMap(({ reading }) => [...reading.codes])),
    begins: Uint16Array.from(begins),
    byFirst,
    logs: Float64Array.from(readings.flatMap(({ logs }) => logs)),
  };
}
