// A language in, how it writes numbers and days, counts, and keeps a fact apart from the words around it out.
import { parseCalendarDate } from '../model/calendar.ts';
import type { Language } from '../reference/message-catalogues.ts';

export interface Conventions {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** A day, a month or an instant as people of the language write it; a number likewise; any other text as it is. */
  text(value: string | number | boolean | bigint): string;
  /** The plural category of a number. */
  plural(count: number): string;
  /** Marks a fact so that its direction and that of the sentence do not disturb each other (Unicode UAX #9, FSI and PDI). */
  isolated(text: string): string;
}

export function conventionsOf(language: Language): Conventions {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules(language);
  return {
    language,
    direction,
    text: (value) => {
      if (typeof value === 'number' || typeof value === 'bigint') return numbers.format(value);
      if (typeof value === 'boolean') return String(value);
      const day = dayIn(value);
      return day === undefined ? value : days.format(new Date(`${day}T00:00:00Z`));
    },
    plural: (count) => plurals.select(count),
    isolated: (text) => (direction === 'rtl' || /[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text),
  };
}

/** Of a day, or of an instant, which is told by its day in UTC. */
function dayIn(value: string): string | undefined {
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z)?$/.exec(value) ?? [];
  return parseCalendarDate(day) === undefined ? undefined : day;
}
