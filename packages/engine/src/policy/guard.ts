// Evidence, a policy and what its rules found in, what no policy can pass over out: a gap is never an approval.
import { buyerOf, claimedCountries } from '../model/application.ts';
import type { Finding } from '../model/decision.ts';
import type { SourceState } from '../model/edition.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { Policy } from '../model/policy.ts';
import { answerTo } from './expression-functions.ts';

/** Codes of the message catalogue that stand for no rule of a policy (`finding.<code>`), besides `gap-<kind>`. */
export const guardMessages = [
  'rule-error',
  'policy-not-valid',
  'policy-differs',
  'no-source',
  'source-not-fresh',
  'buyer-not-confirmed',
  'answer-missing',
] as const;

/**
 * A finding for review for each of these, unless a rule has spoken of it (its finding points to it): a gap; a required
 * source that is not FRESH or older than the policy allows; a buyer whom a register the policy names has not CONFIRMED;
 * a required question without an answer; and always for evidence that no source stands behind, for a policy that is not
 * valid on the day, or that is not the one applied under.
 *
 * A natural person is in no company register, and a register is asked of buyers who say they are of its country; who
 * says no country is expected in all of them.
 */
export function guardFindings(evidence: Evidence, policy: Policy, ruled: readonly Finding[]): readonly Finding[] {
  const spoken = new Set(ruled.flatMap((finding) => finding.evidence));
  return [
    ...policyFindings(evidence, policy),
    ...sourceFindings(evidence, policy, spoken),
    ...confirmationFindings(evidence, policy, spoken),
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

function confirmationFindings(evidence: Evidence, policy: Policy, spoken: ReadonlySet<string>): readonly Finding[] {
  const buyer = buyerOf(evidence.application);
  if (buyer.schema === 'Person') return [];
  const countries = claimedCountries(buyer);
  return policy.registers
    .filter(({ country }) => countries.length === 0 || countries.includes(country))
    .flatMap(({ source }) => {
      const asked = evidence.confirmations.filter(({ party, register }) => party === buyer.id && register === source);
      const confirmation = asked.find(({ verdict }) => verdict !== 'CONFIRMED') ?? asked[0];
      const pointer = confirmation
        ? `/confirmations/${evidence.confirmations.indexOf(confirmation)}`
        : '/confirmations';
      if (confirmation?.verdict === 'CONFIRMED' || spoken.has(pointer)) return [];
      const reason = confirmation?.reason ?? 'not-asked';
      return [
        guardFinding('buyer-not-confirmed', { name: buyer.names[0]?.text ?? '', register: source, reason }, pointer),
      ];
    });
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
