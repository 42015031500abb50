// A date as Japanese lists write it in (eras, years alone, ranges), the first and last day it can mean out.
import { parseCalendarDate, parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';

/**
 * `1969年`, `1969年3月`, `1969年3月1日`, `1969/3/1`, `2001.9.22`, `昭和44年3月1日`, `令和元年`, `S44.3.1`, `昭和四十四年三月一日`; with `頃`,
 * `およそ` or `おおよそ` it is circa, and a closing `生` or `生まれ` is passed over. Ranges: `1963年から1965年の間`, `1954年-1955年`,
 * `1977年8月から9月まで`. Full-width signs are read as others. Undefined for anything else: `1402年6月24日（ヒジュラ暦）`.
 */
export function parseJapaneseDate(text: string): DateRange | undefined {
  const plain = plainText(text);
  const single = parseSingle(plain);
  if (single) return { ...single, text };
  const [, circa = '', from = '', to = '', late = ''] =
    /^(およそ|おおよそ|約)?(.+?)(?:から|[~〜-])(.+?)(?:まで)?(?:の間)?(頃|ごろ)?(?:生まれ|生)?$/u.exec(plain) ?? [];
  const last = parseSingle(to) ?? parseSingle(`${/^.+?年/u.exec(from)?.[0] ?? ''}${to}`);
  const first = parseSingle(from) ?? parseSingle(`${from}年`);
  if (!first || !last || last.latest < first.earliest) return undefined;
  const isCirca = first.circa || last.circa || circa !== '' || late !== '';
  return { earliest: first.earliest, latest: last.latest, circa: isCirca, text };
}

/** Eras since the Gregorian calendar is used, by their letter and their first day. */
const eras = [
  { name: '令和', letter: 'R', first: '2019-05-01' },
  { name: '平成', letter: 'H', first: '1989-01-08' },
  { name: '昭和', letter: 'S', first: '1926-12-25' },
  { name: '大正', letter: 'T', first: '1912-07-30' },
  { name: '明治', letter: 'M', first: '1868-10-23' },
] as const;

/** Before it, days and months were those of the moon: only the year is the same. */
const GREGORIAN_SINCE = '1873-01-01';

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/gu, '')
    .replace(/[一二三四五六七八九十〇]+(?=[年月日])/gu, (digits) => String(numberIn(digits)));
}

/** `二十三` is 23, `一九六三` is 1963. */
function numberIn(digits: string): number {
  const values = [...digits].map((digit) => '〇一二三四五六七八九'.indexOf(digit));
  const ten = digits.indexOf('十');
  if (ten === -1) return Number(values.join(''));
  return (ten === 0 ? 1 : (values[0] ?? 0)) * 10 + (ten === digits.length - 1 ? 0 : (values[ten + 1] ?? 0));
}

function parseSingle(text: string): Omit<DateRange, 'text'> | undefined {
  const [, before, plain = '', after] =
    /^(およそ|おおよそ|約)?(.+?)(頃|ごろ|の頃)?(?:生まれ|生|、)?$/u.exec(text) ?? [];
  const circa = before !== undefined || after !== undefined;
  const range = westernDate(plain) ?? eraDate(plain);
  return range && { earliest: range.earliest, latest: range.latest, circa };
}

function westernDate(text: string): DateRange | undefined {
  const [, year, month, day] = /^(\d{4})(?:年(?:(\d{1,2})月(?:(\d{1,2})日?)?)?)?$/u.exec(text) ?? [];
  if (year !== undefined) return parseDateRange([year, month, day].filter(Boolean).join('-'));
  return parseDateRange(text.replace(/^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, '$1-$2-$3'));
}

/** A date after the end of its era is meant as its count goes on: papers printed before the change have it. */
function eraDate(text: string): DateRange | undefined {
  const [, name, yearText = '', month, day] =
    /^(令和|平成|昭和|大正|明治)(元|\d{1,2})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/u.exec(text) ??
    /^([RHSTM])(\d{1,2})[./](\d{1,2})[./](\d{1,2})$/i.exec(text) ??
    [];
  const era = eras.find((candidate) => candidate.name === name || candidate.letter === name?.toUpperCase());
  const count = yearText === '元' ? 1 : Number(yearText);
  if (!era || count === 0) return undefined;
  const year = String(Number(era.first.slice(0, 4)) + count - 1);
  const range = parseDateRange([year, month, day].filter(Boolean).join('-'));
  if (!range || range.latest < era.first) return undefined;
  if (range.latest < GREGORIAN_SINCE) return parseDateRange(year);
  const start = range.earliest < era.first ? parseCalendarDate(era.first) : undefined;
  return { ...range, earliest: start ?? range.earliest };
}
