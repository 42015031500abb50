// A name and a passphrase, a link that works once, or a session's token in; who it is out, or nothing.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Person } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredPerson, StoredSession } from '../../store/accounts.ts';
import type { StoreWriter } from '../../store/store.ts';
import type { RecordPlaces } from '../checkpoint.ts';
import type { Parts } from '../parts.ts';
import { secretBox } from '../secrets-kept.ts';
import { LONGEST_SESSION_MS, sessionLimits } from '../settings/settings-in-force.ts';
import { DAY_MS, later, withoutSecret } from './people.ts';
import { hasSecondFactor, isProven } from './second-factor.ts';
import { hashOfSecret, hashOfToken, isSecret, newToken } from './secrets.ts';

export interface OpenSession {
  readonly person: Person;
  /** For the browser's cookie. */
  readonly token: string;
  readonly csrf: string;
  readonly expiresAt: Instant;
}

/** A session's use is noted no more often. */
const NOTE_USE_MS = 60_000;
/** NIST SP 800-63B: length counts, composition rules do not. */
const MIN_PASSPHRASE_CHARS = 12;
const MAX_PASSPHRASE_CHARS = 500;

/** Tries that a name has, and how long until it has them again. */
const MAX_TRIES = 10;
const TRIES_MS = DAY_MS / 96;

/** How often each name was tried in vain, in this process. */
export class SignInTries {
  readonly #failed = new Map<string, { count: number; until: number }>();

  /** @throws Problem `access.too-many-tries` */
  check(name: string, now: number): void {
    const known = this.#failed.get(name);
    if (known && now < known.until && MAX_TRIES <= known.count)
      throw new Problem('access.too-many-tries', { minutes: Math.ceil((known.until - now) / 60_000) });
  }

