// A file of GLEIF in, what it stands for out: told from its name, and where that has no date, from its header.
import { closeSync, openSync, readSync } from 'node:fs';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterFileScope, SourceFile } from '../../importer.ts';

export type GleifForm = 'xml' | 'csv' | 'json';

/** `….csv`, `….csv.zip`; what is named otherwise is XML. */
export function formOf({ name }: SourceFile): GleifForm {
  const [, form = 'xml'] = /\.(csv|json)(?:\.zip)?$/i.exec(name) ?? [];
  return form.toLowerCase() as GleifForm;
}

/**
 * `YYYYMMDD-HHMM-gleif-goldencopy-lei2-golden-copy.xml.zip` (or `.csv`, `.json`) and its deltas (`-intra-day`, `-last-day`, `-last-week`,
 * `-last-month`); `rr` and `repex` in place of `lei2` for relations. Of an XML file of another name, the root element
 * tells what is in it, `ContentDate` the day and `FileContent` whether it is a delta.
 * @throws Problem `file.unexpected` when neither name nor header tells.
 */
export function scopeOf(file: SourceFile, list: string): RegisterFileScope {
  const [, level, extent] = /(lei2|rr|repex)-(golden-copy|intra-?day|last-(?:day|week|month))/i.exec(file.name) ?? [];
  const day = /^(\d{4})-?(\d{2})-?(\d{2})\D/.exec(file.name);
  const date = day ? parseCalendarDate(day.slice(1).join('-')) : undefined;
  if (level !== undefined && extent !== undefined && date !== undefined)
    return { file, date, part: partOf(level.toLowerCase() === 'lei2', extent.toLowerCase() !== 'golden-copy') };
  const stated = statedScope(file);
  if (stated) return { file, ...stated };
  throw new Problem('file.unexpected', {
    list,
    file: file.name,
    reason: 'neither its name (YYYYMMDD-HHMM-gleif-goldencopy-…) nor a header tells what it is and of which day',
  });
}

/** True for one golden copy of all numbers. */
export function isWhole(scopes: readonly RegisterFileScope[]): boolean {
  return scopes.length === 1 && scopes[0]?.part === 'full';
}

const DAY = 86_400_000;

/** How far a delta reaches back stands in its name alone: one of the next day is sure to follow. */
export function follows(standsAt: CalendarDate, next: CalendarDate): boolean {
  return Date.parse(next) - Date.parse(standsAt) <= DAY;
}

function partOf(isOfCompanies: boolean, isDelta: boolean): RegisterFileScope['part'] {
  if (!isOfCompanies) return 'relations';
  return isDelta ? 'diff' : 'full';
}

/** The header stands within. */
const START_BYTES = 4096;

function statedScope(file: SourceFile): Pick<RegisterFileScope, 'part' | 'date'> | undefined {
  const text = startOf(file);
  const root = /<(?:\w+:)?(LEIData|RelationshipData|ReportingExceptionData)[\s>]/.exec(text)?.[1];
  const date = parseCalendarDate(/ContentDate>\s*(\d{4}-\d{2}-\d{2})T/.exec(text)?.[1] ?? '');
  if (root === undefined || date === undefined) return undefined;
  return { date, part: partOf(root === 'LEIData', /FileContent>\s*\w+_DELTA_/.test(text)) };
}

function startOf({ path }: SourceFile): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const start = Buffer.alloc(START_BYTES);
    return start.toString('utf8', 0, readSync(file, start, 0, START_BYTES, 0));
  } catch {
    return ''; // reading it will say why it cannot be read
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
