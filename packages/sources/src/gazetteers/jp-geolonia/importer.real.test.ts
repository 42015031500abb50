import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { realFiles } from '../../lists/testing/read.ts';
import { readPlaces } from '../testing/read-places.ts';
import { jpGeolonia } from './importer.ts';

const options = realFiles === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const fileOf = (name: string) => ({
  name: path.basename(name),
  path: path.join(realFiles ?? '', 'registers', 'jp-address', name),
});
const files = ['ja.json', '東京都/千代田区.json', '京都府/京都市中京区.json'].map(fileOf);

/** Whatever stands between quotes after a member's name. */
const texts = (name: string, member: string) =>
  [...readFileSync(fileOf(name).path, 'utf8').matchAll(new RegExp(`"${member}":"([^"]*)"`, 'g'))].map(
    ([, text]) => text,
  );

test('1,895 municipalities of 47 prefectures, 115 towns of Chiyoda and 450 of Nakagyo', options, async () => {
  const { rows } = await readPlaces(jpGeolonia, files);
  assert.deepEqual((await readPlaces(jpGeolonia, files)).rows, rows);
  const listed = rows.filter(({ town }) => town === undefined);
  const quoted = [...readFileSync(fileOf('ja.json').path, 'utf8').matchAll(/"([^"]+)"/g)].map(([, text]) => text);
  assert.equal(new Set(listed.map(({ prefecture }) => prefecture)).size, 47);
  assert.equal(listed.length, quoted.length - 47);
  assert.equal(listed.length, 1895);
  const named = new Set(listed.flatMap(({ prefecture, municipality }) => [prefecture, municipality]));
  for (const name of quoted) assert.ok(named.has(name ?? ''), String(name));
  for (const [name, municipality, count] of [
    ['東京都/千代田区.json', '千代田区', 115],
    ['京都府/京都市中京区.json', '京都市中京区', 450],
  ] as const) {
    const towns = rows.filter((row) => row.municipality === municipality && row.town !== undefined);
    assert.equal(towns.length, count);
    assert.deepEqual(
      towns.map(({ town }) => town),
      texts(name, 'town'),
    );
    assert.deepEqual(
      towns.map(({ part }) => part ?? ''),
      texts(name, 'koaza'),
    );
  }
});
