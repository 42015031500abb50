// Two days in, whether a Japanese office worked on a day between them out: the NTA publishes a diff each working day.
import holidayJp from '@holiday-jp/holiday_jp';
import { addDays, type CalendarDate } from '@sekisho/engine/model/calendar.ts';

const holidays: ReadonlySet<string> = new Set(Object.keys(holidayJp.holidays));
const knownYears: ReadonlySet<string> = new Set([...holidays].map((day) => day.slice(0, 4)));

/** No diff goes missing over so many days without somebody noticing; and the days are walked one by one. */
const MAX_DAYS = 400;

/** True when `next` comes after `standsAt` and no working day lies between them: no diff can be missing. */
export function follows(standsAt: CalendarDate, next: CalendarDate): boolean {
  if (next <= standsAt || addDays(standsAt, MAX_DAYS) < next) return false;
  for (let day = addDays(standsAt, 1); day < next; day = addDays(day, 1)) if (isWorkingDay(day)) return false;
  return true;
}

/**
 * Neither a weekend, nor a holiday, nor 29 December to 3 January (行政機関の休日に関する法律, art. 1). In a year whose
 * holidays are not known every weekday counts: a diff may be called missing that never was, never the other way round.
 */
function isWorkingDay(day: CalendarDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (!knownYears.has(day.slice(0, 4))) return true;
  const monthAndDay = day.slice(5);
  return !(holidays.has(day) || '12-29' <= monthAndDay || monthAndDay <= '01-03');
}
