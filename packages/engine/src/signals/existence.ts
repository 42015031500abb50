// EXISTENCE: what the registers said of the companies in the order, and what their numbers are worth.
import { buyerOf, type Party } from '../model/application.ts';
import type { Signal } from '../model/evidence.ts';
import type { IdentifierCheck } from '../model/identifier.ts';
import type { Confirmation, FieldComparison } from '../model/register.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { fromRegister, signal, wordsSetting, type Seen, type SignalsOf } from './observation.ts';
import { prefectureIn } from './prefecture.ts';

export const existenceSignals: SignalsOf = ({ application, confirmations, identifiers }, reference) => {
  const buyer = buyerOf(application);
  return application.parties.flatMap((party): readonly Signal[] => {
    const checks = identifiers.filter((check) => check.party === party.id);
    const answers = confirmations.filter((answer) => answer.party === party.id);
    return [
      ...(party === buyer || 0 < checks.length ? [wrongNumber(party, checks, reference)] : []),
      ...answers.flatMap((answer) => answered(answer, reference)),
      ...(party === buyer && answers.length === 0 ? unasked(party, reference) : []),
    ];
  });
};

function wrongNumber({ id: party }: Party, checks: readonly IdentifierCheck[], reference: SignalReference): Signal {
  const wrong = checks.filter(({ state }) => state === 'FORMAT_INVALID' || state === 'CHECK_INVALID');
  if (wrong.length === 0)
    return signal('EX-1', { party, state: checks.length === 0 ? 'NOT_APPLICABLE' : 'CLEAR' }, reference);
  const facts = {
    number: wrong.map(({ identifier }) => identifier.value).join(', '),
    type: wrong.map(({ identifier }) => identifier.type).join(', '),
  };
  return signal('EX-1', { party, state: 'RAISED', as: 'wrong', facts }, reference);
}

const registerSignals = ['EX-2', 'EX-3', 'EX-4', 'EX-5', 'EX-6', 'EX-7'] as const;

/** The buyer whom no register was asked about: a natural person is in none, of anybody else nothing is known. */
function unasked({ id, schema }: Party, reference: SignalReference): readonly Signal[] {
  const state = schema === 'Person' ? 'NOT_APPLICABLE' : 'UNKNOWN';
  return registerSignals.map((signalId) => signal(signalId, { party: id, state }, reference));
}

function answered(answer: Confirmation, reference: SignalReference): readonly Signal[] {
  const seen: Record<(typeof registerSignals)[number], Seen> = {
    'EX-2': numberUnknown(answer),
    'EX-3': nameUnknown(answer),
    'EX-4': otherName(answer),
    'EX-5': otherAddress(answer, reference),
    'EX-6': closedRecord(answer),
    'EX-7': otherKind(answer, reference),
  };
  const base = { party: answer.party, sources: fromRegister(answer) };
  return registerSignals.map((id) => signal(id, { ...base, ...seen[id] }, reference));
}

function numberUnknown({ fact, number, register, verdict }: Confirmation): Seen {
  if (fact) return { state: 'CLEAR' };
  if (number === undefined) return { state: 'NOT_APPLICABLE' };
  return verdict === 'NOT_FOUND'
    ? { state: 'RAISED', as: 'not-found', facts: { number, register } }
    : { state: 'UNKNOWN' };
}

function nameUnknown({ verdict, fact, candidates, register }: Confirmation): Seen {
  if (fact) return { state: 'CLEAR' };
  if (verdict !== 'NOT_FOUND') return { state: 'UNKNOWN' };
  const names = candidates.map(({ number, name }) => `${name} (${number})`).join(', ');
  return candidates.length === 0
    ? { state: 'RAISED', as: 'no-candidate', facts: { register } }
    : { state: 'RAISED', as: 'candidate', facts: { register, candidates: names } };
}

function otherName(answer: Confirmation): Seen {
  return fieldSeen(answer, 'name', ({ claimed, registered }) => ({
    state: 'RAISED',
    as: 'other-name',
    facts: { claimed, registered },
  }));
}

function otherAddress(answer: Confirmation, reference: SignalReference): Seen {
  return fieldSeen(answer, 'address', ({ claimed, registered, detail }) => {
    const [here, there] = [prefectureIn(claimed ?? '', reference), answer.fact?.current.prefecture];
    const isOtherPrefecture = here !== undefined && there !== undefined && here !== there;
    return {
      state: 'RAISED',
      as: isOtherPrefecture ? 'other-prefecture' : 'other-address',
      facts: { claimed, registered, agreement: detail },
    };
  });
}

function fieldSeen(
  { fact, verdict, fields }: Confirmation,
  name: FieldComparison['field'],
  whenDifferent: (field: FieldComparison) => Seen,
): Seen {
  if (!fact) return withoutFact(verdict);
  const field = fields.find((compared) => compared.field === name);
  const isLeftSeat = name === 'address' && field?.verdict === 'FORMER';
  if (field?.verdict === 'DIFFERENT' || (field && isLeftSeat)) return whenDifferent(field);
  const isAgreed = field?.verdict === 'SAME' || field?.verdict === 'SIMILAR' || field?.verdict === 'FORMER';
  return { state: isAgreed ? 'CLEAR' : 'UNKNOWN' };
}

function closedRecord({ fact, verdict }: Confirmation): Seen {
  if (!fact) return withoutFact(verdict);
  const { closedOn, closeCause, successorNumber } = fact.current;
  if (closedOn === undefined) return { state: 'CLEAR' };
  const facts = { closedOn, closeCause, successor: successorNumber };
  return { state: 'RAISED', as: successorNumber === undefined ? 'closed' : 'merged', facts };
}

function otherKind({ fact, verdict }: Confirmation, reference: SignalReference): Seen {
  if (!fact) return withoutFact(verdict);
  const { kind, name } = fact.current;
  return wordsSetting('EX-7', 'companyKinds', reference).includes(kind)
    ? { state: 'CLEAR' }
    : { state: 'RAISED', as: 'other-kind', facts: { kind, name } };
}

function withoutFact(verdict: Confirmation['verdict']): Seen {
  return { state: verdict === 'NOT_FOUND' ? 'NOT_APPLICABLE' : 'UNKNOWN' };
}
