import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { unpackOnly } from '../../readers/unpack-only.ts';
import { readRegister } from '../testing/read-register.ts';
import { jpEdinet } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const fileAt = (...place: readonly string[]) => ({
  name: place.at(-1) ?? '',
  path: path.join(folder ?? '', 'registers', ...place),
});

test(
  'the list of 31 October 2023: every code, name, address and number of filers that are no persons',
  options,
  async () => {
    const file = fileAt('jp-edinet', 'Edinetcode_20231031.zip');
    assert.equal(jpEdinet.scope(file, '2026-01-01').date, '2023-10-31');
    const { rows, problems, leftOut } = await readRegister(jpEdinet, file, '2023-10-31');
    assert.deepEqual(problems, []);
    assert.equal(rows.length + leftOut.length, 10669);
    assert.equal(leftOut.length, 2911 + 83);

    const unpacked = await unpackOnly(file, 'test', {
      extension: 'csv',
      maxBytes: 1 << 24,
      maxRatio: 100,
      maxEntries: 1,
    });
    const text = new TextDecoder('shift_jis').decode(readFileSync(unpacked.path));
    await unpacked.remove();
    const lines = text.split('\r\n').filter((line) => line.startsWith('"E'));
    assert.equal(lines.length, 10669);
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    for (const line of lines) {
      const [code = '', kind = '', , , , , name, english = '', kana, address, , security, corporate] = line
        .slice(1, -1)
        .split('","')
        .map((value) => value.trim());
      const row = byNumber.get(code);
      assert.equal(row === undefined, kind.startsWith('個人'), code);
      if (!row) continue;
      const values = [row.name, row.englishName ?? '', row.kana, row.street ?? row.addressAbroad ?? ''];
      assert.deepEqual(values, [name, /^-+$/.test(english) ? '' : english, kana, address], code);
      const numbers = (row.identifiers ?? []).map(({ value }) => value);
      assert.deepEqual(numbers, [corporate, security?.replace(/0$/, '')].filter(Boolean), code);
    }
  },
);
