import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readRegister } from '../testing/read-register.ts';
import { krDart } from './importer.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const options = folder === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const file = { name: 'CORPCODE.xml', path: path.join(folder ?? '', 'registers', 'kr-dart', 'CORPCODE.xml') };

test(
  'the file of 24 July 2025 has 3,880 companies: every code, name and stock code in it is found',
  options,
  async () => {
    const { rows, problems } = await readRegister(krDart, file, '2025-07-24');
    assert.deepEqual([rows.length, problems], [3880, []]);
    const text = readFileSync(file.path, 'utf8');
    const all = (element: string) =>
      [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, value = '']) =>
        value.replaceAll('&apos;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim(),
      );
    assert.deepEqual(
      rows.map(({ number }) => number),
      all('corp_code'),
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      all('corp_name'),
    );
    assert.deepEqual(
      rows.map(({ englishName = '' }) => englishName),
      all('corp_eng_name'),
    );
    assert.deepEqual(
      rows.map(({ identifiers = [] }) => identifiers[0]?.value ?? ''),
      all('stock_code'),
    );
    assert.deepEqual(
      rows.map(({ updatedOn }) => updatedOn.replaceAll('-', '')),
      all('modify_date'),
    );
  },
);
