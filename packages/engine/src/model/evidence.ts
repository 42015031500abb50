// Evidence: everything known about an application, each fact with its source and date; and what could not be checked.
import type { Application } from './application.ts';
import type { CalendarDate, Instant } from './calendar.ts';
import type { Disposition } from './case-note.ts';
import type { DocumentCheck } from './document.ts';
import type { SourceState } from './edition.ts';
import type { AddressCheck } from './gazetteer.ts';
import type { Entity } from './entity.ts';
import type { IdentifierCheck } from './identifier.ts';
import type { IncidentLink } from './incident.ts';
import type { CaseState } from './decision.ts';
import type { ProductNorm } from './policy.ts';
import type { OwnershipAnswer } from './ownership.ts';
import type { Confirmation } from './register.ts';

/** One named part of a score, in log-odds: the parts add up, and the score is the logistic of their sum. */
export interface Contribution {
  readonly factor: string;
  readonly points: number;
  readonly detail?: string;
}

export const pairReasons = [
  'equal',
  'same-reading',
  'romanisation',
  'same-legal-form',
  'edit-distance',
  'initial',
  'nickname',
  'joined',
  'unpaired',
  'contradicted',
] as const;
export type PairReason = (typeof pairReasons)[number];

/** One token of the party's name beside its partner in the listed name. */
export interface NamePair {
  readonly query?: string;
  readonly listed?: string;
  /** 0 to 1. */
  readonly similarity: number;
  readonly because: PairReason;
}

/** A listed entity that may be the party. A hit is not a finding of guilt: a person compares and disposes. */
export interface Hit {
  readonly party: string;
  /** The party's name and the listed name that came closest. */
  readonly partyName: string;
  readonly listedName: string;
  readonly entity: Entity;
  readonly editionId: string;
  /** 0 to 1. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
  /** True when nothing but the name could be compared. */
  readonly nameOnly: boolean;
  /**
   * What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score
   * would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit.
   */
  readonly disputedBy: readonly string[];
}

/** A hit that a person disposed of as false, for the same party and entry as they stand. */
export interface ClearedHit extends Hit {
  readonly clearance: Pick<Disposition, 'caseId' | 'by' | 'at' | 'ground'> & { readonly until: CalendarDate };
}

/** One step of a path: from one node (party or entity id) to the next, by which relation, as said by whom. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** `forward` when the relation is stated from `from` to `to`. */
  readonly direction: 'forward' | 'backward';
  readonly statedBy: string;
  /** Since when, as far as it is said; else the day for which its source says it. `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
}

/** A chain from the buyer to whom a list names, or to an application that was refused. */
export interface Path {
  readonly from: string;
  /** The last party of the application on it. */
  readonly to: string;
  /** The listed entity; of an application that was refused `<application id>/<party id>`. */
  readonly entityId: string;
  readonly hops: readonly Hop[];
  /** Of a chain that leaves the application: what stands at its end. `refusal-proposed`: no person has decided yet. */
  readonly reaches?: ChainEnd;
}

export type ChainEnd = 'listed' | 'refused' | 'refusal-proposed';

/** An address that joins nobody. */
export interface MassAddress {
  readonly party: string;
  readonly address: string;
  /** Who says so: `applications`, or a register. */
  readonly source: string;
  /** Parties of applications, or companies of the register, that are there; at least so many. */
  readonly count: number;
}

export type SignalState = 'RAISED' | 'CLEAR' | 'UNKNOWN' | 'NOT_APPLICABLE';
/** B blocks until a person overrides; H, M, L: high, medium, low; I: information. */
export type Severity = 'B' | 'H' | 'M' | 'L' | 'I';

/** One front-company or diversion indicator. UNKNOWN is never CLEAR. */
export interface Signal {
  /** Of `data/signals.yml`: `EX-2`, `CO-1`, … */
  readonly id: string;
  readonly family: string;
  readonly state: SignalState;
  readonly severity: Severity;
  readonly party?: string;
  /** What was seen, in the values compared. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Where it was seen: a source and its edition, or `application`. */
  readonly sources: readonly { readonly source: string; readonly editionId?: string }[];
}

export const gapKinds = [
  'source-missing',
  'source-stale',
  'register-incomplete',
  'register-not-asked',
  'field-unreadable',
  'answer-missing',
  'search-cut-off',
  'source-unknown',
] as const;

/** Something that could not be checked. Never silence, never an approval. */
export interface Gap {
  readonly kind: (typeof gapKinds)[number];
  /** What it is about: a source id, a party and field. */
  readonly subject: string;
  readonly detail?: string;
}

/** What two applications can have in common beside their buyer; `end-use`: what the product is for, in nearly the same words. */
export const sharedMarks = ['phone', 'mail', 'domain', 'address', 'device', 'ip', 'end-use'] as const;
export type SharedMark = (typeof sharedMarks)[number];

/** One thing that this application has in common with an earlier one. */
export interface EarlierApplication {
  readonly applicationId: string;
  /** What a person has made of it so far. */
  readonly outcome: CaseState;
  readonly shared: SharedMark;
  /** True when the buyer is the same one, by its number, else by its name. */
  readonly sameBuyer: boolean;
  /** Of `end-use`, 0 to 1. */
  readonly similarity?: number;
}

export interface Evidence {
  readonly application: Application;
  readonly gatheredAt: Instant;
  /** True in a folder made for simulation: dates are played, and every output says so. */
  readonly simulation: boolean;
  readonly engineVersion: string;
  readonly sources: readonly SourceState[];
  readonly identifiers: readonly IdentifierCheck[];
  readonly confirmations: readonly Confirmation[];
  /** What gazetteers say of each address in Japan that is claimed. Absent in evidence gathered before they were asked. */
  readonly addressChecks?: readonly AddressCheck[];
  readonly hits: readonly Hit[];
  /**
   * Hits on entries that their list keeps as delisted: told for information, seen by no rule and no signal. Absent when
   * there are none.
   */
  readonly formerHits?: readonly Hit[];
  /** Hits that a clearance holds for: told with it, seen by no rule and no signal. Absent when there are none. */
  readonly clearedHits?: readonly ClearedHit[];
  /** What is shared with applications of other ids that are kept here, some for many alike; absent where they were not looked through. */
  readonly earlierApplications?: readonly EarlierApplication[];
  /** What the policy says of usual orders of this product; absent where it says nothing. */
  readonly productNorm?: ProductNorm;
  /** Documents handed in, held against register and application; absent when there are none. */
  readonly documents?: readonly DocumentCheck[];
  /** What parties have in common with incidents that are kept, for information and a signal; absent when none is kept. */
  readonly incidents?: readonly IncidentLink[];
  readonly paths: readonly Path[];
  /** Addresses of so many parties that sharing one joins nobody. Absent when there are none. */
  readonly massAddresses?: readonly MassAddress[];
  /** By rule in force when the evidence was gathered, and party; absent when no list of a rule is in use. */
  readonly ownership?: readonly OwnershipAnswer[];
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
}
