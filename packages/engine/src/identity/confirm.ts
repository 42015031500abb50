// A party and what a register's edition answered in, what the register says of the claim out.
import { seatAddresses, type Party } from '../model/application.ts';
import { daysBetween, type CalendarDate } from '../model/calendar.ts';
import type { Confirmation, FieldComparison, RegisterFact } from '../model/register.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { addressOf, compareClaimedAddress, type AddressReference } from './claimed-address.ts';
import { claimedNumbers, type RegisterNumbers } from './claimed-number.ts';
import { compareCompanyName, isLatinName } from './company-name.ts';
import { compareAge, compareKind, compareStatus } from './company-status.ts';
import { registerNameKeys } from './register-name-keys.ts';

/** What the tables of `data/` know: names, and how addresses are written. */
export interface ConfirmReference extends AddressReference {
  readonly names: NameReference;
}

/** What a register's edition answered to a `registerQuestion`. */
export interface RegisterAnswer extends RegisterNumbers {
  readonly register: string;
  /** Absent when there is no edition at all. */
  readonly editionId?: string;
  readonly complete: boolean;
  readonly fresh: boolean;
  /** The day the edition stands for. */
  readonly standsAt?: CalendarDate;
  readonly byNumber?: RegisterFact;
  /** Companies of the claimed names, without doubles. */
  readonly byName: readonly RegisterFact[];
  /** True when there were more of a name than were asked for: the right one may not be among them. */
  readonly byNameIsCutOff?: boolean;
}

/** Why a confirmation is what it is: `confirmation.<reason>` in the message catalogue. */
export const confirmationReasons = [
  'number-and-name-agree',
  'number-name-and-town-agree',
  'number-name-and-city-agree',
  'number-and-former-name-agree',
  'number-and-former-address-agree',
  'number-and-other-address-agree',
  'name-and-address-agree',
  'number-invalid',
  'numbers-contradict',
  'number-not-found',
  'name-not-found',
  'name-differs',
  'name-found-elsewhere',
  'name-in-other-script',
  'address-differs',
  'address-uncertain',
  'address-not-claimed',
  'kind-differs',
  'closed',
  'closing',
  'merged',
  'only-former-rows',
  'not-yet-published',
  'several-companies-agree',
  'too-many-of-the-name',
  'register-missing',
  'register-stale',
  'register-incomplete',
] as const;
export type ConfirmationReason = (typeof confirmationReasons)[number];

/** NTA: a new company shows about two weeks after it is formed; a month is safe. */
const DAYS_UNTIL_PUBLISHED = 30;

/** What to ask a register of a country about a party: the number in its normal form, and keys of the claimed names. */
export function registerQuestion(
  party: Party,
  register: RegisterNumbers,
  names: NameReference,
): { readonly number?: string; readonly nameKeys: readonly string[] } {
  const [number] = claimedNumbers(party, register).valid;
  const keys = namesIn(party, ['primary', 'original-script', 'alias', 'former', 'reading']).flatMap((text) =>
    registerNameKeys(text, names),
  );
  return { ...(number !== undefined && { number }), nameKeys: [...new Set(keys)] };
}

/**
 * Holds what a party claims against what a register says. CONFIRMED needs a fresh register, a company that stands open in
 * it, its number and a name that agree (or one company alone whose name and address do) and nothing that contradicts. A
 * claimed address that cannot be compared is NOT_CHECKABLE; how far another agrees is said in the reason and in the field.
 * The age is told and decides nothing. Absence is NOT_FOUND only in a register that is complete and fresh, else NOT_CHECKABLE.
 */
export function confirm(party: Party, answer: RegisterAnswer, reference: ConfirmReference): Confirmation {
  const { valid, invalid } = claimedNumbers(party, answer);
  const [number] = valid;
  const claim: Claim = {
    party,
    names: namesIn(party, ['primary', 'original-script']),
    ...(number !== undefined && { number }),
    numbersContradict: 1 < valid.length || (valid.length === 1 && invalid),
  };
  if (number !== undefined)
    return answer.byNumber ? heldAgainst(answer.byNumber, claim, answer, reference) : absent(claim, answer, reference);
  if (invalid) return withInvalidNumber(claim, answer, reference);
  return byNameAlone(claim, answer, reference);
}

interface Claim {
  readonly party: Party;
  readonly names: readonly string[];
  readonly number?: string;
  /** The party gives numbers of several companies, or one beside one that cannot be a number. */
  readonly numbersContradict: boolean;
}

