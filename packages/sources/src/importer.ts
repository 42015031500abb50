// What every importer of a list or register is: its description (source.yml) and a function from files to records.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { SourceKind } from '@sekisho/engine/model/edition.ts';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';

/** A file of an edition. */
export interface SourceFileRole {
  readonly role: string;
  /** What its name looks like: a regular expression, without case. */
  readonly pattern: string;
  readonly required: boolean;
  /**
   * Fields of an Entity that this file has a part in and that would be lacking without it; `aliases` are all names but the
   * first. Two editions are compared without them when one of them lacks the file.
   */
  readonly gives?: readonly SourceField[];
}

export type SourceField = keyof Entity | 'aliases';

/** One layout that the publisher gives the list in. */
export interface SourceForm {
  /** `csv`, `xml`, `xlsx`, … */
  readonly form: string;
  readonly files: readonly SourceFileRole[];
  /** False: built from the publisher's description alone. */
  readonly verifiedOnRealFile: boolean;
}

/** Where a file of an edition is fetched: at a fixed address, or at the one that a page links to. */
export interface SourceAddress {
  readonly role: string;
  /** https. The file, or with `link` the page. */
  readonly url: string;
  /** A regular expression for the address of the link on the page; the last match in the order of text is the newest. */
  readonly link?: string;
  /** The file's name, where the address does not end with one that `pattern` knows. */
  readonly name?: string;
}

/** `source.yml`: everything a person may want to know or correct about a source. */
export interface SourceDescription {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  /** ISO 3166-1 alpha-2 or a body's name: `un`, `interpol`. */
  readonly territory: string;
  readonly officialPage: string;
  readonly terms: string;
  /** The layouts of an edition; that of its files is the first that all their names fit. */
  readonly forms: readonly SourceForm[];
  /** How `lists update` fetches it; absent when its publisher gives no address that a program may ask. */
  readonly refresh?: {
    /** The form that is fetched. */
    readonly form: string;
    readonly files: readonly SourceAddress[];
    /** How often the publisher can be asked. */
    readonly everyHours: number;
  };
  /** What an entry of it means, before the entry's own words: topics and effects. */
  readonly topics: readonly string[];
  readonly effects: readonly string[];
  /** Of a register. */
  readonly register?: {
    /** What its numbers are. */
    readonly numbers: IdentifierType;
    /** Whose companies it has, ISO 3166-1 alpha-2; absent: of all countries. */
    readonly country?: string;
    /** True when every company of the country is in a whole edition: then absence means that there is none. */
    readonly isExhaustive: boolean;
  };
  /** Columns or elements that are taken, with the field of an Entity they go to: for `docs/lists.md`. */
  readonly taken: readonly { readonly field: string; readonly to: string }[];
  /** Columns or elements that are not taken, each with the reason. */
  readonly ignored: readonly { readonly field: string; readonly reason: string }[];
  /** What is odd about the file, for whoever reads it beside us. */
  readonly quirks: readonly string[];
  /** Editions that were read whole, with the entries found in them: newest first. */
  readonly counted?: readonly { readonly on: string; readonly entries: number; readonly note?: string }[];
  readonly bounds: {
    /** How much smaller than the edition before it an edition may be. */
    readonly maxShrinkPercent: number;
    /** The fewest entries of a real edition (of a register: companies of a full set); with fewer it may be a part or a sample. */
    readonly minEntries: number;
    /** How many entries may have changed since the edition before it, in percent of that edition; absent: any. */
    readonly maxChangedPercent?: number;
    /** The least share of entries, in percent, that have a field: a column that went empty is noticed. */
    readonly minFilledPercent?: Readonly<Partial<Record<SourceField, number>>>;
  };
}

/** A file to import: read whole when small, streamed when large. */
export interface SourceFile {
  /** Without folders, as the publisher names it. */
  readonly name: string;
  readonly path: string;
}

export interface ImportContext {
  readonly territories: Territories;
  /** The entities of the edition in use, for files that say only what changed since; absent when there is none. */
  readonly before?: () => AsyncIterable<readonly Entity[]>;
  /** Of a file of a register: the day it stands for, as `scope` says. */
  readonly standsAt?: CalendarDate;
  /** Takes what is wrong with one row of a register; without it such a row stops the reading. */
  readonly onProblem?: (problem: RecordProblem) => void;
  /** Called now and then with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Of a register: called for each record that is no row of it, with a plural for the edition's counts: `natural persons`. */
  readonly onLeftOut?: (what: string) => void;
}

export interface ListReading {
  readonly entities: readonly Entity[];
  readonly problems: readonly RecordProblem[];
  readonly counts: Readonly<Record<string, number>>;
  /** The day on which the file itself says it was made; absent when its format does not tell. */
  readonly statedOn?: CalendarDate;
}

/** The entities of an edition of any size, as they are read. */
export interface ListStream {
  /** No id comes twice. */
  readonly batches: AsyncIterable<readonly Entity[]>;
  /** What there is to say of the whole; asked after the last batch. */
  readonly summary: () => Omit<ListReading, 'entities'>;
}

export interface ListImporter {
  readonly description: SourceDescription;
  /** Raised when the same file would be read otherwise: it is part of the edition's id. */
  readonly version: number;
  /**
   * Reads the files of one edition.
   * @throws Problem when the file is not the list as we know it: an unknown column or word, a broken or cut-off file.
   */
  read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading>;
  /** As `read`, for a list that may be larger than memory; where it is there, it is what an import uses. */
  stream?(files: readonly SourceFile[], context: ImportContext): ListStream;
}

/** What a register file is, told from its name and content. */
export interface RegisterFileScope {
  readonly file: SourceFile;
  /** `relations`: of a full set, the file that says only how companies are related. */
  readonly part: 'full' | 'diff' | 'relations';
  /** The day the file stands for. */
  readonly date: CalendarDate;
  /** Of a full set that comes in parts: which one (prefecture code); absent when nationwide. */
  readonly area?: string;
}

export interface RegisterImporter {
  readonly description: SourceDescription;
  readonly version: number;
  /**
   * @param publishedOn the day given for the edition: taken where a publisher's file names bear no date; what the file itself
   *   states is held against it when it is read.
   * @throws Problem `file.unexpected` when a name tells neither part nor date.
   */
  scope(file: SourceFile, publishedOn: CalendarDate): RegisterFileScope;
  /** Rows in the file's order, in batches. @throws Problem as a list importer does. */
  read(file: SourceFile, context: ImportContext): AsyncIterable<readonly RegisterRow[]>;
  /** Relations in a file of that part, by the number of the company they are read from, in batches. */
  readRelations?(file: SourceFile, context: ImportContext): AsyncIterable<readonly NumberedRelation[]>;
  /** True when no diff is missing between the day a register stands at and the day of the next diff. */
  follows(standsAt: CalendarDate, next: CalendarDate): boolean;
  /** True when these full files together are the whole register. */
  isWhole(scopes: readonly RegisterFileScope[]): boolean;
}

export interface GazetteerImporter {
  readonly description: SourceDescription;
  readonly version: number;
  /** Rows of the files of one edition, in batches, each file's in its order. @throws Problem as a list importer does. */
  readPlaces(files: readonly SourceFile[], context: ImportContext): AsyncIterable<readonly GazetteerRow[]>;
}
