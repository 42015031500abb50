// The folder of keys and a record's id in, a box that secrets are kept in out: what stands in the database is of no use without the folder.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { makeFolder } from '../store/durable-files.ts';
import { codeOf, writeNewFile } from './new-file.ts';
import { keyFolderOf, type KeyPlace } from './signing-key.ts';

export interface SecretBox {
  /** @param owner what the secret belongs to: moved to another owner, it cannot be opened. */
  seal(secret: string, owner: string): string;
  /** @throws Problem `record.key` when it was sealed with another key or for another owner, or was altered. */
  open(sealed: string, owner: string): string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/**
 * AES-256-GCM with `secrets.key` of the record's folder of keys, which is made at the first use.
 * @throws Problem `record.key` when the key cannot be read or written, others may read it, or the folder lies inside the data folder.
 */
export async function openSecretBox(place: KeyPlace): Promise<SecretBox> {
  const file = path.join(keyFolderOf(place), 'secrets.key');
  const key = (await readKey(file)) ?? (await makeKey(file));
  return {
    seal: (secret, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(owner));
      const content = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64');
    },
    open: (sealed, owner) => {
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(owner));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const content = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
      } catch (error) {
        throw new Problem('record.key', { reason: 'does not open what was kept with it', file }, { cause: error });
      }
    },
  };
}

async function readKey(file: string): Promise<Buffer | undefined> {
  let key: Buffer;
  let mode: number;
  try {
    key = await readFile(file);
    ({ mode } = await stat(file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Problem('record.key', { reason: 'the key of secrets cannot be read', file }, { cause: error });
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Problem('record.key', { reason: 'others than its owner may read the key of secrets (chmod 600)', file });
  if (key.length !== KEY_BYTES) throw new Problem('record.key', { reason: 'is no key of secrets', file });
  return key;
}

/** Two processes may come here at once: the first to name its key wins, and both use that one. */
async function makeKey(file: string): Promise<Buffer> {
  try {
    await makeFolder(path.dirname(file));
    await writeNewFile(file, 0o600, (handle) => handle.writeFile(randomBytes(KEY_BYTES)));
  } catch (error) {
    throw new Problem('record.key', { reason: 'the key of secrets cannot be written', file }, { cause: error });
  }
  const kept = await readKey(file);
  if (!kept) throw new Problem('record.key', { reason: 'the key of secrets cannot be read', file });
  return kept;
}
