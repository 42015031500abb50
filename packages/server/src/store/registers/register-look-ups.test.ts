// Companies of an edition by many keys at once, by address and by contact, before and after a diff; and a process killed meanwhile.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { inventedRow } from '../testing/invented-rows.ts';
import { RegisterFiles, type BuiltRegister } from './register-files.ts';
import type { RegisterReader } from './register-reader.ts';
import { Spool } from './spool.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
});
after(() => rm(folder, { recursive: true }));

const keys = {
  nameKeys: ({ name }: RegisterRow) => [name],
  addressKey: ({ street, closedOn }: RegisterRow) => (closedOn === undefined ? street : undefined),
  contactKeys: ({ phones = [], websites = [] }: RegisterRow) => [...phones, ...websites],
};

async function* batchOf(...rows: readonly RegisterRow[]): AsyncGenerator<readonly RegisterRow[]> {
  yield await Promise.resolve(rows);
}

async function build(files: RegisterFiles, rows: readonly RegisterRow[], base?: BuiltRegister): Promise<BuiltRegister> {
  return files.build({ ...(base && { base: base.contentSha256 }), rows: batchOf(...rows), ...keys });
}

function reading<T>(files: RegisterFiles, { contentSha256 }: BuiltRegister, read: (reader: RegisterReader) => T): T {
  const reader = files.open({ id: 'edition', source: 'jp-nta', contentSha256 });
  try {
    return read(reader);
  } finally {
    reader.close();
  }
}

/** Three companies at one place, two at another, one each at eight. */
const tower = ['1001', '1002', '1003'].map((number) => inventedRow(number, `塔${number}`, { street: '塔１番' }));
const shared = ['AB01', '0012'].map((number) => inventedRow(number, `組${number}`, { street: '組２番' }));
const alone = Array.from({ length: 8 }, (_, place) =>
  inventedRow(`20${String(place)}00`, `単${String(place)}`, { street: `単${String(place)}番` }),
);
const all = [...tower, ...shared, ...alone];

const places = (reader: RegisterReader, ...streets: readonly string[]) =>
  streets.map((street) => {
    const { count, percentile, facts } = reader.companiesAt(street, 2);
    return [count, percentile, facts.map(({ current }) => current.number).join(' ')];
  });

test('companies at an address are counted, and set against how many other addresses have', async () => {
  const files = new RegisterFiles(path.join(folder, 'counted'));
  const built = await build(files, all);
  reading(files, built, (reader) =>
    assert.deepEqual(places(reader, '塔１番', '組２番', '単3番', '無９番'), [
      [3, 90, '1001 1002'],
      [2, 80, '0012 AB01'],
      [1, 0, '20300'],
      [0, 0, ''],
    ]),
  );
});

test('who moves, closes, is deleted or comes is counted where it is from then on', async () => {
  const files = new RegisterFiles(path.join(folder, 'moved'));
  const base = await build(files, all);
  const diff = await build(
    files,
    [
      inventedRow('1001', '塔1001', { street: '組２番', process: '12' }),
      inventedRow('1002', '塔1002', { street: '塔１番', process: '21', closedOn: '2026-11-01' }),
      inventedRow('20000', '単0', { process: '99', latest: true }),
      inventedRow('3000', '新', { street: '塔１番' }),
    ],
    base,
  );
  reading(files, diff, (reader) =>
    assert.deepEqual(places(reader, '塔１番', '組２番', '単0番'), [
      [2, 77.777, '1003 3000'],
      [3, 88.888, '1001 0012'],
      [0, 0, ''],
    ]),
  );
  reading(files, base, (reader) => assert.deepEqual(places(reader, '塔１番'), [[3, 90, '1001 1002']]));
});

test('keys that are made anew are those of every company as it stands, and names of those before', async () => {
  const files = new RegisterFiles(path.join(folder, 'renewed'));
  const base = await build(files, all);
  const built = await build(
    files,
    [inventedRow('1001', '新塔', { street: '組２番', process: '11', phones: ['1'] })],
    base,
  );
  const { contentSha256 } = built;
  await files.renewNameKeys({ contentSha256 }, keys, '2');
  reading(files, built, (reader) => {
    assert.deepEqual(places(reader, '塔１番', '組２番')[1], [3, 90, '1001 0012']);
    assert.deepEqual(
      ['塔1001', '新塔'].map((name) => reader.byNameKey(name, 5).map(({ current }) => current.number)),
      [['1001'], ['1001']],
    );
    assert.deepEqual(
      reader.byContactKey('1', 5).map(({ current }) => current.number),
      ['1001'],
    );
  });
});

