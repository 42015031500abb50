// A claimed address of Japan and gazetteers in, what they say of it out: whether the place exists, and has that postal code.
import type { AddressCheck, GazetteerRow, PlaceVerdict, PostalVerdict } from '../model/gazetteer.ts';
import type { JapaneseMunicipality } from '../reference/japanese-addresses.ts';
import { knownMunicipalities, knownTown, meantBy, townsIn, type PlaceReference } from './gazetteer-places.ts';
import { isSameMunicipality } from './japanese-address.ts';
import { postalCodeOf } from './postal-code.ts';
import { readJapaneseAddress, type JapaneseAddress } from './read-japanese-address.ts';
import { japaneseSpellings } from './spoken-address.ts';

export interface ClaimedPlace {
  readonly full: string;
  readonly postalCode?: string;
}

/**
 * Never throws but for a damaged edition. Absence counts only where a gazetteer has that part of the country; a code that is
 * in none only where one has all of Japan with the codes of offices. Kyoto's crossings tell no town.
 */
export function checkAddress(claim: ClaimedPlace, reference: PlaceReference): Omit<AddressCheck, 'party'> {
  const { gazetteers = [] } = reference;
  const postalCode = postalCodeOf(claim);
  const place = readPlace(claim, reference);
  const found = municipalityFound(place, reference);
  const town = townFound(place, reference);
  const postal = postalVerdict(place, postalCode, town, reference);
  return {
    address: claim.full,
    ...(postalCode && { postalCode: postalCode.digits }),
    ...namesOf(place, reference),
    postal: postal.verdict,
    postalPlaces: postal.places,
    municipalityFound: found,
    townFound: town,
    sources: gazetteers.map(({ source, editionId }) => ({ source, editionId })),
  };
}

/** What was read, as gazetteers write it; nothing of a municipality that is not the only one possible, or that none has. */
function namesOf(
  place: JapaneseAddress,
  reference: PlaceReference,
): Pick<AddressCheck, 'prefecture' | 'municipality' | 'town'> {
  const { japaneseAddresses, gazetteers = [] } = reference;
  const [municipality, second] = place.municipalities;
  if (!municipality || second) return {};
  const known = gazetteers
    .flatMap((gazetteer) => knownMunicipalities(gazetteer, japaneseAddresses))
    .find(({ meant }) => meant.some((one) => isSameMunicipality(one, municipality)));
  if (!known) return {};
  const { prefecture, name } = known.stated;
  const isCity = municipality.ward === undefined;
  const town = townsIn(municipality, reference).find((one) => one.name !== '' && one.name === place.town);
  return {
    prefecture,
    municipality: isCity ? name.replace(/(?<=市).+区$/u, '') : name,
    ...(town?.row.town !== undefined && { town: town.row.town.replace(/(?<=.)[一二三四五六七八九十]+丁目$/u, '') }),
  };
}

/** The address as it is read: in Japanese, of several that sound alike the one with the postal code. Never throws, as `checkAddress`. */
export function readPlace(claim: ClaimedPlace, reference: PlaceReference): JapaneseAddress {
  const { japaneseAddresses, gazetteers = [] } = reference;
  const code = postalCodeOf(claim)?.digits;
  const { full } = claim;
  const spellings = japaneseSpellings(full, reference);
  const [first = full, ...others] = spellings;
  const own = readWithGazetteers(first, reference);
  const read = [own, ...others.map((text) => readWithGazetteers(text, reference))];
  const rows = gazetteers.flatMap((gazetteer) => (code === undefined ? [] : gazetteer.byPostalCode(code)));
  const towns = new Set(rows.map((row) => knownTown(row, japaneseAddresses).name));
  const place = read.find(({ town }) => towns.has(town)) ?? own;
  const narrowed = place.municipalities.filter((one) =>
    rows.some(({ prefecture }) => japaneseAddresses.fold(prefecture) === one.prefecture),
  );
  return narrowed.length === 0 ? place : { ...place, municipalities: narrowed };
}

/** With a municipality that the tables lack and a gazetteer has. */
function readWithGazetteers(text: string, { japaneseAddresses, gazetteers = [] }: PlaceReference): JapaneseAddress {
  const read = readJapaneseAddress(text, undefined, japaneseAddresses);
  if (read.prefecture === undefined || 0 < read.municipalities.length) return read;
  const { fold } = japaneseAddresses;
  const known = gazetteers
    .flatMap((gazetteer) => knownMunicipalities(gazetteer, japaneseAddresses))
    .find(({ stated }) => fold(stated.prefecture) === read.prefecture && read.rest.startsWith(fold(stated.name)));
  if (!known) return read;
  const { prefecture, name } = known.stated;
  const split = readJapaneseAddress(text, { prefecture, city: name, street: '' }, japaneseAddresses);
  return { ...split, municipalities: known.meant };
}

function municipalityFound(
  place: JapaneseAddress,
  { japaneseAddresses, gazetteers = [] }: PlaceReference,
): PlaceVerdict {
  if (gazetteers.length === 0) return 'NOT_CHECKABLE';
  if (0 < place.municipalities.length) return 'FOUND';
  if (place.prefecture === undefined) return 'NOT_CHECKABLE';
  if (place.rest === '') return 'NOT_CLAIMED';
  const isCovered = gazetteers.some((gazetteer) =>
    gazetteer.municipalities.some(({ prefecture }) => japaneseAddresses.fold(prefecture) === place.prefecture),
  );
  return isCovered && /^[^\d-]{1,12}?[市区町村郡]/u.test(place.rest) ? 'NOT_FOUND' : 'NOT_CHECKABLE';
}

