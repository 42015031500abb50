// The text of a Japanese address in, its parts out: prefecture, municipality, town, numbers, building.
import type { JapaneseAddressReference, JapaneseMunicipality } from '../reference/japanese-addresses.ts';

/** An address whose municipality somebody has set apart already, as the NTA register does. */
export interface SplitAddress {
  readonly prefecture: string;
  readonly city: string;
  readonly street: string;
}

export interface JapaneseAddress {
  /** Folded, without spaces. */
  readonly text: string;
  readonly prefecture?: string;
  /** All that the text can mean; none when no municipality was recognised. */
  readonly municipalities: readonly JapaneseMunicipality[];
  /** What stands behind the municipality, folded. */
  readonly rest: string;
  /** Kyoto's crossings in place of a town. */
  readonly isCrossing: boolean;
  readonly town: string;
  /** The town without what follows 字, when there is such a part. */
  readonly mainTown?: string;
  /** Whether the first number is a chome (丁目); unknown for 3-1-1. */
  readonly hasChome: 'yes' | 'no' | 'unknown';
  readonly numbers: readonly string[];
  /** Numbers after 号, then whatever follows. */
  readonly building: string;
}

/**
 * Reads an address: whatever it is, never throws.
 * @param set an address that has its municipality set apart: the tables may lack that one.
 */
export function readJapaneseAddress(
  address: string | SplitAddress,
  set: SplitAddress | undefined,
  reference: JapaneseAddressReference,
): JapaneseAddress {
  const { words } = reference;
  const whole = typeof address === 'string' ? address : `${address.prefecture}${address.city}${address.street}`;
  const text = withoutPostalCode(withFewSpaces(reference.fold(whole)));
  const prefecture = reference.prefectures.find((name) => text.startsWith(name));
  const afterPrefecture = text.slice(prefecture?.length ?? 0);
  const { municipalities, rest } = readMunicipality(afterPrefecture, prefecture, set, reference);
  const isInKyoto = municipalities.some((one) => one.prefecture === words.crossings.prefecture);
  return {
    text: text.replaceAll(' ', ''),
    ...(prefecture !== undefined && { prefecture }),
    municipalities,
    rest,
    isCrossing: isInKyoto && words.crossings.words.some((word) => rest.includes(word)),
    ...readTownAndNumbers(rest, reference),
  };
}

/** A blank only where it separates two numbers (1-1 101) or a number from what follows it. */
export function withFewSpaces(folded: string): string {
  return folded
    .replace(/\s*-\s*/g, '-')
    .replace(/ (?=丁目|番|号|条|線|の(?=\d))/g, '')
    .replace(/(?<![\d番地号階f]) | (?=$)/g, '');
}

export function withoutPostalCode(text: string): string {
  return text.replace(/^(?:日本国?)?〒?(?:\d{3}-\d{4}|\d{7})(?!\d) ?|^〒|^日本国?(?=.{2,3}[都道府県])/u, '');
}

/** The longest beginning that is a municipality, within the prefecture when it is stated; else the one set apart. */
export function readMunicipality(
  text: string,
  prefecture: string | undefined,
  set: SplitAddress | undefined,
  { fold, municipalities, longestMunicipality }: JapaneseAddressReference,
): { municipalities: readonly JapaneseMunicipality[]; rest: string } {
  const isPossible = (one: JapaneseMunicipality) => prefecture === undefined || one.prefecture === prefecture;
  for (let length = Math.min(longestMunicipality, text.length); 1 < length; length--) {
    const reading = municipalities.get(text.slice(0, length));
    if (!reading) continue;
    const whole = reading.whole.filter(isPossible);
    const found = 0 < whole.length ? whole : reading.short.filter(isPossible);
    if (0 < found.length) return { municipalities: found, rest: text.slice(length) };
  }
  const city = set && prefecture === fold(set.prefecture) ? fold(set.city) : '';
  if (prefecture === undefined || city === '' || !text.startsWith(city)) return { municipalities: [], rest: text };
  return { municipalities: [{ prefecture, city }], rest: text.slice(city.length) };
}

