// The parties of an application and one edition of a register in, what it says of each of them out.
import { confirm, registerQuestion } from '@sekisho/engine/identity/confirm.ts';
import { belongsInRegister, type Application } from '@sekisho/engine/model/application.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Gazetteer } from '@sekisho/engine/model/gazetteer.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { Confirmation, RegisterFact } from '@sekisho/engine/model/register.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import { companiesAtSeat } from './look-up-place.ts';
import { registerOf } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { openRegister } from './register-names.ts';

/** Candidates of one name; companies of a common name can be many, and a person sees the first. */
const MAX_CANDIDATES = 20;

/** Every organisation among the parties that belongs in the register; none is left out because the edition is missing. */
export async function confirmParties(
  application: Application,
  { source, country }: Policy['registers'][number],
  {
    edition,
    fresh,
    gazetteers = [],
  }: { readonly edition: Edition | undefined; readonly fresh: boolean; readonly gazetteers?: readonly Gazetteer[] },
  parts: Pick<Parts, 'editionFiles' | 'registerFiles' | 'registerImporters' | 'reference' | 'nameKeysVersion'>,
): Promise<readonly Confirmation[]> {
  const asked = application.parties.filter((party) => belongsInRegister(party, country));
  if (asked.length === 0) return [];
  const register = edition
    ? await registerOf(edition, parts)
    : parts.registerImporters.get(source)?.description.register;
  const { numbers = 'registration-number' } = register ?? {};
  const reader = edition && (await openRegister(edition, parts));
  try {
    return asked.map((party) => {
      const { number, nameKeys } = registerQuestion(party, { country, numbers }, parts.reference.names);
      const byNumber = number === undefined ? undefined : reader?.byNumber(number);
      const facts = reader ? factsByName(reader, nameKeys) : [];
      const confirmation = confirm(
        party,
        {
          register: source,
          country,
          numbers,
          complete: edition?.complete ?? false,
          fresh,
          byName: facts,
          byNameIsCutOff: MAX_CANDIDATES < facts.length,
          ...(edition && { editionId: edition.id, standsAt: edition.publishedOn }),
          ...(byNumber && { byNumber }),
        },
        { ...parts.reference, gazetteers },
      );
      const addressCompanies =
        edition &&
        reader &&
        companiesAtSeat(party, confirmation, { edition, country, own: register?.country, reader }, parts.reference);
      return addressCompanies ? { ...confirmation, addressCompanies } : confirmation;
    });
  } finally {
    reader?.close();
  }
}

function factsByName(reader: RegisterReader, nameKeys: readonly string[]): readonly RegisterFact[] {
  const facts = nameKeys.flatMap((key) => reader.byNameKey(key, MAX_CANDIDATES + 1));
  return [...new Map(facts.map((fact) => [fact.current.number, fact])).values()];
}