  failed(name: string, now: number): void {
    for (const [other, { until }] of this.#failed) if (until <= now) this.#failed.delete(other);
    const known = this.#failed.get(name);
    this.#failed.set(name, { count: (known?.count ?? 0) + 1, until: now + TRIES_MS });
  }

  succeeded(name: string): void {
    this.#failed.delete(name);
  }
}

/**
 * @throws Problem `access.wrong-passphrase`, the same whether the name or the passphrase is wrong or the person is disabled;
 *   `access.too-many-tries`; `access.wrong-code` for a second factor, when the passphrase is right.
 */
export async function signIn(
  given: { readonly name: string; readonly passphrase: string; readonly code?: string },
  tries: SignInTries,
  parts: Parts,
  places: RecordPlaces,
): Promise<OpenSession> {
  const name = given.name.normalize('NFKC').trim().toLowerCase();
  const now = Date.parse(parts.clock());
  tries.check(name, now);
  const person = await parts.store.accounts.personNamed(name);
  // somebody who is not there takes as long to be refused as somebody who is
  const isRight = await isSecret(given.passphrase, person?.passphraseHash ?? (await noHash));
  if (!person || person.passphraseHash === undefined || person.isDisabled || !isRight) {
    tries.failed(name, now);
    throw new Problem('access.wrong-passphrase');
  }
  const proof = await proofOf(person, given.code, parts, places);
  const opened = await parts.store.write(async (writer) =>
    (await proof(writer)) ? openSession(person, parts.clock(), writer) : undefined,
  );
  if (!opened) {
    tries.failed(name, now);
    throw new Problem('access.wrong-code');
  }
  tries.succeeded(name);
  return opened;
}

/** Whether the person has what they are asked for beside a passphrase; the key that opens it is read before anybody is kept waiting. */
async function proofOf(
  person: Person,
  code: string | undefined,
  parts: Parts,
  places: RecordPlaces,
): Promise<(writer: StoreWriter) => Promise<boolean>> {
  if (!(await hasSecondFactor(person.id, parts))) return () => Promise.resolve(true);
  const box = await secretBox(parts, places);
  return (writer) => isProven(person.id, code ?? '', parts.clock(), box, writer);
}

const noHash = hashOfSecret(newToken());

/**
 * Sets the passphrase of whoever was invited and signs them in; the link works once.
 * @throws Problem `access.invitation` (unknown, used or too old), `person.invalid` for a passphrase that is too short,
 *   `access.wrong-code` when a second factor is on.
 */
export async function acceptInvitation(
  { token, passphrase, code }: { readonly token: string; readonly passphrase: string; readonly code?: string },
  tries: SignInTries,
  parts: Parts,
  places: RecordPlaces,
): Promise<OpenSession> {
  const characters = [...passphrase].length;
  if (characters < MIN_PASSPHRASE_CHARS || MAX_PASSPHRASE_CHARS < characters)
    throw new Problem('person.invalid', {
      person: '',
      reason: `a passphrase has ${String(MIN_PASSPHRASE_CHARS)} to ${String(MAX_PASSPHRASE_CHARS)} characters`,
    });
  const passphraseHash = await hashOfSecret(passphrase);
  const at = parts.clock();
  const invited = await parts.store.accounts.invitation(hashOfToken(token));
  const known = invited && (await parts.store.accounts.person(invited.personId));
  if (known) tries.check(known.id, Date.parse(at));
  const proof = known && (await proofOf(known, code, parts, places));
  const opened = await parts.store.write(async (writer) => {
    const invitation = await writer.accounts.invitation(hashOfToken(token));
    const person = invitation && at <= invitation.expiresAt && (await writer.accounts.person(invitation.personId));
    if (!person || person.isDisabled) throw new Problem('access.invitation');
    if (proof && !(await proof(writer))) return undefined;
    await writer.accounts.endSessionsOf(person.id);
    await writer.accounts.savePerson({ ...person, passphraseHash });
    await writer.seal('passphrase-set', person.id, { id: person.id }, at);
    return openSession(person, at, writer);
  });
  if (opened) return opened;
  if (known) tries.failed(known.id, Date.parse(at));
  throw new Problem('access.wrong-code');
}

/** Whose session it is; undefined when it ended, or its person may not work any more. */
export async function personOfSession(
  token: string,
  parts: Parts,
): Promise<{ readonly person: StoredPerson; readonly csrf: string } | undefined> {
  const session = await parts.store.accounts.session(hashOfToken(token));
  const at = parts.clock();
  if (!session || hasEnded(session, at, await sessionLimits(parts.store))) return undefined;
  const person = await parts.store.accounts.person(session.personId);
  if (!person || person.isDisabled) return undefined;
  if (later(session.usedAt, NOTE_USE_MS) < at)
    await parts.store.write(async (writer) => {
      // what ended meanwhile stays ended
      const known = await writer.accounts.session(session.tokenHash);
      if (known) await writer.accounts.saveSession({ ...known, usedAt: at });
    });
  return { person, csrf: session.csrf };
}

export async function signOut(token: string, { store }: Parts): Promise<void> {
  await store.write((writer) => writer.accounts.endSession(hashOfToken(token)));
}

/** A limit that was made shorter counts for who is signed in already. */
function hasEnded(
  { createdAt, expiresAt, usedAt }: StoredSession,
  at: Instant,
  { wholeMs, idleMs }: Awaited<ReturnType<typeof sessionLimits>>,
): boolean {
  return expiresAt < at || later(createdAt, wholeMs) < at || later(usedAt, idleMs) < at;
}

/** Inside the write that lets the person in, once they have proven who they are. */
export async function openSession(person: StoredPerson, at: Instant, writer: StoreWriter): Promise<OpenSession> {
  const token = newToken();
  const session: StoredSession = {
    tokenHash: hashOfToken(token),
    personId: person.id,
    csrf: newToken(),
    createdAt: at,
    usedAt: at,
    expiresAt: later(at, LONGEST_SESSION_MS),
  };
  await writer.accounts.forgetBefore(at, later(at, -DAY_MS));
  await writer.accounts.saveSession(session);
  return { person: withoutSecret(person), token, csrf: session.csrf, expiresAt: session.expiresAt };
}
