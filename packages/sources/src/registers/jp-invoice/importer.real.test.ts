import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { readRegister } from '../testing/read-register.ts';
import { jpInvoice } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const fileAt = (...place: readonly string[]) => ({
  name: place.at(-1) ?? '',
  path: path.join(folder ?? '', 'registers', ...place),
});

test('one announcement', options, async () => {
  const { rows, problems } = await readRegister(jpInvoice, fileAt('jp-invoice', 'announcement.sample.json'));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    rows.map(({ number, name, street, assignedOn, sequence }) => [number, name, street, assignedOn, sequence]),
    [
      [
        'T6011001033049',
        '株式会社ＣＡＲＴＡ　ＨＯＬＤＩＮＧＳ',
        '東京都渋谷区道玄坂１丁目２１番１号渋谷ソラスタ１５階',
        '2023-10-01',
        184764,
      ],
    ],
  );
});
