// Names of files in, the day of their publication out; a value of an entry in, words of it out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInNames } from './day-in-names.ts';
import { shownValue } from './shown-value.ts';

const days = [
  [['diff_20161114.csv', 'diff_20161111.csv'], '2016-11-14'],
  [['consolidated-2016-11-12.xml'], '2016-11-12'],
  [['00_zenkoku_all_20991231.zip'], undefined], // to come
  [['20161399.csv', 'a120161114.csv', 'sdn.csv'], undefined],
] as const;

for (const [names, day] of days)
  test(`${names.join(', ')}: ${day ?? 'none'}`, () => assert.equal(dayInNames(names, '2016-11-30'), day));

const values: readonly (readonly [unknown, string])[] = [
  ['Example', 'Example'],
  [{ text: 'Viktor Zarnov', kind: 'alias', language: 'ru' }, 'Viktor Zarnov · alias · ru'],
  [{ full: '1 Example Road', country: 'gb' }, '1 Example Road · gb'],
  [{ type: 'passport', value: 'X1' }, 'X1 · passport'],
  [{ from: '1950', to: '1951', circa: true }, '1950 · 1951 · true'],
  [null, ''],
  [['a', ['b']], 'a · b'],
];

for (const [value, words] of values) test(words || 'nothing', () => assert.equal(shownValue(value), words));
