import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isWhole, scopeOf } from './file-names.ts';

const scope = (name: string) => scopeOf({ name, path: `/nowhere/${name}` }, 'jp-nta');

const names: readonly (readonly [name: string, part: string, date: string, area?: string])[] = [
  ['diff_20260821.csv', 'diff', '2026-08-21'],
  ['diff_20260821.zip', 'diff', '2026-08-21'],
  ['00_zenkoku_all_20260930.zip', 'full', '2026-09-30'],
  ['00_zenkoku_all_20260930_2.csv', 'full', '2026-09-30'],
  ['13_tokyo_all_20260930.csv', 'full', '2026-09-30', '13'],
  ['13_東京都_all_20260930_1.zip', 'full', '2026-09-30', '13'],
  ['99_kokugai_all_20260930.csv', 'full', '2026-09-30', '99'],
];

for (const [name, part, date, area] of names)
  test(`${name} is ${part} of ${date}`, () => {
    const { file, ...rest } = scope(name);
    assert.equal(file.name, name);
    assert.deepEqual(rest, area === undefined ? { part, date } : { part, date, area });
  });

for (const name of [
  'diff_20260230.csv',
  'diff_2026082.csv',
  'diff_20260821.xml',
  '48_nowhere_all_20260930.csv',
  '13_tokyo_20260930.csv',
  'my companies.csv',
])
  test(`${name} tells nothing`, () => {
    assert.throws(
      () => scope(name),
      (error) => error instanceof Problem && error.code === 'file.unexpected' && error.facts['file'] === name,
    );
  });

const prefectures = [...Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0')), '99'];
const ofDay = (day: string, codes: readonly string[]) => codes.map((code) => `${code}_area_all_${day}.csv`);

const sets: readonly (readonly [what: string, names: readonly string[], whole: boolean])[] = [
  ['the nationwide file', ['00_zenkoku_all_20260930.csv'], true],
  ['the nationwide file in parts', ['00_zenkoku_all_20260930_2.csv', '00_zenkoku_all_20260930_1.csv'], true],
  ['the first part alone', ['00_zenkoku_all_20260930_1.csv'], false],
  ['parts with a gap', ['00_zenkoku_all_20260930_1.csv', '00_zenkoku_all_20260930_3.csv'], false],
  ['one part twice', ['00_zenkoku_all_20260930_1.csv', '00_zenkoku_all_20260930_1.zip'], false],
  ['all prefectures and abroad', ofDay('20260930', prefectures), true],
  [
    'all prefectures, Tokyo in parts',
    [
      ...ofDay(
        '20260930',
        prefectures.filter((code) => code !== '13'),
      ),
      '13_tokyo_all_20260930_1.csv',
      '13_tokyo_all_20260930_2.csv',
    ],
    true,
  ],
  ['all prefectures without abroad', ofDay('20260930', prefectures.slice(0, -1)), false],
  ['all but one prefecture', ofDay('20260930', prefectures.toSpliced(12, 1)), false],
  ['prefectures of two days', [...ofDay('20260930', prefectures.slice(1)), '01_area_all_20260831.csv'], false],
  ['a full set and a diff', ['00_zenkoku_all_20260930.csv', 'diff_20261001.csv'], false],
  ['a diff', ['diff_20261001.csv'], false],
  ['nothing', [], false],
];

for (const [what, files, whole] of sets)
  test(`${what} ${whole ? 'is' : 'is not'} the whole register`, () => {
    assert.equal(isWhole(files.map(scope)), whole);
  });
