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
  /** Of `data/reason-codes.yml`. */
  readonly code?: string;
}

/**
 * What raised an alert, but for a list or register that changed: `incident`: one came in that shares something with a party; `policy`,
 * `engine`: the rules or the matcher changed, and say something else of the past; `clearance`: one ended; `confirmation`: a register
 * said it too long ago; `re-application`: a refused buyer may have come back under another name.
 */
export const alertKinds = ['incident', 'policy', 'engine', 'clearance', 'confirmation', 're-application'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What opens or re-opens a case. `key` is the same for the same news about the same application: an alert is raised once. */
export interface Alert {
  readonly id: string;
  readonly key: string;
  /** Absent: a list or a register changed. */
  readonly kind?: AlertKind;
  readonly applicationId: string;
  readonly caseId: string;
  readonly party: string;
  /** Whom it speaks of: a listed entity, a number of a register, an incident, a policy's id, an earlier application. */
  readonly entityId: string;
  readonly source: string;
  /** What the source was before and is now: an edition, the version of an incident, of a policy or the engine; of what ends, the day. */
  readonly fromEditionId?: string;
  readonly toEditionId: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of a list: the hit's score before and after; absent where there was or is none. */
  readonly scoreBefore?: number;
  readonly scoreAfter?: number;
  /** What was said before and is said after, where it is no score: a register's verdict with its reason, a policy's outcome with its rules. */
  readonly verdictBefore?: string;
  readonly verdictAfter?: string;
  /** What the application states, and what it is held against: names; of an incident and an earlier application, what both share. */
  readonly partyName: string;
  readonly listedName: string;
  readonly raisedAt: Instant;
}
