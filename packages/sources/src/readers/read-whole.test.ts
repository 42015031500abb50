import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import type { SourceFile } from '../importer.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { readWhole } from './read-whole.ts';
import { temporaryFile } from './testing/files.ts';
import { all, assertProblem } from './testing/problems.ts';
import { endsWithCtrlZ, readText } from './text-file.ts';
import { unpackOnly } from './unpack-only.ts';
import { readWorkbook } from './workbook.ts';
import { readXml } from './xml.ts';
import { checkZip } from './zip-check.ts';

test('the bytes come out as they are', async (context) => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
  const { path: place, name } = temporaryFile(context, 'a.bin', bytes);
  assert.deepEqual(new Uint8Array(await readWhole(place, name, bytes.length)), bytes);
  assert.equal((await readWhole(temporaryFile(context, 'empty', '').path, 'empty', 1)).length, 0);
});

test('a file above the limit is refused', async (context) => {
  const { path: place, name } = temporaryFile(context, 'a.bin', 'abc');
  await assertProblem(() => readWhole(place, name, 2), 'file.too-large', { file: 'a.bin', bytes: 3, maxBytes: 2 });
});

const limits = { maxEntries: 4, maxBytes: 1000, maxRatio: 100 };
const readers: readonly { name: string; isOfList: boolean; read: (file: SourceFile) => Promise<unknown> }[] = [
  { name: 'readWhole', isOfList: false, read: (file) => readWhole(file.path, file.name, 1000) },
  { name: 'readText', isOfList: true, read: (file) => readText(file, 'invented', ['utf-8'], 1000) },
  { name: 'endsWithCtrlZ', isOfList: true, read: (file) => endsWithCtrlZ(file, 'invented') },
  {
    name: 'readCsv',
    isOfList: true,
    read: (file) => readCsv(file, { list: 'invented', encodings: ['utf-8'], columns: ['a'] }),
  },
  { name: 'readJson', isOfList: true, read: (file) => readJson(file, 'invented') },
  { name: 'readXml', isOfList: true, read: (file) => all(readXml(file, { list: 'invented', records: ['A/B'] })) },
  { name: 'readWorkbook', isOfList: true, read: (file) => readWorkbook(file, 'invented') },
  { name: 'checkZip', isOfList: true, read: (file) => checkZip(file, 'invented', limits, 'no zip') },
  { name: 'unpackOnly', isOfList: true, read: (file) => unpackOnly(file, 'invented', { ...limits, extension: 'csv' }) },
];

const places: readonly {
  name: string;
  place: (context: TestContext) => string | undefined;
  code: 'file.unreadable' | 'file.not-found';
  reason?: string;
}[] = [
  { name: 'a file that is gone', place: (context) => `${folder(context)}/gone`, code: 'file.not-found' },
  { name: 'a folder', place: folder, code: 'file.unreadable', reason: 'EISDIR' },
  {
    name: 'a file below a file',
    place: (context) => `${closedFile(context)}/x`,
    code: 'file.unreadable',
    reason: 'ENOTDIR',
  },
  { name: 'links in a circle', place: circle, code: 'file.unreadable', reason: 'ELOOP' },
  { name: 'a pipe that nobody writes to', place: pipe, code: 'file.unreadable', reason: 'it is not a file' },
  {
    name: 'a device without end',
    place: () => existing('/dev/zero'),
    code: 'file.unreadable',
    reason: 'it is not a file',
  },
  {
    name: 'a file whose bytes cannot be read',
    place: () => existing('/proc/self/mem'),
    code: 'file.unreadable',
    reason: 'EIO',
  },
  {
    name: 'a file without permission',
    place: (context) => (process.getuid?.() === 0 ? undefined : closedFile(context)),
    code: 'file.unreadable',
    reason: 'EACCES',
  },
];

for (const { name, place, code, reason } of places)
  for (const { name: reader, isOfList, read } of readers)
    test(`${reader}: ${name} is ${code}${reason === undefined ? '' : ` with ${reason}`}`, async (context) => {
      const at = place(context);
      if (at === undefined) return context.skip('there is no such file here, or it can be read by the superuser');
      await assertProblem(() => read({ name: 'list.bin', path: at }), code, {
        file: 'list.bin',
        ...(isOfList && { list: 'invented' }),
        ...(reason !== undefined && { reason }),
      });
    });

function folder(context: TestContext): string {
  const made = mkdtempSync(path.join(tmpdir(), 'sekisho-sources-'));
  context.after(() => rmSync(made, { recursive: true }));
  return made;
}

function closedFile(context: TestContext): string {
  const { path: place } = temporaryFile(context, 'closed', 'x');
  chmodSync(place, 0o000);
  return place;
}

function circle(context: TestContext): string {
  const link = path.join(folder(context), 'link');
  symlinkSync(link, link);
  return link;
}

function pipe(context: TestContext): string | undefined {
  const place = path.join(folder(context), 'pipe');
  try {
    execFileSync('mkfifo', [place]);
    return place;
  } catch {
    return undefined;
  }
}

function existing(place: string): string | undefined {
  return existsSync(place) ? place : undefined;
}
