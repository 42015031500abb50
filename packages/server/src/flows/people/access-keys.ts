// A program to be let in, a key whose secret is shown once out; a key in, who it stands for out.
import { randomUUID } from 'node:crypto';
import type { AccessKey, Actor } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredAccessKey } from '../../store/accounts.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { knownDay, knownDuties } from './people.ts';
import { hashOfSecret, hashOfToken, isSecret, newToken } from './secrets.ts';

export interface IssuedKey {
  readonly key: AccessKey;
  /** `<id>.<secret>`, as it is sent. It cannot be shown again. */
  readonly credential: string;
}

export async function listAccessKeys(parts: Parts): Promise<readonly AccessKey[]> {
  permit(parts, 'person.manage');
  return (await parts.store.accounts.accessKeys()).map(withoutSecret);
}

/** @throws Problem `person.invalid` with the reason: no name, an unknown duty, no day. */
export async function issueKey(
  asked: { readonly name: string; readonly duties: readonly string[]; readonly expiresOn?: string },
  parts: Parts,
): Promise<IssuedKey> {
  permit(parts, 'person.manage');
  const name = asked.name.trim();
  if (name === '') throw new Problem('person.invalid', { person: name, reason: 'a key has a name' });
  const secret = newToken();
  const key: AccessKey = {
    id: randomUUID(),
    name,
    duties: knownDuties(name, asked.duties),
    createdAt: parts.clock(),
    createdBy: parts.actor.name,
    ...(asked.expiresOn !== undefined && { expiresOn: knownDay(name, asked.expiresOn) }),
  };
  const secretHash = await hashOfSecret(secret);
  await parts.store.write(async (writer) => {
    await writer.accounts.saveAccessKey({ ...key, secretHash });
    await writer.seal('key-issued', key.id, { ...key }, key.createdAt);
  });
  return { key, credential: `${key.id}.${secret}` };
}

/** @throws Problem `person.not-found` */
export async function endKey(id: string, parts: Parts): Promise<AccessKey> {
  permit(parts, 'person.manage');
  const at = parts.clock();
  return parts.store.write(async (writer) => {
    const known = await writer.accounts.accessKey(id);
    if (!known) throw new Problem('person.not-found', { person: id });
    const ended: StoredAccessKey = { ...known, endedAt: known.endedAt ?? at };
    await writer.accounts.saveAccessKey(ended);
    await writer.seal('key-ended', id, { id, by: parts.actor.name }, at);
    return withoutSecret(ended);
  });
}

/** Keys that were proven in this process: proving one takes as long as a passphrase, on purpose. */
export class ProvenKeys {
  readonly #hashBySecret = new Map<string, string>();

  /** Whoever the key stands for; undefined when it is none, or no longer one. */
  async actorOf(credential: string, { store, clock }: Parts): Promise<Actor | undefined> {
    const [id = '', secret = ''] = credential.split('.', 2);
    const key = id === '' || secret === '' ? undefined : await store.accounts.accessKey(id);
    const today = clock().slice(0, 10);
    if (!key || key.endedAt !== undefined || (key.expiresOn !== undefined && key.expiresOn < today)) return undefined;
    const given = hashOfToken(credential);
    if (this.#hashBySecret.get(given) !== key.secretHash) {
      if (!(await isSecret(secret, key.secretHash))) return undefined;
      if (MAX_PROVEN <= this.#hashBySecret.size) this.#hashBySecret.clear();
      this.#hashBySecret.set(given, key.secretHash);
    }
    return { id: key.id, name: key.name, duties: key.duties };
  }
}

const MAX_PROVEN = 10_000;

function withoutSecret({ secretHash: _, ...key }: StoredAccessKey): AccessKey {
  return key;
}
