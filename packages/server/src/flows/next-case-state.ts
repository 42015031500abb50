// A case as it stands and what is proposed now in, the state it has from now on out.
import type { CaseState, Outcome } from '@sekisho/engine/model/decision.ts';

export interface CaseHistory {
  readonly proposed: Outcome;
  /** Of the policy: whether an approve needs no person. */
  readonly acceptsByItself: boolean;
  /** Absent: the case is opened now. */
  readonly known?: CaseState;
  /** What was proposed so far, the new proposal among it. */
  readonly earlier: readonly {
    readonly outcome: Outcome;
    /** Whether it was the order as it stands now, under the policy of now. */
    readonly isSameOrder: boolean;
  }[];
  /** A person has decided, or an alert has been raised. */
  readonly isInHands: boolean;
}

/**
 * An approve is accepted by itself only while nobody has reason to look: no person and no alert has touched the case, it
 * was never proposed to be refused, and whatever was once for review is the same order under the same policy (whose
 * lists were stale, say), not one that was corrected until it passed. A person's refusal or withdrawal stays.
 */
export function nextCaseState({ proposed, acceptsByItself, known, earlier, isInHands }: CaseHistory): CaseState {
  if (known === 'REFUSE' || known === 'WITHDRAWN') return known;
  if (proposed !== 'approve') return 'HOLD';
  const wasSuspect = earlier.some(
    ({ outcome, isSameOrder }) => outcome === 'refuse' || (outcome === 'review' && !isSameOrder),
  );
  if (isInHands || wasSuspect) return known ?? 'HOLD';
  return acceptsByItself ? 'ACCEPT' : 'HOLD';
}
