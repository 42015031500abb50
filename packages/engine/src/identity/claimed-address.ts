// The addresses a party claims and a company as a register has it in, how far they agree out.
import { seatAddresses, type Party, type PartyAddress } from '../model/application.ts';
import type { FieldComparison, RegisterFact, RegisterRow } from '../model/register.ts';
import type { Address } from '../model/entity.ts';
import type { LatinAddressReference } from '../reference/latin-addresses.ts';
import { compareEnglishAddresses, isEnglishAddress } from './english-address.ts';
import type { PlaceReference } from './gazetteer-places.ts';
import { compareJapaneseAddresses, type AddressVerdict } from './japanese-address.ts';
import { compareLatinAddresses } from './latin-address.ts';
import { postalCodeOf } from './postal-code.ts';
import { readJapaneseAddress, type SplitAddress } from './read-japanese-address.ts';
import { japaneseSpellings } from './spoken-address.ts';

/** What addresses are compared with. */
export interface AddressReference extends PlaceReference {
  readonly latinAddresses: LatinAddressReference;
}

/** The `detail` of an address that is none of the seat: another one that the register has of the company. */
const OTHER_ADDRESS = 'OTHER_ADDRESS';

/**
 * The claimed seat against the registered one; `detail` is the address verdict. A seat said to be abroad is DIFFERENT
 * from one in the country. SIMILAR is what agrees in part, or with another address that the register has of the company
 * (a head office beside the legal address, a branch), which is never SAME. FORMER is where the register says the seat was
 * before. A company has one seat, so of several claimed ones the worst counts; of addresses not called a seat the best, as
 * all but one are branches.
 */
export function compareClaimedAddress(
  party: Party,
  { current, history }: Pick<RegisterFact, 'current' | 'history'>,
  country: string,
  reference: AddressReference,
): FieldComparison {
  const registered = addressOf(current);
  const claims = seatAddresses(party);
  if (claims.length === 0) return { field: 'address', verdict: 'NOT_CLAIMED', registered };
  if (registered === '') return { field: 'address', verdict: 'NOT_REGISTERED', claimed: claims[0]?.full ?? '' };
  const compared = claims
    .map((claim) => ({ claim, ...comparedWith(claim, { current, history }, country, reference) }))
    .toSorted((a, b) => fromBest.indexOf(a.detail) - fromBest.indexOf(b.detail));
  const chosen = claims.some(({ use }) => use === 'seat') ? compared.at(-1) : compared[0];
  return {
    field: 'address',
    verdict: fieldVerdicts[chosen?.detail ?? 'UNPARSEABLE'],
    claimed: chosen?.claim.full ?? '',
    registered: chosen?.registered ?? registered,
    detail: chosen?.detail ?? 'UNPARSEABLE',
  };
}

/** The registered seat as one line: in the country, else abroad; empty when the register has none. */
export function addressOf({ prefecture, city, street, addressAbroad, seat }: RegisterRow): string {
  return seat?.full ?? ([prefecture, city, street].join('') || (addressAbroad ?? ''));
}

type Agreement = AddressVerdict | typeof OTHER_ADDRESS | 'FORMER_ADDRESS';

const fromBest: readonly Agreement[] = [
  'SAME',
  'SAME_BLOCK',
  'SAME_TOWN',
  OTHER_ADDRESS,
  'FORMER_ADDRESS',
  'SAME_CITY',
  'UNPARSEABLE',
  'DIFFERENT',
];

const fieldVerdicts = {
  SAME: 'SAME',
  SAME_BLOCK: 'SIMILAR',
  SAME_TOWN: 'SIMILAR',
  OTHER_ADDRESS: 'SIMILAR',
  FORMER_ADDRESS: 'FORMER',
  SAME_CITY: 'SIMILAR',
  DIFFERENT: 'DIFFERENT',
  UNPARSEABLE: 'UNPARSEABLE',
} as const satisfies Record<Agreement, FieldComparison['verdict']>;

const full: readonly AddressVerdict[] = ['SAME', 'SAME_BLOCK'];

