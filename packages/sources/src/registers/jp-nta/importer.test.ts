import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { SourceFile } from '../../importer.ts';
import { zipOf } from '../../readers/testing/zip.ts';
import { registerImporters } from '../catalogue.ts';
import { columns } from './columns.ts';
import { jpNta } from './importer.ts';

const sample = (name: string): SourceFile => ({
  name,
  path: fileURLToPath(new URL(`./sample/${name}`, import.meta.url)),
});
const full = sample('00_zenkoku_all_20261030.csv');
const diff = sample('diff_20261102.csv');

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
});
after(() => rm(folder, { recursive: true }));

async function rowsOf(file: SourceFile): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for await (const batch of jpNta.read(file, { territories: { codeOf: () => undefined } })) rows.push(...batch);
  return rows;
}

async function written(name: string, bytes: string | Uint8Array): Promise<SourceFile> {
  const file = { name, path: path.join(folder, name) };
  await writeFile(file.path, bytes);
  return file;
}

test('the catalogue knows the register by its id', () => {
  assert.equal(registerImporters.get('jp-nta'), jpNta);
  assert.equal(jpNta.description.kind, 'register');
  assert.equal(columns.length, 30);
});

test('the full set is read in UTF-8, every column in its place', async () => {
  const rows = await rowsOf(full);
  assert.equal(rows.length, 12);
  assert.deepEqual(rows[1], {
    number: '6990001000002',
    sequence: 2,
    process: '12',
    latest: true,
    updatedOn: '2026-10-30',
    changedOn: '2021-04-01',
    name: 'さくら見本株式会社',
    nameIsSubstitute: false,
    kana: 'サクラミホン',
    englishName: 'Sakura Mihon Co., Ltd.',
    kind: '301',
    prefecture: '大阪府',
    city: '大阪市北区',
    street: '梅田９丁目８番７号梅田見本ビル５階',
    addressIsSubstitute: false,
    postalCode: '5300001',
    englishAddress: '8-7, Umeda 9-chome, Kita ku Osaka shi, Osaka',
    assignedOn: '2015-10-05',
    excludedFromSearch: false,
  });
  const merged = rows[7];
  assert.deepEqual(
    [merged?.closedOn, merged?.closeCause, merged?.successorNumber],
    ['2023-04-01', '11', '7990001000001'],
  );
  assert.match(merged?.changeDetail ?? '', /合併し解散$/);
  assert.deepEqual([rows[9]?.addressAbroad, rows[9]?.prefecture], ['架空国見本市例示通９９', undefined]);
  assert.equal(rows[10]?.nameIsSubstitute, true);
  assert.equal(rows[11]?.excludedFromSearch, true);
});

test('the diff is read in Shift_JIS, in its order', async () => {
  const rows = await rowsOf(diff);
  assert.deepEqual(
    rows.map(({ sequence, process, latest }) => [sequence, process, latest]),
    [
      [1, '12', true],
      [2, '11', true],
      [3, '01', true],
      [4, '21', true],
      [5, '01', false],
      [6, '11', true],
      [7, '99', true],
    ],
  );
  assert.equal(rows[1]?.name, '株式会社もみじ見本');
});

test('what it reads of a zip is what it reads of the CSV, and nothing is left in the temporary folder', async () => {
  const zip = await written('diff_20261102.zip', zipOf([['diff_20261102.csv', await readFile(diff.path)]]));
  const leftBefore = await leftInTemporaryFolder();
  assert.deepEqual(await rowsOf(zip), await rowsOf(diff));
  assert.deepEqual(await leftInTemporaryFolder(), leftBefore);
});

/** As the sample's last row but without name and place, which a deletion need not state. */
const deletion = '7,4990001000012,99,0,2026-11-02,2026-11-02,,,301,,,,,,,,,,,,,,2015-10-05,1,,,,,,1\n';

test('a deletion may state neither name nor address', async () => {
  const [row] = await rowsOf(await written('diff_20261104.csv', deletion));
  assert.deepEqual(row, {
    number: '4990001000012',
    sequence: 7,
    process: '99',
    latest: true,
    updatedOn: '2026-11-02',
    changedOn: '2026-11-02',
    name: '',
    nameIsSubstitute: false,
    kind: '301',
    addressIsSubstitute: false,
    assignedOn: '2015-10-05',
    excludedFromSearch: true,
  });
});

const line = (await readFile(full.path, 'utf8')).split('\n')[0] ?? '';
const cells = line.split(',');
const changed = (column: (typeof columns)[number], value: string) =>
  cells.with(columns.indexOf(column), value).join(',');

