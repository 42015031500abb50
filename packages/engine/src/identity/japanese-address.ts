// Two Japanese addresses in, how far they agree out: compared part by part, never as one text.
import type { JapaneseAddressReference, JapaneseMunicipality } from '../reference/japanese-addresses.ts';

/**
 * SAME: all but the building agrees. SAME_BLOCK: up to the lot, the house number differs or is missing. SAME_TOWN: up to
 * town and chome. SAME_CITY: only the municipality. DIFFERENT: another municipality or prefecture. UNPARSEABLE: a person looks.
 */
export type AddressVerdict = 'SAME' | 'SAME_BLOCK' | 'SAME_TOWN' | 'SAME_CITY' | 'DIFFERENT' | 'UNPARSEABLE';

export interface AddressComparison {
  readonly verdict: AddressVerdict;
  /** Building and room: too often left out to weigh. */
  readonly building: 'SAME' | 'DIFFERENT' | 'UNKNOWN';
}

/** An address whose municipality somebody has set apart already, as the NTA register does. */
export interface SplitAddress {
  readonly prefecture: string;
  readonly city: string;
  readonly street: string;
}

/** Compares two addresses, each one text or split as registers do. Never throws. */
export function compareJapaneseAddresses(
  a: string | SplitAddress,
  b: string | SplitAddress,
  reference: JapaneseAddressReference,
): AddressComparison {
  const set = [a, b].find((address) => typeof address !== 'string');
  const [one, two] = [parse(a, set, reference), parse(b, set, reference)];
  const building = compareBuildings(one, two);
  if (one.text === two.text && one.text !== '') return { verdict: 'SAME', building };
  return { verdict: verdictOf(one, two), building };
}

/**
 * The same text for the same building, however it is written: prefecture, municipality, town, block and house; without the
 * building's name and the room. Undefined where a person had to read it: no municipality or several, no ward of a city that has
 * wards, no number, Kyoto's crossings.
 */
export function addressKey(address: string | SplitAddress, reference: JapaneseAddressReference): string | undefined {
  const { place, rest } =
    typeof address === 'string' ? placeInText(address, reference) : placeOfSplit(address, reference);
  if (place === undefined || isCrossing(rest, place, reference)) return undefined;
  const { town, hasChome, numbers } = readTownAndNumbers(rest, reference);
  if (numbers.length === 0) return undefined;
  return `${place} ${town} ${numbers.slice(0, hasChome === 'no' ? 2 : 3).join('-')}`;
}

interface PlaceAndRest {
  /** The prefecture and the only municipality that can be meant. */
  readonly place: string | undefined;
  readonly rest: string;
}

function placeInText(address: string, reference: JapaneseAddressReference): PlaceAndRest {
  const text = withoutPostalCode(withFewSpaces(reference.fold(address)));
  const prefecture = reference.prefectures.find((name) => text.startsWith(name));
  const read = readMunicipality(text.slice(prefecture?.length ?? 0), prefecture, undefined, reference);
  return { place: onlyPlace(read.municipalities, reference), rest: read.rest };
}

/** A register of millions names the same municipalities again and again: each is read once. */
function placeOfSplit({ prefecture, city, street }: SplitAddress, reference: JapaneseAddressReference): PlaceAndRest {
  let known = placesBySplit.get(reference);
  if (!known) placesBySplit.set(reference, (known = new Map<string, string>()));
  const stated = `${prefecture} ${city}`;
  let place = known.get(stated);
  if (place === undefined) {
    const folded = reference.fold(prefecture);
    const read = readMunicipality(reference.fold(city), folded, { prefecture, city, street }, reference);
    place = (read.rest === '' ? onlyPlace(read.municipalities, reference) : undefined) ?? '';
    known.set(stated, place);
  }
  return { place: place === '' ? undefined : place, rest: withFewSpaces(reference.fold(street)) };
}

const placesBySplit = new WeakMap<JapaneseAddressReference, Map<string, string>>();

/** A city that is divided into wards is no place without one. */
function onlyPlace(
  [municipality, another]: readonly JapaneseMunicipality[],
  { municipalities }: JapaneseAddressReference,
): string | undefined {
  if (!municipality || another) return undefined;
  const { prefecture, city, ward } = municipality;
  const isDivided = city.endsWith('市') && municipalities.get(city)?.whole.length === 0;
  return isDivided && ward === undefined ? undefined : `${prefecture} ${city}${ward ?? ''}`;
}

function isCrossing(rest: string, place: string, { words: { crossings } }: JapaneseAddressReference): boolean {
  return place.startsWith(crossings.prefecture) && crossings.words.some((word) => rest.includes(word));
}

