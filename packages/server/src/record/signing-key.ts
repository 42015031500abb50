// The folder of keys and a record's id in, the key that signs its checkpoints out; made at the first use, never inside the data folder.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { CheckpointSigner } from '@sekisho/engine/record/checkpoint.ts';
import { makeFolder, syncFolder } from '../store/durable-files.ts';
import { liesInside } from './folder-places.ts';
import { codeOf, writeNewFile } from './new-file.ts';

/** A key that signs the checkpoints of one record. */
export interface SigningKey extends CheckpointSigner {
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
}

export interface KeyPlace {
  /**
   * Holds one folder a record: `private.pem` (mode 0600) and `<key id>.public.pem` of every key it ever had; while a key hands
   * over, `next.pem` is the one that comes.
   */
  readonly keysFolder: string;
  readonly dataFolder: string;
  readonly recordId: string;
}

/**
 * The key of the record; made when it has none yet.
 * @throws Problem `record.key` when the keys folder lies inside the data folder, when others than its owner may use the
 *   key, or when what stands there is not an Ed25519 private key.
 */
export async function openSigningKey(place: KeyPlace): Promise<SigningKey> {
  return openKey(place, CURRENT);
}

/** The key that is to come: the one that was made for it and is not in use yet, else a new one. @throws Problem as `openSigningKey`. */
export async function openNextKey(place: KeyPlace): Promise<SigningKey> {
  return openKey(place, NEXT);
}

/** The id of the key that was made to come and is not in use yet. @throws Problem `record.key`. */
export async function nextKeyId(place: KeyPlace): Promise<string | undefined> {
  const key = await readPrivateKey(path.join(keyFolderOf(place), NEXT));
  return key && keyIdOf(spkiOf(createPublicKey(key)));
}

/** Puts the key that is to come in the place of the one before, which is gone then. @throws Problem `record.key`. */
export async function adoptNextKey(place: KeyPlace): Promise<void> {
  const folder = keyFolderOf(place);
  const file = path.join(folder, CURRENT);
  try {
    await rename(path.join(folder, NEXT), file);
    await syncFolder(folder);
  } catch (error) {
    throw new Problem('record.key', { reason: 'the private key cannot be written', file }, { cause: error });
  }
}

const CURRENT = 'private.pem';
const NEXT = 'next.pem';

async function openKey(place: KeyPlace, name: typeof CURRENT | typeof NEXT): Promise<SigningKey> {
  const folder = keyFolderOf(place);
  const file = path.join(folder, name);
  const privateKey = (await readPrivateKey(file)) ?? (await makePrivateKey(file));
  const publicKey = spkiOf(createPublicKey(privateKey));
  const keyId = keyIdOf(publicKey);
  await keepPublicKey(path.join(folder, `${keyId}.public.pem`), createPublicKey(privateKey));
  return { keyId, publicKey, sign: (bytes) => sign(null, bytes, privateKey) };
}

/** The public keys the record ever had here, SPKI in DER by key id. Empty when it has none. */
export async function readPublicKeys(place: KeyPlace): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = keyFolderOf(place);
  const keys = new Map<string, Uint8Array>();
  for (const name of (await namesIn(folder)).filter((name) => name.endsWith('.public.pem'))) {
    const file = path.join(folder, name);
    const pem = await readFile(file);
    const spki = spkiOf(parsedKey(() => createPublicKey(pem), file));
    keys.set(keyIdOf(spki), spki);
  }
  return keys;
}

/** SHA-256 of a public key (SPKI, DER), lower-case hex. */
export function keyIdOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex');
}

/** Where a user's keys are kept when nothing else is said. */
export function defaultKeysFolder(
  platform: NodeJS.Platform,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const { win32, posix } = path;
  if (platform === 'win32')
    return win32.join(environment['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Sekisho', 'keys');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Sekisho', 'keys');
  return posix.join(environment['XDG_CONFIG_HOME'] || posix.join(home, '.config'), 'sekisho', 'keys');
}

/** @throws Problem `record.key` when it lies inside the data folder. */
export function keyFolderOf({ keysFolder, dataFolder, recordId }: KeyPlace): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(recordId))
    throw new Problem('record.key', { reason: 'the id of the record cannot name a folder', record: recordId });
  if (liesInside(keysFolder, dataFolder)) {
    const reason = 'the keys folder lies inside the data folder: whoever can change the record could sign it anew';
    throw new Problem('record.key', { reason, keysFolder, dataFolder });
  }
  return path.join(keysFolder, recordId);
}

async function readPrivateKey(file: string): Promise<KeyObject | undefined> {
  let pem: Buffer;
  let mode: number;
  try {
    pem = await readFile(file);
    ({ mode } = await stat(file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Problem('record.key', { reason: 'the private key cannot be read', file }, { cause: error });
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Problem('record.key', { reason: 'others than its owner may use the private key (chmod 600)', file });
  const key = parsedKey(() => createPrivateKey(pem), file);
  if (key.asymmetricKeyType !== 'ed25519') throw new Problem('record.key', { reason: 'is not an Ed25519 key', file });
  return key;
}

/** Two processes may come here at once: the first to name its key wins, and both use that one. */
async function makePrivateKey(file: string): Promise<KeyObject> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    await makeFolder(path.dirname(file));
    await writeNewFile(file, 0o600, (handle) => handle.writeFile(pem));
  } catch (error) {
    throw new Problem('record.key', { reason: 'the private key cannot be written', file }, { cause: error });
  }
  const kept = await readPrivateKey(file);
  if (!kept) throw new Problem('record.key', { reason: 'the private key cannot be read', file });
  return kept;
}

async function keepPublicKey(file: string, key: KeyObject): Promise<void> {
  if ((await namesIn(path.dirname(file))).includes(path.basename(file))) return;
  try {
    await writeNewFile(file, 0o644, (handle) => handle.writeFile(key.export({ type: 'spki', format: 'pem' })));
  } catch (error) {
    throw new Problem('record.key', { reason: 'the public key cannot be written', file }, { cause: error });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new Problem('record.key', { reason: 'the folder of keys cannot be read', folder }, { cause: error });
  }
}

function parsedKey(parse: () => KeyObject, file: string): KeyObject {
  try {
    return parse();
  } catch (error) {
    throw new Problem('record.key', { reason: 'is not a key', file }, { cause: error });
  }
}

const spkiOf = (key: KeyObject): Uint8Array => key.export({ type: 'spki', format: 'der' });