test('a telephone number or domain leads to those who have it now, and no more to who had it', async () => {
  const files = new RegisterFiles(path.join(folder, 'contacts'));
  const reached = (number: string, phones: readonly string[], websites: readonly string[] = []) =>
    inventedRow(number, number, { phones, websites });
  const base = await build(files, [reached('1', ['03', '06']), reached('2', ['03']), reached('3', [], ['x.example'])]);
  const found = (built: BuiltRegister, key: string, limit = 9) =>
    reading(files, built, (reader) => reader.byContactKey(key, limit).map(({ current }) => current.number));
  assert.deepEqual(
    ['03', '06', 'x.example', '9'].map((key) => found(base, key)),
    [['1', '2'], ['1'], ['3'], []],
  );
  assert.deepEqual(found(base, '03', 1), ['1']);
  const diff = await build(files, [reached('1', ['06']), reached('3', ['03'], ['x.example'])], base);
  assert.deepEqual(
    ['03', '06', 'x.example'].map((key) => found(diff, key)),
    [['2', '3'], ['1'], ['3']],
  );
});

test('of many keys those that lead to somebody, no more than asked for', async () => {
  const files = new RegisterFiles(path.join(folder, 'many'));
  const built = await build(files, all);
  reading(files, built, (reader) => {
    const asked = [...Array.from({ length: 5000 }, (_, place) => `無${String(place)}`), '塔1002', '組AB01', '塔1002'];
    assert.deepEqual(new Set(reader.knownNameKeys(asked, 10)), new Set(['塔1002', '組AB01']));
    assert.equal(reader.knownNameKeys(asked, 10).length, 2);
    assert.equal(reader.knownNameKeys(asked, 1).length, 1);
    assert.deepEqual(reader.knownNameKeys([], 10), []);
  });
});

test('what waits in a file comes back as what is in memory does: by part, in its order', () => {
  for (const bufferBytes of [16, 200, 1 << 16]) {
    const file = path.join(folder, `spool-${String(bufferBytes)}`);
    const [lines, numbers] = [new Spool(`${file}-lines`, 7, bufferBytes), new Spool(`${file}-numbers`, 7, bufferBytes)];
    for (let place = 0; place < 1000; place++) {
      lines.addLine(place % 7, place % 3 === 0 ? '' : `群 ${String(place)} 𠮷`.repeat(place % 50));
      numbers.addNumbers(place % 7, place, -place / 3);
    }
    for (let part = 0; part < 7; part++) {
      const own = Array.from({ length: 1000 }, (_, place) => place).filter((place) => place % 7 === part);
      assert.deepEqual(
        lines.lines(part),
        own.map((place) => (place % 3 === 0 ? '' : `群 ${String(place)} 𠮷`.repeat(place % 50))),
      );
      assert.deepEqual(
        [...numbers.numbers(part)],
        own.flatMap((place) => [place, -place / 3]),
      );
    }
    for (const spool of [lines, numbers]) spool.discard();
  }
});

test('a killed import leaves what was there as it was, and what it began goes once nobody can be at it any more', async () => {
  const data = path.join(folder, 'killed');
  const files = new RegisterFiles(data);
  const built = await build(files, all);
  const script = fileURLToPath(new URL('../testing/build-endlessly.ts', import.meta.url));
  for (const base of [[], [built.contentSha256]]) {
    const child = spawn(process.execPath, [script, data, ...base], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const registers = path.join(data, 'registers');
  const left = (await readdir(registers)).filter((name) => name.endsWith('.part'));
  assert.equal(left.length, 4, 'a file and the rows that wait for it, of each');
  files.verify(built);
  reading(new RegisterFiles(data), built, (reader) => assert.equal(reader.count(), all.length));
  const next = await build(files, [inventedRow('3000', '新')], built);
  assert.deepEqual(
    (await readdir(registers)).filter((name) => name.endsWith('.part')),
    left,
    'an import of today may be under way',
  );
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const name of left) await utimes(path.join(registers, name), longAgo, longAgo);
  const last = await build(files, [inventedRow('3001', '新')], next);
  assert.deepEqual(
    new Set(await readdir(registers)),
    new Set([built, next, last].map(({ contentSha256 }) => `${contentSha256}.sqlite`)),
  );
});
