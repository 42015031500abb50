import assert from 'node:assert/strict';
import test from 'node:test';
import { nextCaseState, type CaseHistory } from './next-case-state.ts';

const approve = { outcome: 'approve', isSameOrder: true } as const;
const review = { outcome: 'review', isSameOrder: true } as const;
const fresh: CaseHistory = { proposed: 'approve', acceptsByItself: true, earlier: [approve], isInHands: false };

const cases: readonly { what: string; history: CaseHistory; state: string }[] = [
  { what: 'a first approve', history: fresh, state: 'ACCEPT' },
  {
    what: 'a first approve under a policy that accepts nothing',
    history: { ...fresh, acceptsByItself: false },
    state: 'HOLD',
  },
  { what: 'a first review', history: { ...fresh, proposed: 'review', earlier: [review] }, state: 'HOLD' },
  {
    what: 'the same order, once held, approved now',
    history: { ...fresh, known: 'HOLD', earlier: [review, approve] },
    state: 'ACCEPT',
  },
  {
    what: 'an order corrected until it passes',
    history: { ...fresh, known: 'HOLD', earlier: [{ outcome: 'review', isSameOrder: false }, approve] },
    state: 'HOLD',
  },
  {
    what: 'once proposed to be refused',
    history: { ...fresh, known: 'HOLD', earlier: [{ outcome: 'refuse', isSameOrder: true }, approve] },
    state: 'HOLD',
  },
  {
    what: 'accepted, for review now',
    history: { ...fresh, proposed: 'review', known: 'ACCEPT', earlier: [approve, review] },
    state: 'HOLD',
  },
  {
    what: 'accepted by a person, approved again',
    history: { ...fresh, known: 'ACCEPT', isInHands: true },
    state: 'ACCEPT',
  },
  { what: 'with an alert', history: { ...fresh, known: 'HOLD', isInHands: true }, state: 'HOLD' },
  { what: 'refused by a person', history: { ...fresh, known: 'REFUSE', isInHands: true }, state: 'REFUSE' },
  {
    what: 'refused by a person, for review now',
    history: { ...fresh, proposed: 'review', known: 'REFUSE', isInHands: true },
    state: 'REFUSE',
  },
  { what: 'withdrawn', history: { ...fresh, known: 'WITHDRAWN', isInHands: true }, state: 'WITHDRAWN' },
];
for (const { what, history, state } of cases)
  test(`a case ${what}: ${state}`, () => {
    assert.equal(nextCaseState(history), state);
  });
