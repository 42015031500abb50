// OWNERSHIP: whether the buyer says who owns and controls it.
import { buyerOf } from '../model/application.ts';
import { plainAnswer } from './answers.ts';
import { signal, wordsSetting, type SignalsOf } from './observation.ts';

export const ownershipSignals: SignalsOf = ({ application }, reference) => {
  const { id: party, schema } = buyerOf(application);
  const isNamed =
    application.parties.some(({ roles }) => roles.includes('beneficial-owner')) ||
    (application.links ?? []).some(({ kind, to }) => kind === 'owns' && to === party);
  const given = application.answers?.find(({ question }) => question === 'owners')?.answer;
  const answer = given === undefined ? undefined : plainAnswer(given);
  const isEvaded = answer !== undefined && wordsSetting('OW-1', 'evasions', reference).includes(answer);
  if (schema === 'Person') return [signal('OW-1', { party, state: 'NOT_APPLICABLE' }, reference)];
  if (isNamed || (answer !== undefined && !isEvaded)) return [signal('OW-1', { party, state: 'CLEAR' }, reference)];
  if (given === undefined) return [signal('OW-1', { party, state: 'UNKNOWN' }, reference)];
  return [signal('OW-1', { party, state: 'RAISED', as: 'not-disclosed', facts: { answer: given } }, reference)];
};
