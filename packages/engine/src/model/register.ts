// What an official register says of a company, and what became of a claim held against it.
import type { CalendarDate } from './calendar.ts';
import type { Address, LinkKind } from './entity.ts';
import type { Identifier } from './identifier.ts';

/**
 * One row of a register's history, in the register's own words; values are never empty strings, but for the name of a
 * deletion as it is read: the store keeps such a row with what was last known.
 */
export interface RegisterRow {
  /** The register's own number for the company, normalised. */
  readonly number: string;
  /** Order within the file it came from; later rows win. */
  readonly sequence: number;
  /** The register's own code for what happened; `stated` where it gives none (NTA 処理区分: `01` new, `11` name, `12` address, `21` closed, `99` deleted, …). */
  readonly process: string;
  /** True for the row that stands now, false for one kept as history. */
  readonly latest: boolean;
  /** Both the day the file stands for where the register gives none. */
  readonly updatedOn: CalendarDate;
  readonly changedOn: CalendarDate;
  readonly name: string;
  /** True when the register says that the name shown is not the registered glyphs (NTA image id). */
  readonly nameIsSubstitute: boolean;
  readonly kana?: string;
  readonly englishName?: string;
  /** The register's own code or word for the kind of body, `not-stated` where it gives none (NTA 法人種別: 301 株式会社, 401 foreign company, …). */
  readonly kind: string;
  readonly prefecture?: string;
  readonly city?: string;
  readonly street?: string;
  readonly addressIsSubstitute: boolean;
  readonly postalCode?: string;
  /** Of a body whose seat is abroad. */
  readonly addressAbroad?: string;
  readonly englishAddress?: string;
  readonly closedOn?: CalendarDate;
  readonly closeCause?: string;
  readonly successorNumber?: string;
  readonly changeDetail?: string;
  /** When the register gave the number. */
  readonly assignedOn?: CalendarDate;
  /** The register asks not to be found by search (NTA 検索対象除外). */
  readonly excludedFromSearch: boolean;
  /** When the company was formed, as far as the register says. */
  readonly foundedOn?: CalendarDate;
  /** The seat, of registers that are not Japan's. */
  readonly seat?: Address;
  /** Where else the register has it: its head office, the seat in another script. */
  readonly otherAddresses?: readonly Address[];
  readonly otherNames?: readonly RegisterName[];
  /** Absent: open until `closedOn`. A lapsed registration of a number says nothing of the company. */
  readonly standing?: 'OPEN' | 'CLOSING' | 'CLOSED';
  /** In the register's own words: `Active`, `LAPSED`, `In Administration`. */
  readonly standingAsStated?: string;
  /** Numbers that other registers and authorities gave it. */
  readonly identifiers?: readonly Identifier[];
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly websites?: readonly string[];
  readonly relations?: readonly RegisterRelation[];
}

export interface RegisterName {
  readonly text: string;
  /** `foreign`: in another language or script, by the company's own word. */
  readonly kind: 'former' | 'trading' | 'short' | 'foreign';
  /** BCP 47. */
  readonly language?: string;
  /** Of a former name: the last day it held. */
  readonly until?: CalendarDate;
}

/** What a register says of a company and another party: who owns it, directs it, consolidates it. */
export interface RegisterRelation {
  /** Read from the company on. */
  readonly kind: LinkKind;
  /** In the same register. */
  readonly toNumber?: string;
  readonly toName?: string;
  /** In the register's words: `IS_ULTIMATELY_CONSOLIDATED_BY`, `ownership-of-shares-25-to-50-percent`. */
  readonly detail: string;
  /** Percent, where the register says. */
  readonly share?: { readonly least: number; readonly most: number };
  readonly since?: CalendarDate;
  readonly until?: CalendarDate;
}

/** A relation that stands in a file of its own, by the number of the company it is read from. */
export interface NumberedRelation {
  readonly number: string;
  /** Names the statement among those of the company: what a later file says under it takes its place. */
  readonly key: string;
  /** Absent: the register says that it holds no more, or never did. */
  readonly relation?: RegisterRelation;
}

/** A company as the register's edition states it: the row that stands, and those before it, oldest first. */
export interface RegisterFact {
  readonly register: string;
  readonly editionId: string;
  readonly current: RegisterRow;
  readonly history: readonly RegisterRow[];
}

export type FieldVerdict =
  'SAME' | 'SIMILAR' | 'FORMER' | 'DIFFERENT' | 'UNPARSEABLE' | 'NOT_CLAIMED' | 'NOT_REGISTERED';

export interface FieldComparison {
  readonly field: 'name' | 'address' | 'status' | 'kind' | 'age';
  readonly verdict: FieldVerdict;
  readonly claimed?: string;
  readonly registered?: string;
  /** How far an address agrees: `SAME`, `SAME_BLOCK`, `SAME_TOWN`, `SAME_CITY`, `DIFFERENT`, `UNPARSEABLE`; or why a name counts as similar. */
  readonly detail?: string;
}

/** The same company in another register, found by a number that one of the two states of it. */
export interface RegisterJoin {
  readonly register: string;
  readonly editionId: string;
  /** Its number there. */
  readonly number: string;
  /** The number that joins them, and the register that states it. */
  readonly by: Identifier['type'];
  readonly statedBy: string;
  /** All numbers that it has or states of the company; absent in evidence gathered before they were kept. */
  readonly numbers?: readonly Pick<Identifier, 'type' | 'value'>[];
  /** `claimed` is what the joined register says, `registered` what the one says that was asked. */
  readonly fields: readonly FieldComparison[];
}

export type ConfirmationVerdict = 'CONFIRMED' | 'MISMATCH' | 'NOT_FOUND' | 'NOT_CHECKABLE';

/** What one register says of one claimed company. */
export interface Confirmation {
  readonly party: string;
  readonly register: string;
  readonly editionId?: string;
  readonly verdict: ConfirmationVerdict;
  /** How the company was looked for. */
  readonly basis: 'number' | 'name' | 'none';
  /** Why, as a code of the message catalogue: `number-and-name-agree`, `closed`, `register-incomplete`, … */
  readonly reason: string;
  readonly number?: string;
  readonly fields: readonly FieldComparison[];
  readonly fact?: RegisterFact;
  /** What other registers in use say of the company; absent when none has it. */
  readonly joins?: readonly RegisterJoin[];
  /** Companies of the claimed name, when no number led to one: number and name as registered. */
  readonly candidates: readonly { readonly number: string; readonly name: string; readonly address: string }[];
  /**
   * Of the claimed seat: how many companies that are open the register has at its building, and of its addresses how many
   * of a hundred have fewer (0 to 100). Absent where it was not looked for, or the address cannot be read.
   */
  readonly addressCompanies?: {
    readonly register: string;
    readonly edition: string;
    readonly count: number;
    readonly percentile: number;
  };
  /** Open companies whose names are nearly the claimed one; absent where they were not looked for. */
  readonly lookAlikes?: readonly LookAlikeCompany[];
}

export const nameDifferences = ['one-character', 'confusable-character', 'extra-word'] as const;

/** A company of the register that the claimed name can be taken for. */
export interface LookAlikeCompany {
  readonly number: string;
  readonly name: string;
  readonly address: string;
  /** What the claimed name has otherwise. */
  readonly difference: (typeof nameDifferences)[number];
  /** How far the claimed seat is that of the company. */
  readonly addressVerdict: FieldVerdict;
  /** As the register has them. */
  readonly websites?: readonly string[];
}
