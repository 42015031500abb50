// A decision: what a policy made of the evidence, as a list of findings.
import type { Instant } from './calendar.ts';

export const outcomes = ['approve', 'review', 'refuse'] as const;
/** `refuse` is a proposal: only a person refuses. */
export type Outcome = (typeof outcomes)[number];

/** What one rule made of the evidence. */
export interface Finding {
  readonly rule: string;
  readonly outcome: Outcome;
  /** A code of the message catalogue (`finding.<message>`) and what it speaks of. */
  readonly message: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** JSON pointers (RFC 6901) into the Evidence. */
  readonly evidence: readonly string[];
  /** Law or rule behind it, where the policy names one. */
  readonly reference?: string;
}

export interface Decision {
  readonly applicationId: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly policy: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly engineVersion: string;
  readonly decidedAt: Instant;
  readonly simulation: boolean;
}

export const caseStates = [
  'ACCEPT',
  'ACCEPT_WITH_CONDITIONS',
  'NEED_INFORMATION',
  'HOLD',
  'REFUSE',
  'WITHDRAWN',
] as const;
/** What a person has made of a case. An approve may become ACCEPT by itself where the policy says so. */
export type CaseState = (typeof caseStates)[number];

/** A person's step on a case. */
export interface CaseStep {
  readonly caseId: string;
  readonly state: CaseState;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
  /** Who proposed it, where two people were needed: another person than `by`. */
  readonly proposedBy?: string;
}

/** What opens or re-opens a case. `key` is the same for the same news about the same application: an alert is raised once. */
export interface Alert {
  readonly id: string;
  readonly key: string;
  readonly applicationId: string;
  readonly caseId: string;
  readonly party: string;
  readonly entityId: string;
  readonly source: string;
  readonly fromEditionId?: string;
  readonly toEditionId: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of a list: the hit's score before and after; absent where there was or is none. */
  readonly scoreBefore?: number;
  readonly scoreAfter?: number;
  /** Of a register: its verdict on the party before and after, each with its reason. */
  readonly verdictBefore?: string;
  readonly verdictAfter?: string;
  readonly partyName: string;
  readonly listedName: string;
  readonly raisedAt: Instant;
}
