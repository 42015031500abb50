// A date as Ukrainian documents write it in words, the days it can mean out.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';

const months = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
];

/** `23 березня 2021`, with or without `року` or `р.`; `17.10.1969`; `1969`, `1969-10`, `1969-10-17`. Undefined for anything else. */
export function parseUkrainianDate(text: string): DateRange | undefined {
  const plain = text
    .trim()
    .replace(/\s*(?:року|р\.)$/u, '')
    .replace(/\s+/g, ' ');
  const [, day, word, year] = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(plain) ?? [];
  const month = months.indexOf(word?.toLowerCase() ?? '') + 1;
  const [, dottedDay, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain) ?? [];
  const written =
    year !== undefined && month > 0
      ? `${year}-${month}-${day ?? ''}`
      : dottedYear === undefined
        ? plain
        : `${dottedYear}-${dottedMonth ?? ''}-${dottedDay ?? ''}`;
  const range = parseDateRange(written);
  return range && { ...range, text: text.trim() };
}
