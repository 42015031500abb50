import assert from 'node:assert/strict';
import test from 'node:test';
import { parseDayFirstDate, parseDayFirstDay } from './day-first-dates.ts';

const ranges: readonly [text: string, earliest: string, latest: string][] = [
  ['04/05/1961', '1961-05-04', '1961-05-04'],
  ['4.5.1961', '1961-05-04', '1961-05-04'],
  ['1961-05-04', '1961-05-04', '1961-05-04'],
  ['00/05/1961', '1961-05-01', '1961-05-31'],
  ['dd/05/1961', '1961-05-01', '1961-05-31'],
  ['05/1961', '1961-05-01', '1961-05-31'],
  ['00/00/1961', '1961-01-01', '1961-12-31'],
  ['dd/mm/1961', '1961-01-01', '1961-12-31'],
  ['1961', '1961-01-01', '1961-12-31'],
  ['10/00/1961', '1961-01-01', '1961-12-31'],
];
for (const [text, earliest, latest] of ranges)
  test(`${text} is ${earliest} to ${latest}`, () => {
    assert.deepEqual(parseDayFirstDate(text), { earliest, latest, circa: false, text });
    assert.equal(parseDayFirstDay(text), earliest === latest ? earliest : undefined);
  });

for (const text of ['00/00/0', '31/02/1961', '15/08/19yy', '07/04/62', '13/13/1961', 'May 1961', ''])
  test(`"${text}" is no date`, () => assert.equal(parseDayFirstDate(text), undefined));
