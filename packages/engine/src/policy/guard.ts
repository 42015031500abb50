// Evidence, a policy and what its rules found in, what no policy can pass over out: a gap is never an approval.
import {
  belongsInRegister,
  buyerOf,
  claimedCountries,
  seatAddresses,
  takesPart,
  type Party,
} from '../model/application.ts';
import { addDays } from '../model/calendar.ts';
import type { Finding } from '../model/decision.ts';
import type { SourceState } from '../model/edition.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { Policy } from '../model/policy.ts';
import type { Confirmation } from '../model/register.ts';
import { answerTo } from './expression-functions.ts';

/** Codes of the message catalogue that stand for no rule of a policy (`finding.<code>`), besides `gap-<kind>`. */
export const guardMessages = [
  'rule-error',
  'policy-not-valid',
  'policy-differs',
  'received-in-future',
  'no-source',
  'source-not-fresh',
  'buyer-not-confirmed',
  'other-party-not-confirmed',
  'address-not-claimed',
  'answer-missing',
] as const;

/**
 * A finding for review for each of these, unless a rule has spoken of it (its finding points to it): a gap; a required
 * source that is not FRESH or older than the policy allows; an organisation with a part in the order that a register
 * where it belongs (`belongsInRegister`) has not CONFIRMED; a required question without an answer; and always for evidence
 * that no source stands behind, for a policy that is not valid on the day or not the one applied under, for an order
 * received later than tomorrow (the day begins earlier elsewhere than in UTC), and for a buyer who belongs in a register and
 * claims no address to compare with it.
 *
 * Who says no country can be of any: one register that confirms it is enough, unless another contradicts.
 */
export function guardFindings(evidence: Evidence, policy: Policy, ruled: readonly Finding[]): readonly Finding[] {
  const spoken = new Set(ruled.flatMap((finding) => finding.evidence));
  return [
    ...policyFindings(evidence, policy),
    ...sourceFindings(evidence, policy, spoken),
    ...receiptFindings(evidence),
    ...evidence.application.parties.flatMap((party) => confirmationFindings(party, evidence, policy, spoken)),
    ...addressFindings(evidence, policy),
    ...answerFindings(evidence, policy),
    ...evidence.gaps.flatMap((gap, index) => gapFindings(gap, index, evidence, spoken)),
  ];
}

function guardFinding(
  message: (typeof guardMessages)[number] | `gap-${Gap['kind']}`,
  facts: Finding['facts'],
  ...pointers: string[]
): Finding {
  return { rule: `always:${message}`, outcome: 'review', message, facts, evidence: pointers };
}

function policyFindings({ application, gatheredAt }: Evidence, policy: Policy): readonly Finding[] {
  const { id, version, validFrom, validTo } = policy;
  const today = gatheredAt.slice(0, 10);
  const findings: Finding[] = [];
  if (today < validFrom || (validTo !== undefined && validTo < today))
    findings.push(
      guardFinding(
        'policy-not-valid',
        { policy: id, version, today, validFrom, ...(validTo && { validTo }) },
        '/gatheredAt',
      ),
    );
  if (application.policy !== id)
    findings.push(guardFinding('policy-differs', { policy: id, asked: application.policy }, '/application/policy'));
  return findings;
}

function sourceFindings(evidence: Evidence, policy: Policy, spoken: ReadonlySet<string>): readonly Finding[] {
  if (evidence.sources.length === 0) return [guardFinding('no-source', {}, '/sources')];
  return policy.sources
    .filter(({ required }) => required)
    .flatMap(({ source, maxAgeDays }) => {
      const states = evidence.sources.filter((state) => state.source === source);
      const state = states.find((known) => !isFresh(known, maxAgeDays)) ?? states[0];
      const pointer = state ? `/sources/${evidence.sources.indexOf(state)}` : '/sources';
      const told = spoken.has(pointer) || evidence.gaps.some((gap) => isAbout(gap, source));
      if (told || (state && isFresh(state, maxAgeDays))) return [];
      return [guardFinding('source-not-fresh', { source, state: state?.state ?? 'MISSING', maxAgeDays }, pointer)];
    });
}

