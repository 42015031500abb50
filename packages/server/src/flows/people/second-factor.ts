// A person who is signed in, and codes of their device, in; a second factor turned on, asked for at each sign-in, and taken away out.
import { randomBytes } from 'node:crypto';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Person } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { Secret, TOTP } from 'otpauth';
import type { SecretBox } from '../../record/secret-box.ts';
import type { SecondFactor } from '../../store/second-factors.ts';
import type { StoreWriter } from '../../store/store.ts';
import type { RecordPlaces } from '../checkpoint.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { secretBox } from '../secrets-kept.ts';
import { hashOfToken } from './secrets.ts';

/** For the device of the person; it is shown once. */
export interface OfferedFactor {
  /** Base32. */
  readonly secret: string;
  /** `otpauth://totp/…`, for a picture that a device reads. */
  readonly uri: string;
}

/** RFC 6238 as every device has it: SHA-1, six digits, thirty seconds. */
const PERIOD_MS = 30_000;
const SECRET_BYTES = 20;
/** A clock may be one period off. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/**
 * A new secret for the person's device. It counts for nothing until a code of it is given back.
 * @throws Problem `person.invalid` when a second factor is on already, `record.key`.
 */
export async function offerSecondFactor(person: Person, parts: Parts, places: RecordPlaces): Promise<OfferedFactor> {
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer });
  const sealedSecret = (await secretBox(parts, places)).seal(secret.base32, person.id);
  await parts.store.write(async (writer) => {
    const known = await writer.secondFactors.secondFactor(person.id);
    if (known?.confirmedAt !== undefined)
      throw new Problem('person.invalid', { person: person.name, reason: 'a second factor is on already' });
    await writer.secondFactors.saveSecondFactor({
      personId: person.id,
      sealedSecret,
      lastPeriod: 0,
      recoveryHashes: [],
    });
  });
  return { secret: secret.base32, uri: deviceOf(secret.base32, person.name).toString() };
}

/**
 * Turns the offered factor on with the first code of the device; given back are codes for paper, once.
 * @throws Problem `access.wrong-code`
 */
export async function confirmSecondFactor(
  person: Person,
  code: string,
  parts: Parts,
  places: RecordPlaces,
): Promise<readonly string[]> {
  const box = await secretBox(parts, places);
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await parts.store.write(async (writer) => {
    const known = await writer.secondFactors.secondFactor(person.id);
    const at = parts.clock();
    const period = known?.confirmedAt === undefined && known && periodOf(code, known, at, box);
    if (!known || period === undefined || period === false) throw new Problem('access.wrong-code');
    await writer.secondFactors.saveSecondFactor({
      ...known,
      confirmedAt: at,
      lastPeriod: period,
      recoveryHashes: codes.map(hashOfToken),
    });
    await sealFactor(person.id, true, writer, parts);
  });
  return codes;
}

/** @throws Problem `access.wrong-code` */
export async function endOwnSecondFactor(
  person: Person,
  code: string,
  parts: Parts,
  places: RecordPlaces,
): Promise<void> {
  const box = await secretBox(parts, places);
  await parts.store.write(async (writer) => {
    if (!(await isProven(person.id, code, parts.clock(), box, writer))) throw new Problem('access.wrong-code');
    await writer.secondFactors.removeSecondFactor(person.id);
    await sealFactor(person.id, false, writer, parts);
  });
}

/** Of somebody who has lost their device; what they were signed in with ends. @throws Problem `person.not-found` */
export async function endSecondFactorOf(id: string, parts: Parts): Promise<void> {
  permit(parts, 'person.manage');
  await parts.store.write(async (writer) => {
    if (!(await writer.accounts.person(id))) throw new Problem('person.not-found', { person: id });
    await writer.accounts.endSessionsOf(id);
    await writer.secondFactors.removeSecondFactor(id);
    await sealFactor(id, false, writer, parts);
  });
}

/** Whether the person is asked for a code. */
export async function hasSecondFactor(personId: string, { store }: Pick<Parts, 'store'>): Promise<boolean> {
  return (await store.secondFactors.secondFactor(personId))?.confirmedAt !== undefined;
}

/**
 * Inside the write that lets somebody in: nothing to prove, or a code that was not taken before and is taken no more from now on.
 * The answer is false, rather than thrown, so that whoever asks can count it.
 */
export async function isProven(
  personId: string,
  code: string,
  at: Instant,
  box: SecretBox,
  writer: StoreWriter,
): Promise<boolean> {
  const known = await writer.secondFactors.secondFactor(personId);
  if (known?.confirmedAt === undefined) return true;
  const recovery = hashOfToken(code.trim().toLowerCase());
  if (known.recoveryHashes.includes(recovery)) {
    const recoveryHashes = known.recoveryHashes.filter((hash) => hash !== recovery);
    await writer.secondFactors.saveSecondFactor({ ...known, recoveryHashes });
    return true;
  }
  const period = periodOf(code, known, at, box);
  if (period === undefined) return false;
  await writer.secondFactors.saveSecondFactor({ ...known, lastPeriod: period });
  return true;
}

/** The period whose code it is; undefined for another one's, and for one that was taken already or comes before it. */
function periodOf(
  code: string,
  { personId, sealedSecret, lastPeriod }: SecondFactor,
  at: Instant,
  box: SecretBox,
): number | undefined {
  const timestamp = Date.parse(at);
  const device = deviceOf(box.open(sealedSecret, personId), '');
  const delta = device.validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: WINDOW });
  if (delta === null) return undefined;
  const period = Math.floor(timestamp / PERIOD_MS) + delta;
  return lastPeriod < period ? period : undefined;
}

function deviceOf(base32: string, name: string): TOTP {
  return new TOTP({ issuer: 'Sekisho', label: name, secret: Secret.fromBase32(base32) });
}

/** 80 bits, in groups that can be typed. */
function newRecoveryCode(): string {
  const digits = randomBytes(RECOVERY_BYTES).toString('hex');
  return digits.match(/.{5}/g)?.join('-') ?? digits;
}

async function sealFactor(id: string, isOn: boolean, writer: StoreWriter, { actor, clock }: Parts): Promise<void> {
  await writer.seal('second-factor-changed', id, { id, isOn, by: actor.name }, clock());
}
