// Verification of a store and its export: what insiders may do to it (`testing/insider-cases.ts`), and what is no break.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { appendReceipts, readReceipts } from './kept-receipts.ts';
import { insiderCases } from './testing/insider-cases.ts';
import { fillRecord, makeRecordPlace, sealUpTo, START, type RecordPlace } from './testing/record-place.ts';
import { exitCodeByState, verifyStore } from './verify.ts';

const databaseUrl = process.env['SEKISHO_TEST_DATABASE_URL'] ?? '';

insiderCases({ kind: 'SQLite', skip: false });
insiderCases({ kind: 'PostgreSQL', databaseUrl, skip: databaseUrl === '' && 'SEKISHO_TEST_DATABASE_URL is not set' });

const publicKeysOf = ({ key }: RecordPlace) => new Map([[key.keyId, key.publicKey]]);

async function filledPlace(t: TestContext): Promise<RecordPlace & { receiptsFile: string }> {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const receiptsFile = path.join(place.folder, 'receipts.jsonl');
  await appendReceipts(receiptsFile, await place.store.receipts(), publicKeysOf(place));
  return { ...place, receiptsFile };
}

const outsides = [
  ['a witness', ({ witness }: RecordPlace) => ({ witnesses: [witness] })],
  ['kept receipts', ({ receiptsFile }: { receiptsFile: string }) => ({ receiptsFile })],
] as const;

test('a whole record: witnessed, unwitnessed, and the exit codes', async (t) => {
  const place = await filledPlace(t);
  const publicKeys = publicKeysOf(place);
  for (const [, make] of outsides) {
    const report = await verifyStore(place.store, publicKeys, make(place));
    assert.partialDeepStrictEqual(report, { state: 'intact-witnessed', entries: 53, witnessedUpTo: { sequence: 50 } });
  }
  const report = await verifyStore(place.store, publicKeys);
  assert.partialDeepStrictEqual(report, { state: 'intact-unwitnessed', vouchedUpTo: { sequence: 50, at: START } });
  assert.deepEqual(exitCodeByState, { 'intact-witnessed': 0, broken: 1, 'intact-unwitnessed': 4 });
});

test('a receipt or checkpoint of the store that is none is unreadable', async (t) => {
  const statements = [
    `update receipts set checkpoint = 'null' where sequence = 20`,
    `update receipts set checkpoint = '{"sequence":"20"}' where sequence = 20`,
    `update checkpoints set sequence = -1 where sequence = 20`,
    `update checkpoints set hash = 'x' where sequence = 20`,
  ];
  for (const statement of statements) {
    const place = await filledPlace(t);
    await place.execute(statement);
    await assert.rejects(
      verifyStore(place.store, publicKeysOf(place)),
      (error) => error instanceof Problem && error.code === 'record.unreadable',
    );
  }
});

test('erased payloads leave a whole record', async (t) => {
  const place = await filledPlace(t);
  await place.execute('update record_entries set salt = null, payload = null where sequence in (7, 27)');
  const report = await verifyStore(place.store, publicKeysOf(place), { witnesses: [place.witness] });
  assert.partialDeepStrictEqual(report, { state: 'intact-witnessed', entries: 53, erased: 2 });
});

test('progress is told', async (t) => {
  const place = await makeRecordPlace(t);
  await sealUpTo(place.store, 2500);
  const told: number[] = [];
  await verifyStore(place.store, new Map(), { onProgress: (entries) => told.push(entries) });
  assert.deepEqual(told, [1000, 2000]);
});

test('kept receipts are read as they were written, and a damaged line is named', async (t) => {
  const { store, key, receiptsFile, folder } = await filledPlace(t);
  const kept = await readReceipts(receiptsFile);
  assert.deepEqual(kept.receipts, await store.receipts());
  assert.deepEqual([...kept.publicKeys.keys()], [key.keyId]);
  const text = await readFile(receiptsFile, 'utf8');
  for (const [damaged, line] of [
    [text.slice(0, -1), 5],
    [text.replace('"at"', '"AT"'), 1],
    [`${text}\n`, 6],
  ] as const) {
    await writeFile(receiptsFile, damaged);
    await assert.rejects(
      readReceipts(receiptsFile),
      (error) => error instanceof Problem && error.code === 'record.unreadable' && error.facts['line'] === line,
    );
  }
  await assert.rejects(
    readReceipts(path.join(folder, 'not-there')),
    (error) => error instanceof Problem && error.code === 'file.not-found',
  );
});
