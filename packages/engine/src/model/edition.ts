// An edition: one dated, hashed, immutable state of a list or a register; and what changed between two of them.
import type { CalendarDate, Instant } from './calendar.ts';
import type { RecordProblem } from './problem.ts';

export type SourceKind = 'list' | 'register' | 'gazetteer';

export interface EditionFile {
  readonly name: string;
  /** SHA-256 of the bytes as imported, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** What its source calls it: `sdn`, `alt`; `mapping` of an own list. Absent in editions made before it was noted. */
  readonly role?: string;
}

export interface Edition {
  /** SHA-256, lower-case hex, of what makes the edition: source, files, the edition it builds on, the importer's version. */
  readonly id: string;
  readonly source: string;
  readonly kind: SourceKind;
  readonly publishedOn: CalendarDate;
  /** A list is complete; a register is when a full set and an unbroken row of diffs stand behind it, a gazetteer when it has every prefecture. */
  readonly complete: boolean;
  /** The edition a diff was applied to. */
  readonly basedOn?: string;
  /** Of the importer that read the files: another reading of them is another edition. */
  readonly importerVersion: number;
  readonly files: readonly EditionFile[];
  /** What was read: `entities`, `aliases`, `addresses`, `rows`, …; by name, so that importers can say what they have. */
  readonly counts: Readonly<Record<string, number>>;
  /** The first problems by line; `counts.problems` has all. */
  readonly problems: readonly RecordProblem[];
  /** SHA-256 of the stored content, so that a damaged file is noticed. */
  readonly contentSha256: string;
  /** The layout its publisher gave it in: `csv`, `xml`. Absent in editions made before it was noted, and of registers. */
  readonly form?: string;
  /**
   * SHA-256 of the entries that editions before had and this one has not, each with the day of the first edition without
   * it (`delistedOn`). Absent when there are none, and in editions made before it was kept.
   */
  readonly historySha256?: string;
}

/**
 * Somebody's word, or a fetch, that an edition was the newest on a day. Freshness counts from the one stated last: an
 * earlier day, stated later, takes back a wrong one.
 */
export interface CurrencyStatement {
  readonly source: string;
  readonly editionId: string;
  readonly confirmedCurrentOn: CalendarDate;
  readonly statedBy: string;
  readonly statedAt: Instant;
}

/** An edition in use, with the day it was last known to be the newest. */
export interface ActiveEdition {
  readonly edition: Edition;
  readonly confirmedCurrentOn: CalendarDate;
  readonly statedBy: string;
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A source as a decision saw it. STALE and MISSING are gaps. */
export interface SourceState {
  readonly source: string;
  readonly kind: SourceKind;
  readonly state: 'FRESH' | 'STALE' | 'MISSING';
  readonly editionId?: string;
  readonly publishedOn?: CalendarDate;
  readonly confirmedCurrentOn?: CalendarDate;
  readonly ageDays?: number;
  /** Absent when the policy sets no limit. */
  readonly maxAgeDays?: number;
  readonly required: boolean;
  readonly complete?: boolean;
}
