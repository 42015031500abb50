import assert from 'node:assert/strict';
import { mkdtemp, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { packedText, unpackedBytes } from './bucket-content.ts';
import { inventedRow as rowOf } from '../testing/invented-rows.ts';
import { RegisterFiles } from './register-files.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
});
after(() => rm(folder, { recursive: true }));

let lastFolder = 0;
const newFiles = () => new RegisterFiles(path.join(folder, String(++lastFolder)));

const nameKeys = ({ name }: RegisterRow) => [name];

async function* batches(...rows: readonly RegisterRow[]): AsyncGenerator<readonly RegisterRow[]> {
  for (let start = 0; start < rows.length; start += 2) yield Promise.resolve(rows.slice(start, start + 2));
}

const editionOf = (contentSha256: string) => ({ id: 'edition', source: 'jp-nta', contentSha256 });

const [a, b, c] = ['7990001000001', '6990001000002', '5990001000003'] as const;

test('a full set is found by number and by name', async () => {
  const files = newFiles();
  const rows = [rowOf(a, '見本商事', { kana: 'ミホンショウジ' }), rowOf(b, 'さくら'), rowOf(c, 'さくら')];
  const progress: number[] = [];
  const built = await files.build({ rows: batches(...rows), nameKeys, onProgress: (count) => progress.push(count) });
  assert.deepEqual(built.counts, { rows: 3, companies: 3, history: 0 });
  assert.deepEqual(built.changes, { added: 3, changed: 0, removed: 0 });
  assert.equal(built.delta, undefined);
  assert.deepEqual(progress, [2, 3]);
  const reader = files.open(editionOf(built.contentSha256));
  assert.deepEqual(reader.byNumber(a), { register: 'jp-nta', editionId: 'edition', current: rows[0], history: [] });
  assert.deepEqual(
    reader.byNameKey('さくら', 10).map(({ current }) => current.number),
    [c, b],
  );
  assert.equal(reader.byNameKey('さくら', 1).length, 1);
  assert.deepEqual(reader.byNameKey('もみじ', 10), []);
  assert.equal(reader.byNumber('4990001000004'), undefined);
  assert.equal(reader.byNumber('1010001000000'), undefined);
  assert.equal(reader.count(), 3);
  reader.close();
  files.verify(editionOf(built.contentSha256));
});

test('a diff makes another file, with what stood before as history, and leaves its base alone', async () => {
  const files = newFiles();
  const base = await files.build({ rows: batches(rowOf(a, '見本'), rowOf(b, 'さくら')), nameKeys });
  const renamed = rowOf(a, '新見本', { process: '11', changedOn: '2026-11-01' });
  const moved = rowOf(a, '新見本', { process: '12', changedOn: '2026-11-02', city: '千代田区' });
  const restated = rowOf(b, 'さくら', { sequence: 9, updatedOn: '2026-11-02' });
  const diff = await files.build({
    base: base.contentSha256,
    rows: batches(renamed, moved, restated, rowOf(c, '新設')),
    nameKeys,
  });
  assert.deepEqual(diff.counts, { rows: 4, companies: 3, history: 2 });
  assert.deepEqual(diff.changes, { added: 1, changed: 1, removed: 0 });
  assert.deepEqual(diff.delta, { added: [c], changed: [a], removed: [] });
  const reader = files.open(editionOf(diff.contentSha256));
  const fact = reader.byNumber(a);
  assert.deepEqual(fact?.current, moved);
  assert.deepEqual(
    fact.history.map(({ name, latest }) => [name, latest]),
    [
      ['見本', false],
      ['新見本', false],
    ],
  );
  assert.deepEqual(
    reader.byNameKey('見本', 5).map(({ current }) => current.name),
    ['新見本'],
    'a former name still leads to the company',
  );
  assert.equal(reader.byNumber(b)?.current.sequence, 9);
  assert.deepEqual(reader.byNumber(b)?.history, []);
  reader.close();
  const before = files.open(editionOf(base.contentSha256));
  assert.equal(before.byNumber(a)?.current.name, '見本');
  assert.equal(before.count(), 2);
  before.close();
});

