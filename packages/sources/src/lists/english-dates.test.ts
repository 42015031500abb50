import assert from 'node:assert/strict';
import test from 'node:test';
import { parseEnglishDate } from './english-dates.ts';

const dates: readonly (readonly [string, string, string, boolean?])[] = [
  ['1961', '1961-01-01', '1961-12-31'],
  ['Mar 1961', '1961-03-01', '1961-03-31'],
  ['05 Mar 1961', '1961-03-05', '1961-03-05'],
  ['24 Sept. 1973', '1973-09-24', '1973-09-24'],
  ['August 1961', '1961-08-01', '1961-08-31'],
  ['circa 1961', '1961-01-01', '1961-12-31', true],
  ['circa 05 Mar 1961', '1961-03-05', '1961-03-05', true],
  ['circa 1979-1982', '1979-01-01', '1982-12-31', true],
  ['1960 to 1965', '1960-01-01', '1965-12-31'],
  ['01 Jan 1960 to 31 Dec 1961', '1960-01-01', '1961-12-31'],
  ['Jan 1960 to Feb 1960', '1960-01-01', '1960-02-29'],
  ['Between Aug. and Sep. 1977', '1977-08-01', '1977-09-30'],
];
for (const [text, earliest, latest, circa = false] of dates)
  test(`"${text}" is ${earliest} to ${latest}`, () =>
    assert.deepEqual(parseEnglishDate(text), { earliest, latest, circa, text }));

for (const text of ['', '30-35 years old', '31 Feb 1970', 'Sep.', 'Sepia 1970', '1970 to 1960', '05 1970', 'unknown'])
  test(`"${text}" is no date`, () => assert.equal(parseEnglishDate(text), undefined));
