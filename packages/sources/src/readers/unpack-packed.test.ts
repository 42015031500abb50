import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { temporaryFile } from './testing/files.ts';
import { assertProblem } from './testing/problems.ts';
import { workbookOf } from './testing/workbook.ts';
import { zipOf } from './testing/zip.ts';
import { nameWithoutPacking, unpackPacked } from './unpack-packed.ts';

const content = Buffer.from('id,name\n1,Kestrel Marine\n'.repeat(200));

const packed = [
  { name: 'list.csv.gz', bytes: gzipSync(content), unpacked: 'list.csv' },
  { name: 'list.csv.zst', bytes: zstdCompressSync(content), unpacked: 'list.csv' },
  { name: 'list.csv.zip', bytes: zipOf([['other.csv', content]]), unpacked: 'list.csv' },
  { name: 'list.zip', bytes: zipOf([['folder/other.csv', content]]), unpacked: 'other.csv' },
  {
    name: 'list.zip',
    bytes: zipOf([
      ['folder/', Buffer.alloc(0)],
      ['folder/other.csv', content],
      ['__MACOSX/folder/._other.csv', Buffer.from('x')],
    ]),
    unpacked: 'other.csv',
  },
  // A server that packs for the way, and a program that does not unpack.
  { name: 'list.csv', bytes: gzipSync(content), unpacked: 'list.csv' },
  {
    name: 'list.csv.gz',
    bytes: Buffer.concat([gzipSync(content.subarray(0, 100)), gzipSync(content.subarray(100))]),
    unpacked: 'list.csv',
  },
];
for (const { name, bytes, unpacked } of packed)
  test(`${name} is ${unpacked}`, async (context) => {
    const found = await unpackPacked(temporaryFile(context, name, bytes), 'invented');
    assert.ok(found);
    assert.equal(found.name, unpacked);
    assert.deepEqual(readFileSync(found.path), content);
    await found.remove();
    assert.equal(existsSync(found.path), false);
  });

for (const [name, bytes] of [
  ['list.csv', content],
  ['list.xlsx', workbookOf({ Sheet: [['a']] })],
  ['list.ods', zipOf([['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')]])],
  ['short.csv', Buffer.from('a')],
  ['empty.csv', Buffer.alloc(0)],
  // Named like one that is packed, and is not.
  ['list.csv.gz', content],
] as const)
  test(`${name} of ${bytes.length} bytes is left as it is`, async (context) => {
    assert.equal(await unpackPacked(temporaryFile(context, name, bytes), 'invented'), undefined);
  });

test('what is damaged at its beginning is refused, however soon that shows', async (context) => {
  const bytes = gzipSync(content);
  for (let place = 10; place < Math.min(60, bytes.length - 8); place++) {
    const damaged = Buffer.from(bytes);
    damaged[place] = (damaged[place] ?? 0) ^ 0xff;
    const file = temporaryFile(context, `list-${String(place)}.csv.gz`, damaged);
    await assertProblem(() => unpackPacked(file, 'invented'), 'file.unreadable');
  }
});

const bomb = Buffer.alloc(64 << 20);
const wrong = [
  { name: 'cut.gz', bytes: gzipSync(content).subarray(0, -10), code: 'file.unreadable' },
  { name: 'cut.zst', bytes: zstdCompressSync(content).subarray(0, -10), code: 'file.unreadable' },
  { name: 'cut.zip', bytes: zipOf([['a.csv', content]]).subarray(0, -30), code: 'file.unreadable' },
  { name: 'checksum.zip', bytes: zipOf([['a.csv', content]], 1), code: 'file.unreadable' },
  {
    name: 'two.zip',
    bytes: zipOf([
      ['a.csv', content],
      ['b.csv', content],
    ]),
    code: 'file.unexpected',
  },
  { name: 'none.zip', bytes: zipOf([['folder/', Buffer.alloc(0)]]), code: 'file.unexpected' },
  { name: 'bomb.gz', bytes: gzipSync(bomb), code: 'file.too-large' },
  { name: 'bomb.zst', bytes: zstdCompressSync(bomb), code: 'file.too-large' },
  { name: 'bomb.zip', bytes: zipOf([['a.csv', bomb]]), code: 'file.too-large' },
] as const;
for (const { name, bytes, code } of wrong)
  test(`${name} is refused`, async (context) => {
    const file = temporaryFile(context, name, bytes);
    await assertProblem(() => unpackPacked(file, 'invented'), code, { list: 'invented', file: name });
  });

test('the name of what is packed', () => {
  assert.deepEqual(['a.csv.GZ', 'a.csv.zst', 'a.zip', 'a.xlsx', 'zip'].map(nameWithoutPacking), [
    'a.csv',
    'a.csv',
    'a',
    'a.xlsx',
    'zip',
  ]);
});
