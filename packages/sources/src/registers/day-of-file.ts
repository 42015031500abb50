// A register file whose name may bear a date, and the day given for its edition, in; the day that the file stands for out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';

/**
 * `20261030` or `2026-10-30` in the name; else the day given.
 * @throws Problem `file.unexpected` when there is neither, or the digits are no date.
 */
export function dayOfFile({ name }: SourceFile, list: string, given: CalendarDate | undefined): CalendarDate {
  const [, year, month, day] = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(name) ?? [];
  const inName = year === undefined ? given : parseCalendarDate(`${year}-${month ?? ''}-${day ?? ''}`);
  if (inName === undefined)
    throw new Problem('file.unexpected', {
      list,
      file: name,
      reason: 'its name bears no date (as 20261030), and no day of publication was given',
    });
  return inName;
}

/** @throws Problem `edition.date` when a file states another day than the one it is imported for. */
export function refuseOtherDay(
  stated: CalendarDate,
  standsAt: CalendarDate | undefined,
  where: { readonly list: string; readonly file: string },
): void {
  if (standsAt !== undefined && stated !== standsAt)
    throw new Problem('edition.date', {
      ...where,
      field: 'published',
      value: standsAt,
      reason: `the file itself says ${stated}`,
    });
}
