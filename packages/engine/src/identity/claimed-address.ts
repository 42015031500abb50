// The addresses a party claims and a company's row of a register in, how far they agree out.
import { seatAddresses, type Party, type PartyAddress } from '../model/application.ts';
import type { FieldComparison, RegisterRow } from '../model/register.ts';
import type { JapaneseAddressReference } from '../reference/japanese-addresses.ts';
import type { LatinAddressReference } from '../reference/latin-addresses.ts';
import { compareJapaneseAddresses, type AddressVerdict } from './japanese-address.ts';
import { compareLatinAddresses } from './latin-address.ts';

/** What addresses are compared with. */
export interface AddressReference {
  readonly japaneseAddresses: JapaneseAddressReference;
  readonly latinAddresses: LatinAddressReference;
}

/**
 * The claimed seat against the registered one; `detail` is the address verdict. A seat said to be abroad is DIFFERENT
 * from one in the country. SIMILAR is what agrees in part. A company has one seat, so of several claimed ones the worst
 * counts; of addresses not called a seat the best, as all but one are branches.
 */
export function compareClaimedAddress(
  party: Party,
  row: RegisterRow,
  country: string,
  reference: AddressReference,
): FieldComparison {
  const registered = addressOf(row);
  const claims = seatAddresses(party);
  if (claims.length === 0) return { field: 'address', verdict: 'NOT_CLAIMED', registered };
  if (registered === '') return { field: 'address', verdict: 'NOT_REGISTERED', claimed: claims[0]?.full ?? '' };
  const compared = claims
    .map((claim) => ({ claim, verdict: verdictOf(claim, row, country, reference) }))
    .toSorted((a, b) => fromBest.indexOf(a.verdict) - fromBest.indexOf(b.verdict));
  const chosen = claims.some(({ use }) => use === 'seat') ? compared.at(-1) : compared[0];
  const verdict = chosen?.verdict ?? 'UNPARSEABLE';
  return {
    field: 'address',
    verdict: fieldVerdicts[verdict],
    claimed: chosen?.claim.full ?? '',
    registered,
    detail: verdict,
  };
}

/** The registered seat as one line: in the country, else abroad; empty when the register has none. */
export function addressOf({ prefecture, city, street, addressAbroad, seat }: RegisterRow): string {
  return seat?.full ?? ([prefecture, city, street].join('') || (addressAbroad ?? ''));
}

const fromBest: readonly AddressVerdict[] = [
  'SAME',
  'SAME_BLOCK',
  'SAME_TOWN',
  'SAME_CITY',
  'UNPARSEABLE',
  'DIFFERENT',
];

const fieldVerdicts = {
  SAME: 'SAME',
  SAME_BLOCK: 'SIMILAR',
  SAME_TOWN: 'SIMILAR',
  SAME_CITY: 'SIMILAR',
  DIFFERENT: 'DIFFERENT',
  UNPARSEABLE: 'UNPARSEABLE',
} as const satisfies Record<AddressVerdict, FieldComparison['verdict']>;

function verdictOf(
  claim: PartyAddress,
  { prefecture, city, street, addressAbroad, seat }: RegisterRow,
  country: string,
  { japaneseAddresses: reference, latinAddresses }: AddressReference,
): AddressVerdict {
  if (seat) return compareLatinAddresses(claim, seat, latinAddresses);
  const isAbroad = addressAbroad !== undefined && prefecture === undefined && city === undefined;
  if (isAbroad) return reference.fold(claim.full) === reference.fold(addressAbroad) ? 'SAME' : 'UNPARSEABLE';
  if (claim.country !== undefined && claim.country !== country) return 'DIFFERENT';
  if (prefecture === undefined || city === undefined)
    return compareJapaneseAddresses(claim.full, [prefecture, city, street].join(''), reference).verdict;
  return compareJapaneseAddresses(claim.full, { prefecture, city, street: street ?? '' }, reference).verdict;
}
