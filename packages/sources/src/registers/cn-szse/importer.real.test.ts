import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import * as XLSX from '@e965/xlsx';
import { readRegister } from '../testing/read-register.ts';
import { cnSzse } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const file = {
  name: 'A股列表.xlsx',
  path: path.join(folder ?? '', 'registers', ...'cn-szse/2025-10/A股列表.xlsx'.split('/')),
};

test('the edition of October 2025 has 2,875 companies: every code and name in it is found', options, async () => {
  const { rows, problems } = await readRegister(cnSzse, file, '2025-10-31');
  assert.deepEqual([rows.length, problems], [2875, []]);
  const book = XLSX.read(readFileSync(file.path), { nodim: true });
  const [sheet] = Object.values(book.Sheets);
  assert.ok(sheet);
  const [, ...naive] = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
  assert.deepEqual(
    rows.map(({ number, name, englishName, seat, otherNames }) => [
      number,
      name,
      englishName,
      seat?.full,
      otherNames?.[0]?.text,
    ]),
    naive.map((cells) => [4, 1, 2, 3, 5].map((column) => cells[column]?.trim())),
  );
});
