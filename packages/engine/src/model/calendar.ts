// Dates as the product writes them: text of a date in, the same text checked, or days between two out.

/** A calendar day, `YYYY-MM-DD`. Lexical order is time order. */
export type CalendarDate = string;

/** A moment in UTC, RFC 3339 with milliseconds: `2016-11-14T01:20:00.000Z`. Lexical order is time order. */
export type Instant = string;

/** What is known of a date: the first and the last day it can be. Equal for an exact date; `circa` widens nothing by itself. */
export interface DateRange {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  readonly circa: boolean;
  /** As the source writes it. */
  readonly text: string;
}

/** The day itself when the text is a real day of the Gregorian calendar written `YYYY-MM-DD`, else undefined. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

/** A range from `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (separators `-` or `/`), else undefined. */
export function parseDateRange(text: string, circa = false): DateRange | undefined {
  const parts = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, year = '', month, day] = parts;
  const two = (value: string) => value.padStart(2, '0');
  const earliest = parseCalendarDate(`${year}-${two(month ?? '1')}-${two(day ?? '1')}`);
  const latest = day === undefined ? lastDayOf(year, month) : earliest;
  return earliest && latest ? { earliest, latest, circa, text } : undefined;
}

function lastDayOf(year: string, month: string | undefined): CalendarDate | undefined {
  const monthNumber = month === undefined ? 12 : Number(month);
  if (monthNumber < 1 || 12 < monthNumber) return undefined;
  return new Date(Date.UTC(Number(year), monthNumber, 0)).toISOString().slice(0, 10);
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
