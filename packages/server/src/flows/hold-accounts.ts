// People and keys as the tables have them and as the record says in, where they differ out: whoever gave themselves a duty is found.
import type { AccessKey, Person } from '@sekisho/engine/model/person.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { recordEntries } from '../record/record-entries.ts';
import type { Store } from '../store/store.ts';

/** A sentence for each difference; none when all is as sealed. An entry that was erased says nothing. */
export async function accountsAgainstRecord(store: Store): Promise<readonly string[]> {
  const sealed = await sealedAccounts(store);
  const people = (await store.accounts.people()).map((person) => [`person ${person.name}`, rightsOf(person)] as const);
  const keys = (await store.accounts.accessKeys()).map((key) => [`key ${key.name}`, rightsOfKey(key)] as const);
  const kept = [...people, ...keys];
  return [
    ...kept.flatMap(([what, rights]) =>
      sealed.get(rights.id) === canonicalJson(rights) ? [] : [`${what}: other duties than the record says`],
    ),
    ...[...sealed.keys()]
      .filter((id) => !kept.some(([, rights]) => rights.id === id))
      .map((id) => `person or key ${id}: in the record, and not in its table`),
  ];
}

async function sealedAccounts(store: Store): Promise<ReadonlyMap<string, string>> {
  const sealed = new Map<string, string>();
  const keys = new Map<string, AccessKey>();
  for await (const { kind, subject, payload, at } of recordEntries(store)) {
    if (payload === undefined) continue;
    if (kind === 'person-changed') sealed.set(subject, canonicalJson(rightsOf(JSON.parse(payload) as Person)));
    if (kind === 'key-issued') keys.set(subject, JSON.parse(payload) as AccessKey);
    const known = keys.get(subject);
    if (kind === 'key-ended' && known && known.endedAt === undefined) keys.set(subject, { ...known, endedAt: at });
  }
  for (const [id, key] of keys) sealed.set(id, canonicalJson(rightsOfKey(key)));
  return sealed;
}

function rightsOf({ id, name, duties, isDisabled }: Person) {
  return { id, name, duties, isDisabled };
}

function rightsOfKey({ id, name, duties, expiresOn, endedAt }: AccessKey) {
  return { id, name, duties, expiresOn: expiresOn ?? '', endedAt: endedAt ?? '' };
}
