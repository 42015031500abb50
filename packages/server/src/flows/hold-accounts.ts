// People, keys and webhooks as the tables have them and as the record says in, where they differ out: whoever gave themselves a duty is found.
import type { AccessKey, Person } from '@sekisho/engine/model/person.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { recordEntries } from '../record/record-entries.ts';
import type { BoundSubject } from '../store/second-factors.ts';
import type { Store } from '../store/store.ts';
import type { Webhook } from '../store/webhooks.ts';

/** A sentence for each difference; none when all is as sealed. An entry that was erased says nothing. */
export async function accountsAgainstRecord(store: Store): Promise<readonly string[]> {
  const { sealed, subjects, withFactor, mailAddresses } = await sealedAccounts(store);
  const known = await store.accounts.people();
  const people = known.map((person) => [`person ${person.name}`, rightsOf(person)] as const);
  const keys = (await store.accounts.accessKeys()).map((key) => [`key ${key.name}`, rightsOfKey(key)] as const);
  const told = (await store.webhooks.webhooks()).map(
    (webhook) => [`webhook ${webhook.name}`, targetOf(webhook)] as const,
  );
  const kept = [...people, ...keys, ...told];
  const bound = await store.secondFactors.boundSubjects();
  const lacking = [];
  for (const { id, name } of known)
    if (withFactor.has(id) && (await store.secondFactors.secondFactor(id))?.confirmedAt === undefined)
      lacking.push(`person ${name}: without the second factor that the record says`);
  const misdirected = known.filter(({ id, mail }) => mail?.address !== mailAddresses.get(id));
  return [
    ...lacking,
    ...misdirected.map(({ name }) => `person ${name}: another address for mail than the record says`),
    ...bound.flatMap((one) =>
      subjects.has(subjectKey(one)) ? [] : [`subject ${one.subject}: bound to another person than the record says`],
    ),
    ...kept.flatMap(([what, rights]) =>
      sealed.get(rights.id) === canonicalJson(rights)
        ? []
        : [
            `${what}: ${what.startsWith('webhook') ? 'another address or other events' : 'other duties'} than the record says`,
          ],
    ),
    ...[...sealed.keys()]
      .filter((id) => !kept.some(([, rights]) => rights.id === id))
      .map((id) => `person, key or webhook ${id}: in the record, and not in its table`),
  ];
}

interface SealedAccounts {
  /** Rights, by id. */
  readonly sealed: ReadonlyMap<string, string>;
  readonly subjects: ReadonlySet<string>;
  /** Ids of people who turned a second factor on. */
  readonly withFactor: ReadonlySet<string>;
  /** By id of the person. */
  readonly mailAddresses: ReadonlyMap<string, string | undefined>;
}

async function sealedAccounts(store: Store): Promise<SealedAccounts> {
  const sealed = new Map<string, string>();
  const subjects = new Map<string, string>(); // the last one of each person and issuer
  const withFactor = new Set<string>();
  const mailAddresses = new Map<string, string | undefined>();
  const keys = new Map<string, AccessKey>();
  for await (const { kind, subject, payload, at } of recordEntries(store)) {
    if (payload === undefined) continue;
    if (kind === 'person-changed') {
      const person = JSON.parse(payload) as Person & { readonly mailAddress?: string };
      sealed.set(subject, canonicalJson(rightsOf(person)));
      mailAddresses.set(subject, person.mailAddress);
    }
    if (kind === 'key-issued') keys.set(subject, JSON.parse(payload) as AccessKey);
    if (kind === 'webhook-changed') sealed.set(subject, canonicalJson(targetOf(JSON.parse(payload) as Webhook)));
    if (kind === 'subject-bound') {
      const { issuer, subject: word } = JSON.parse(payload) as BoundSubject;
      subjects.set(`${issuer} ${subject}`, subjectKey({ issuer, subject: word, personId: subject }));
    }
    if (kind === 'second-factor-changed') {
      if ((JSON.parse(payload) as { readonly isOn: boolean }).isOn) withFactor.add(subject);
      else withFactor.delete(subject);
    }
    if (kind === 'webhook-ended') sealed.delete(subject);
    const known = keys.get(subject);
    if (kind === 'key-ended' && known && known.endedAt === undefined) keys.set(subject, { ...known, endedAt: at });
  }
  for (const [id, key] of keys) sealed.set(id, canonicalJson(rightsOfKey(key)));
  return { sealed, subjects: new Set(subjects.values()), withFactor, mailAddresses };
}

function subjectKey({ issuer, subject, personId }: BoundSubject): string {
  return canonicalJson({ issuer, subject, personId });
}

function rightsOf({ id, name, duties, isDisabled }: Person) {
  return { id, name, duties, isDisabled };
}

function targetOf({ id, name, url, events, isDisabled }: Webhook) {
  return { id, name, url, events, isDisabled };
}

function rightsOfKey({ id, name, duties, expiresOn, endedAt }: AccessKey) {
  return { id, name, duties, expiresOn: expiresOn ?? '', endedAt: endedAt ?? '' };
}
