// A decision and its evidence in, the lines a salesperson reads out: what, why, what was checked.
import { buyerOf, type Application } from '@sekisho/engine/model/application.ts';
import type { Decision, Finding, Outcome } from '@sekisho/engine/model/decision.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ClearedHit, Evidence, Hit } from '@sekisho/engine/model/evidence.ts';
import { standingClaims } from '@sekisho/engine/policy/standing-claims.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { Parts } from '../../flows/parts.ts';
import type { Vetting } from '../../flows/vet-application.ts';
import { withheldFromCase, type Withheld } from '../../flows/withheld.ts';
import { paint, type Answer } from '../answer.ts';
import { chainLines } from './chain-text.ts';
import { incidentLinkLines } from './incident-text.ts';
import type { Cli } from '../run.ts';

const styleByOutcome = { approve: 'green', review: 'yellow', refuse: 'red' } as const satisfies Record<Outcome, string>;
const markByOutcome = { approve: '✓', review: '?', refuse: '✗' } as const satisfies Record<Outcome, string>;
const meaningByOutcome = {
  approve: 'nothing stands in the way',
  review: 'a person looks at it before anything is delivered',
  refuse: 'a proposal: a person confirms or overrules it',
} as const satisfies Record<Outcome, string>;

/** Reasons shown on the one screen; `--json` has all. */
const SHOWN_FINDINGS = 12;
const SHOWN_HITS = 5;

/** What a command answers that vetted an application which was there already. */
export function vettingAnswer(vetting: Vetting, { reference }: Pick<Parts, 'reference'>, cli: Cli): Answer {
  const shown = shownVetting(vetting, reference);
  const { decisionId, case: known, decision, evidence, withheld, toldBy } = shown;
  return {
    json: { decisionId, case: known, decision, evidence, withheld, ...(toldBy !== undefined && { toldBy }) },
    text: [
      ...decisionLines(decision, evidence, cli),
      ...withheldLines(shown),
      `  decision ${decisionId}, case ${known.state}`,
    ].join('\n'),
  };
}

/** A vetting as a command shows it, whose look is not sealed: nothing in it says anything of crimes. */
export function shownVetting(vetting: Vetting, reference: Reference): Vetting & Withheld {
  const { id } = vetting.evidence.application;
  const { toldBy, ...shown } = withheldFromCase(vetting, id, reference);
  return {
    ...shown,
    ...(toldBy !== undefined && { toldBy: `sekisho applications show ${id} --by NAME --reason TEXT` }),
  };
}

/** That something was left out, and what tells it. */
export function withheldLines({ withheld, toldBy = '' }: Withheld): string[] {
  if (withheld.length === 0) return [];
  return [
    '',
    `  left out, as it says something of crimes: ${withheld.join(', ')}`,
    `  told, and sealed who saw it: ${toldBy}`,
  ];
}

export function decisionLines(decision: Decision, evidence: Evidence, cli: Cli): string[] {
  const { outcome, findings, policy } = decision;
  const { application } = evidence;
  const [name] = buyerOf(application).names;
  return [
    `${paint(['bold', styleByOutcome[outcome]], outcome.toUpperCase())}  ${application.id}  ${name?.text ?? ''} → ${application.product.name ?? application.product.id}`,
    `  ${meaningByOutcome[outcome]}`,
    ...(findings.length === 0 ? [] : ['', paint('bold', 'Why')]),
    ...strictestFirst(findings)
      .slice(0, SHOWN_FINDINGS)
      .map((finding) => findingLine(finding, cli)),
    ...(SHOWN_FINDINGS < findings.length
      ? [`  and ${String(findings.length - SHOWN_FINDINGS)} reasons more (--json)`]
      : []),
    ...chainLines(evidence, cli),
    ...hitLines(evidence.hits, cli),
    ...formerHitLines(evidence.formerHits ?? []),
    ...clearedHitLines(evidence.clearedHits ?? []),
    ...incidentLinkLines(evidence.incidents ?? [], cli),
    '',
    paint('bold', 'Checked'),
    ...evidence.confirmations.map(
      ({ party, register, verdict, reason, fact }) =>
        `  ${nameOf(application, party)} in ${cli.say(`source.${register}`, {})}: ${cli.say(`confirmation.${reason}`, {})}` +
        (fact && verdict === 'CONFIRMED' ? ` (${fact.current.name}, ${fact.current.number})` : ''),
    ),
    ...evidence.sources.map(
      ({ source, state, confirmedCurrentOn, ageDays, maxAgeDays }) =>
        `  ${source}: ${state === 'FRESH' ? 'fresh' : paint('yellow', state.toLowerCase())}` +
        (confirmedCurrentOn === undefined
          ? ''
          : `, current on ${confirmedCurrentOn} (${age(ageDays ?? 0)}${maxAgeDays === undefined ? '' : `, at most ${String(maxAgeDays)}`})`),
    ),
    `  under ${policy.id} version ${String(policy.version)}, ${decision.decidedAt}, engine ${decision.engineVersion}`,
  ];
}

