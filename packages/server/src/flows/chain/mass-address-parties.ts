// A policy and a day in, how many parties of applications an address joins at most out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { Parts } from '../parts.ts';

/** The policy's own bound on the day, where it has one. */
export function massAddressPartiesOf(
  { parameters }: Policy,
  day: CalendarDate,
  { reference }: Pick<Parts, 'reference'>,
): number {
  const values = parameters['massAddressParties']?.values ?? {};
  const since = Object.keys(values)
    .filter((from) => from <= day)
    .sort()
    .at(-1);
  const value = since === undefined ? undefined : values[since]?.value;
  return typeof value === 'number' ? value : reference.chain.massAddress.parties;
}