test('a correction that states the whole history again adds only what was not known', async () => {
  const files = newFiles();
  const first = rowOf(a, '見本');
  const base = await files.build({ rows: batches(first), nameKeys });
  const again = [
    { ...first, latest: false, sequence: 2, updatedOn: '2026-11-02' },
    rowOf(a, '見本工業', { process: '11', changedOn: '2024-01-01', latest: false, sequence: 3 }),
    rowOf(a, '見本工業', { process: '12', changedOn: '2025-01-01', street: '芝１丁目', sequence: 4 }),
  ];
  const diff = await files.build({ base: base.contentSha256, rows: batches(...again), nameKeys });
  const reader = files.open(editionOf(diff.contentSha256));
  const fact = reader.byNumber(a);
  assert.deepEqual(
    [...(fact?.history ?? []), fact?.current].map((row) => [row?.process, row?.name]),
    [
      ['01', '見本'],
      ['11', '見本工業'],
      ['12', '見本工業'],
    ],
  );
  reader.close();
});

test('history is in the order of its days, however late a row comes', async () => {
  const files = newFiles();
  const rows = [
    rowOf(a, 'third', { changedOn: '2020-01-01', latest: false }),
    rowOf(a, 'first', { changedOn: '2016-01-01', latest: false }),
    rowOf(a, 'second', { changedOn: '2018-01-01', latest: false }),
    rowOf(a, 'now', { changedOn: '2024-01-01' }),
  ];
  const { contentSha256 } = await files.build({ rows: batches(...rows), nameKeys });
  const reader = files.open(editionOf(contentSha256));
  assert.deepEqual(
    reader.byNumber(a)?.history.map(({ name }) => name),
    ['first', 'second', 'third'],
  );
  reader.close();
});

test('a deleted number is in the register no more, its history stays in the file, and it can come back', async () => {
  const files = newFiles();
  const deletion = rowOf(a, '見本', { process: '99', updatedOn: '2026-11-02', changedOn: '2026-11-02' });
  const base = await files.build({ rows: batches(rowOf(a, '見本'), rowOf(b, 'さくら')), nameKeys });
  const gone = await files.build({ base: base.contentSha256, rows: batches(deletion), nameKeys });
  assert.deepEqual(gone.delta, { added: [], changed: [], removed: [a] });
  assert.deepEqual(gone.counts, { rows: 1, companies: 1, history: 2 });
  const reader = files.open(editionOf(gone.contentSha256));
  assert.equal(reader.byNumber(a), undefined);
  assert.deepEqual(reader.byNameKey('見本', 5), []);
  reader.close();
  const back = await files.build({ base: gone.contentSha256, rows: batches(rowOf(a, '見本二')), nameKeys });
  assert.deepEqual(back.delta?.added, [a]);
  const again = await files.build({ base: back.contentSha256, rows: batches(deletion), nameKeys });
  const last = files.open(editionOf(again.contentSha256));
  assert.equal(last.byNumber(a), undefined, 'deleted twice');
  last.close();
});

test('of a company with former rows alone, the fact says that nothing stands', async () => {
  const files = newFiles();
  const { contentSha256 } = await files.build({ rows: batches(rowOf(a, '見本', { latest: false })), nameKeys });
  const reader = files.open(editionOf(contentSha256));
  assert.equal(reader.byNumber(a)?.current.latest, false);
  assert.equal(reader.count(), 0);
  reader.close();
});

test('the same rows have the same hash, other rows another, whatever the batches and the folder', async () => {
  const rows = [rowOf(a, '見本'), rowOf(b, 'さくら'), rowOf(c, 'もみじ')];
  const hash = async (...of: readonly RegisterRow[]) =>
    (await newFiles().build({ rows: batches(...of), nameKeys })).contentSha256;
  const expected = await hash(...rows);
  assert.equal(await hash(...rows.toReversed()), expected, 'order between companies does not matter');
  assert.notEqual(await hash(...rows.slice(1)), expected);
  assert.notEqual(await hash(rowOf(a, '見本 '), ...rows.slice(1)), expected);
  const files = newFiles();
  const base = await files.build({ rows: batches(...rows.slice(1)), nameKeys });
  const diff = await files.build({ base: base.contentSha256, rows: batches(rowOf(a, '見本')), nameKeys });
  assert.equal(diff.contentSha256, expected, 'a diff that adds it leads to the same content');
});

test('the same diff on the same base makes the same content once', async () => {
  const files = newFiles();
  const base = await files.build({ rows: batches(rowOf(a, '見本')), nameKeys });
  const apply = () => files.build({ base: base.contentSha256, rows: batches(rowOf(b, 'さくら')), nameKeys });
  const [first, second] = [await apply(), await apply()];
  assert.equal(first.contentSha256, second.contentSha256);
});