function nameOf({ parties }: Application, party: string): string {
  return parties.find(({ id }) => id === party)?.names[0]?.text ?? party;
}

function age(days: number): string {
  return `${String(days)} day${days === 1 ? '' : 's'} old`;
}

function strictestFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = { refuse: 0, review: 1, approve: 2 } as const satisfies Record<Outcome, number>;
  return findings.toSorted((a, b) => rank[a.outcome] - rank[b.outcome]);
}

function findingLine({ outcome, message, facts }: Finding, cli: Cli): string {
  return `  ${paint(styleByOutcome[outcome], markByOutcome[outcome])} ${cli.say(`finding.${message}`, facts)}`;
}

function hitLines(hits: readonly Hit[], cli: Cli): string[] {
  if (hits.length === 0) return [];
  return [
    '',
    paint('bold', 'Names to compare (a hit is not a finding: a person compares)'),
    ...hits
      .slice(0, SHOWN_HITS)
      .flatMap((hit) => [
        `  ${hit.score.toFixed(2)}  “${hit.partyName}” / “${hit.listedName}”  ${hit.entity.id}` +
          (hit.nameOnly ? '  (name only: nothing else to compare)' : ''),
        ...legalStatusLines(hit.entity, cli),
      ]),
    ...(SHOWN_HITS < hits.length ? [`  and ${String(hits.length - SHOWN_HITS)} more (--json)`] : []),
  ];
}

/** Entries that their list keeps as delisted: nothing in the decision rests on them. */
function formerHitLines(hits: readonly Hit[]): string[] {
  if (hits.length === 0) return [];
  return [
    '',
    paint('bold', 'No longer listed (for information)'),
    ...hits
      .slice(0, SHOWN_HITS)
      .map(
        (hit) =>
          `  ${hit.score.toFixed(2)}  “${hit.partyName}” / “${hit.listedName}”  ${hit.entity.id}${delistedNote(hit.entity)}`,
      ),
    ...(SHOWN_HITS < hits.length ? [`  and ${String(hits.length - SHOWN_HITS)} more (--json)`] : []),
  ];
}

/** Hits that somebody found to be others: nothing in the decision rests on them. */
function clearedHitLines(hits: readonly ClearedHit[]): string[] {
  if (hits.length === 0) return [];
  return [
    '',
    paint('bold', 'Cleared by a person'),
    ...hits.map(
      ({ partyName, listedName, entity, clearance: { by, at, ground, until } }) =>
        `  “${partyName}” / “${listedName}”  ${entity.id}  ${ground}, ${by}, ${at.slice(0, 10)}, until ${until}`,
    ),
  ];
}

/** Since when an entry is not in force. */
export function delistedNote({ delistedOn }: Pick<Entity, 'delistedOn'>): string {
  return delistedOn === undefined ? '' : `  (no longer listed since ${delistedOn})`;
}

/** What the score alone does not say. */
export function hitNote({ nameOnly, disputedBy }: Pick<Hit, 'nameOnly' | 'disputedBy'>): string {
  if (0 < disputedBy.length) return `  (by name; ${disputedBy.join(', ')} as stated by the party speaks against it)`;
  return nameOnly ? '  (name only: nothing else to compare)' : '';
}

/** What tells one listed person or body from another. */
export function entityLines(entity: Entity): string[] {
  const facts = [
    ['born', entity.birthDates.map(({ text }) => text)],
    ['nationality', entity.nationalities],
    ['countries', entity.countries.filter((country) => !entity.nationalities.includes(country))],
    ['programme', entity.programmes],
    ['effect', entity.effects],
    ['position', entity.positions],
  ] as const;
  const told = facts.flatMap(([name, values]) =>
    values.length === 0 ? [] : [`${name} ${values.slice(0, 4).join(', ')}`],
  );
  return told.length === 0 ? [] : [`        ${told.join(' · ')}`];
}

/** The claims about somebody's legal status that stand, each with who reports it and when, never merged into one. */
export function legalStatusLines({ legalStatus }: Pick<Entity, 'legalStatus'>, cli: Cli): string[] {
  return standingClaims(legalStatus).map((claim) => `        ${cli.say(`legal-status.${claim.status}`, { ...claim })}`);
}
