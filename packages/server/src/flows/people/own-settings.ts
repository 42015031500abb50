// What somebody sets for themselves in, the person as they see themselves out; an address for mail is sealed, a language is not.
import type { Person } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isMailAddress } from '../../download/mail-address.ts';
import type { StoredPerson } from '../../store/accounts.ts';
import type { Parts } from '../parts.ts';
import { personOf, savePerson, withoutSecret } from './people.ts';

/** What others do not see of a person, and they themselves do. */
export interface OwnPerson extends Person {
  /** Where they get mail; absent: they get none. */
  readonly mailAddress?: string;
}

export interface OwnSettings {
  /** BCP 47. */
  readonly language?: string;
  /** Whoever gives one gets mail of what is raised from now on; empty: no more mail. */
  readonly mailAddress?: string;
}

/**
 * Of the person who is signed in.
 * @throws Problem `person.invalid` for what is no address, `person.not-found`
 */
export async function changeOwnSettings({ language, mailAddress }: OwnSettings, parts: Parts): Promise<OwnPerson> {
  return parts.store.write(async (writer) => {
    const known = await personOf(parts.actor.id, writer);
    const spoken = { ...known, ...(language !== undefined && { language }) };
    if (mailAddress === undefined || mailAddress === (known.mail?.address ?? '')) {
      await writer.accounts.savePerson(spoken);
      return ownView(spoken);
    }
    if (mailAddress !== '' && !isMailAddress(mailAddress))
      throw new Problem('person.invalid', { person: known.name, reason: 'that is no address for mail' });
    const toldUpTo = (await writer.head())?.sequence ?? 0;
    const { mail: _, ...withoutMail } = spoken;
    const changed = { ...withoutMail, ...(mailAddress !== '' && { mail: { address: mailAddress, toldUpTo } }) };
    await savePerson(changed, parts.actor.name, parts.clock(), writer);
    return ownView(changed);
  });
}

/** A person as they see themselves. */
export async function ownPerson(person: Person, { store }: Parts): Promise<OwnPerson> {
  const known = await store.accounts.person(person.id);
  return known ? ownView(known) : person;
}

function ownView(person: StoredPerson): OwnPerson {
  return { ...withoutSecret(person), ...(person.mail && { mailAddress: person.mail.address }) };
}
