// The text of a day, with or without a time, in; whether there is such a day and such a time out.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';

export function isDay(text: string): boolean {
  const [day = '', time = '00'] = text.split('T');
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return parseCalendarDate(day) !== undefined && hour < 24 && minute < 60 && second < 60;
}
