// The name of a Companies House file in, what it stands for out; and of several, whether they are the whole register.
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterFileScope, SourceFile } from '../../importer.ts';

/**
 * `BasicCompanyDataAsOneFile-YYYY-MM-DD`, `BasicCompanyData-YYYY-MM-DD-part1_7`, and of relations
 * `persons-with-significant-control-snapshot-YYYY-MM-DD` or `psc-snapshot-YYYY-MM-DD_1of32`.
 * @throws Problem `file.unexpected` when the name is none of them.
 */
export function scopeOf(file: SourceFile, list: string): RegisterFileScope {
  const date = parseCalendarDate(/\d{4}-\d{2}-\d{2}/.exec(file.name)?.[0] ?? '');
  const isOfCompanies = /^BasicCompanyData/i.test(file.name);
  const isOfControl = /(?:psc|significant-control).*snapshot/i.test(file.name);
  if (date === undefined || isOfCompanies === isOfControl)
    throw new Problem('file.unexpected', {
      list,
      file: file.name,
      reason: 'its name is neither BasicCompanyData…-YYYY-MM-DD nor psc-snapshot-YYYY-MM-DD: it alone tells the day',
    });
  if (isOfControl) return { file, part: 'relations', date };
  const part = partIn(file.name);
  return { file, part: 'full', date, ...(part && { area: String(part.number) }) };
}

/** True for the file that has all companies, or all parts of one day. */
export function isWhole(scopes: readonly RegisterFileScope[]): boolean {
  if (scopes.some(({ part }) => part !== 'full') || new Set(scopes.map(({ date }) => date)).size !== 1) return false;
  const parts = scopes.map(({ file }) => partIn(file.name));
  if (scopes.length === 1 && parts[0] === undefined) return true;
  const numbers = new Set(parts.map((part) => part?.number));
  return parts.every((part) => part?.of === scopes.length) && scopes.every((_, index) => numbers.has(index + 1));
}

function partIn(name: string): { readonly number: number; readonly of: number } | undefined {
  const [, number, of] = /part(\d+)_(\d+)\./i.exec(name) ?? [];
  return number === undefined ? undefined : { number: Number(number), of: Number(of) };
}
