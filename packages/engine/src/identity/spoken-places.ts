// The municipalities of a gazetteer that says how names sound in, each with the keys it can be found by in Latin letters out.
import type { Gazetteer } from '../model/gazetteer.ts';
import type { JapaneseAddressReference } from '../reference/japanese-addresses.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { knownMunicipalities, type KnownMunicipality } from './gazetteer-places.ts';
import { readingKey } from './reading-key.ts';

/** One part of a municipality's name: 大阪市 of 大阪市北区, 上伊那郡 of 上伊那郡箕輪町. */
export interface SpokenPart {
  /** Keys of the name with its unit, however Latin addresses write that: minatoku, minatocity. */
  readonly full: ReadonlySet<string>;
  /** Without: minato. */
  readonly stem: string;
}

export interface SpokenMunicipality {
  readonly known: KnownMunicipality;
  /** As written: 大阪市 for the city alone. */
  readonly name: string;
  readonly prefecture: SpokenPart;
  /** The last is the municipality or its ward. */
  readonly parts: readonly SpokenPart[];
}

/** Those that the gazetteer has kana or Latin letters for, and designated cities without their wards. */
export function spokenMunicipalities(
  gazetteer: Gazetteer,
  reference: JapaneseAddressReference,
  names: NameReference,
): readonly SpokenMunicipality[] {
  const found = cache.get(gazetteer);
  if (found?.reference === reference) return found.value;
  const known = knownMunicipalities(gazetteer, reference);
  const value = [...Map.groupBy(known, cityOf).values()].flatMap((ofCity) => spokenOfCity(ofCity, reference, names));
  cache.set(gazetteer, { reference, value });
  return value;
}

const cache = new WeakMap<
  Gazetteer,
  { readonly reference: JapaneseAddressReference; readonly value: readonly SpokenMunicipality[] }
>();

/** 大阪府大阪市 for all its wards. */
function cityOf({ stated: { prefecture, name } }: KnownMunicipality): string {
  return prefecture + writtenParts(name)[0];
}

/** 大阪市北区 → 大阪市, 北区; 上伊那郡箕輪町 → 上伊那郡, 箕輪町. Cities whose names hold 郡 or 市 are whole. */
function writtenParts(name: string): readonly [string, ...string[]] {
  const [, first, last] = /^(.+市)(.+区)$/u.exec(name) ?? /^(.+?郡)(.+[町村])$/u.exec(name) ?? [];
  return first !== undefined && last !== undefined ? [first, last] : [name];
}

function spokenOfCity(
  ofCity: readonly KnownMunicipality[],
  reference: JapaneseAddressReference,
  names: NameReference,
): readonly SpokenMunicipality[] {
  const shared = sharedBeginning(ofCity.flatMap(({ stated }) => stated.kana?.municipality ?? []));
  const spoken = ofCity.flatMap((known): readonly SpokenMunicipality[] => {
    const { prefecture, name, kana, romaji } = known.stated;
    const sounds = kana
      ? soundsOf(name, kana.municipality, 1 < ofCity.length ? shared : undefined)
      : romaji && latinSoundsOf(name, romaji.municipality);
    const ofPrefecture = kana?.prefecture ?? romaji?.prefecture;
    if (!sounds || ofPrefecture === undefined) return [];
    const written = writtenParts(name);
    return [
      {
        known,
        name,
        prefecture: spokenPart(prefecture, ofPrefecture, reference, names),
        parts: written.map((part, index) => spokenPart(part, sounds[index] ?? '', reference, names)),
      },
    ];
  });
  const [first] = spoken;
  const [city, ward] = first ? writtenParts(first.name) : [];
  if (!first || city === undefined || !ward?.endsWith('区')) return spoken;
  return [...spoken, { ...first, name: city, parts: first.parts.slice(0, 1) }];
}

/** ヒロシマシ of ヒロシマシナカク and ヒロシマシニシク. */
function sharedBeginning(sounds: readonly string[]): string {
  const [first = '', ...others] = sounds;
  let length = first.length;
  for (const other of others) while (0 < length && !other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** A name of two parts, in kana, taken apart: at the シ that all wards share, at the first グン. */
function soundsOf(name: string, kana: string, shared: string | undefined): readonly string[] {
  const [first, last] = writtenParts(name);
  if (last === undefined) return [kana];
  const cut = first.endsWith('郡')
    ? kana.indexOf('グン') + 2
    : (shared === undefined ? kana.slice(0, -SHORTEST_WARD) : shared).lastIndexOf('シ') + 1;
  return [kana.slice(0, cut), kana.slice(cut)];
}

/** キタク. */
const SHORTEST_WARD = 3;

/** OSAKA SHI KITA KU. */
function latinSoundsOf(name: string, romaji: string): readonly string[] {
  const [, last] = writtenParts(name);
  const [, first, second] = /^(.+? (?:shi|gun)) (.+)$/i.exec(romaji) ?? [];
  return last !== undefined && first !== undefined && second !== undefined ? [first, second] : [romaji];
}

function spokenPart(
  written: string,
  sound: string,
  { spokenUnits }: JapaneseAddressReference,
  names: NameReference,
): SpokenPart {
  const { kana = [], latin = [] } = spokenUnits.get(written.at(-1) ?? '') ?? {};
  const ending = kana.find((unit) => sound.endsWith(unit));
  const latinEnding = latin.find((unit) => sound.toLowerCase().endsWith(` ${unit}`));
  const bare = sound.slice(
    0,
    -(ending?.length ?? (latinEnding === undefined ? 0 : latinEnding.length + 1)) || undefined,
  );
  const stem = readingKey(bare, names);
  return { stem, full: new Set([readingKey(sound, names), ...latin.map((unit) => readingKey(stem + unit, names))]) };
}
