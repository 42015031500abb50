// A decision, its evidence and what people said in, the lines out that whoever answers for it reads: reasons, hits, signals, gaps.
import { buyerOf, type Application } from '../model/application.ts';
import type { Alert, CaseState, CaseStep, Decision, Finding, Outcome } from '../model/decision.ts';
import type { Evidence, Hit } from '../model/evidence.ts';
import type { LegalStatusClaim } from '../model/legal-status.ts';
import { translationNote } from './explain-to-applicant.ts';
import type { Speaker } from './speaker.ts';

export interface OfficerMatter {
  readonly decision: Decision;
  readonly evidence: Evidence;
  readonly state: CaseState;
  readonly steps: readonly CaseStep[];
  readonly noTipOff: boolean;
  /** The claims about a listed entity that may be shown. */
  readonly standingClaims: (entity: Hit['entity']) => readonly LegalStatusClaim[];
  readonly alerts: readonly Pick<Alert, 'raisedAt' | 'partyName' | 'listedName' | 'source' | 'entityId'>[];
  /** Entries named by alerts. */
  readonly alertEntities: readonly Hit['entity'][];
  /** Documents that were attached to the case, each as a line. */
  readonly documents: readonly string[];
}

export function explainToOfficer(matter: OfficerMatter, speaker: Speaker): readonly string[] {
  const { decision, evidence, state, noTipOff } = matter;
  const { application, sources, gaps } = evidence;
  const { say } = speaker;
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', say(`explanation.${heading}`), ...lines.map((line) => `- ${line}`)];
  return [
    say('explanation.title', {
      application: application.id,
      buyer: buyerOf(application).names[0]?.text,
      product: application.product.name ?? application.product.id,
    }),
    say('explanation.received', { receivedOn: application.receivedOn }),
    say('explanation.proposal', {
      outcome: decision.outcome,
      policy: decision.policy.id,
      version: String(decision.policy.version),
      decidedAt: decision.decidedAt,
    }),
    say('explanation.case', { state }),
    ...(decision.simulation ? [say('explanation.simulation')] : []),
    ...(noTipOff ? [say('explanation.no-tip-off')] : []),
    ...part(
      'reasons',
      strictestFirst(decision.findings).map((finding) => reasonLine(finding, speaker)),
    ),
    ...part('confirmations', confirmationLines(evidence, speaker)),
    ...part(
      'hits',
      evidence.hits.flatMap((hit) => hitLines(hit, matter, speaker)),
    ),
    ...part('signals', signalLines(evidence, speaker)),
    ...part(
      'gaps',
      gaps.map(({ kind, subject, detail }) => say(`finding.gap-${kind}`, { subject, detail })),
    ),
    ...part(
      'sources',
      sources.map(({ source, state: fresh, confirmedCurrentOn: day }) =>
        say('explanation.source', { source, state: fresh, day }),
      ),
    ),
    ...part('alerts', alertLines(matter, speaker)),
    ...part('documents', matter.documents),
    ...part(
      'people',
      matter.steps.map((step) => say('explanation.step', { ...step, code: step.code })),
    ),
    ...translationNote(speaker),
  ];
}

const strictness = { refuse: 0, review: 1, approve: 2 } as const satisfies Record<Outcome, number>;

function strictestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => strictness[a.outcome] - strictness[b.outcome]);
}

function reasonLine({ message, facts, outcome, reference }: Finding, { say }: Speaker): string {
  return say('explanation.reason', { outcome, reason: say(`finding.${message}`, facts), reference });
}

function confirmationLines({ application, confirmations }: Evidence, { say }: Speaker): readonly string[] {
  return confirmations.map(({ party, register, reason, fact }) =>
    say('explanation.confirmation', {
      name: nameOf(application, party),
      register,
      reason,
      registered: fact?.current.name,
      number: fact?.current.number,
    }),
  );
}

function nameOf({ parties }: Application, party: string): string {
  return parties.find(({ id }) => id === party)?.names[0]?.text ?? party;
}

function hitLines(hit: Hit, { standingClaims }: OfficerMatter, { say }: Speaker): readonly string[] {
  const { partyName, listedName, entity, score } = hit;
  const { source, id } = entity;
  return [
    say('explanation.hit', { name: partyName, listedName, source, entity: id, score: Number(score.toFixed(2)) }),
    ...standingClaims(entity).map((claim) => say(`legal-status.${claim.status}`, { ...claim })),
  ];
}

/** Each with the claims about legal status that stand, as they were reported. */
function alertLines({ alerts, alertEntities, standingClaims }: OfficerMatter, { say }: Speaker): readonly string[] {
  return alerts.flatMap((alert) => [
    say('explanation.alert', { ...alert }),
    ...alertEntities
      .filter(({ id }) => id === alert.entityId)
      .flatMap(standingClaims)
      .map((claim) => say(`legal-status.${claim.status}`, { ...claim })),
  ]);
}

function signalLines({ signals }: Evidence, { say }: Speaker): readonly string[] {
  const unknown = signals.filter(({ state }) => state === 'UNKNOWN').length;
  return [
    ...signals
      .filter(({ state }) => state === 'RAISED')
      .map(({ id, severity, facts }) =>
        say('explanation.signal', { signal: id, severity, seen: facts.map(({ value }) => value).join(' / ') }),
      ),
    ...(unknown === 0 ? [] : [say('explanation.signals-unknown', { count: unknown })]),
  ];
}