/** The seat first; what does not agree with it as far as the town may be another address of the company, or one it has left. */
function comparedWith(
  claim: PartyAddress,
  { current, history }: Pick<RegisterFact, 'current' | 'history'>,
  country: string,
  reference: AddressReference,
): { readonly detail: Agreement; readonly registered: string } {
  const verdict = verdictOf(claim, current, country, reference);
  if (full.includes(verdict) || verdict === 'SAME_TOWN') return { detail: verdict, registered: addressOf(current) };
  const other = (current.otherAddresses ?? []).find((address) =>
    full.includes(verdictOfOther(claim, address, reference)),
  );
  if (other) return { detail: OTHER_ADDRESS, registered: other.full };
  const former = history.toReversed().find((row) => full.includes(verdictOf(claim, row, country, reference)));
  if (former) return { detail: 'FORMER_ADDRESS', registered: addressOf(former) };
  return { detail: verdict, registered: addressOf(current) };
}

function verdictOfOther(
  claim: PartyAddress,
  address: Address,
  { japaneseAddresses, latinAddresses }: AddressReference,
): AddressVerdict {
  const verdict = compareLatinAddresses(claim, address, latinAddresses);
  return verdict === 'UNPARSEABLE' && address.country === 'jp'
    ? compareJapaneseAddresses(claim.full, address.full, japaneseAddresses).verdict
    : verdict;
}

function verdictOf(
  claim: PartyAddress,
  { prefecture, city, street, addressAbroad, seat, englishAddress }: RegisterRow,
  country: string,
  reference: AddressReference,
): AddressVerdict {
  if (seat) return compareLatinAddresses(claim, seat, reference.latinAddresses);
  const inEnglish =
    englishAddress !== undefined && isEnglishAddress(claim.full)
      ? compareEnglishAddresses(claim.full, englishAddress)
      : undefined;
  const isAbroad = addressAbroad !== undefined && prefecture === undefined && city === undefined;
  const { fold } = reference.japaneseAddresses;
  if (isAbroad) return fold(claim.full) === fold(addressAbroad) ? 'SAME' : (inEnglish ?? 'UNPARSEABLE');
  if (claim.country !== undefined && claim.country !== country) return 'DIFFERENT';
  if (inEnglish !== undefined && inEnglish !== 'UNPARSEABLE') return inEnglish;
  const registered =
    prefecture === undefined || city === undefined
      ? [prefecture, city, street].join('')
      : { prefecture, city, street: street ?? '' };
  return bestVerdict(claim, registered, reference);
}

/** Of an address in Latin letters or kana, the best of what it can mean in Japanese, as gazetteers know it. */
function bestVerdict(
  claim: PartyAddress,
  registered: string | SplitAddress,
  reference: AddressReference,
): AddressVerdict {
  const { japaneseAddresses } = reference;
  const spellings = japaneseSpellings(claim.full, reference);
  const verdicts = (spellings.length === 0 ? [withPrefectureOfCode(claim, reference)] : spellings).map(
    (text) => compareJapaneseAddresses(text, registered, japaneseAddresses).verdict,
  );
  return (
    fromBest.find((verdict): verdict is AddressVerdict => verdicts.some((found) => found === verdict)) ?? 'UNPARSEABLE'
  );
}

/** 府中市 is in two prefectures: the postal code tells in which. */
function withPrefectureOfCode(claim: PartyAddress, { japaneseAddresses, gazetteers = [] }: PlaceReference): string {
  const code = postalCodeOf(claim)?.digits;
  if (code === undefined || gazetteers.length === 0) return claim.full;
  const read = readJapaneseAddress(claim.full, undefined, japaneseAddresses);
  const possible = new Set(read.municipalities.map(({ prefecture }) => prefecture));
  if (read.prefecture !== undefined || possible.size < 2) return claim.full;
  const named = new Set(
    gazetteers.flatMap((gazetteer) => gazetteer.byPostalCode(code)).map(({ prefecture }) => prefecture),
  );
  const [prefecture = '', second] = [...named].filter((one) => possible.has(japaneseAddresses.fold(one)));
  return second === undefined && prefecture !== '' ? `${prefecture}${read.text}` : claim.full;
}
