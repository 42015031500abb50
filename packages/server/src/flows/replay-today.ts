// A stored decision in, what would be different if the same application came today out; and whether its evidence is found again in the editions of then.
import type { Decision } from '@sekisho/engine/model/decision.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { decide } from '@sekisho/engine/policy/decide.ts';
import { differencesBetween, ofEditions, type Difference } from './evidence-differences.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { keptPolicy } from './kept-policy.ts';
import type { Parts } from './parts.ts';

export interface TodaysReplay {
  readonly policy: Versions<Pick<Decision['policy'], 'version' | 'sha256'>>;
  readonly engineVersion: Versions<string>;
  readonly outcome: Versions<Decision['outcome']>;
  readonly differences: readonly Difference[];
}

interface Versions<T> {
  readonly then: T;
  readonly now: T;
}

/**
 * Gathers and decides anew as `vetApplication` would today, and keeps nothing.
 * @throws Problem `application.not-found` (no such decision, or erased), `policy.not-found` when there is no such policy today,
 *   `edition.damaged`.
 */
export async function replayToday(decisionId: string, parts: Parts): Promise<TodaysReplay> {
  const { evidence, decision } = await vettedThen(decisionId, parts);
  const { application } = evidence;
  const loaded = parts.policies.get(application.policy);
  if (!loaded) throw new Problem('policy.not-found', { policy: application.policy });
  const now = await gatherEvidence(application, loaded.policy, parts);
  const decided = decide(now, loaded.policy);
  const { version, sha256 } = loaded.policy;
  return {
    policy: { then: { version: decision.policy.version, sha256: decision.policy.sha256 }, now: { version, sha256 } },
    engineVersion: { then: decision.engineVersion, now: parts.engineVersion },
    outcome: { then: decision.outcome, now: decided.outcome },
    differences: differencesBetween({ evidence, decision }, { evidence: now, decision: decided }),
  };
}

/**
 * Searches the editions that a decision rested on once more, under its policy: what this engine finds otherwise. Empty: it finds the same.
 * What became of other orders since, and what people cleared, is no part of that.
 * @throws Problem as `replayToday`; `edition.not-found` or `edition.damaged` when an edition is not kept any more.
 */
export async function searchAgain(decisionId: string, parts: Parts): Promise<readonly Difference[]> {
  const { evidence, decision } = await vettedThen(decisionId, parts);
  const policy = await keptPolicy(decision.policy.sha256, parts.store);
  if (!policy) throw new Problem('policy.not-found', { policy: decision.policy.id, sha256: decision.policy.sha256 });
  const { gatheredAt, application } = evidence;
  const found = await gatherEvidence(application, policy, parts, {
    active: await editionsOf(evidence, parts),
    gatheredAt,
  });
  const uncleared = (all: Evidence): Evidence => ({ ...all, hits: [...all.hits, ...(all.clearedHits ?? [])] });
  const then = { evidence: uncleared(evidence), decision };
  return differencesBetween(then, { evidence: uncleared(found), decision }).filter(({ field }) =>
    ofEditions.includes(field),
  );
}

async function vettedThen(decisionId: string, { store }: Parts) {
  const stored = await store.decision(decisionId);
  if (!stored?.sealed) throw new Problem('application.not-found', { decision: decisionId });
  return stored.sealed;
}

async function editionsOf({ sources }: Evidence, { store }: Parts): Promise<readonly ActiveEdition[]> {
  const active: ActiveEdition[] = [];
  for (const { editionId, confirmedCurrentOn = '' } of sources) {
    if (editionId === undefined) continue;
    const edition = await store.edition(editionId);
    if (!edition) throw new Problem('edition.not-found', { edition: editionId });
    active.push({ edition, confirmedCurrentOn, statedBy: edition.source });
  }
  return active;
}
