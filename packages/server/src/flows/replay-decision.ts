// A stored decision in, the same decision computed again from its evidence and policy out, compared byte for byte.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { decide } from '@sekisho/engine/policy/decide.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { keptPolicy } from './kept-policy.ts';
import type { Parts } from './parts.ts';

export interface Replay {
  readonly decisionId: string;
  readonly same: boolean;
  /** Canonical JSON, as sealed and as computed now. */
  readonly sealed: string;
  readonly replayed: string;
  /** The engine that decided, and this one. */
  readonly engineVersion: { readonly then: string; readonly now: string };
}

/** @throws Problem `application.not-found` (no such decision, or erased), `policy.not-found`. */
export async function replayDecision(decisionId: string, { store, engineVersion }: Parts): Promise<Replay> {
  const stored = await store.decision(decisionId);
  if (!stored?.sealed) throw new Problem('application.not-found', { decision: decisionId });
  const { evidence, decision } = stored.sealed;
  const policy = await keptPolicy(decision.policy.sha256, store);
  if (!policy) throw new Problem('policy.not-found', { policy: decision.policy.id, sha256: decision.policy.sha256 });
  const again = canonicalJson({ evidence, decision: decide(evidence, policy) });
  return {
    decisionId,
    same: again === stored.sealed.text,
    sealed: stored.sealed.text,
    replayed: again,
    engineVersion: { then: decision.engineVersion, now: engineVersion },
  };
}
