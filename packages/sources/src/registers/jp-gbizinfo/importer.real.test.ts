import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readRegister } from '../testing/read-register.ts';
import { jpGbizinfo } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const fileAt = (...place: readonly string[]) => ({
  name: place.at(-1) ?? '',
  path: path.join(folder ?? '', 'registers', ...place),
});

for (const [name, count] of [
  ['foreigns.csv', 9593],
  ['basic3info.csv', 3825],
] as const)
  test(`${name}: ${count} companies, every value in its line, and no line without one`, options, async () => {
    const file = fileAt('jp-gbizinfo', name);
    const { rows, problems } = await readRegister(jpGbizinfo, file, '2023-11-30');
    assert.deepEqual(problems, []);
    assert.equal(rows.length, count);
    const lines = readFileSync(file.path, 'utf8').split('\n').slice(1).filter(Boolean);
    assert.equal(lines.length, count);
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    for (const line of lines) {
      const row = byNumber.get(line.slice(0, 13));
      assert.ok(row, line);
      const naive = line.replaceAll('""', '"');
      for (const value of [row.name, row.kana, row.englishName, row.street])
        assert.ok(value === undefined || naive.includes(value), `${row.number} ${value ?? ''}`);
      if (!line.includes('"')) assert.equal(row.name, line.split(',')[1]?.trim());
    }
  });

test('a REST answer', options, async () => {
  const { rows } = await readRegister(jpGbizinfo, fileAt('jp-gbizinfo', 'hojin_3011101042092.json'), '2021-10-01');
  assert.deepEqual(
    rows.map(({ number, name, kana, street, postalCode }) => [number, name, kana, street, postalCode]),
    [['3011101042092', '株式会社ｊｉｇ．ｊｐ', 'じぐじぇーぴー', '福井県鯖江市新横江２丁目３番４号', '9160042']],
  );
});
