// Gazetteers in, their municipalities and towns as the comparison of addresses writes them out.
import type { Gazetteer, GazetteerMunicipality, GazetteerRow } from '../model/gazetteer.ts';
import {
  municipalityParts,
  type JapaneseAddressReference,
  type JapaneseMunicipality,
} from '../reference/japanese-addresses.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { isSameMunicipality } from './japanese-address.ts';
import { readTownAndNumbers } from './read-japanese-address.ts';

/** What places are read with. */
export interface PlaceReference {
  readonly japaneseAddresses: JapaneseAddressReference;
  readonly names: NameReference;
  /** Editions in use that are fresh; none when none is. */
  readonly gazetteers?: readonly Gazetteer[];
}

/** A municipality of a gazetteer, and what stands in its place today. */
export interface KnownMunicipality {
  readonly gazetteer: Gazetteer;
  readonly stated: GazetteerMunicipality;
  readonly meant: readonly JapaneseMunicipality[];
}

export interface KnownTown {
  /** As addresses are compared: folded, without 大字 and 丁目. Empty for a row of the municipality as a whole. */
  readonly name: string;
  readonly row: GazetteerRow;
}

/** All that a gazetteer has, in its order. */
export function knownMunicipalities(
  gazetteer: Gazetteer,
  reference: JapaneseAddressReference,
): readonly KnownMunicipality[] {
  return cached(municipalitiesOf, gazetteer, reference, () =>
    gazetteer.municipalities.map((stated) => ({ gazetteer, stated, meant: meantBy(stated, reference) })),
  );
}

/** The rows that gazetteers have of a municipality; those of all its wards for a city alone. */
export function townsIn(
  municipality: JapaneseMunicipality,
  { japaneseAddresses: reference, gazetteers = [] }: PlaceReference,
): readonly KnownTown[] {
  return gazetteers.flatMap((gazetteer) =>
    knownMunicipalities(gazetteer, reference)
      .filter(({ meant }) => meant.some((one) => isSameMunicipality(one, municipality)))
      .flatMap((known) => townsOf(known, reference)),
  );
}

export function townsOf(
  { gazetteer, stated: { prefecture, name } }: KnownMunicipality,
  reference: JapaneseAddressReference,
): readonly KnownTown[] {
  const byMunicipality = cached(townsByGazetteer, gazetteer, reference, () => new Map<string, readonly KnownTown[]>());
  const known = byMunicipality.get(`${prefecture}${name}`);
  if (known) return known;
  const towns = gazetteer.rowsOf(prefecture, name).map((row) => knownTown(row, reference));
  byMunicipality.set(`${prefecture}${name}`, towns);
  return towns;
}

export function knownTown(row: GazetteerRow, reference: JapaneseAddressReference): KnownTown {
  return { row, name: row.town === undefined ? '' : townName(row.town, reference) };
}

/** What a row of a municipality means today: itself, or what stands in place of a name that is no more. */
export function meantBy(
  { prefecture, name }: Pick<GazetteerMunicipality, 'prefecture' | 'name'>,
  { fold, municipalities }: JapaneseAddressReference,
): readonly JapaneseMunicipality[] {
  const [inPrefecture, folded] = [fold(prefecture), fold(name)];
  const read = municipalities.get(folded)?.whole.filter((one) => one.prefecture === inPrefecture) ?? [];
  return 0 < read.length ? read : [municipalityParts(inPrefecture, folded)];
}

/** 飯田橋一丁目 is a part of 飯田橋; 四丁目 alone (Kyoto) is a town. */
function townName(town: string, reference: JapaneseAddressReference): string {
  const folded = reference.fold(town).replaceAll(' ', '');
  return readTownAndNumbers(folded, reference).town || folded;
}

interface Cached<T> {
  readonly reference: JapaneseAddressReference;
  readonly value: T;
}

const municipalitiesOf = new WeakMap<Gazetteer, Cached<readonly KnownMunicipality[]>>();
const townsByGazetteer = new WeakMap<Gazetteer, Cached<Map<string, readonly KnownTown[]>>>();

/** An edition never changes, so what is made of it is made once. */
function cached<T>(
  cache: WeakMap<Gazetteer, Cached<T>>,
  gazetteer: Gazetteer,
  reference: JapaneseAddressReference,
  make: () => T,
): T {
  const found = cache.get(gazetteer);
  if (found?.reference === reference) return found.value;
  const value = make();
  cache.set(gazetteer, { reference, value });
  return value;
}