test('what is built and not wanted is discarded; what was there before stays', async () => {
  const data = path.join(folder, String(++lastFolder));
  const files = new RegisterFiles(data);
  const one = await files.build({ rows: batches(rowOf(a, '見本')), nameKeys });
  const later = new RegisterFiles(data);
  await later.build({ rows: batches(rowOf(a, '見本')), nameKeys });
  await later.discard(one.contentSha256);
  assert.equal((await readdir(path.join(data, 'registers'))).length, 1);
  await files.discard(one.contentSha256);
  assert.deepEqual(await readdir(path.join(data, 'registers')), []);
});

test('rows that stop half-way leave nothing behind', async () => {
  const data = path.join(folder, String(++lastFolder));
  const files = new RegisterFiles(data);
  async function* broken(): AsyncGenerator<readonly RegisterRow[]> {
    yield [rowOf(a, '見本')];
    await Promise.resolve();
    throw new Problem('list.unknown-value', { value: '33' });
  }
  await assert.rejects(files.build({ rows: broken(), nameKeys }), { code: 'list.unknown-value' });
  assert.deepEqual(await readdir(path.join(data, 'registers')), []);
});

test('names folded another way are noticed, and made anew on request', async () => {
  const files = newFiles();
  const rows = [rowOf(a, '見本', { latest: false }), rowOf(a, '新見本')];
  const { contentSha256 } = await files.build({ rows: batches(...rows), nameKeys, nameKeysVersion: '1' });
  const edition = editionOf(contentSha256);
  assert.throws(() => files.open(edition, '2'), { code: 'edition.damaged' });
  await files.renewNameKeys(edition, { nameKeys: ({ name }) => [`2${name}`] }, '2');
  const reader = files.open(edition, '2');
  assert.deepEqual(reader.byNameKey('新見本', 5), []);
  assert.equal(reader.byNameKey('2新見本', 5).length, 1);
  assert.equal(reader.byNameKey('2見本', 5).length, 1);
  reader.close();
  files.verify(edition);
  const diff = await files.build({
    base: contentSha256,
    rows: batches(rowOf(b, 'さくら')),
    nameKeys: ({ name }) => [`3${name}`],
    nameKeysVersion: '3',
  });
  const third = files.open(editionOf(diff.contentSha256), '3');
  assert.equal(third.byNameKey('3見本', 5).length, 1, 'a diff under another version makes the keys of its base anew');
  third.close();
});

const damages: readonly (readonly [what: string, damage: (file: string) => Promise<void> | void, atOpen: boolean])[] = [
  ['is missing', (file) => rm(file), true],
  ['is cut off', async (file) => truncate(file, (await stat(file)).size - 4096), true],
  ['is empty', (file) => truncate(file, 0), true],
  ['is another kind of file', (file) => overwrite(file, 0, 'not a database at all'), true],
  ['is of another program', (file) => change(file, 'pragma application_id = 1'), true],
  ['is of a later format', (file) => change(file, 'pragma user_version = 99'), true],
  ['is of an older format', (file) => change(file, 'pragma user_version = 2'), true],
  ['lost a hash', (file) => change(file, 'delete from bucket'), true],
  ['has another hash', (file) => change(file, `update bucket set sha256 = 'x'`), true],
  ['has a row altered', (file) => changeText(file, (text) => text.replace('見本', '偽物')), false],
  ['lost its rows', (file) => change(file, 'delete from content'), false],
  ['has rows that are not packed', (file) => change(file, `update content set packed = x'00'`), false],
  ['has a row more', (file) => changeText(file, (text) => `${text}${text.replace(a, '7990001000009')}`), false],
  ['has a row of history more', (file) => changeText(file, (text) => `${text}${text.replace('\t=', '\t-')}`), false],
];

for (const [what, damage, atOpen] of damages)
  test(`a file that ${what} is noticed ${atOpen ? 'when opened' : 'when it is read'}, and when verified`, async () => {
    const data = path.join(folder, String(++lastFolder));
    const files = new RegisterFiles(data);
    const { contentSha256 } = await files.build({ rows: batches(rowOf(a, '見本')), nameKeys });
    const edition = editionOf(contentSha256);
    files.open(edition).close();
    await damage(path.join(data, 'registers', `${contentSha256}.sqlite`));
    assert.throws(() => files.verify(edition), { code: 'edition.damaged' });
    const later = new RegisterFiles(data);
    if (atOpen) {
      assert.throws(() => later.open(edition), { code: 'edition.damaged' });
      await assert.rejects(later.build({ base: contentSha256, rows: batches(), nameKeys }), {
        code: 'edition.damaged',
      });
      return;
    }
    const reader = later.open(edition);
    assert.throws(() => reader.byNumber(a), { code: 'edition.damaged' });
    reader.close();
  });

