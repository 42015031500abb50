import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { realFiles } from '../../lists/testing/read.ts';
import { readPlaces } from '../testing/read-places.ts';
import { jpPost } from './importer.ts';

const options = realFiles === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const file = { name: '13TOKYO.CSV', path: path.join(realFiles ?? '', 'registers', 'jp-post', '13TOKYO.CSV') };

/** The lines taken apart at commas and quotes alone. */
function naive(): readonly (readonly string[])[] {
  const text = new TextDecoder('shift_jis').decode(readFileSync(file.path));
  return text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(',').map((value) => value.replaceAll('"', '')));
}

test('13TOKYO.CSV: 4,165 rows are 4,164 places, every code, town and reading among them', options, async () => {
  const { rows } = await readPlaces(jpPost, [file]);
  const lines = naive();
  assert.equal(lines.length, 4165);
  assert.equal(rows.length, 4164);
  assert.deepEqual((await readPlaces(jpPost, [file])).rows, rows);
  assert.deepEqual(new Set(rows.map(({ prefecture }) => prefecture)), new Set(['東京都']));
  assert.equal(new Set(rows.map(({ municipality }) => municipality)).size, 62);
  const byCode = Map.groupBy(rows, ({ postalCode }) => postalCode);
  assert.equal(byCode.size, new Set(lines.map((line) => line[2])).size);
  for (const [code, , postalCode = '', prefecture, , sound = '', ...rest] of lines) {
    const [, municipality, town = ''] = rest;
    const same = (byCode.get(postalCode) ?? []).filter(
      (row) => row.municipalityCode === code && row.municipality === municipality,
    );
    const written = same.map((row) => `${row.town ?? ''}${row.part ?? ''}`);
    const bare = (word: string) => word.replace(/[（）]/gu, '');
    assert.ok(
      written.some((one) => one.includes(bare(town))),
      `${postalCode} ${town}`,
    );
    assert.ok(same.every(({ kana }) => kana?.prefecture === prefecture?.normalize('NFKC')));
    const [spoken = ''] = sound.normalize('NFKC').split('(');
    if (!/以下に|一円$|階層不明）$/u.test(town))
      assert.ok(
        same.some(({ kana }) => kana?.town === spoken),
        `${postalCode} ${spoken}`,
      );
  }
});

test('buildings, divided towns and municipalities as a whole are told apart', options, async () => {
  const { rows } = await readPlaces(jpPost, [file]);
  const of = (code: string) =>
    rows.filter(({ postalCode }) => postalCode === code).map(({ kind, town, part }) => ({ kind, town, part }));
  assert.deepEqual(of('1000000'), [{ kind: 'place', town: undefined, part: '以下に掲載がない場合' }]);
  assert.deepEqual(of('1006805'), [{ kind: 'building', town: '大手町ＪＡビル', part: '５階' }]);
  assert.deepEqual(of('1050014'), [{ kind: 'place', town: '芝', part: '１～３丁目' }]);
  assert.deepEqual(of('1506290'), [
    {
      kind: 'building',
      town: '桜丘町渋谷サクラステージＳＨＩＢＵＹＡサイドＳＨＩＢＵＹＡタワー',
      part: '地階・階層不明',
    },
  ]);
});
