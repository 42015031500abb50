// What people and programs know in, what is kept of it out: argon2id of passphrases and of keys' secrets, SHA-256 of random tokens.
import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2id = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** A PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashOfSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(secret, salt, COST);
  const { memory, passes, parallelism } = COST;
  const costs = `m=${String(memory)},t=${String(passes)},p=${String(parallelism)}`;
  return `$argon2id$v=19$${costs}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Takes as long whether it is the secret or not. */
export async function isSecret(secret: string, hash: string): Promise<boolean> {
  const read = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
  if (!read) return false;
  const [, memory, passes, parallelism, salt = '', tag = ''] = read;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return timingSafeEqual(await tagOf(secret, Buffer.from(salt, 'base64'), cost), Buffer.from(tag, 'base64'));
}

/** 256 random bits as text for a cookie, a link or a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Of what is random by itself: there is nothing to guess, so that nothing slow is needed. Lower-case hex. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

async function tagOf(secret: string, nonce: Buffer, cost: Record<keyof typeof COST, number>): Promise<Buffer> {
  const message = Buffer.from(secret.normalize('NFKC'));
  return argon2id('argon2id', { message, nonce, tagLength: TAG_BYTES, ...cost });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
