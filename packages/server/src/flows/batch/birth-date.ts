// A birth date as people type it in, the first and last day it can mean out.
import type { DateOrder } from '@sekisho/engine/model/batch.ts';
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import type { Era } from '@sekisho/engine/reference/batch-columns.ts';
import { parseEnglishDate } from '@sekisho/sources/lists/english-dates.ts';

export interface BirthDate {
  readonly range: DateRange;
  /** It can be read with the day or with the month first, and nobody said which: only its year is known. */
  readonly isAmbiguous: boolean;
}

/**
 * `1980-05-01` (with `-`, `/` or `.`, a time behind it or without separators), `1.5.1980`, `25/12/1980`, `1980年5月1日`,
 * 昭和55年5月1日, `S55.5.1`, `1 May 1980`, `May 1, 1980`, each of them down to the year. Undefined for anything else: two
 * digits of a year are none.
 */
export function birthDateOf(text: string, order: DateOrder | undefined, eras: readonly Era[]): BirthDate | undefined {
  const plain = text.toWellFormed().normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (MAX_DATE_CHARS < plain.length) return undefined;
  const range = yearFirst(plain) ?? dayFirst(plain) ?? ofEra(plain, eras) ?? inEnglish(plain);
  if (range) return { range: { ...range, text }, isAmbiguous: false };
  return numbersOnly(plain, order, text);
}

const MAX_DATE_CHARS = 60;

function yearFirst(text: string): DateRange | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ][\d:.,+\-Z ]*)?$/.exec(text)?.toSpliced(2, 1) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4}) ?年 ?(?:(\d{1,2}) ?月 ?(?:(\d{1,2}) ?日)?)?(?: ?生(?:まれ)?)?$/.exec(text) ??
    /^(\d{4}) ?년 ?(?:(\d{1,2}) ?월 ?(?:(\d{1,2}) ?일)?)?$/.exec(text) ??
    [];
  return rangeOf(year, month, day);
}

/** Points between the numbers are always those of a date that begins with its day. */
function dayFirst(text: string): DateRange | undefined {
  const [, day, month, year] = /^(?:(\d{1,2})\. ?)?(\d{1,2})\. ?(\d{4})\.?$/.exec(text) ?? [];
  return rangeOf(year, month, day);
}

function ofEra(text: string, eras: readonly Era[]): DateRange | undefined {
  const [, word, yearOfEra = '', month, day] =
    /^(\p{L}+?) ?(\d{1,2}|元) ?年 ?(?:(\d{1,2}) ?月 ?(?:(\d{1,2}) ?日)?)?(?: ?生(?:まれ)?)?$/u.exec(text) ??
    /^([A-Za-z]) ?(\d{1,2})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ??
    [];
  const era = eras.find(({ name, letter }) => name === word || letter === word?.toUpperCase());
  if (!era) return undefined;
  const year = era.first + (yearOfEra === '元' ? 1 : Number(yearOfEra)) - 1;
  return yearOfEra === '0' || yearOfEra === '00' ? undefined : rangeOf(String(year), month, day);
}

/** `1-May-1980`, `1st of May 1980` and `May 1, 1980` as well. */
function inEnglish(text: string): DateRange | undefined {
  const words = text
    .replaceAll(/[-,/. ]+/g, ' ')
    .replace(/^(\d{1,2})(?:st|nd|rd|th)?(?: of)? /i, '$1 ')
    .replace(/^([A-Za-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/i, '$2 $1 $3');
  return /^(?:\d{1,2} )?[A-Za-z]{3,9} \d{4}$/.test(words) ? parseEnglishDate(words) : undefined;
}

/** `03/04/1980`: the third of April or the fourth of March. */
function numbersOnly(plain: string, order: DateOrder | undefined, text: string): BirthDate | undefined {
  const [, first = '', , second = '', year = ''] = /^(\d{1,2})([-/ ])(\d{1,2})\2(\d{4})$/.exec(plain) ?? [];
  const asDayFirst = rangeOf(year, second, first);
  const asMonthFirst = rangeOf(year, first, second);
  const sure = order === 'day-first' ? asDayFirst : order === 'month-first' ? asMonthFirst : undefined;
  const range = sure ?? asDayFirst ?? asMonthFirst;
  if (!range) return undefined;
  const isAmbiguous = !sure && asMonthFirst !== undefined && asDayFirst !== undefined && first !== second;
  const known = isAmbiguous ? (rangeOf(year) ?? range) : range;
  // a file that has the day first has no date with a thirteenth month: one that has is not as was said
  return order !== undefined && !sure ? undefined : { range: { ...known, text }, isAmbiguous };
}

function rangeOf(year: string | undefined, month?: string, day?: string): DateRange | undefined {
  return year === undefined ? undefined : parseDateRange([year, month, day].filter((part) => part).join('-'));
}