const KANJI_DIGITS = '一二三四五六七八九';
const kanjiNumber = '[一二三四五六七八九十百]+';

/** What stands behind a municipality: the town as it compares, chome, lot and house, the rest. */
export function readTownAndNumbers(
  rest: string,
  { words }: JapaneseAddressReference,
): Pick<JapaneseAddress, 'town' | 'mainTown' | 'hasChome' | 'numbers' | 'building'> {
  const text = withArabicNumbers(rest);
  const start = startOfNumbers(text, words.numberedNames);
  const written = text.slice(0, start).replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
  const town = withoutWords(written, words.leftOut);
  const [, main] = /^(.+?)字/u.exec(written.replace(/大字/gu, '')) ?? [];
  return {
    town,
    ...(main !== undefined && main !== town && { mainTown: main }),
    ...readNumbers(text.slice(start), words),
  };
}

/** Kanji numbers where they count (三丁目1番地, 北一条西, 二番町), never inside names (三田, 六本木, 麻布十番, 八丁堀). */
const countingPlaces = [
  `${kanjiNumber}(?=丁目|条|線|番町|番丁|番地|番${kanjiNumber}号|番\\d+号|地割)`,
  `${kanjiNumber}(?=丁(?:\\d|${kanjiNumber}番))`,
  `(?<=丁目?|番地?の?|\\d[-の])${kanjiNumber}(?=番|号|の|-|$)`,
].map((place) => new RegExp(place, 'gu'));

function withArabicNumbers(text: string): string {
  return countingPlaces.reduce((done, place) => done.replace(place, arabicOf), text);
}

/** 二十三 → 23, 百五 → 105. */
function arabicOf(kanji: string): string {
  let [total, digit] = [0, 0];
  for (const character of kanji) {
    if (character === '十' || character === '百') {
      total += (digit || 1) * (character === '十' ? 10 : 100);
      digit = 0;
    } else digit = KANJI_DIGITS.indexOf(character) + 1;
  }
  return String(total + digit);
}

/** Where the numbers of the block begin; the length of the text when there are none. */
function startOfNumbers(text: string, numberedNames: readonly string[]): number {
  for (const { 0: number, index } of text.matchAll(/第?\d+/gu)) {
    const after = text.slice(index + number.length);
    if (number.startsWith('第') ? after.startsWith('地割') : !numberedNames.some((name) => after.startsWith(name)))
      return index;
  }
  return text.length;
}

function withoutWords(text: string, leftOut: readonly string[]): string {
  return leftOut.reduce((left, word) => left.replaceAll(word, ''), text);
}

function readNumbers(
  text: string,
  { units, roomWords }: JapaneseAddressReference['words'],
): Pick<JapaneseAddress, 'hasChome' | 'numbers' | 'building'> {
  const allUnits = [...units.chome, ...units.lot, ...units.house].toSorted((a, b) => b.length - a.length);
  const numbers: string[] = [];
  let hasChome: JapaneseAddress['hasChome'] = 'unknown';
  let rest = text;
  for (;;) {
    const [matched, number] = /^第?0*(\d+)/u.exec(rest) ?? [];
    if (matched === undefined || number === undefined) break;
    const after = rest.slice(matched.length);
    if (0 < numbers.length && roomWords.some((word) => after.startsWith(word))) break;
    const unit = allUnits.find((word) => after.startsWith(word));
    if (unit !== undefined && numbers.length === 0) hasChome = units.chome.includes(unit) ? 'yes' : 'no';
    numbers.push(number);
    rest = after.slice(unit?.length ?? 0);
    if (unit !== undefined && units.house.includes(unit)) break;
    const joint = unit === undefined ? /^[-の]/u.exec(rest)?.[0] : /^ ?[-の]? ?/u.exec(rest)?.[0];
    if (joint === undefined || !/^第?\d/u.test(rest.slice(joint.length))) break;
    rest = rest.slice(joint.length);
  }
  return { hasChome, numbers, building: rest.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') };
}
