// AGE: companies formed lately, and those that keep changing name and seat, by the register's history.
import { addDays, daysBetween } from '../model/calendar.ts';
import type { Signal } from '../model/evidence.ts';
import type { RegisterFact } from '../model/register.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { fromRegister, numberSetting, signal, wordsSetting, type Seen, type SignalsOf } from './observation.ts';

export const ageSignals: SignalsOf = ({ application, confirmations }, reference) =>
  confirmations.flatMap((answer): Signal[] => {
    const { party, fact, verdict } = answer;
    const base = { party, sources: fromRegister(answer) };
    if (!fact) {
      const state = verdict === 'NOT_FOUND' ? 'NOT_APPLICABLE' : 'UNKNOWN';
      return ['AG-1', 'AG-3'].map((id) => signal(id, { ...base, state }, reference));
    }
    return [
      signal('AG-1', { ...base, ...newlyFormed(fact, application.receivedOn, reference) }, reference),
      signal('AG-3', { ...base, ...serialChanges(fact, application.receivedOn, reference) }, reference),
    ];
  });

/** The day on which every company that existed then was given its number: it tells nothing of their age. */
const NUMBERS_BEGAN_ON = '2015-10-05';

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
  const since = addDays(receivedOn, -numberSetting('AG-3', 'days', reference));
  const rows = [...history, current].filter(({ changedOn }) => since <= changedOn && changedOn <= receivedOn);
  const changes = (setting: string) => {
    const codes = wordsSetting('AG-3', setting, reference);
    const days = rows.filter(({ process }) => codes.includes(process)).map(({ changedOn }) => changedOn);
    return [...new Set(days)].sort();
  };
  const names = changes('nameChanges');
  const addresses = changes('addressChanges');
  const isSerial =
    numberSetting('AG-3', 'names', reference) <= names.length ||
    numberSetting('AG-3', 'addresses', reference) <= addresses.length;
  return isSerial
    ? { state: 'RAISED', as: 'serial', facts: { nameChanges: names.join(', '), addressChanges: addresses.join(', ') } }
    : { state: 'CLEAR' };
}
