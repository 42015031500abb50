// A date as US lists write it (10/16/2017) in, the day out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';

/** `MM/DD/YYYY`, or `YYYY-MM-DD`; undefined for anything else, and for a year beyond 2100, which is a slip of the pen. */
export function parseUsDate(text: string): CalendarDate | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const two = (part = '') => part.padStart(2, '0');
  const date = parseCalendarDate(year === undefined ? text : `${year}-${two(month)}-${two(day)}`);
  return date !== undefined && date < '2101' ? date : undefined;
}