/** The names of some kinds; a name without a kind is primary. Weak names and aliases never identify a company. */
function namesIn(party: Party, kinds: readonly string[]): readonly string[] {
  return party.names.filter(({ kind = 'primary' }) => kinds.includes(kind)).map(({ text }) => text);
}

/** The claimed number is in the register. */
function heldAgainst(
  fact: RegisterFact,
  claim: Claim,
  answer: RegisterAnswer,
  reference: ConfirmReference,
): Confirmation {
  const fields = compareFields(fact, claim, answer, reference);
  const found = (verdict: Confirmation['verdict'], reason: ConfirmationReason) =>
    confirmationOf(claim, answer, { verdict, reason, basis: 'number', fields, fact });
  const [name, address, status, kind] = fields.map((field) => field.verdict);
  if (!answer.fresh) return found('NOT_CHECKABLE', 'register-stale');
  if (!fact.current.latest) return found('NOT_CHECKABLE', 'only-former-rows');
  if (status === 'DIFFERENT') return found('MISMATCH', reasonForClosed(fact));
  if (status === 'SIMILAR') return found('MISMATCH', 'closing');
  if (claim.numbersContradict) return found('MISMATCH', 'numbers-contradict');
  if (name === 'DIFFERENT') return found('MISMATCH', 'name-differs');
  if (kind === 'DIFFERENT') return found('MISMATCH', 'kind-differs');
  // an old seat under an old name may be an old letterhead that somebody else has found
  if (address === 'DIFFERENT' || (address === 'FORMER' && name === 'FORMER'))
    return found('MISMATCH', 'address-differs');
  if (name === 'NOT_REGISTERED') return found('NOT_CHECKABLE', 'name-in-other-script');
  if (address === 'UNPARSEABLE' || address === 'NOT_REGISTERED') return found('NOT_CHECKABLE', 'address-uncertain');
  return found('CONFIRMED', reasonForAgreement(fields));
}

function reasonForAgreement([name, address]: Fields): ConfirmationReason {
  if (name.verdict === 'FORMER') return 'number-and-former-name-agree';
  if (address.verdict === 'FORMER') return 'number-and-former-address-agree';
  if (address.detail === 'OTHER_ADDRESS') return 'number-and-other-address-agree';
  if (address.detail === 'SAME_TOWN') return 'number-name-and-town-agree';
  return address.detail === 'SAME_CITY' ? 'number-name-and-city-agree' : 'number-and-name-agree';
}

function reasonForClosed({ current }: RegisterFact): ConfirmationReason {
  return current.successorNumber === undefined ? 'closed' : 'merged';
}

/** The claimed number is not in the register. */
function absent(claim: Claim, answer: RegisterAnswer, reference: ConfirmReference): Confirmation {
  const silence = reasonForSilence(claim, answer);
  return confirmationOf(claim, answer, {
    verdict: silence ? 'NOT_CHECKABLE' : 'NOT_FOUND',
    reason: silence ?? 'number-not-found',
    basis: answer.editionId === undefined ? 'none' : 'number',
    candidates: ofTheName(claim, answer, reference),
  });
}

/** No register can have such a number. Candidates tell whether it was mistyped. */
function withInvalidNumber(claim: Claim, answer: RegisterAnswer, reference: ConfirmReference): Confirmation {
  const candidates = ofTheName(claim, answer, reference);
  const isNowhere = candidates.length === 0 && reasonForSilence(claim, answer) === undefined;
  return confirmationOf(claim, answer, {
    verdict: isNowhere ? 'NOT_FOUND' : 'MISMATCH',
    reason: 'number-invalid',
    basis: answer.editionId === undefined ? 'none' : 'name',
    candidates,
  });
}

