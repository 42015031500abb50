// AGE: companies formed lately, woken after long silence, or changing name and seat again and again, by the register's history.
import type { Application } from '../model/application.ts';
import { addDays, daysBetween } from '../model/calendar.ts';
import type { Signal } from '../model/evidence.ts';
import type { RegisterFact, RegisterRow } from '../model/register.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { answerGiven } from './answers.ts';
import {
  fromApplication,
  fromRegister,
  numberSetting,
  signal,
  wordsSetting,
  type Seen,
  type SignalsOf,
} from './observation.ts';

export const ageSignals: SignalsOf = ({ application, confirmations }, reference) =>
  confirmations.flatMap((answer): Signal[] => {
    const { party, fact, verdict } = answer;
    const base = { party, sources: fromRegister(answer) };
    if (!fact) {
      const state = verdict === 'NOT_FOUND' ? 'NOT_APPLICABLE' : 'UNKNOWN';
      return ['AG-1', 'AG-2', 'AG-3', 'AG-4'].map((id) => signal(id, { ...base, state }, reference));
    }
    return [
      signal('AG-1', { ...base, ...newlyFormed(fact, application.receivedOn, reference) }, reference),
      signal('AG-2', { ...base, ...awakened(fact, application.receivedOn, reference) }, reference),
      signal('AG-3', { ...base, ...serialChanges(fact, application.receivedOn, reference) }, reference),
      signal(
        'AG-4',
        {
          party,
          sources: [...fromApplication, ...fromRegister(answer)],
          ...shelfCompany(fact, application, reference),
        },
        reference,
      ),
    ];
  });

/** The day on which every company that existed then was given its number: it tells nothing of their age. */
const NUMBERS_BEGAN_ON = '2015-10-05';

/** Of a register that tells what stands and not what changed. */
const WITHOUT_HISTORY = 'stated';

function newlyFormed({ current }: RegisterFact, receivedOn: string, reference: SignalReference): Seen {
  const { assignedOn } = current;
  if (assignedOn === undefined) return { state: 'UNKNOWN' };
  const days = daysBetween(assignedOn, receivedOn);
  const young = numberSetting('AG-1', 'youngDays', reference);
  if (young <= days) return { state: 'CLEAR' };
  if (assignedOn <= NUMBERS_BEGAN_ON) return { state: 'UNKNOWN' };
  const isNew = days < numberSetting('AG-1', 'newDays', reference);
  return { state: 'RAISED', as: isNew ? 'new' : 'young', facts: { assignedOn, days: String(days) } };
}

function serialChanges({ current, history }: RegisterFact, receivedOn: string, reference: SignalReference): Seen {
  if (current.process === WITHOUT_HISTORY) return { state: 'UNKNOWN' };
  const since = addDays(receivedOn, -numberSetting('AG-3', 'days', reference));
  const { names, addresses } = changesSince(since, [...history, current], receivedOn, reference);
  const isSerial =
    numberSetting('AG-3', 'names', reference) <= names.length ||
    numberSetting('AG-3', 'addresses', reference) <= addresses.length;
  return isSerial
    ? { state: 'RAISED', as: 'serial', facts: { nameChanges: names.join(', '), addressChanges: addresses.join(', ') } }
    : { state: 'CLEAR' };
}

/** A change of name and one of seat shortly before the order, after years in which the register has nothing. */
function awakened({ current, history }: RegisterFact, receivedOn: string, reference: SignalReference): Seen {
  if (current.process === WITHOUT_HISTORY) return { state: 'UNKNOWN' };
  const since = addDays(receivedOn, -numberSetting('AG-2', 'wakingDays', reference));
  const rows = [...history, current];
  const { names, addresses } = changesSince(since, rows, receivedOn, reference);
  const before = rows.map(({ changedOn }) => changedOn).filter((changedOn) => changedOn < since);
  const lastBefore = before.toSorted().at(-1);
  const [firstName, firstAddress] = [names[0], addresses[0]];
  if (firstName === undefined || firstAddress === undefined) {
    const isHistoryKnown = (names.length === 0 && addresses.length === 0) || lastBefore !== undefined;
    return { state: isHistoryKnown ? 'CLEAR' : 'UNKNOWN' };
  }
  if (lastBefore === undefined) return { state: 'UNKNOWN' };
  const wokenOn = firstName < firstAddress ? firstName : firstAddress;
  const days = daysBetween(lastBefore, wokenOn);
  return days < numberSetting('AG-2', 'dormantDays', reference)
    ? { state: 'CLEAR' }
    : {
        state: 'RAISED',
        as: 'awakened',
        facts: { silentFrom: lastBefore, nameChanged: firstName, seatChanged: firstAddress },
      };
}

/** Name, seat and whoever represents it, or its purpose, all changed lately; the last two stand on the certificate alone. */
function shelfCompany({ current, history }: RegisterFact, application: Application, reference: SignalReference): Seen {
  const { receivedOn } = application;
  if (current.process === WITHOUT_HISTORY) return { state: 'UNKNOWN' };
  const since = addDays(receivedOn, -numberSetting('AG-4', 'days', reference));
  const { names, addresses } = changesSince(since, [...history, current], receivedOn, reference);
  if (names.length === 0 || addresses.length === 0) {
    const isHistoryKnown = (names.length === 0 && addresses.length === 0) || 0 < history.length;
    return { state: isHistoryKnown ? 'CLEAR' : 'UNKNOWN' };
  }
  const onCertificate = answerGiven(application, 'changed-on-certificate');
  const facts = { nameChanges: names.join(', '), addressChanges: addresses.join(', '), onCertificate };
  if (onCertificate === undefined) return { state: 'UNKNOWN', facts };
  return wordsSetting('AG-4', 'changed', reference).includes(onCertificate)
    ? { state: 'RAISED', as: 'shelf', facts }
    : { state: 'CLEAR' };
}

/** The days of changes from a day to that of receipt; several rows of one day are one change. */
function changesSince(
  since: string,
  rows: readonly RegisterRow[],
  receivedOn: string,
  reference: SignalReference,
): { readonly names: readonly string[]; readonly addresses: readonly string[] } {
  const recent = rows.filter(({ changedOn }) => since <= changedOn && changedOn <= receivedOn);
  const daysOf = (setting: string) => {
    const codes = wordsSetting('AG-3', setting, reference);
    return [
      ...new Set(recent.filter(({ process }) => codes.includes(process)).map(({ changedOn }) => changedOn)),
    ].sort();
  };
  return { names: daysOf('nameChanges'), addresses: daysOf('addressChanges') };
}
