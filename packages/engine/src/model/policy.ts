// A policy: the versioned rules that turn evidence into a decision. Read from `data/policies/<id>/policy.yml`.
import type { CalendarDate } from './calendar.ts';
import type { SignificantOfEntity, SignificantOfParty } from './case-note.ts';
import type { CaseState, Outcome } from './decision.ts';

/** The parts of Evidence that a rule can be asked about one by one. */
export const ruleSubjects = [
  'sources',
  'identifiers',
  'confirmations',
  'documents',
  'hits',
  'paths',
  'signals',
  'gaps',
] as const;
export type RuleSubject = (typeof ruleSubjects)[number];

export interface PolicyRule {
  readonly id: string;
  /** With it, the rule is asked once for each element, which the expressions name `item`. */
  readonly each?: RuleSubject;
  /** A CEL expression that gives a boolean: true makes a finding. An error in it is a finding for review. */
  readonly when: string;
  readonly outcome: Outcome;
  /** A code of the message catalogue. */
  readonly message: string;
  /** What the message speaks of: name and CEL expression. */
  readonly facts: Readonly<Record<string, string>>;
  readonly reference?: string;
}

export interface DatedParameter {
  readonly description: string;
  readonly unit: string;
  /** By the day each value begins to hold. */
  readonly values: Readonly<
    Record<CalendarDate, { readonly value: number | string | boolean; readonly reference: string }>
  >;
}

/** Who usually orders a product and how much of it: the vendor's own knowledge. */
export interface ProductNorm {
  /** The product's id, as applications name it. */
  readonly product: string;
  /** Words of which one stands in the business of a usual buyer. Absent: any business. */
  readonly sectors?: readonly string[];
  /** The greatest usual quantity for each person employed, where the buyer says how many there are. */
  readonly mostPerEmployee?: number;
  /** The greatest usual quantity where the buyer does not say. */
  readonly most?: number;
  readonly reference: string;
}

/** What a comparison must come to for a hit. */
export interface HitTerms {
  /** The least score of a hit, 0 to 1. */
  readonly minScore: number;
  /** A name that its list calls weak makes a hit as any other does; without it, never alone (OFAC FAQ 124). */
  readonly weakAliasesMakeHits?: boolean;
}

/** How long a clearance holds, and which fields of both sides void it when they change. */
export interface ClearanceTerms {
  readonly days: number;
  readonly partyFields: readonly SignificantOfParty[];
  readonly entityFields: readonly SignificantOfEntity[];
}

/** Until when a case is to be decided, and who gets it when its day has passed. */
export interface EscalationTerms {
  readonly to: string;
  /** Days from the moment a case comes to be looked at. */
  readonly dueDays: number;
}

export interface Policy extends HitTerms {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
  /** Lists and registers the policy needs, with their greatest age in days. Not fresh: a gap. */
  readonly sources: readonly { readonly source: string; readonly required: boolean; readonly maxAgeDays: number }[];
  /** The registers a company is confirmed in, by the country it says it is of. */
  readonly registers: readonly { readonly source: string; readonly country: string }[];
  /** Questions that must be answered; no answer is a gap. */
  readonly requiredAnswers: readonly string[];
  /** Questionnaires that are asked: their mandatory questions must be answered as well, where they apply. */
  readonly questionnaires?: readonly string[];
  /** Whom an applicant can ask, as told to applicants. */
  readonly contact?: string;
  readonly escalation?: EscalationTerms;
  readonly parameters: Readonly<Record<string, DatedParameter>>;
  /** At most one for each product. */
  readonly products: readonly ProductNorm[];
  /** Whether an approve becomes ACCEPT without a person. */
  readonly acceptsByItself: boolean;
  /** States that two people must agree on, besides those that always need two (`policy/second-person.ts`). */
  readonly secondPersonFor?: readonly CaseState[];
  /** What makes a hit disposed of as false no hit again (`policy/clearance.ts`). */
  readonly clearance?: ClearanceTerms;
  /** Days after which what a register confirmed of an accepted order is to be confirmed anew; `CONFIRMATION_DAYS` unless it says so. */
  readonly confirmationDays?: number;
  readonly rules: readonly PolicyRule[];
  /** Of the policy file's bytes. */
  readonly sha256: string;
}
