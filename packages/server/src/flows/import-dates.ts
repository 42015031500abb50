// What an operator says of an edition's days and today in, both days checked out.
import { addDays, parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';

export interface ImportDates {
  readonly publishedOn: CalendarDate;
  /** The day it was established to be the newest; when nobody says, the day it was published. */
  readonly confirmedCurrentOn: CalendarDate;
}

/**
 * A day of slack, as publishers east of the machine's clock are a day ahead of it.
 * @throws Problem `edition.date`: no date, in the future, current before it was published.
 */
export function importDates(
  said: { readonly publishedOn: string; readonly confirmedCurrentOn?: string },
  today: CalendarDate,
): ImportDates {
  const day = (field: string, text: string): CalendarDate => {
    const date = parseCalendarDate(text);
    if (date === undefined)
      throw new Problem('edition.date', { field, value: text, reason: 'is not a date YYYY-MM-DD' });
    if (addDays(today, 1) < date)
      throw new Problem('edition.date', { field, value: text, reason: `is in the future: today is ${today}` });
    return date;
  };
  const publishedOn = day('published', said.publishedOn);
  const confirmedCurrentOn = day('current-as-of', said.confirmedCurrentOn ?? said.publishedOn);
  if (confirmedCurrentOn < publishedOn)
    throw new Problem('edition.date', {
      field: 'current-as-of',
      value: confirmedCurrentOn,
      reason: `lies before the day of publication, ${publishedOn}`,
    });
  return { publishedOn, confirmedCurrentOn };
}
