// Open cases in, how many there are of each age out, by how they stand to their due day.
import { addDays, daysBetween, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { isOpen, listCases } from './list-cases.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { hiddenCases } from './restricted-case.ts';

/** Days since a case was opened, from `from` to `to`, both in it; the last band has no end. */
export interface AgeBand {
  readonly from: number;
  readonly to?: number;
  /** Its due day is over. */
  readonly overdue: number;
  /** Its due day is today or in the next three days. */
  readonly soon: number;
  readonly later: number;
  readonly undated: number;
}

export interface QueueAges {
  readonly today: CalendarDate;
  readonly open: number;
  /** Days since the oldest open case was opened; absent when none is open. */
  readonly oldestDays?: number;
  /** The youngest first; each is there, also when nothing is in it. */
  readonly bands: readonly AgeBand[];
}

/** Days of UTC, as those that cases are due on. */
export async function queueAges(parts: Parts): Promise<QueueAges> {
  permit(parts, 'case.read');
  const today = parts.clock().slice(0, 10);
  const hidden = await hiddenCases(parts);
  const shown = (await listCases({}, parts)).filter((line) => isOpen(line) && !hidden.has(line.id));
  const open = shown.map(({ openedAt, dueOn }) => ({
    days: Math.max(0, daysBetween(openedAt.slice(0, 10), today)),
    standing: standingOn(today, dueOn),
  }));
  const count = (from: number, to: number, standing: Standing) =>
    open.filter((one) => from <= one.days && one.days <= to && one.standing === standing).length;
  return {
    today,
    open: open.length,
    ...(0 < open.length && { oldestDays: open.reduce((most, { days }) => Math.max(most, days), 0) }),
    bands: BEGINNINGS.map((from, place) => {
      const next = BEGINNINGS[place + 1];
      const to = next === undefined ? Infinity : next - 1;
      return {
        from,
        ...(next !== undefined && { to }),
        overdue: count(from, to, 'overdue'),
        soon: count(from, to, 'soon'),
        later: count(from, to, 'later'),
        undated: count(from, to, 'undated'),
      };
    }),
  };
}

type Standing = 'overdue' | 'soon' | 'later' | 'undated';

/** The first day of each band: today and yesterday, half a week, a week, two, a month, older. */
const BEGINNINGS = [0, 2, 4, 8, 15, 31];
const SOON_DAYS = 3;

function standingOn(today: CalendarDate, dueOn: CalendarDate | undefined): Standing {
  if (dueOn === undefined) return 'undated';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}
