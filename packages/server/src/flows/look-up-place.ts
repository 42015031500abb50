// An address, a telephone number or a domain in, the companies that the registers in use have under it out.
import { writtenAddressKey } from '@sekisho/engine/identity/address-key.ts';
import { phoneKey } from '@sekisho/engine/identity/contact-key.ts';
import type { Confirmation, RegisterFact } from '@sekisho/engine/model/register.ts';
import { seatAddresses, type Party } from '@sekisho/engine/model/application.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { siteDomain } from '@sekisho/engine/identity/mail-domain.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import type { LookUpSettings } from './look-up-company.ts';
import { registerOf } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { addressKeyOf, domainKey } from './register-keys.ts';
import { openRegister } from './register-names.ts';
import { registersInUse } from './registers-in-use.ts';

/** What is looked up: companies that are open at an address; companies that have a telephone number or a web or mail domain. */
export type Place =
  { readonly address: string; readonly country?: string } | { readonly phone: string } | { readonly domain: string };

export interface PlaceLookUp {
  readonly register: string;
  readonly editionId: string;
  readonly standsAt: string;
  readonly complete: boolean;
  /** False when it cannot be read as one of the register's country: nothing is known then. */
  readonly isReadable: boolean;
  readonly companies: readonly RegisterFact[];
  readonly isCutOff: boolean;
  /** Of an address: all companies that are open there, and of a hundred addresses how many have fewer. */
  readonly count?: number;
  readonly percentile?: number;
}

/** @throws Problem `source.unknown` for a register that is not in use, `edition.not-found` when none is, `edition.damaged`. */
export async function lookUpPlace(
  place: Place,
  { registers, limit }: Pick<LookUpSettings, 'registers' | 'limit'>,
  parts: Parts,
): Promise<readonly PlaceLookUp[]> {
  permit(parts, 'register.look-up');
  const answers: PlaceLookUp[] = [];
  for (const { edition } of await registersInUse(registers, parts)) {
    const country = (await registerOf(edition, parts))?.country;
    const reader = await openRegister(edition, parts);
    try {
      const { source: register, id: editionId, publishedOn: standsAt, complete } = edition;
      answers.push({
        ...{ register, editionId, standsAt, complete },
        ...companiesUnder(place, country, { reader, limit }, parts.reference),
      });
    } finally {
      reader.close();
    }
  }
  return answers;
}

/**
 * How many companies are open at the seat that a party claims. Where the register has the party's company there, its own
 * writing of the address is asked for. Undefined in an edition that is not the whole register, which counts too few; when there
 * is no address that can be read; or outside Japan where the register writes it otherwise: that is no finding of none.
 */
export function companiesAtSeat(
  party: Party,
  { fact, fields }: Pick<Confirmation, 'fact' | 'fields'>,
  { edition, country, own, reader }: AskedRegister,
  reference: Reference,
): Confirmation['addressCompanies'] {
  if (!edition.complete) return undefined;
  const isRegistered = fields.some(({ field, verdict }) => field === 'address' && verdict === 'SAME');
  const [seat] = seatAddresses(party);
  const key =
    fact && isRegistered
      ? addressKeyOf(fact.current, own, reference)
      : seat && (seat.country ?? country) === country
        ? writtenAddressKey(seat.full, country, reference)
        : undefined;
  if (key === undefined) return undefined;
  const { count, percentile } = reader.companiesAt(key, 0);
  if (count === 0 && country !== 'jp') return undefined;
  return { register: edition.source, edition: edition.id, count, percentile };
}

interface AskedRegister {
  readonly edition: Edition;
  readonly reader: RegisterReader;
  /** Whose companies are looked for in it. */
  readonly country: string;
  /** Whose companies it has; undefined when it has those of any country. */
  readonly own: string | undefined;
}

function companiesUnder(
  place: Place,
  country: string | undefined,
  { reader, limit }: { readonly reader: RegisterReader; readonly limit: number },
  reference: Reference,
): Pick<PlaceLookUp, 'isReadable' | 'companies' | 'isCutOff' | 'count' | 'percentile'> {
  const key = keyOf(place, country, reference);
  if (key === undefined) return { isReadable: false, companies: [], isCutOff: false };
  if ('address' in place) {
    const { count, percentile, facts } = reader.companiesAt(key, limit);
    return { isReadable: true, companies: facts, isCutOff: limit < count, count, percentile };
  }
  const facts = reader.byContactKey(key, limit + 1);
  return { isReadable: true, companies: facts.slice(0, limit), isCutOff: limit < facts.length };
}

function keyOf(place: Place, country: string | undefined, reference: Reference): string | undefined {
  if ('address' in place) return writtenAddressKey(place.address, place.country ?? country, reference);
  if ('domain' in place) return domainKey(siteDomain(place.domain));
  return phoneKey(place.phone, country, reference.signals.callingCodes);
}
