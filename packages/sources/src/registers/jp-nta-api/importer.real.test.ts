import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { readRegister } from '../testing/read-register.ts';
import { jpNtaApi } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const fileAt = (...place: readonly string[]) => ({
  name: place.at(-1) ?? '',
  path: path.join(folder ?? '', 'registers', ...place),
});

test('one answer of type 12', options, async () => {
  const { rows } = await readRegister(jpNtaApi, fileAt('jp-nta', 'webapi', 'name_type12.sample.xml'), '2020-08-20');
  assert.deepEqual(
    rows.map(({ number, name, kana, prefecture, city, street }) => [number, name, kana, prefecture, city, street]),
    [['1290001089235', '株式会社リクメディア', 'リクメディア', '福岡県', '福岡市中央区', '天神１']],
  );
});
