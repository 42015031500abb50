// The free text (Додатково) of an NSDC row in, the numbers, dates and officers that it labels out. The text itself stays a remark.
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import type { EntityLink } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { parseUkrainianDate } from '../ukrainian-dates.ts';
import { vocabulary } from './vocabulary.ts';

const UNLABELLED = 'a number alone';
const DASH = String.raw`\s*(?:[–—:-]\s*)?(?:№\s*)?`;
const DAY = String.raw`(\d{1,2}\s+\p{L}+\s+\d{4})`;
const NAME = String.raw`(\p{Lu}[\p{L}’'-]+\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?)`;

const ends = new RegExp(`(?:${vocabulary.ends.join('|')})[\\s\\S]{0,200}?від ${DAY}`, 'u');
const changes = new RegExp(`(?:${vocabulary.changes.join('|')})[\\s\\S]{0,200}?від ${DAY}`, 'u');
const birth = /альтернативна дата народження\s*[–—:-]\s*([\d.]+\d)/giu;
const officers = vocabulary.officers.map(({ kind, label }) => ({
  kind,
  pattern: new RegExp(`(${label})[^;.,"«]{0,20}?(?:\\s+[–—-]\\s*|:?\\s+)${NAME}`, 'giu'),
}));
const [bodyNumbers, personNumbers] = [vocabulary.bodyNumbers, vocabulary.personNumbers].map((table) =>
  table.map(({ type, label, note }) => ({
    type,
    note,
    pattern: new RegExp(`(?<!\\p{L})(?:${label})${DASH}([\\p{L}\\d][\\p{L}\\d./-]*\\d\\p{Lu}?)(?![\\p{L}\\d])`, 'giu'),
  })),
);

/** The day on which a later decree ended the entry. */
export function endIn(text: string): string | undefined {
  return dayIn(ends, text);
}

/** The day on which a later decree changed the entry. */
export function changeIn(text: string): string | undefined {
  return dayIn(changes, text);
}

export function otherBirthDatesIn(text: string): DateRange[] {
  return [...text.matchAll(birth)]
    .map(([, date = '']) => parseUkrainianDate(date))
    .filter((range) => range !== undefined);
}

/** Of a person tax numbers and passports, of a body its own numbers. */
export function numbersIn(text: string, isPerson: boolean): Identifier[] {
  const alone = isPerson && /^\s*\d{10}\s*$/.test(text) ? [numberOf('tax-id', text.trim(), UNLABELLED)] : [];
  const labelled = ((isPerson ? personNumbers : bodyNumbers) ?? []).flatMap(({ type, note, pattern }) =>
    [...text.matchAll(pattern)].map(([, value = '']): Identifier => numberOf(type, value, note)),
  );
  return isPerson ? [...alone, ...labelled, ...passportsIn(text)] : labelled;
}

/** A tax number of 12 digits is Russian, one of 10 Ukrainian. */
function numberOf(type: Identifier['type'], value: string, note: string): Identifier {
  if (type !== 'tax-id') return { type, value, note };
  if (/^\d{12}$/.test(value)) return { type: 'ru-inn', value, country: 'ru', note };
  return { type, value, ...(/^\d{10}$/.test(value) && { country: 'ua' }), note };
}

/** Officers and owners whom the text names behind their office; two words at least, each with a capital. */
export function officersIn(text: string): EntityLink[] {
  return officers.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(([, , name = '']) => name.split(/\s+/).every((word) => /^\p{Lu}/u.test(word)))
      .map(([, label = '', name = '']): EntityLink => ({ kind, toName: name.replace(/\s+/g, ' '), detail: label })),
  );
}

export function phonesIn(text: string): string[] {
  return [...text.matchAll(/номер телефону:?\s*(\+?\d[\d ()-]{5,}\d)/giu)].map(([, number = '']) => number);
}

export function emailsIn(text: string): string[] {
  return [...text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)].map(([email]) => email);
}

/** `паспорти № 990000001, 990000002`, `серії АА №000001, виданий …`: numbers up to where the text goes on with something else. */
function passportsIn(text: string): Identifier[] {
  const segments = text.match(/(?:\p{L}+ )?паспорт[\s\S]*?(?=(?:\p{L}+ )?паспорт|;|$)/giu) ?? [];
  return segments.flatMap((segment) => {
    const [said = ''] = segment.split(
      /видан|термін|станом|Підстава|Змінено|Внесено|Виключено|Скасовано|ІПН|ІНПП|РНОКПП|ДРФО|ідентифік|індивід/iu,
    );
    const kind = /^[^\d№]*/
      .exec(said)?.[0]
      .replace(/\s*(?:серії|серія|громадянина|:)?\s*(?:\p{Lu}{1,2}\s*)?$/u, '')
      .trim();
    const country = /України/u.test(said) ? 'ua' : /РФ|Російської/u.test(said) ? 'ru' : undefined;
    return [...said.matchAll(/(?<![\p{L}\d])(\p{Lu}{1,3})?\s*(?:№\s*)*(\d{4} \d{6}|\d{5,11})(?!\d)/gu)].map(
      ([, series, number = '']): Identifier => ({
        type: 'passport',
        value: [series, number].filter((part) => part !== undefined && !/^РФ$/.test(part)).join(' '),
        ...(country !== undefined && { country }),
        ...(kind !== undefined && kind !== '' && { note: kind }),
      }),
    );
  });
}

function dayIn(pattern: RegExp, text: string): string | undefined {
  const day = pattern.exec(text.replace(/\s+/g, ' '))?.[1];
  return day === undefined ? undefined : parseUkrainianDate(day)?.earliest;
}
