import assert from 'node:assert/strict';
import test from 'node:test';
import { parseUkrainianDate } from './ukrainian-dates.ts';

const dates: readonly (readonly [string, string, string])[] = [
  ['23 березня 2021 року', '2021-03-23', '2021-03-23'],
  ['5 червня 2007 р.', '2007-06-05', '2007-06-05'],
  ['29  серпня 2019 року', '2019-08-29', '2019-08-29'],
  ['17.10.1969', '1969-10-17', '1969-10-17'],
  ['1.2.2003 р.', '2003-02-01', '2003-02-01'],
  ['1969', '1969-01-01', '1969-12-31'],
  ['1969-10-17', '1969-10-17', '1969-10-17'],
];
for (const [text, earliest, latest] of dates)
  test(`"${text}" is ${earliest} to ${latest}`, () =>
    assert.deepEqual(parseUkrainianDate(text), { earliest, latest, circa: false, text }));

for (const text of ['', '31 лютого 2021 року', '5 мая 2021', '32.01.2020', 'березня 2021', 'Три роки'])
  test(`"${text}" is no date`, () => assert.equal(parseUkrainianDate(text), undefined));
