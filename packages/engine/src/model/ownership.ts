// Ownership by listed parties: what each authority's rule makes of who holds how much of a company.
import type { CalendarDate } from './calendar.ts';

/** Percent, 0 to 100; both ends the same when it is known exactly. */
export interface ShareRange {
  readonly least: number;
  readonly most: number;
}

/**
 * OWNED: what is known suffices. MAY_BE_OWNED: a restricted party holds or controls something, and what is not known could make
 * it enough. NOT_OWNED: it cannot be, whoever holds what is not known. UNKNOWN: too little is known of the holders. Hits are
 * taken for what they resemble: that one is somebody else is for a person to say.
 */
export const ownershipStates = ['OWNED', 'MAY_BE_OWNED', 'NOT_OWNED', 'UNKNOWN'] as const;
export type OwnershipState = (typeof ownershipStates)[number];

/** One who holds or controls a part of the company. */
export interface Holder {
  /** A party's id, or where else it is named: `gleif:5493…`. */
  readonly id: string;
  readonly name?: string;
  readonly share: ShareRange;
  /** True for control without a stated share: rights of appointment or vote, consolidation. */
  readonly controls: boolean;
  /** Why what it holds counts. `unlisted`: not shown to be restricted, and not shown to be none. */
  readonly standing: 'listed' | 'owned' | 'may-be-owned' | 'unlisted' | 'not-restricted';
  /** Listed entities it may be. */
  readonly entityIds: readonly string[];
  readonly statedBy: string;
  readonly date?: string;
}

/** What a rule makes of one company. */
export interface OwnershipAnswer {
  readonly party: string;
  /** Of `data/ownership-rules.yml`: `ofac-50`, `eu-50`, … */
  readonly rule: string;
  readonly state: OwnershipState;
  /** What restricted parties hold together: known to, and at most. */
  readonly share: ShareRange;
  readonly holders: readonly Holder[];
}

/** When shares of listed parties make a company restricted as they are. */
export interface OwnershipRule {
  readonly rule: string;
  readonly authority: string;
  /** Whose listing counts: a list, and what an entry of it must bring with it or be listed under. */
  readonly lists: readonly {
    readonly source: string;
    readonly effects?: readonly string[];
    readonly programmes?: readonly string[];
  }[];
  readonly percent: number;
  /** `or-more`: the percent itself suffices. */
  readonly bound: 'or-more' | 'more-than';
  /** False where what several listed parties hold is not added up. */
  readonly aggregates: boolean;
  /** Whether control without shares counts. */
  readonly control: boolean;
  /** When it is in force; both days included. */
  readonly periods: readonly { readonly from: CalendarDate; readonly to?: CalendarDate; readonly reference: string }[];
  readonly source: string;
}
