// A policy that is not in use in, what it would have made of every decision of the past out; nothing is kept.
import type { Decision, Outcome } from '@sekisho/engine/model/decision.ts';
import type { SourceState } from '@sekisho/engine/model/edition.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { decide } from '@sekisho/engine/policy/decide.ts';
import type { StoredDecision } from '../store/store.ts';
import { everyCase } from './every-case.ts';
import { missingAnswers, sourceGap } from './gather-evidence.ts';
import { keptPolicy } from './kept-policy.ts';
import type { Parts } from './parts.ts';
import { isStale } from './source-states.ts';

export interface TriedDecision {
  readonly applicationId: string;
  readonly decisionId: string;
  readonly then: Outcome;
  readonly now: Outcome;
  /** Rules that found something in only one of both. */
  readonly rulesThen: readonly string[];
  readonly rulesNow: readonly string[];
}

export interface PolicyTrial {
  readonly decisions: number;
  /** Decisions whose outcome or findings would have been others. */
  readonly changed: readonly TriedDecision[];
  /** How many of each `then → now`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What the evidence of the past cannot tell under this policy. */
  readonly unknown: readonly UnknownOfPast[];
}

/** Hits between two thresholds, of which the lower was not asked for; a register that was not asked in every case. */
export type UnknownOfPast =
  | { readonly kind: 'hits'; readonly from: number; readonly to: number }
  | { readonly kind: 'register'; readonly register: string };

/**
 * The last decision of every application under a policy, decided again under another. Hits that lay below the threshold of
 * then, and registers that were not asked then, are not known: `unknown` says so.
 */
export async function tryPolicy(
  policy: Policy,
  { insteadOf = policy.id }: { readonly insteadOf?: string },
  parts: Pick<Parts, 'store' | 'reference'>,
): Promise<PolicyTrial> {
  const { store } = parts;
  const changed: TriedDecision[] = [];
  const outcomes: Record<string, number> = {};
  const unknown = new Map<string, UnknownOfPast>();
  const thresholds = new Thresholds(store);
  let decisions = 0;
  for await (const { id } of everyCase(store)) {
    const last = (await store.decisions(id)).findLast(({ sealed }) => sealed?.decision.policy.id === insteadOf);
    if (!last?.sealed) continue;
    decisions++;
    const { decision } = last.sealed;
    const { decision: now, unknown: untold } = await decidedUnder(policy, last.sealed, thresholds, parts);
    for (const one of untold) unknown.set(canonicalJson(one), one);
    const change = `${decision.outcome} → ${now.outcome}`;
    outcomes[change] = (outcomes[change] ?? 0) + 1;
    const tried = triedDecision(id, last, decision, now);
    if (tried) changed.push(tried);
  }
  return { decisions, changed, outcomes, unknown: [...unknown.values()] };
}

/** A policy is tried on days before it is valid. */
export const FIRST_DAY = '0001-01-01';

/** A decision made again under another policy, from the evidence of then, and what that evidence cannot tell. */
export async function decidedUnder(
  policy: Policy,
  { evidence, decision }: { readonly evidence: Evidence; readonly decision: Decision },
  thresholds: Thresholds,
  parts: Pick<Parts, 'reference'>,
): Promise<{ readonly decision: Decision; readonly unknown: readonly UnknownOfPast[] }> {
  const unknown = unknownUnder(policy, evidence, await thresholds.of(decision));
  return { decision: decide(evidenceUnder(policy, evidence, parts), { ...policy, validFrom: FIRST_DAY }), unknown };
}

function triedDecision(
  applicationId: string,
  { id }: StoredDecision,
  then: Decision,
  now: Decision,
): TriedDecision | undefined {
  const rulesOf = ({ findings }: Decision) => [...new Set(findings.map(({ rule }) => rule))].sort();
  const [before, after] = [rulesOf(then), rulesOf(now)];
  const rulesThen = before.filter((rule) => !after.includes(rule));
  const rulesNow = after.filter((rule) => !before.includes(rule));
  return then.outcome === now.outcome && rulesThen.length + rulesNow.length === 0
    ? undefined
    : { applicationId, decisionId: id, then: then.outcome, now: now.outcome, rulesThen, rulesNow };
}

/** What does not depend on the policy stays as it was seen; what does is told anew. */
function evidenceUnder(policy: Policy, evidence: Evidence, parts: Pick<Parts, 'reference'>): Evidence {
  const sources = sourcesUnder(policy, evidence);
  const hits = evidence.hits.filter(({ score, disputedBy }) => policy.minScore <= score || 0 < disputedBy.length);
  const listed = new Set(hits.map(({ entity }) => entity.id));
  return {
    ...evidence,
    application: { ...evidence.application, policy: policy.id },
    sources,
    hits,
    paths: evidence.paths.filter(({ entityId, reaches }) => reaches !== undefined || listed.has(entityId)),
    gaps: [
      ...sources.flatMap(sourceGap),
      ...missingAnswers(evidence.application, policy, parts),
      ...evidence.gaps.filter(({ kind }) => !TOLD_ANEW.has(kind)),
    ],
  };
}

const TOLD_ANEW: ReadonlySet<string> = new Set(['source-missing', 'source-stale', 'answer-missing']);

function sourcesUnder({ sources: wanted }: Policy, { sources, gatheredAt }: Evidence): readonly SourceState[] {
  const seen = new Map(sources.map((source) => [source.source, source]));
  const named = wanted.map(({ source, required, maxAgeDays }): SourceState => {
    const known = seen.get(source);
    if (!known) return { source, kind: 'list', state: 'MISSING', required, maxAgeDays };
    const { confirmedCurrentOn } = known;
    if (known.state === 'MISSING' || confirmedCurrentOn === undefined) return { ...known, required, maxAgeDays };
    const state = isStale(confirmedCurrentOn, maxAgeDays, gatheredAt.slice(0, 10)) ? 'STALE' : 'FRESH';
    return { ...known, required, maxAgeDays, state };
  });
  const others = sources
    .filter(({ source }) => !wanted.some((limit) => limit.source === source))
    .map(({ maxAgeDays: _, ...source }): SourceState => ({ ...source, required: false }));
  return [...named, ...others].sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** `minScore` of the policies of then. */
export class Thresholds {
  readonly #store: Pick<Parts['store'], 'policy'>;
  readonly #known = new Map<string, number>();

  constructor(store: Pick<Parts['store'], 'policy'>) {
    this.#store = store;
  }

  async of({ policy: { sha256 } }: Decision): Promise<number> {
    let threshold = this.#known.get(sha256);
    if (threshold === undefined) {
      threshold = (await keptPolicy(sha256, this.#store))?.minScore ?? 1;
      this.#known.set(sha256, threshold);
    }
    return threshold;
  }
}

function unknownUnder(policy: Policy, { confirmations }: Evidence, threshold: number): readonly UnknownOfPast[] {
  const asked = new Set(confirmations.map(({ register }) => register));
  return [
    ...(policy.minScore < threshold ? [{ kind: 'hits' as const, from: policy.minScore, to: threshold }] : []),
    ...policy.registers
      .filter(({ source }) => !asked.has(source))
      .map(({ source }) => ({ kind: 'register' as const, register: source })),
  ];
}