const broken: readonly (readonly [what: string, line: string, code: string, facts: Record<string, unknown>])[] = [
  ['no name', changed('name', ''), 'list.missing-field', { column: 'name' }],
  ['a new process', changed('process', '33'), 'list.unknown-value', { field: 'process', value: '33' }],
  ['a new kind', changed('kind', '306'), 'list.unknown-value', { field: 'kind', value: '306' }],
  ['a new cause of closing', changed('closeCause', '41'), 'list.unknown-value', { field: 'closeCause', value: '41' }],
  ['a new word for a correction', changed('correct', '2'), 'list.unknown-value', { field: 'correct', value: '2' }],
  ['a new word for latest', changed('latest', 'x'), 'list.unknown-value', { field: 'latest', value: 'x' }],
  ['a new word for hihyoji', changed('hihyoji', '9'), 'list.unknown-value', { field: 'hihyoji', value: '9' }],
  ['a word of every object', changed('kind', 'constructor'), 'list.unknown-value', { value: 'constructor' }],
  [
    'a wrong check digit',
    changed('corporateNumber', '8990001000001'),
    'list.unknown-value',
    { field: 'corporateNumber' },
  ],
  ['a wrong successor', changed('successorCorporateNumber', '123'), 'list.unknown-value', { value: '123' }],
  [
    'a date that is none',
    changed('updateDate', '2026-02-30'),
    'list.date',
    { field: 'updateDate', value: '2026-02-30' },
  ],
  ['a date of another kind', changed('closeDate', '2026/02/03'), 'list.date', { field: 'closeDate' }],
  ['no name', changed('name', ''), 'list.missing-field', { column: 'name' }],
  ['a column too many', `${line},1`, 'list.column-count', { expected: 30, found: 31 }],
  ['a column too few', cells.slice(1).join(','), 'list.column-count', { expected: 30, found: 29 }],
  ['a sequence that is no number', changed('sequenceNumber', 'a'), 'list.unknown-value', { field: 'sequenceNumber' }],
];

for (const [what, wrong, code, facts] of broken)
  test(`${what} stops the import with file and line`, async () => {
    const file = await written('diff_20261104.csv', `${line}\n${wrong}\n`);
    await assert.rejects(rowsOf(file), (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.code, code);
      const expected = { list: 'jp-nta', file: 'diff_20261104.csv', line: 2, ...facts };
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, error.facts[key]])), expected);
      return true;
    });
  });

const csv = await readFile(diff.path);
const damaged: readonly (readonly [what: string, name: string, bytes: Uint8Array, code: string])[] = [
  ['a byte of no encoding', 'diff_20261104.csv', Buffer.concat([csv, Buffer.from([0x81, 0x0a])]), 'file.encoding'],
  ['an empty file', 'diff_20261104.csv', Buffer.alloc(0), 'file.unexpected'],
  ['a web page', 'diff_20261104.csv', Buffer.from('<!DOCTYPE html><html></html>'), 'file.unexpected'],
  ['a quote that is not closed', 'diff_20261104.csv', Buffer.concat([csv, Buffer.from('1,"')]), 'file.unreadable'],
  ['a zip cut off', 'diff_20261102.zip', zipOf([['diff_20261102.csv', csv]]).subarray(0, 400), 'file.unreadable'],
  ['a zip with a wrong checksum', 'diff_20261102.zip', zipOf([['diff_20261102.csv', csv]], 1), 'file.unreadable'],
  ['a zip of another day', 'diff_20261102.zip', zipOf([['diff_20261101.csv', csv]]), 'file.unexpected'],
  [
    'a zip of two files',
    'diff_20261102.zip',
    zipOf([
      ['diff_20261102.csv', csv],
      ['b.csv', csv],
    ]),
    'file.unexpected',
  ],
  ['a zip of none', 'diff_20261102.zip', zipOf([['readme.txt', csv]]), 'file.unexpected'],
  ['a zip that is none', 'diff_20261102.zip', csv, 'file.unexpected'],
  ['a zip bomb', 'diff_20261102.zip', zipOf([['diff_20261102.csv', Buffer.alloc(50_000_000)]]), 'file.too-large'],
];

for (const [what, name, bytes, code] of damaged)
  test(`${what} is ${code}, and leaves nothing behind`, async () => {
    const leftBefore = await leftInTemporaryFolder();
    const file = await written(name, bytes);
    await assert.rejects(rowsOf(file), (error) => error instanceof Problem && error.code === code);
    assert.deepEqual(await leftInTemporaryFolder(), leftBefore);
  });

test('a file that is not there is file.not-found', async () => {
  for (const name of ['diff_20261105.csv', 'diff_20261105.zip'])
    await assert.rejects(rowsOf({ name, path: path.join(folder, 'absent', name) }), { code: 'file.not-found' });
});

async function leftInTemporaryFolder(): Promise<readonly string[]> {
  const unpacked: string[] = [];
  for (const name of await readdir(tmpdir()))
    if (
      name.startsWith('sekisho-') &&
      (await readdir(path.join(tmpdir(), name)).catch((): string[] => [])).includes('unpacked.csv')
    )
      unpacked.push(name);
  return unpacked;
}
