// Parties and gazetteers in, what the gazetteers say of each address in Japan that they claim out.
import { claimedCountries, type Party, type PartyAddress } from '../model/application.ts';
import type { AddressCheck } from '../model/gazetteer.ts';
import { checkAddress } from './check-address.ts';
import type { PlaceReference } from './gazetteer-places.ts';

/** An address is of Japan by its country, by the party's where it has none, or by the prefecture it begins with. */
export function checkPartyAddresses(parties: readonly Party[], reference: PlaceReference): readonly AddressCheck[] {
  return parties.flatMap((party) =>
    (party.addresses ?? [])
      .filter((address) => isInJapan(address, party, reference))
      .map((address) => ({ party: party.id, ...checkAddress(address, reference) })),
  );
}

function isInJapan(
  { country, full }: PartyAddress,
  party: Party,
  { japaneseAddresses: { fold, prefectures } }: PlaceReference,
): boolean {
  if (country !== undefined) return country === 'jp';
  const text = fold(full);
  return claimedCountries(party).includes('jp') || prefectures.some((prefecture) => text.includes(prefecture));
}
