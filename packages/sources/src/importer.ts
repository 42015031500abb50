// What every importer of a list or register is: its description (source.yml) and a function from files to records.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { SourceKind } from '@sekisho/engine/model/edition.ts';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';

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
  /** The files of an edition, by role, with what their names look like. */
  readonly files: readonly { readonly role: string; readonly pattern: string; readonly required: boolean }[];
  /** What an entry of it means, before the entry's own words: topics and effects. */
  readonly topics: readonly string[];
  readonly effects: readonly string[];
  /** Columns or elements that are not taken, each with the reason. */
  readonly ignored: readonly { readonly field: string; readonly reason: string }[];
  readonly bounds: {
    /** How much smaller than the edition before it an edition may be. */
    readonly maxShrinkPercent: number;
    /** The fewest entries of a real edition (of a register: companies of a full set); with fewer it may be a part or a sample. */
    readonly minEntries: number;
  };
  readonly verifiedOnRealFile: boolean;
}

/** A file to import: read whole when small, streamed when large. */
export interface SourceFile {
  /** Without folders, as the publisher names it. */
  readonly name: string;
  readonly path: string;
}

export interface ImportContext {
  readonly territories: Territories;
  /** Called now and then with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface ListReading {
  readonly entities: readonly Entity[];
  readonly problems: readonly RecordProblem[];
  readonly counts: Readonly<Record<string, number>>;
  /** The day on which the file itself says it was made; absent when its format does not tell. */
  readonly statedOn?: CalendarDate;
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
}

/** What a register file is, told from its name and content. */
export interface RegisterFileScope {
  readonly file: SourceFile;
  readonly part: 'full' | 'diff';
  /** The day the file stands for. */
  readonly date: CalendarDate;
  /** Of a full set that comes in parts: which one (prefecture code); absent when nationwide. */
  readonly area?: string;
}

export interface RegisterImporter {
  readonly description: SourceDescription;
  readonly version: number;
  /** @throws Problem `file.unexpected` when a name tells neither part nor date. */
  scope(file: SourceFile): RegisterFileScope;
  /** Rows in the file's order, in batches. @throws Problem as a list importer does. */
  read(file: SourceFile, context: ImportContext): AsyncIterable<readonly RegisterRow[]>;
  /** True when no diff is missing between the day a register stands at and the day of the next diff. */
  follows(standsAt: CalendarDate, next: CalendarDate): boolean;
  /** True when these full files together are the whole register. */
  isWhole(scopes: readonly RegisterFileScope[]): boolean;
}