test('a hash that is none is no path', () => {
  assert.throws(() => newFiles().open(editionOf('../../etc/passwd')), { code: 'edition.damaged' });
});

test('any rows in any order leave what the last of them say', async () => {
  const row = fc.record({
    number: fc.constantFrom(a, b, c, '1', '12', 'AB123456'),
    name: fc.constantFrom('見本', 'さくら', "it's", '"\\\n'),
    latest: fc.boolean(),
    process: fc.constantFrom('01', '11', '99'),
    changedOn: fc.constantFrom('2020-01-01', '2021-01-01'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.nat({ max: 12 }), async (given, cut) => {
      const files = newFiles();
      const rows = given.map((made, sequence) => rowOf(made.number, made.name, { ...made, sequence }));
      const base = await files.build({ rows: batches(...rows.slice(0, cut)), nameKeys });
      const built = await files.build({ base: base.contentSha256, rows: batches(...rows.slice(cut)), nameKeys });
      const edition = editionOf(built.contentSha256);
      files.verify(edition);
      const reader = files.open(edition);
      for (const number of new Set(rows.map((made) => made.number))) {
        const own = rows.filter((made) => made.number === number);
        const last = own.findLast(({ latest, process }) => latest || process === '99');
        const fact = reader.byNumber(number);
        if (last && last.process !== '99') {
          assert.deepEqual(fact?.current, last);
          assert.ok(reader.byNameKey(last.name, 20).some(({ current }) => current.number === number));
        } else assert.notEqual(fact?.current.latest, true);
      }
      reader.close();
    }),
    { numRuns: 40 },
  );
});

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

function changeText(file: string, changed: (text: string) => string): void {
  const database = new DatabaseSync(file);
  for (const { bucket, packed } of database.prepare('select bucket, packed from content').all())
    database
      .prepare('update content set packed = ? where bucket = ?')
      .run(packedText(changed(unpackedBytes(packed as Uint8Array).toString())), bucket ?? null);
  database.close();
}

async function overwrite(file: string, at: number, text: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.from(text), 0, undefined, at);
  await handle.close();
}

const unnamedDeletion: RegisterRow = {
  number: a,
  sequence: 1,
  process: '99',
  latest: true,
  updatedOn: '2026-11-03',
  changedOn: '2026-11-03',
  name: '',
  nameIsSubstitute: false,
  kind: '301',
  addressIsSubstitute: false,
  assignedOn: '2015-10-05',
  excludedFromSearch: false,
};

test('a deletion that states no name keeps what was last known', async () => {
  const files = newFiles();
  const named = rowOf(a, '見本', { nameIsSubstitute: true });
  const base = await files.build({ rows: batches(named), nameKeys });
  const gone = await files.build({ base: base.contentSha256, rows: batches(unnamedDeletion), nameKeys });
  assert.deepEqual(gone.changes, { added: 0, changed: 0, removed: 1 });
  const back = await files.build({
    base: gone.contentSha256,
    rows: batches(rowOf(a, '新見本', { process: '01', changedOn: '2026-11-05' })),
    nameKeys,
  });
  const reader = files.open(editionOf(back.contentSha256));
  const history = reader.byNumber(a)?.history ?? [];
  assert.deepEqual(
    history.map(({ process, name, city, nameIsSubstitute }) => [process, name, city, nameIsSubstitute]),
    [
      ['01', '見本', '港区', true],
      ['99', '見本', '港区', true],
    ],
  );
  reader.close();
});

test('a deletion without a name of a number that was never held leaves nothing', async () => {
  const files = newFiles();
  const base = await files.build({ rows: batches(rowOf(b, 'さくら')), nameKeys });
  const rows = batches(unnamedDeletion, rowOf(a, '見本'));
  const built = await files.build({ base: base.contentSha256, rows, nameKeys });
  const reader = files.open(editionOf(built.contentSha256));
  assert.deepEqual(reader.byNumber(a)?.history, []);
  reader.close();
});
