// Pages of a queue and what became of some of its cases in, the pages that are shown then out.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { CaseSummary } from '../answers.ts';
import { mergedPages, type QueuePage } from './queue-pages.ts';

/** Opened at the hour of its number. */
const row = (id: string, hour: number, dueOn?: string): CaseSummary => ({
  id,
  state: 'HOLD',
  proposed: 'review',
  openedAt: `2016-11-14T${String(hour).padStart(2, '0')}:00:00Z`,
  updatedAt: '2016-11-14T23:00:00Z',
  openHits: 0,
  alerts: 0,
  noTipOff: false,
  ...(dueOn !== undefined && { dueOn }),
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, place) => row(id, place + 1)) as [
  CaseSummary,
  CaseSummary,
  CaseSummary,
  CaseSummary,
];
const twoPages: readonly QueuePage[] = [
  { items: [a, b], total: 5, next: 'b' },
  { items: [c, d], total: 5, next: 'd' },
];
const ids = (pages: readonly QueuePage[]) => pages.map(({ items }) => items.map(({ id }) => id).join(''));

const cases: readonly {
  readonly title: string;
  readonly before?: readonly QueuePage[];
  readonly first: readonly CaseSummary[];
  readonly changed: readonly (readonly [string, CaseSummary | undefined])[];
  readonly shown: readonly string[];
  readonly next?: string;
}[] = [
  { title: 'nothing changed', first: [a, b], changed: [], shown: ['ab', 'cd'], next: 'd' },
  { title: 'one of the second page left', first: [a, b], changed: [['d', undefined]], shown: ['ab', 'c'], next: 'c' },
  { title: 'one of the first page left', first: [b, c], changed: [['a', undefined]], shown: ['bc', 'd'], next: 'd' },
  {
    title: 'one became due, and pushes another off the first page',
    first: [row('d', 4, '2016-11-15'), a],
    changed: [['d', row('d', 4, '2016-11-15')]],
    shown: ['da', 'bc'],
    next: 'c',
  },
  {
    title: 'a new one stands after all that is loaded, of which more is to come',
    first: [a, b],
    changed: [['x', row('x', 9)]],
    shown: ['ab', 'cd'],
    next: 'd',
  },
  {
    title: 'a new one stands at the end of a queue that is loaded whole',
    before: [{ items: [a, b], next: 'b' }, { items: [c] }],
    first: [a, b],
    changed: [['x', row('x', 9)]],
    shown: ['ab', 'cx'],
  },
  {
    title: 'one comes in between',
    first: [a, b],
    changed: [['x', { ...row('x', 3), openedAt: '2016-11-14T03:30:00Z' }]],
    shown: ['ab', 'cxd'],
    next: 'd',
  },
  {
    title: 'one changed that was opened with others at one moment, and stays in its place',
    before: [{ items: [a, b], next: 'b' }, { items: ['m', 'n', 'o'].map((id) => row(id, 5)) }],
    first: [a, b],
    changed: [['n', { ...row('n', 5), assignee: 'K. Hayashi' }]],
    shown: ['ab', 'mno'],
  },
  {
    title: 'all left',
    first: [],
    changed: ['a', 'b', 'c', 'd'].map((id) => [id, undefined] as const),
    shown: ['', ''],
  },
];
for (const { title, before = twoPages, first, changed, shown, next } of cases)
  test(title, () => {
    const merged = mergedPages(before, { items: first, total: first.length }, new Map(changed));
    assert.deepEqual(ids(merged), shown);
    assert.equal(merged.at(-1)?.next, next);
  });

test('a row of which nothing changed is the same object: it is not drawn again', () => {
  const first = { items: [structuredClone(a), { ...b, alerts: 1 }] };
  const rows = mergedPages(twoPages, first, new Map([['c', structuredClone(c)]])).flatMap(({ items }) => items);
  assert.deepEqual(
    [a, b, c, d].map((known, place) => rows[place] === known),
    [true, false, true, true],
  );
});