/** A name that begins like a town, or that towns begin with, is left open: small parts of towns and buildings stand in no gazetteer. */
function townFound(place: JapaneseAddress, reference: PlaceReference): PlaceVerdict {
  const { town, mainTown, municipalities, isCrossing } = place;
  if (municipalities.length === 0 || isCrossing) return 'NOT_CHECKABLE';
  const known = municipalities.flatMap((one) => townsIn(one, reference)).filter(({ name }) => name !== '');
  if (known.length === 0) return 'NOT_CHECKABLE';
  if (town === '') return 'NOT_CLAIMED';
  if (known.some(({ name }) => name === town || name === mainTown)) return 'FOUND';
  const isLikely = known.some(({ name }) => name.startsWith(town) || town.startsWith(name));
  return isLikely ? 'NOT_CHECKABLE' : 'NOT_FOUND';
}

interface PostalAnswer {
  readonly verdict: PostalVerdict;
  readonly places: readonly string[];
}

function postalVerdict(
  place: JapaneseAddress,
  code: ReturnType<typeof postalCodeOf>,
  town: PlaceVerdict,
  reference: PlaceReference,
): PostalAnswer {
  const { japaneseAddresses, gazetteers = [] } = reference;
  const { fold } = japaneseAddresses;
  const answer = (verdict: PostalVerdict, rows: readonly GazetteerRow[] = []) => ({
    verdict,
    places: [...new Set(rows.map(namedPlace))].slice(0, SHOWN_PLACES),
  });
  if (!code) return answer('NOT_CLAIMED');
  if (gazetteers.every(({ hasPostalCodes }) => !hasPostalCodes)) return answer('NOT_CHECKABLE');
  if (!code.isWellFormed) return answer('NO_SUCH_CODE');
  const rows = gazetteers.flatMap((gazetteer) => gazetteer.byPostalCode(code.digits));
  if (rows.length === 0) return answer(unknownCode(place, code.digits, reference));

  const claimed =
    place.prefecture === undefined ? place.municipalities.map(({ prefecture }) => prefecture) : [place.prefecture];
  if (claimed.length === 0) return answer('NOT_CHECKABLE');
  const inPrefecture = rows.filter(({ prefecture }) => claimed.includes(fold(prefecture)));
  if (inPrefecture.length === 0) return answer('OTHER_PREFECTURE', rows);
  if (place.municipalities.length === 0) return answer('NOT_CHECKABLE', rows);
  const near = inPrefecture.filter((row) => isIn(row, place.municipalities, reference));
  if (near.length === 0) return answer('OTHER_MUNICIPALITY', inPrefecture);
  if (place.isCrossing) {
    const named = near.some(({ town: name }) => name !== undefined && place.rest.includes(fold(name)));
    return answer(named ? 'AGREES' : 'NOT_CHECKABLE', named ? [] : near);
  }
  if (place.town === '' || near.some((row) => isOfTown(row, place, reference))) return answer('AGREES');
  return answer(town === 'FOUND' ? 'OTHER_TOWN' : 'NOT_CHECKABLE', near);
}

const SHOWN_PLACES = 5;

function namedPlace({ prefecture, municipality, town = '', part }: GazetteerRow): string {
  return `${prefecture}${municipality}${town}${part === undefined ? '' : `（${part}）`}`;
}

/** In no gazetteer: an office's own perhaps, of the prefecture that all codes beginning so are of. */
function unknownCode(
  place: JapaneseAddress,
  digits: string,
  { japaneseAddresses: { fold }, gazetteers = [] }: PlaceReference,
): PostalVerdict {
  const whole = gazetteers.filter(({ complete, hasPostalCodes }) => complete && hasPostalCodes);
  const nearby = whole.flatMap((gazetteer) => gazetteer.inPostalArea(digits.slice(0, 3)));
  const claimed = place.prefecture ?? place.municipalities[0]?.prefecture;
  if (whole.some(({ hasOfficeCodes }) => hasOfficeCodes)) return 'NO_SUCH_CODE';
  const isElsewhere =
    claimed !== undefined &&
    0 < nearby.length &&
    nearby.every(
      ({ prefecture }) =>
        !place.municipalities.some((one) => one.prefecture === fold(prefecture)) && fold(prefecture) !== claimed,
    );
  return isElsewhere ? 'OTHER_PREFECTURE' : 'NOT_CHECKABLE';
}

function isIn(
  { prefecture, municipality }: GazetteerRow,
  municipalities: readonly JapaneseMunicipality[],
  { japaneseAddresses }: PlaceReference,
): boolean {
  const meant = meantBy({ prefecture, name: municipality }, japaneseAddresses);
  return municipalities.some((one) => meant.some((other) => isSameMunicipality(one, other)));
}

/** A row of the whole municipality is of each of its towns; one of some 丁目 of a town is not of the others. */
function isOfTown(row: GazetteerRow, place: JapaneseAddress, { japaneseAddresses }: PlaceReference): boolean {
  const { name } = knownTown(row, japaneseAddresses);
  if (name === '') return true;
  if (row.kind === 'building') return name.startsWith(place.town);
  if (name !== place.town && name !== place.mainTown) return false;
  const chomes = row.part === undefined ? undefined : chomesIn(row.part);
  const [chome] = place.numbers;
  return chomes === undefined || chome === undefined || place.hasChome === 'no' || chomes.has(Number(chome));
}

/** １～３丁目, ４、５丁目 and ４丁目; undefined for a part that is told in another way. */
function chomesIn(part: string): ReadonlySet<number> | undefined {
  const text = part.normalize('NFKC');
  if (!/^\d+(?:[~〜、・]\d+)*丁目$/u.test(text)) return undefined;
  return new Set(
    text
      .replace('丁目', '')
      .split(/[、・]/u)
      .flatMap((range) => {
        const [from = 0, to = from] = range.split(/[~〜]/u).map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => from + index);
      }),
  );
}
