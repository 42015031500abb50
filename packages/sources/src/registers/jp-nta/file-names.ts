// The name of an NTA file in, what it stands for out; and of several, whether they are the whole register.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterFileScope, SourceFile } from '../../importer.ts';

/** Prefecture codes (JIS X 0401), and 99 for bodies whose seat is abroad. */
const ABROAD = '99';
const NATIONWIDE = '00';
const areas = [...Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0')), ABROAD];

/**
 * `diff_YYYYMMDD`, `PP_<name>_all_YYYYMMDD` or `00_zenkoku_all_YYYYMMDD`, the last two also in parts `_1`, `_2`, …
 * @throws Problem `file.unexpected` when the name is none of them.
 */
export function scopeOf(file: SourceFile, list: string): RegisterFileScope {
  const unexpected = (reason: string) => new Problem('file.unexpected', { list, file: file.name, reason });
  const named = parseName(file.name);
  if (!named)
    throw unexpected('its name is neither diff_YYYYMMDD nor PP_<prefecture>_all_YYYYMMDD, nor 00_zenkoku_all_YYYYMMDD');
  const { day, area } = named;
  const date = parseCalendarDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
  if (date === undefined) throw unexpected(`${day} is not a date YYYYMMDD`);
  if (area === undefined) return { file, part: 'diff', date };
  if (area === NATIONWIDE) return { file, part: 'full', date };
  if (!areas.includes(area)) throw unexpected(`${area} is not the code of a prefecture`);
  return { file, part: 'full', date, area };
}

/**
 * True for the nationwide set, or all 47 prefectures and abroad, of one day. Where a set comes in parts, they run from 1
 * without a gap and are two at least; how many there should be is written nowhere.
 */
export function isWhole(scopes: readonly RegisterFileScope[]): boolean {
  if (scopes.some(({ part }) => part !== 'full')) return false;
  const dates = new Set<CalendarDate>(scopes.map(({ date }) => date));
  if (dates.size !== 1) return false;
  const byArea = Map.groupBy(scopes, ({ area }) => area ?? NATIONWIDE);
  const hasAll = (area: string) => hasAllParts(byArea.get(area) ?? []);
  return hasAll(NATIONWIDE) || areas.every(hasAll);
}

function hasAllParts(scopes: readonly RegisterFileScope[]): boolean {
  const parts = scopes.map(({ file }) => parseName(file.name)?.part).toSorted((a = 0, b = 0) => a - b);
  if (parts.length === 1) return parts[0] === undefined;
  return 0 < parts.length && parts.every((part, index) => part === index + 1);
}

function parseName(name: string): { day: string; area?: string; part?: number } | undefined {
  const diff = /^diff_(\d{8})\.(?:csv|zip)$/i.exec(name);
  if (diff?.[1] !== undefined) return { day: diff[1] };
  const [, area, day, part] = /^(\d{2})_[^_]+_all_(\d{8})(?:_(\d{1,3}))?\.(?:csv|zip)$/i.exec(name) ?? [];
  if (area === undefined || day === undefined) return undefined;
  return { area, day, ...(part !== undefined && { part: Number(part) }) };
}
