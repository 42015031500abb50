import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import * as XLSX from '@e965/xlsx';
import { readRegister } from '../testing/read-register.ts';
import { jpJpx } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const fileAt = (...place: readonly string[]) => ({
  name: place.at(-1) ?? '',
  path: path.join(folder ?? '', 'registers', ...place),
});

test('the list of 28 February 2026: every code and name of companies', options, async () => {
  const file = fileAt('jp-jpx', '2026-02-28', 'data_j.xls');
  const { rows, problems, leftOut } = await readRegister(jpJpx, file, '2026-02-28');
  assert.deepEqual(problems, []);
  assert.equal(rows.length + leftOut.length, 4439);
  const counts = Object.fromEntries(
    Array.from(
      Map.groupBy(leftOut, (what) => what),
      ([what, of]) => [what, of.length],
    ),
  );
  assert.deepEqual(counts, { 'funds and notes': 433 + 63, 'other classes of share': 8 });

  const [sheet] = Object.values(XLSX.read(readFileSync(file.path), { type: 'buffer' }).Sheets);
  assert.ok(sheet);
  const issues = XLSX.utils.sheet_to_json<Record<string, string | number>>(sheet);
  assert.equal(issues.length, 4439);
  const companies = issues.filter(
    (issue) => /株式|PRO/.test(String(issue['市場・商品区分'])) && String(issue['コード']).length === 4,
  );
  assert.deepEqual(
    rows.map(({ number, name, kind }) => [number, name, kind]),
    companies.map((issue) => [String(issue['コード']), issue['銘柄名'], issue['市場・商品区分']]),
  );
});
