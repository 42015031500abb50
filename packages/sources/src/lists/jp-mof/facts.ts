// Cells of a row in, the dates, countries and addresses they say out; what cannot be read stays in words.
import { addDays, type DateRange } from '@sekisho/engine/model/calendar.ts';
import type { Address } from '@sekisho/engine/model/entity.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import { parseJapaneseDate } from '../japanese-dates.ts';
import { itemsOfCell } from './names.ts';

export interface DatesOfCell {
  readonly ranges: readonly DateRange[];
  /** Items that are no date. */
  readonly unread: readonly string[];
  /** Dates of which more is said: `1979年3月3日(偽造旅券より)`. */
  readonly notes: readonly string[];
}

/** `1966年3月18日又は1967年3月10日`, `(a)1974年 (b)1975年頃`, `1963年頃; 1972/1/30`; a number is a day as a spreadsheet counts them. */
export function datesIn(cell: string): DatesOfCell {
  const ranges: DateRange[] = [];
  const unread: string[] = [];
  const notes: string[] = [];
  const written = cell.normalize('NFKC').replace(/(?<=から)\n|\n(?=日)/gu, '');
  for (const item of itemsOfCell(written)) {
    const [, plain = item, note] = /^(.+?[年月日])\(([^()暦]+)\)$/u.exec(item) ?? [];
    const found = severalDates(plain) ?? datesOfOneYear(plain);
    ranges.push(...(found ?? []));
    if (!found || note !== undefined) (found ? notes : unread).push(item);
  }
  return { ranges, unread, notes };
}

function severalDates(text: string): DateRange[] | undefined {
  const parts = text.split(/又は|または|もしくは|及び|、/u).filter((part) => part.trim() !== '');
  const dates = parts.map((part) => dayOfSpreadsheet(part.trim()) ?? parseJapaneseDate(part));
  return dates.every((date) => date !== undefined) ? dates : undefined;
}

/** `1991年7月14日又は6月14日`, `1986年12月13日又は31日`. */
function datesOfOneYear(text: string): DateRange[] | undefined {
  const [, year = '', month = '', first = '', last = ''] =
    /^(\d{4}年)(\d{1,2}月)(\d{1,2}日)(?:又は|または)((?:\d{1,2}月)?\d{1,2}日)$/u.exec(text.replace(/\s+/gu, '')) ?? [];
  const dates = [`${year}${month}${first}`, `${year}${last.includes('月') ? '' : month}${last}`].map(parseJapaneseDate);
  return dates.every((date) => date !== undefined) ? dates : undefined;
}

/** A cell without the format of a date shows the days since 1899-12-31, and one more since February 1900. */
function dayOfSpreadsheet(text: string): DateRange | undefined {
  if (!/^\d{5}$/u.test(text)) return undefined;
  const day = addDays('1899-12-30', Number(text));
  return { earliest: day, latest: day, circa: false, text };
}

/** A country as the list names it, with or without `共和国`, `国`, `連邦` or `人` behind it. */
function territoryOf(name: string, territories: Territories): string | undefined {
  const plain = name.trim();
  return (
    territories.codeOf(plain) ??
    territories.codeOf(plain.replace(/(?:民主)?(?:共和国|国|連邦|人)$/u, '')) ??
    territories.codeOf(plain.replace(/\s*\([^()]*\)$/u, ''))
  );
}

export interface CountriesOfCell {
  readonly codes: readonly string[];
  /** Items in which no country, or more than a country, is named. */
  readonly unread: readonly string[];
}

/** `(a)ドイツ(b)モロッコ`, `トルコ、ヨルダン`, `イラン↵Iran`, `チュニジア Tunisia`, `インドネシア(2003年12月時点)`. */
export function countriesIn(cell: string, territories: Territories): CountriesOfCell {
  const codes: string[] = [];
  const unread: string[] = [];
  for (const item of itemsOfCell(cell).flatMap((each) => each.split('、'))) {
    const whole = territoryOf(item, territories);
    const [, japanese = '', rest = ''] = /^([^A-Za-z(]+)(?:\s*\(.*\)|[A-Za-z ]+)?(.*)$/su.exec(item.trim()) ?? [];
    const code = whole ?? (rest === '' ? territoryOf(japanese, territories) : undefined);
    if (code !== undefined) codes.push(code);
    if (code === undefined || (whole === undefined && item.includes('('))) unread.push(item.trim());
  }
  return { codes, unread };
}

const MOST_CHARS_OF_COUNTRY = 14;

/** The country that a text begins with, by its longest beginning that names one; or that stands in brackets at its end. */
export function countryIn(text: string, territories: Territories): string | undefined {
  const [start = ''] = /^[^\dA-Za-z(、,]*/u.exec(text) ?? [];
  for (let length = Math.min(start.length, MOST_CHARS_OF_COUNTRY); 1 < length; length--) {
    const code = territoryOf(start.slice(0, length), territories);
    if (code !== undefined) return code;
  }
  const inner = /\(([^()]+)\)/u.exec(text)?.[1]?.replace(/旅券$/u, '');
  return inner === undefined ? undefined : territoryOf(inner, territories);
}

/** Every item as a line; its country where it begins (in Japanese) or ends (in English) with one. */
export function addressesIn(cell: string, territories: Territories): Address[] {
  return itemsOfCell(cell).map((item) => addressOf(item.replace(/\s+/gu, ' '), territories));
}

/** @param known the country, when the list names it apart. */
export function addressOf(full: string, territories: Territories, known?: string): Address {
  const last = full.split(/[,、]/u).at(-1) ?? '';
  const country =
    (known === undefined ? undefined : territoryOf(known, territories)) ??
    territoryOf(last, territories) ??
    countryIn(full, territories);
  return { full, ...(country !== undefined && { country }) };
}
