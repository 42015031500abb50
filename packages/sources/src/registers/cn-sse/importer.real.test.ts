import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import * as XLSX from '@e965/xlsx';
import { readRegister } from '../testing/read-register.ts';
import { cnSse } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const file = {
  name: 'GPLIST.xls',
  path: path.join(folder ?? '', 'registers', ...'cn-sse/2025-10/GPLIST.xls'.split('/')),
};

test('the edition of October 2025 has 1,696 companies: every code and name in it is found', options, async () => {
  const { rows, problems } = await readRegister(cnSse, file, '2025-10-31');
  assert.deepEqual([rows.length, problems], [1696, []]);
  const book = XLSX.read(readFileSync(file.path), { nodim: true });
  const [sheet] = Object.values(book.Sheets);
  assert.ok(sheet);
  const [, ...naive] = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
  assert.deepEqual(
    rows.map(({ number, name, otherNames, identifiers }) => [
      number,
      name,
      otherNames?.[0]?.text,
      identifiers?.[0]?.value ?? '-',
    ]),
    naive.map((cells) => [cells[0], cells[4], cells[2], cells[1]]),
  );
});
