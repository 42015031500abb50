// The date-of-birth cell of a row in, the dates it gives and what of it is no date out.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import { parseDayFirstDate } from '../day-first-dates.ts';
import { parseEnglishDate } from '../english-dates.ts';
import { enumeratedParts } from '../enumerated-parts.ts';

export interface BirthDates {
  readonly dates: readonly DateRange[];
  /** Parts that hold digits and are no date that we can read: `07/04/62`, `24/06/1402 (Hijri Calendar)`. */
  readonly unread: readonly string[];
  /** True when the dates say all that the cell says; else its text must be kept: `25/10/1983 (as another name)`. */
  readonly isWhole: boolean;
}

/** `a) 3 Apr. 1977 b) Approximately 1955-1958`, `1/03/1961; 16/06/1960`, `19/03/1967; alt DOB: 1956`, `1945, 1946, 1947`. */
export function readBirthDates(cell: string): BirthDates {
  const dates: DateRange[] = [];
  const unread: string[] = [];
  let isWhole = true;
  for (const part of enumeratedParts(cell, 'letters').flatMap((text) => text.split(betweenDates))) {
    const written = part.replace(/\s+/g, ' ').trim();
    const { date, isAll } = dateIn(written);
    if (date) dates.push({ ...date, text: written });
    else if (/\d/.test(written)) unread.push(written);
    isWhole &&= (date !== undefined && isAll) || written === '';
  }
  return { dates, unread, isWhole };
}

/** A comma ends a date only behind a year: `Aug 25, 1961`; so do two blanks. A full stop ends one before a sentence. */
const betweenDates =
  />>|;|\balt\.?(?: (?:DOB|born))?:?(?=\s*\d)|\bor\b|(?<=\d{4})\s*,|(?<=\d{4})\s{2,}(?=\d)|(?<=\))\s+(?=\d)|\.\s+(?=For\b)/i;

function dateIn(written: string): { readonly date: DateRange | undefined; readonly isAll: boolean } {
  const inside = /^\(([^()]*)\)$/.exec(written)?.[1] ?? written;
  const notes = [...inside.matchAll(/\(([^()]*)\)|\((?=[^)]*$).*/g)].map(([note]) => note);
  if (notes.some((note) => /hijri/i.test(note))) return { date: undefined, isAll: false };
  const isCirca = notes.some((note) => /approx/i.test(note));
  const plain = notes.reduce((text, note) => text.replace(note, ' '), inside);
  const date = plainDate(plain.replace(/\s+/g, ' ').trim());
  return {
    date: date && { ...date, circa: date.circa || isCirca },
    isAll: notes.every((note) => /^\(approx\.?\)$/i.test(note)),
  };
}

/** `between 1 September 1960 and 31 December 1965` has fewer. */
const MAX_DATE_CHARS = 100;

function plainDate(text: string): DateRange | undefined {
  if (MAX_DATE_CHARS < text.length) return undefined;
  const trimmed = text.replace(/ [a-z]\)$/, '').replace(/^[\s,]+|[\s,.;)]+$/g, '');
  const english = trimmed
    .replace(/^approx(?:imately)?\.?\s+/i, 'circa ')
    .replace(/^between (.+) to (.+)$/i, '$1 to $2')
    .replace(/(\d{4})\/(\d{4})$/, '$1 to $2')
    .replace(/([a-z]\.?)(\d)/gi, '$1 $2')
    .replace(/^([a-z]{3,9})\.? (\d{1,2}), (\d{4})$/i, '$2 $1 $3')
    .replace(/^([a-z]{3,9}), (\d{4})$/i, '$1 $2');
  return parseDateRange(trimmed) ?? parseDayFirstDate(trimmed) ?? parseEnglishDate(english);
}
