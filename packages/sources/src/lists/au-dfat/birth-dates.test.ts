import assert from 'node:assert/strict';
import test from 'node:test';
import { readBirthDates } from './birth-dates.ts';

/** `~` for circa; the first and the last day, or years where these are their first and last day. */
function shown(cell: string): string[] {
  return readBirthDates(cell).dates.map(({ earliest, latest, circa }) => {
    const isYears = earliest.endsWith('-01-01') && latest.endsWith('-12-31');
    const [from, to] = isYears ? [earliest.slice(0, 4), latest.slice(0, 4)] : [earliest, latest];
    return `${circa ? '~' : ''}${from}${from === to ? '' : `/${to}`}`;
  });
}

const readable: readonly [cell: string, ...dates: string[]][] = [
  ['1966-02-02', '1966-02-02'],
  ['1961-02', '1961-02-01/1961-02-28'],
  ['1955', '1955'],
  ['3 Apr. 1977', '1977-04-03'],
  ['24 Jan.1973', '1973-01-24'],
  ['10 Apr1979', '1979-04-10'],
  ['19/08/1974', '1974-08-19'],
  ['16.11.1977', '1977-11-16'],
  ['1945, 1946, 1947', '1945', '1946', '1947'],
  ['1969 or 1970', '1969', '1970'],
  ['21/09/1964; alt DOB: 1962', '1964-09-21', '1962'],
  ['16/09/1949; alt DOB:15/09/1949', '1949-09-16', '1949-09-15'],
  ['11/10/1953  10/11/1953', '1953-10-11', '1953-11-10'],
  ['1 May 1980 >> 2 May 1981', '1980-05-01', '1981-05-02'],
  ['a) 2 Jan. 1972 b) Approximately 1970 c) 1971', '1972-01-02', '~1970', '1971'],
  ['a)1970 b)1971', '1970', '1971'],
  ['Between 1960 and 1965', '1960/1965'],
  ['Between 1960 to 1965', '1960/1965'],
  ['Approximately 1955- 1958', '~1955/1958'],
  ['approximately 1977/1978', '~1977/1978'],
  ['Approx 1961', '~1961'],
  ['c. 1961', '~1961'],
  ['27/12/1977 (approx.)', '~1977-12-27'],
  ['a) Between Aug. and Sep 1977    b) 1976', '1977-08-01/1977-09-30', '1976'],
  ['August, 1961', '1961-08-01/1961-08-31'],
  ['Aug 25, 1961', '1961-08-25'],
];
for (const [cell, ...dates] of readable)
  test(`"${cell}" is read whole`, () => {
    const { unread, isWhole } = readBirthDates(cell);
    assert.deepEqual({ dates: shown(cell), unread, isWhole }, { dates, unread: [], isWhole: true });
  });

const partial: readonly { cell: string; dates: string[]; unread: string[] }[] = [
  { cell: '25/10/1983 (as Samplo)  1977 (as Exampla)', dates: ['1983-10-25', '1977'], unread: [] },
  { cell: '5 Feb. 1970 (this alias only, born 5 Feb. 1969', dates: ['1970-02-05'], unread: [] },
  { cell: '1955. For this aka only, alt DOB 01/01/1969', dates: ['1955', '1969-01-01'], unread: [] },
  {
    cell: 'a) 19 Apr. 1982 b) 24/06/1402 (Hijri Calendar)',
    dates: ['1982-04-19'],
    unread: ['24/06/1402 (Hijri Calendar)'],
  },
  { cell: 'Approximately (30-35 years old)', dates: [], unread: ['Approximately (30-35 years old)'] },
  { cell: '07/05/1962; alt DOB: 07/04/62', dates: ['1962-05-07'], unread: ['07/04/62'] },
  { cell: '10/061962', dates: [], unread: ['10/061962'] },
  { cell: 'not known', dates: [], unread: [] },
];
for (const { cell, dates, unread } of partial)
  test(`"${cell}" says more than its dates`, () =>
    assert.deepEqual(
      { dates: shown(cell), unread: readBirthDates(cell).unread, isWhole: readBirthDates(cell).isWhole },
      { dates, unread, isWhole: false },
    ));