function isAbout({ kind, subject }: Gap, source: string): boolean {
  return subject === source && ['source-missing', 'source-stale', 'source-unknown'].includes(kind);
}

function isFresh({ state, ageDays }: SourceState, maxAgeDays: number): boolean {
  return state === 'FRESH' && ageDays !== undefined && ageDays <= maxAgeDays;
}

function receiptFindings({ application: { receivedOn }, gatheredAt }: Evidence): readonly Finding[] {
  const today = gatheredAt.slice(0, 10);
  if (receivedOn <= addDays(today, 1)) return [];
  return [guardFinding('received-in-future', { receivedOn, today }, '/application/receivedOn')];
}

function confirmationFindings(
  party: Party,
  { application, confirmations }: Evidence,
  policy: Policy,
  spoken: ReadonlySet<string>,
): readonly Finding[] {
  if (!takesPart(party)) return [];
  const expected = policy.registers.filter(({ country }) => belongsInRegister(party, country));
  const answers = expected.map(({ source }) => ({ source, answer: worstAnswer(party, source, confirmations) }));
  const isConfirmed = answers.some(({ answer }) => answer?.verdict === 'CONFIRMED');
  const isOfAnyCountry = claimedCountries(party).length === 0;
  const message = party === buyerOf(application) ? 'buyer-not-confirmed' : 'other-party-not-confirmed';
  return answers.flatMap(({ source, answer }) => {
    if (answer?.verdict === 'CONFIRMED') return [];
    if (answer?.verdict === 'NOT_FOUND' && isOfAnyCountry && isConfirmed) return [];
    const pointer = answer ? `/confirmations/${confirmations.indexOf(answer)}` : '/confirmations';
    if (answer && spoken.has(pointer)) return [];
    const facts = { name: party.names[0]?.text ?? '', register: source, reason: answer?.reason ?? 'not-asked' };
    return [guardFinding(message, facts, pointer)];
  });
}

/** What a register said of a party: one that confirms is not enough where it said something else too. */
function worstAnswer({ id }: Party, source: string, confirmations: readonly Confirmation[]): Confirmation | undefined {
  const answers = confirmations.filter(({ party, register }) => party === id && register === source);
  return answers.find(({ verdict }) => verdict !== 'CONFIRMED') ?? answers[0];
}

function addressFindings({ application }: Evidence, { registers }: Policy): readonly Finding[] {
  const buyer = buyerOf(application);
  const isCompared = registers.some(({ country }) => belongsInRegister(buyer, country));
  if (!isCompared || 0 < seatAddresses(buyer).length) return [];
  const pointer = `/application/parties/${application.parties.indexOf(buyer)}`;
  return [
    guardFinding(
      'address-not-claimed',
      { name: buyer.names[0]?.text ?? '' },
      buyer.addresses ? `${pointer}/addresses` : pointer,
    ),
  ];
}

function answerFindings({ application, gaps }: Evidence, policy: Policy): readonly Finding[] {
  const told = (question: string) =>
    gaps.some(({ kind, subject }) => kind === 'answer-missing' && subject === question);
  return policy.requiredAnswers
    .filter((question) => answerTo(application, question) === '' && !told(question))
    .map((question) => guardFinding('answer-missing', { question }, '/application'));
}

function gapFindings(gap: Gap, index: number, evidence: Evidence, spoken: ReadonlySet<string>): readonly Finding[] {
  const pointer = `/gaps/${index}`;
  if (spoken.has(pointer) || isToldOfConfirmation(gap, evidence, spoken)) return [];
  const { kind, subject, detail } = gap;
  return [guardFinding(`gap-${kind}`, { subject, ...(detail !== undefined && { detail }) }, pointer)];
}

/** A company that an incomplete register could not be asked about is told once: with its confirmation. */
function isToldOfConfirmation(gap: Gap, { confirmations }: Evidence, spoken: ReadonlySet<string>): boolean {
  return confirmations.some(
    ({ party, register }, index) =>
      gap.kind === 'register-incomplete' &&
      gap.subject === `${party} in ${register}` &&
      spoken.has(`/confirmations/${index}`),
  );
}
