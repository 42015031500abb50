// Applications in, what joins them with others kept in the store: hashed, and made anew when the rules for it change.
import { createHash } from 'node:crypto';
import { keysForIncidents } from '@sekisho/engine/identity/indicator-keys.ts';
import type { Application } from '@sekisho/engine/model/application.ts';
import type { KnownKey } from '@sekisho/engine/model/chain.ts';
import { knownKeys, knownKeysVersion } from '@sekisho/engine/signals/known-keys.ts';
import type { StoredApplication, StoreWriter } from '../../store/store.ts';
import type { Parts } from '../parts.ts';

/** Applications of the past that one order waits for, at most; the next goes on. */
const MOST_MADE_FOR_ONE_ORDER = 5000;
const WRITTEN_TOGETHER = 200;

type KeyParts = Pick<Parts, 'store' | 'reference' | 'nameKeysVersion'>;

/** Keeps what joins an application with others, and gives how many keys that is. To be called in the write that saves it. */
export async function saveJoiningKeys(
  writer: StoreWriter,
  stored: Pick<StoredApplication, 'id' | 'revision' | 'entry'>,
  application: Application | undefined,
  parts: KeyParts,
): Promise<number> {
  const keys = application
    ? hashedKeys([...knownKeys(application, parts.reference), ...keysForIncidents(application)], parts)
    : [];
  await writer.saveKeys({ application: stored, keys, version: joiningKeysVersionOf(parts) });
  return keys.length;
}

/**
 * What was received before there were keys, or has keys by other rules, gets them now; erased ones have none.
 * @param most applications of the past.
 */
export async function makeMissingKeys(parts: KeyParts, most = MOST_MADE_FOR_ONE_ORDER): Promise<void> {
  const version = joiningKeysVersionOf(parts);
  for (let made = 0; made < most; made += WRITTEN_TOGETHER) {
    if (!(await parts.store.lacksKeys(version))) return;
    await parts.store.write(async (writer) => {
      for (const stored of await writer.applicationsWithoutKeys(version, WRITTEN_TOGETHER))
        await saveJoiningKeys(writer, stored, stored.application, parts);
    });
  }
}

/** The same application has the same keys under one version. */
export function joiningKeysVersionOf({ reference, nameKeysVersion }: Omit<KeyParts, 'store'>): string {
  return `${knownKeysVersion(reference)} ${nameKeysVersion}`;
}

/** The keys beside their hashes, each of which a party has once. */
export function hashedKeys<Key extends KnownKey>(
  keys: readonly Key[],
  { store }: Pick<Parts, 'store'>,
): readonly (Key & { readonly hash: string })[] {
  return keys.map((key) => ({ ...key, hash: hashOfKey(key, store.folder.id) }));
}

/** With the folder's id: the same value in another folder has another. */
export function hashOfKey({ fact, value }: Pick<KnownKey, 'fact' | 'value'>, folder: string): string {
  return createHash('sha256').update(`${folder}\n${fact}\n${value}`).digest('hex').slice(0, 32);
}
