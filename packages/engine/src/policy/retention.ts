// How a case ended in, until when what is kept of it is kept and on what ground out.
import type { CalendarDate } from '../model/calendar.ts';
import type { CaseState } from '../model/decision.ts';
import type { Retention, RetentionRegime } from '../model/retention.ts';
import type { RetentionReference } from '../reference/retention.ts';

export interface EndedCase {
  readonly state: CaseState;
  /** Somebody behind the order resembled an entry of a list, or a chain led to one. */
  readonly isListed: boolean;
  readonly policy: string;
  /** On which the state was reached. */
  readonly endedOn: CalendarDate;
}

/** The longest period of the laws that attach; of an open case none. */
export function retentionOf({ state, isListed, policy, endedOn }: EndedCase, reference: RetentionReference): Retention {
  const found = reference.classes.find(
    (one) => one.states.includes(state) && (one.listed === undefined || one.listed === isListed),
  );
  if (!found) return { regimes: [] };
  const ids = reference.regimesOfPolicy.get(policy);
  const attached = reference.regimes.filter(({ regime }) => ids === undefined || ids.includes(regime));
  const regimes = found.period === 'regimes' ? attached : [];
  const ends = regimes.map((regime) => endOf(regime, endedOn));
  const until = ends.reduce((latest, end) => (latest < end ? end : latest), monthsAfter(endedOn, found.months));
  return { class: found, until, regimes };
}

function endOf({ years, from }: RetentionRegime, endedOn: CalendarDate): CalendarDate {
  return monthsAfter(from === 'end-of-year' ? `${endedOn.slice(0, 4)}-12-31` : endedOn, 12 * years);
}

/** The same day of the month; of a month that is shorter its last. */
function monthsAfter(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const end = new Date(lastOfMonth);
  end.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return end.toISOString().slice(0, 10);
}
