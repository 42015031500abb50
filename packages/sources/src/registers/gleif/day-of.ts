// An instant as GLEIF writes it in, its day out; one that cannot be read is reported and goes back as text.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { StrictElement } from '../../readers/strict-element.ts';

export type Report = (problem: RecordProblem) => void;

/** `2018-11-09T00:00:00.000+01:00` is the 9th of whoever wrote it, whatever day it was elsewhere. */
export function dayOf(
  element: StrictElement,
  name: string,
  report: Report,
  unread: string[],
): CalendarDate | undefined {
  const value = element.takeOptional(name);
  if (value === undefined) return undefined;
  const day = parseCalendarDate(/^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(value)?.[1] ?? '');
  if (day !== undefined) return day;
  report({ code: 'list.date', facts: { ...element.where, field: name, value } });
  unread.push(`${name}: ${value}`);
  return undefined;
}
