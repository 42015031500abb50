// Somebody to be added or changed in, the person and a link that works once out; each change is sealed in the record.
import { randomUUID } from 'node:crypto';
import { parseCalendarDate, type Instant } from '@sekisho/engine/model/calendar.ts';
import { duties, type Duty, type Person } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredPerson } from '../../store/accounts.ts';
import type { StoreWriter } from '../../store/store.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { hashOfToken, newToken } from './secrets.ts';

export interface InvitedPerson {
  readonly person: Person;
  /** Whoever has it sets the passphrase, once, within `INVITATION_DAYS`. */
  readonly invitation: string;
}

const INVITATION_DAYS = 3;
const MAX_NAME_CHARS = 100;

export async function listPeople(parts: Parts): Promise<readonly Person[]> {
  permit(parts, 'person.read');
  return (await parts.store.accounts.people()).map(withoutSecret);
}

/** @throws Problem `person.invalid` with the reason: no name, a name that somebody has, an unknown duty. */
export async function addPerson(
  asked: { readonly name: string; readonly duties: readonly string[] },
  parts: Parts,
): Promise<InvitedPerson> {
  permit(parts, 'person.manage');
  const name = asked.name.trim();
  if (name === '' || MAX_NAME_CHARS < name.length)
    throw new Problem('person.invalid', {
      person: name,
      reason: `a name has 1 to ${String(MAX_NAME_CHARS)} characters`,
    });
  const at = parts.clock();
  const person: StoredPerson = {
    id: randomUUID(),
    name,
    duties: knownDuties(name, asked.duties),
    isDisabled: false,
    createdAt: at,
  };
  return parts.store.write(async (writer) => {
    if (await writer.accounts.personNamed(name))
      throw new Problem('person.invalid', { person: name, reason: 'somebody has this name already' });
    await savePerson(person, parts.actor.name, at, writer);
    return { person, invitation: await invite(person, at, writer) };
  });
}

/** A new link for somebody who has lost the old one or the passphrase; what they were signed in with ends. */
export async function inviteAgain(id: string, parts: Parts): Promise<InvitedPerson> {
  permit(parts, 'person.manage');
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const person = await personOf(id, writer);
    await writer.accounts.endSessionsOf(id);
    return { person: withoutSecret(person), invitation: await invite(person, at, writer) };
  });
}

/**
 * @throws Problem `person.not-found`, `person.invalid` for an unknown duty, or when nobody would be left who keeps people.
 */
export async function changePerson(
  id: string,
  change: { readonly duties?: readonly string[]; readonly isDisabled?: boolean },
  parts: Parts,
): Promise<Person> {
  permit(parts, 'person.manage');
  return parts.store.write(async (writer) => {
    const known = await personOf(id, writer);
    const changed: StoredPerson = {
      ...known,
      ...(change.duties && { duties: knownDuties(known.name, change.duties) }),
      ...(change.isDisabled !== undefined && { isDisabled: change.isDisabled }),
    };
    const others = (await writer.accounts.people()).filter((person) => person.id !== id);
    if (![changed, ...others].some((person) => person.duties.includes('administrator') && !person.isDisabled))
      throw new Problem('person.invalid', { person: known.name, reason: 'is the last administrator' });
    if (changed.isDisabled) await writer.accounts.endSessionsOf(id);
    await savePerson(changed, parts.actor.name, parts.clock(), writer);
    return withoutSecret(changed);
  });
}

/**
 * The first administrator, where there is nobody yet; undefined where there is.
 * Whoever starts the product on the machine may: there is nobody else to ask.
 */
export async function firstAdministrator(parts: Parts): Promise<InvitedPerson | undefined> {
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const [known, ...others] = await writer.accounts.people();
    if (known && (0 < others.length || known.passphraseHash !== undefined)) return undefined;
    if (known) await writer.accounts.endSessionsOf(known.id); // a link that nobody used gives way to a new one
    const person: StoredPerson = known ?? {
      id: randomUUID(),
      name: 'administrator',
      duties: ['administrator', 'officer'],
      isDisabled: false,
      createdAt: at,
    };
    if (!known) await savePerson(person, parts.actor.name, at, writer);
    return { person: withoutSecret(person), invitation: await invite(person, at, writer) };
  });
}

/** What others may know of somebody. */
export function withoutSecret({ passphraseHash: _, mail: __, ...person }: StoredPerson): Person {
  return person;
}

/** Seconds, days and the like are added to moments as milliseconds. */
export function later(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

export const DAY_MS = 86_400_000;

/** @throws Problem `person.not-found` */
export async function personOf(id: string, writer: StoreWriter): Promise<StoredPerson> {
  const person = await writer.accounts.person(id);
  if (!person) throw new Problem('person.not-found', { person: id });
  return person;
}

/** With the entry of the record that says what they are. */
export async function savePerson(person: StoredPerson, by: string, at: Instant, writer: StoreWriter): Promise<void> {
  await writer.accounts.savePerson(person);
  const { id, name, duties: held, isDisabled, mail } = person;
  const sealed = { id, name, duties: held, isDisabled, ...(mail && { mailAddress: mail.address }) };
  await writer.seal('person-changed', id, { ...sealed, by }, at);
}

async function invite({ id }: Person, at: Instant, writer: StoreWriter): Promise<string> {
  const token = newToken();
  const expiresAt = later(at, INVITATION_DAYS * DAY_MS);
  await writer.accounts.saveInvitation({ tokenHash: hashOfToken(token), personId: id, expiresAt });
  return token;
}

/** @throws Problem `person.invalid` */
export function knownDuties(name: string, asked: readonly string[]): readonly Duty[] {
  const known = duties.filter((duty) => asked.includes(duty));
  const unknown = asked.find((word) => !known.some((duty) => duty === word));
  if (unknown !== undefined || known.length === 0)
    throw new Problem('person.invalid', {
      person: name,
      reason: `${unknown === undefined ? 'has no duty' : `"${unknown}" is no duty`}: they are ${duties.join(', ')}`,
    });
  return known;
}

/** @throws Problem `person.invalid` */
export function knownDay(name: string, day: string): string {
  const known = parseCalendarDate(day);
  if (known === undefined)
    throw new Problem('person.invalid', { person: name, reason: `"${day}" is no day (YYYY-MM-DD)` });
  return known;
}
