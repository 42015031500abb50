import assert from 'node:assert/strict';
import test from 'node:test';
import { follows } from './working-days.ts';

const cases: readonly (readonly [standsAt: string, next: string, follows: boolean, why: string])[] = [
  ['2026-08-17', '2026-08-18', true, 'Monday, Tuesday'],
  ['2026-08-17', '2026-08-19', false, 'Tuesday is missing'],
  ['2026-08-21', '2026-08-24', true, 'over a weekend'],
  ['2026-08-21', '2026-08-25', false, 'Monday is missing'],
  ['2026-08-10', '2026-08-12', true, 'Mountain Day is a holiday'],
  ['2026-09-18', '2026-09-24', true, 'a weekend and three holidays, one of them between two others'],
  ['2026-12-28', '2027-01-04', true, 'offices are closed from 29 December to 3 January'],
  ['2026-12-28', '2027-01-05', false, '4 January is a working day'],
  ['2026-12-25', '2027-01-04', false, '28 December is a working day'],
  ['2026-08-18', '2026-08-18', false, 'the same day again'],
  ['2026-08-19', '2026-08-18', false, 'a day that is past'],
  ['2026-10-31', '2026-11-02', true, 'a full set of a Saturday, the diff of Monday'],
  ['2098-12-31', '2099-01-02', false, 'of 2099 no holidays are known: every weekday counts'],
  ['2099-01-02', '2099-01-05', true, 'a weekend is one in any year'],
  ['2020-01-01', '2026-08-18', false, 'years'],
];

for (const [standsAt, next, expected, why] of cases)
  test(`${next} ${expected ? 'follows' : 'does not follow'} ${standsAt}: ${why}`, () => {
    assert.equal(follows(standsAt, next), expected);
  });