/** A name alone never identifies a company: an address must agree with it, of one company only. */
function byNameAlone(claim: Claim, answer: RegisterAnswer, reference: ConfirmReference): Confirmation {
  const silence = reasonForSilence(claim, answer);
  const candidates = ofTheName(claim, answer, reference);
  const basis = answer.editionId === undefined ? 'none' : 'name';
  const found = (verdict: Confirmation['verdict'], reason: ConfirmationReason, more: Partial<Outcome> = {}) =>
    confirmationOf(claim, answer, { verdict, reason, basis, candidates, ...more });
  if (silence === 'register-missing' || silence === 'register-stale') return found('NOT_CHECKABLE', silence);
  if (0 < candidates.length && seatAddresses(claim.party).length === 0)
    return found('NOT_CHECKABLE', 'address-not-claimed');

  const compared = candidates.map((fact) => ({ fact, fields: compareFields(fact, claim, answer, reference) }));
  const there = compared.filter(({ fields: [, address] }) => ['SAME', 'SAME_BLOCK'].includes(address.detail ?? ''));
  const [open, second] = there.filter(
    ({ fact, fields: [, , status] }) => fact.current.latest && status.verdict === 'SAME',
  );
  if (second) return found('NOT_CHECKABLE', 'several-companies-agree');
  if (open)
    return open.fields[3].verdict === 'DIFFERENT'
      ? found('MISMATCH', 'kind-differs', open)
      : found('CONFIRMED', 'name-and-address-agree', open);
  const closing = there.find(({ fields: [, , status] }) => status.verdict === 'SIMILAR');
  if (closing) return found('MISMATCH', 'closing', closing);
  const [gone] = there;
  if (gone)
    return gone.fact.current.latest
      ? found('MISMATCH', reasonForClosed(gone.fact), gone)
      : found('NOT_CHECKABLE', 'only-former-rows', gone);

  if (answer.byNameIsCutOff) return found('NOT_CHECKABLE', 'too-many-of-the-name');
  if (silence) return found('NOT_CHECKABLE', silence);
  const [only] = compared;
  if (!only)
    return claim.names.every((text) => isLatinName(text, reference.names))
      ? found('NOT_CHECKABLE', 'name-in-other-script')
      : found('NOT_FOUND', 'name-not-found');
  const isUncertain = compared.some(({ fields: [, address] }) => address.verdict !== 'DIFFERENT');
  const fields = compared.length === 1 ? only.fields : [];
  return found('MISMATCH', isUncertain ? 'address-uncertain' : 'name-found-elsewhere', { fields });
}

/** Why nothing follows from not having found a company; undefined when it follows that there is none. */
function reasonForSilence(
  { party }: Claim,
  { editionId, complete, fresh, standsAt }: RegisterAnswer,
): ConfirmationReason | undefined {
  if (editionId === undefined) return 'register-missing';
  if (!fresh) return 'register-stale';
  if (!complete) return 'register-incomplete';
  const isTooNew =
    party.foundedOn !== undefined &&
    standsAt !== undefined &&
    daysBetween(party.foundedOn, standsAt) < DAYS_UNTIL_PUBLISHED;
  return isTooNew ? 'not-yet-published' : undefined;
}

/** Those of the companies found by name whose name really agrees: keys are wider than names. */
function ofTheName({ names }: Claim, { byName }: RegisterAnswer, reference: ConfirmReference): readonly RegisterFact[] {
  return byName.filter(({ current, history }) => {
    const { verdict } = compareCompanyName(names, current, history, reference.names);
    return verdict === 'SAME' || verdict === 'SIMILAR' || verdict === 'FORMER';
  });
}

type Fields = readonly [
  name: FieldComparison,
  address: FieldComparison,
  status: FieldComparison,
  kind: FieldComparison,
  ...age: readonly FieldComparison[],
];

function compareFields(
  { current, history }: RegisterFact,
  { party, names }: Claim,
  { country, numbers }: RegisterAnswer,
  reference: ConfirmReference,
): Fields {
  const name = compareCompanyName(names, current, history, reference.names);
  return [
    name,
    compareClaimedAddress(party, { current, history }, country, reference),
    compareStatus(current),
    compareKind(party, names, current, numbers, name, reference.names),
    ...(party.foundedOn === undefined ? [] : [compareAge(party.foundedOn, current)]),
  ];
}

interface Outcome {
  readonly verdict: Confirmation['verdict'];
  readonly reason: ConfirmationReason;
  readonly basis: Confirmation['basis'];
  readonly fields?: readonly FieldComparison[];
  readonly fact?: RegisterFact;
  readonly candidates?: readonly RegisterFact[];
}

function confirmationOf(
  { party, number }: Claim,
  { register, editionId }: RegisterAnswer,
  { verdict, reason, basis, fields = [], fact, candidates = [] }: Outcome,
): Confirmation {
  return {
    party: party.id,
    register,
    ...(editionId !== undefined && { editionId }),
    verdict,
    basis,
    reason,
    ...(number !== undefined && { number }),
    fields,
    ...(fact && { fact }),
    candidates: fact
      ? []
      : candidates.map(({ current }) => ({
          number: current.number,
          name: current.name,
          address: addressOf(current),
        })),
  };
}
