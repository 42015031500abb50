// A Date or DatePeriod of OFAC's advanced XML in, the day or the words OFAC's other layouts have for it out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import type { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @throws Problem `list.date` for no day of the calendar, `list.unknown-value` for another calendar than the Gregorian. */
export function dayOf(date: StrictElement, references: AdvancedReferences): CalendarDate {
  refuseOtherCalendar(date, references);
  return pointOf(date);
}

/**
 * `05 Mar 1961`, `Mar 1961`, `1961`, `circa 1962`, `1940 to 1945`, as the CSV files write it: a period over a whole year
 * (1 January to 31 December) means that only the year is known. Undefined for a period without a date.
 * @throws Problem as `dayOf`.
 */
export function periodText(period: StrictElement, references: AdvancedReferences): string | undefined {
  refuseOtherCalendar(period, references);
  period.ignore('@YearFixed', '@MonthFixed', '@DayFixed');
  const comment = period.takeOptional('Comment');
  const start = boundaryOf(period, 'Start');
  const end = boundaryOf(period, 'End') ?? start;
  for (const name of ['DurationMinimum', 'DurationMaximum']) refuseDuration(period, name);
  const from = start?.from ?? end?.from;
  const to = end?.to;
  if (from === undefined || to === undefined) return comment;
  const circa = start?.isApproximate === true || end?.isApproximate === true ? 'circa ' : '';
  return `${circa}${writtenPeriod(from, to)}${comment === undefined ? '' : ` (${comment})`}`;
}

interface Boundary {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly isApproximate: boolean;
}

/** A boundary may itself be uncertain: it lies between two days. */
function boundaryOf(period: StrictElement, name: string): Boundary | undefined {
  const [boundary, second] = period.takeAll(name);
  if (second) throw new Problem('list.duplicate-record', { ...second.where, column: `DatePeriod/${name}` });
  if (!boundary) return undefined;
  boundary.ignore('@YearFixed', '@MonthFixed', '@DayFixed');
  const isApproximate = boundary.takeAttribute('Approximate') === 'true';
  const days = [...boundary.takeAll('From'), ...boundary.takeAll('To')].map(pointOf);
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to, isApproximate };
}

function refuseDuration(period: StrictElement, name: string): void {
  const [duration] = period.takeAll(name);
  if (duration) throw new Problem('list.unknown-column', { ...duration.where, column: `DatePeriod/${name}` });
}

function pointOf(point: StrictElement): CalendarDate {
  const two = (text: string) => text.padStart(2, '0');
  const text = [point.take('Year').padStart(4, '0'), two(point.take('Month')), two(point.take('Day'))].join('-');
  const day = parseCalendarDate(text);
  if (day === undefined) throw new Problem('list.date', { ...point.where, field: point.name, value: text });
  return day;
}

function writtenPeriod(from: CalendarDate, to: CalendarDate): string {
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === to) return writtenDay(from);
  const isWholeYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (isWholeYears) return to.startsWith(year) ? year : `${year} to ${to.slice(0, 4)}`;
  const isWholeMonth = to.startsWith(month) && from.endsWith('-01') && to === lastDayOf(month);
  return isWholeMonth ? writtenDay(from).slice(3) : `${writtenDay(from)} to ${writtenDay(to)}`;
}

function writtenDay(day: CalendarDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date} ${months[Number(month) - 1] ?? ''} ${year}`;
}

function lastDayOf(month: string): CalendarDate {
  const [year, monthNumber] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, monthNumber ?? 0, 0)).toISOString().slice(0, 10);
}

function refuseOtherCalendar(element: StrictElement, references: AdvancedReferences): void {
  const calendar = references.requiredWordOf(element, 'CalendarTypeID', 'CalendarType');
  const known = Object.fromEntries(advancedWords.calendars.map((word) => [word, true]));
  lookUp(known, calendar, { ...element.where, field: 'CalendarType' });
}
