import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test, { type TestContext } from 'node:test';
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { sampleTowns } from '@sekisho/engine/testing/sample-gazetteer.ts';
import { GazetteerFiles } from './gazetteer-files.ts';

function opened(context: TestContext): { readonly files: GazetteerFiles; readonly folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-gazetteer-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return { files: new GazetteerFiles(folder), folder: path.join(folder, 'gazetteers') };
}

async function* batches(rows: readonly GazetteerRow[]): AsyncIterable<readonly GazetteerRow[]> {
  yield await Promise.resolve(rows);
}

const edition = (contentSha256: string) => ({ id: 'e-1', source: 'jp-post', contentSha256 });

test('what was imported is found by code, by area and by municipality', async (context) => {
  const { files } = opened(context);
  const built = await files.build(batches(sampleTowns), undefined);
  assert.equal(built.counts.places, sampleTowns.length);
  assert.equal(built.complete, false);
  assert.deepEqual(built.changes, { added: sampleTowns.length, changed: 0, removed: 0 });
  const reader = files.open(edition(built.contentSha256));
  context.after(() => reader.close());
  for (const row of sampleTowns) {
    assert.deepEqual(
      reader.byPostalCode(row.postalCode ?? ''),
      sampleTowns.filter(({ postalCode }) => postalCode === row.postalCode),
    );
    assert.equal(
      reader.rowsOf(row.prefecture, row.municipality).length,
      sampleTowns.filter((one) => one.prefecture === row.prefecture && one.municipality === row.municipality).length,
    );
  }
  assert.equal(reader.inPostalArea('100').length, 4);
  assert.deepEqual(reader.byPostalCode('9999999'), []);
  assert.deepEqual(reader.rowsOf('東京都', '見本区'), []);
  assert.deepEqual([reader.hasPostalCodes, reader.hasOfficeCodes], [true, false]);
});

test('the order of rows and rows said twice make no difference; changes are counted against the edition before', async (context) => {
  const { files, folder } = opened(context);
  const first = await files.build(batches(sampleTowns), undefined);
  const again = await files.build(batches([...sampleTowns, ...sampleTowns].toReversed()), edition(first.contentSha256));
  assert.equal(again.contentSha256, first.contentSha256);
  assert.deepEqual(again.changes, { added: 0, changed: 0, removed: 0 });
  const fewer = await files.build(batches(sampleTowns.slice(2)), edition(first.contentSha256));
  assert.deepEqual(fewer.changes, { added: 0, changed: 0, removed: 2 });
  await files.discard(fewer.contentSha256);
  assert.deepEqual(readdirSync(folder), [`${first.contentSha256}.sqlite`]);
});

test('a reading that fails leaves nothing behind', async (context) => {
  const { files, folder } = opened(context);
  const failing = async function* (): AsyncIterable<readonly GazetteerRow[]> {
    yield await Promise.resolve(sampleTowns);
    throw new Problem('file.unexpected', { file: 'KEN_ALL.CSV' });
  };
  await assert.rejects(files.build(failing(), undefined), { code: 'file.unexpected' });
  assert.throws(() => readdirSync(folder), { code: 'ENOENT' });
});

test('a file that is missing, cut off or altered is told', async (context) => {
  const { files, folder } = opened(context);
  const { contentSha256 } = await files.build(batches(sampleTowns), undefined);
  const file = path.join(folder, `${contentSha256}.sqlite`);
  const damaged = { code: 'edition.damaged' };
  assert.throws(() => files.open(edition('0'.repeat(64))), damaged);
  assert.throws(() => files.open(edition('../x')), damaged);

  const database = new DatabaseSync(file);
  database.exec(`update part set content = replace(content, '六本木', '三本木')`);
  database.close();
  const reader = files.open(edition(contentSha256));
  assert.throws(() => reader.rowsOf('東京都', '港区'), damaged);
  assert.throws(() => reader.byPostalCode('1060032'), damaged);
  reader.close();

  const other = new DatabaseSync(file);
  other.exec(`delete from part where kind = 'area' and key = '106'`);
  other.close();
  assert.throws(() => files.open(edition(contentSha256)), damaged);
  truncateSync(file, 4096);
  assert.throws(() => files.open(edition(contentSha256)), damaged);
});
