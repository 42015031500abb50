// How long what is kept of a case is kept: classes, the laws that ask for it, and what they come to for one case.
import type { CalendarDate } from './calendar.ts';
import type { CaseState } from './decision.ts';

export const retentionChecks = ['source', 'secondary', 'knowledge', 'own'] as const;
/** How far somebody looked at the source of a period: `knowledge` and `secondary` are to be verified, `own` has no authority. */
export type RetentionCheck = (typeof retentionChecks)[number];

/** A law that asks for records to be kept. */
export interface RetentionRegime {
  readonly regime: string;
  readonly covers: string;
  readonly years: number;
  readonly from: 'end-of-case' | 'end-of-year';
  readonly reference: string;
  readonly source: string;
  readonly checked: RetentionCheck;
}

export interface RetentionClass {
  readonly class: string;
  /** In which a case ended. */
  readonly states: readonly CaseState[];
  /** Only cases in which somebody resembled an entry of a list, or only others; absent: both. */
  readonly listed?: boolean;
  readonly covers: string;
  /** `regimes`: the longest of those that attach, and `months` where none does. */
  readonly period: 'regimes' | 'months';
  readonly months: number;
  readonly purpose: string;
  readonly basis: string;
  readonly source: string;
  readonly checked: RetentionCheck;
}

/** What it comes to for one case. */
export interface Retention {
  /** Absent while the case is open: it is kept. */
  readonly class?: RetentionClass;
  /** The last day on which it is kept. */
  readonly until?: CalendarDate;
  /** That attach. */
  readonly regimes: readonly RetentionRegime[];
}