interface ParsedAddress {
  /** Folded, without spaces. */
  readonly text: string;
  readonly prefecture?: string;
  /** All that the text can mean; none when no municipality was recognised. */
  readonly municipalities: readonly JapaneseMunicipality[];
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

function verdictOf(a: ParsedAddress, b: ParsedAddress): AddressVerdict {
  if (a.prefecture !== undefined && b.prefecture !== undefined && a.prefecture !== b.prefecture) return 'DIFFERENT';
  if (a.municipalities.length === 0 || b.municipalities.length === 0) return 'UNPARSEABLE';
  const shared = a.municipalities.filter((one) => b.municipalities.some((two) => isSameMunicipality(one, two)));
  if (shared.length === 0) return 'DIFFERENT';
  if (a.isCrossing || b.isCrossing) return 'UNPARSEABLE';
  const within = verdictWithin(a, b);
  const isAmbiguous = [a, b].some(
    ({ municipalities }) => 1 < new Set(municipalities.map((one) => one.prefecture)).size,
  );
  return isAmbiguous && within === 'SAME_CITY' ? 'UNPARSEABLE' : within;
}

function isSameMunicipality(a: JapaneseMunicipality, b: JapaneseMunicipality): boolean {
  const sameWard = a.ward === undefined || b.ward === undefined || a.ward === b.ward;
  return a.prefecture === b.prefecture && a.city === b.city && sameWard;
}

/** Of two addresses of one municipality. */
function verdictWithin(a: ParsedAddress, b: ParsedAddress): AddressVerdict {
  if (a.town !== b.town) {
    const isPartOf = a.mainTown === b.town || b.mainTown === a.town;
    return isPartOf && a.town !== '' && b.town !== '' ? 'SAME_TOWN' : 'SAME_CITY';
  }
  const states = [a.hasChome, b.hasChome];
  if (states.includes('yes')) {
    if (a.numbers.length === 0 || b.numbers.length === 0 || states.includes('no')) return 'SAME_TOWN';
    if (a.numbers[0] !== b.numbers[0]) return 'SAME_CITY';
    return verdictOfBlock(a.numbers.slice(1, 3), b.numbers.slice(1, 3));
  }
  // Without 丁目 on either side, 3-1-1 may be chome, lot and house, or lot, house and room: all of it must agree.
  const compared = states.includes('no') ? 2 : 3;
  return verdictOfBlock(a.numbers.slice(0, compared), b.numbers.slice(0, compared));
}

/** Lot and house numbers; never joined: 1-23 is not 12-3. */
function verdictOfBlock(a: readonly string[], b: readonly string[]): AddressVerdict {
  if (a.length === b.length && a.every((number, index) => number === b[index])) return 'SAME';
  return a[0] !== undefined && a[0] === b[0] ? 'SAME_BLOCK' : 'SAME_TOWN';
}

function compareBuildings(a: ParsedAddress, b: ParsedAddress): AddressComparison['building'] {
  if (a.building === '' || b.building === '') return 'UNKNOWN';
  return a.building === b.building ? 'SAME' : 'DIFFERENT';
}

/** @param set the address of the two that has its municipality set apart: the tables may lack that one. */
function parse(
  address: string | SplitAddress,
  set: SplitAddress | undefined,
  reference: JapaneseAddressReference,
): ParsedAddress {
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
    isCrossing: isInKyoto && words.crossings.words.some((word) => rest.includes(word)),
    ...readTownAndNumbers(rest, reference),
  };
}

/** A blank only where it separates two numbers (1-1 101) or a number from what follows it. */
function withFewSpaces(folded: string): string {
  return folded
    .replace(/\s*-\s*/g, '-')
    .replace(/ (?=丁目|番|号|条|線|の(?=\d))/g, '')
    .replace(/(?<![\d番地号階f]) | (?=$)/g, '');
}

function withoutPostalCode(text: string): string {
  return text.replace(/^(?:日本国?)?〒?(?:\d{3}-\d{4}|\d{7})(?!\d) ?|^〒|^日本国?(?=.{2,3}[都道府県])/u, '');
}

/** The longest beginning that is a municipality, within the prefecture when it is stated; else the one set apart. */
function readMunicipality(
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

function readTownAndNumbers(
  rest: string,
  { words }: JapaneseAddressReference,
): Pick<ParsedAddress, 'town' | 'mainTown' | 'hasChome' | 'numbers' | 'building'> {
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
): Pick<ParsedAddress, 'hasChome' | 'numbers' | 'building'> {
  const allUnits = [...units.chome, ...units.lot, ...units.house].toSorted((a, b) => b.length - a.length);
  const numbers: string[] = [];
  let hasChome: ParsedAddress['hasChome'] = 'unknown';
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
