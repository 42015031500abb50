// What an insider may do to a real database, and what verification says of it: in the store and in an export, against a
// witness, against receipts kept elsewhere, and against nothing.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { sampleKey } from '@sekisho/engine/testing/sample-record.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { hashOf } from '@sekisho/engine/record/chain.ts';
import { makeCheckpoint } from '@sekisho/engine/record/checkpoint.ts';
import type { BreakKind } from '@sekisho/engine/record/first-break.ts';
import { describeBreak } from './describe-break.ts';
import { exportRecord } from './export-record.ts';
import { appendReceipts, readReceipts } from './kept-receipts.ts';
import { nodeFunctions } from './node-functions.ts';
import { fillRecord, makeRecordPlace, sealUpTo, START, type RecordPlace } from './testing/record-place.ts';
import { exitCodeByState, verifyExport, verifyStore, type Outside } from './verify.ts';

const otherKey = sampleKey('the insider');

async function filledPlace(t: TestContext): Promise<RecordPlace & { receiptsFile: string }> {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const receiptsFile = path.join(place.folder, 'receipts.jsonl');
  await appendReceipts(receiptsFile, await place.store.receipts(), place.key.publicKey);
  return { ...place, receiptsFile };
}

const publicKeysOf = ({ key }: RecordPlace) =>
  new Map([key, otherKey].map(({ keyId, publicKey }) => [keyId, publicKey] as const));

/** SQL that writes all entries from `from` on anew: another payload, and every hash that follows from it. */
async function rechain({ store }: RecordPlace, from: number): Promise<string> {
  const entries = await store.entries({ from: 1, limit: 100 });
  let previous = entries[from - 2]?.hash ?? '';
  return entries
    .slice(from - 1)
    .map((entry: OpenEntry) => {
      const changed = { ...entry, subject: `${entry.subject}x`, previous };
      previous = hashOf(changed, nodeFunctions.sha256);
      return `update record_entries set subject = subject || 'x', previous = '${changed.previous}', hash = '${previous}'
        where sequence = ${entry.sequence};`;
    })
    .join('\n');
}

/** SQL that puts checkpoints of another key in the place of those after entry `after`. */
async function resigned({ store }: RecordPlace, after: number): Promise<string> {
  const entries = await store.entries({ from: 1, limit: 100 });
  const checkpoints = entries
    .filter(({ sequence }) => after < sequence && sequence % 10 === 0)
    .map((entry) => makeCheckpoint(store.folder.id, entry, START, otherKey));
  const rows = checkpoints.map(
    ({ recordId, sequence, hash, at, keyId, signature }) =>
      `insert into checkpoints (record_id, sequence, hash, at, key_id, signature)
       values ('${recordId}', ${sequence}, '${hash}', '${at}', '${keyId}', '${signature}');`,
  );
  return `delete from checkpoints where ${after} < sequence; delete from receipts where ${after} < sequence; ${rows.join('\n')}`;
}

const swapped = (a: number, b: number) =>
  `update record_entries set sequence = -1 where sequence = ${a};
   update record_entries set sequence = ${a} where sequence = ${b};
   update record_entries set sequence = ${b} where sequence = -1;`;

interface InsiderCase {
  readonly what: string;
  readonly statements: string | ((place: RecordPlace) => Promise<string>);
  readonly sequence: number;
  readonly kind: BreakKind;
  /** Found only by somebody outside. */
  readonly needsOutside?: true;
}

const cases: readonly InsiderCase[] = [
  {
    what: 'a payload altered',
    statements: `update record_entries set payload = '{}' where sequence = 27`,
    sequence: 27,
    kind: 'altered',
  },
  {
    what: 'a salt altered',
    statements: `update record_entries set salt = '${'ab'.repeat(32)}' where sequence = 27`,
    sequence: 27,
    kind: 'altered',
  },
  {
    what: 'a payload alone destroyed',
    statements: 'update record_entries set payload = null where sequence = 27',
    sequence: 27,
    kind: 'altered',
  },
  {
    what: 'a subject altered',
    statements: `update record_entries set subject = 'A-1' where sequence = 27`,
    sequence: 27,
    kind: 'altered',
  },
  {
    what: 'a hash altered',
    statements: `update record_entries set hash = '${'ab'.repeat(32)}' where sequence = 27`,
    sequence: 27,
    kind: 'altered',
  },
  {
    what: 'an entry deleted',
    statements: 'delete from record_entries where sequence = 27',
    sequence: 27,
    kind: 'removed',
  },
  {
    what: 'an entry deleted and the others moved up',
    statements:
      'delete from record_entries where sequence = 27; update record_entries set sequence = sequence - 1 where 27 < sequence',
    sequence: 27,
    kind: 'removed',
  },
  { what: 'two entries swapped', statements: swapped(27, 28), sequence: 27, kind: 'reordered' },
  {
    what: 'an entry renumbered',
    statements: 'update record_entries set sequence = 99 where sequence = 27',
    sequence: 27,
    kind: 'reordered',
  },
  {
    what: 'an entry put in before the first',
    statements: `insert into record_entries select 0, at, kind, subject, simulation, seal, previous, hash, salt, payload from record_entries where sequence = 27`,
    sequence: 0,
    kind: 'inserted',
  },
  {
    what: 'an entry put in at the end',
    statements: `insert into record_entries select 54, at, kind, subject, simulation, seal, previous, hash, salt, payload from record_entries where sequence = 27`,
    sequence: 54,
    kind: 'inserted',
  },
  {
    what: 'the last five deleted',
    statements: 'delete from record_entries where 48 < sequence',
    sequence: 49,
    kind: 'truncated',
  },
  {
    what: 'all chained anew from the middle',
    statements: (place) => rechain(place, 27),
    sequence: 30,
    kind: 'rewritten',
  },
  {
    what: 'the last five deleted with their checkpoint and receipt',
    statements:
      'delete from record_entries where 48 < sequence; delete from checkpoints where sequence = 50; delete from receipts where sequence = 50',
    sequence: 49,
    kind: 'rolled-back',
    needsOutside: true,
  },
  {
    what: 'an older copy',
    statements:
      'delete from record_entries where 23 < sequence; delete from checkpoints where 23 < sequence; delete from receipts where 23 < sequence',
    sequence: 24,
    kind: 'rolled-back',
    needsOutside: true,
  },
];

const outsides: readonly (readonly [
  what: string,
  outside: (place: RecordPlace & { receiptsFile: string }) => Outside,
])[] = [
  ['a witness', ({ witness }) => ({ witnesses: [witness] })],
  ['kept receipts', ({ receiptsFile }) => ({ receiptsFile })],
];

for (const { what, statements, sequence, kind, needsOutside } of cases)
  test(`${what}: ${kind} at ${sequence}`, async (t) => {
    const place = await filledPlace(t);
    place.execute(typeof statements === 'string' ? statements : await statements(place));
    const publicKeys = publicKeysOf(place);
    const file = path.join(place.folder, 'export.jsonl');
    await exportRecord(place.store, { file, publicKeys, exportedAt: START });
    for (const outside of [{}, ...outsides.map(([, make]) => make(place))])
      for (const report of [await verifyStore(place.store, publicKeys, outside), await verifyExport(file, outside)]) {
        if (needsOutside && Object.keys(outside).length === 0) {
          assert.equal(report.state, 'intact-unwitnessed');
          continue;
        }
        assert.equal(report.state, 'broken');
        assert.deepEqual([report.firstBroken?.sequence, report.firstBroken?.kind], [sequence, kind]);
        assert.ok(report.firstBroken);
        assert.match(describeBreak(report.firstBroken), new RegExp(`\\b${sequence}\\b`));
        assert.doesNotMatch(describeBreak(report.firstBroken), /undefined/);
      }
  });

for (const [what, make] of outsides)
  test(`chained anew and signed with another key: found against ${what}, and without it the key is another`, async (t) => {
    const place = await filledPlace(t);
    place.execute(await rechain(place, 27));
    place.execute(await resigned(place, 20));
    const publicKeys = publicKeysOf(place);
    const report = await verifyStore(place.store, publicKeys, make(place));
    assert.partialDeepStrictEqual(report.firstBroken, {
      sequence: 30,
      kind: 'rewritten',
      facts: { firstPossible: 21 },
    });
    assert.equal(report.vouchedUpTo?.sequence, 20);
    const alone = await verifyStore(place.store, publicKeys);
    assert.equal(alone.state, 'intact-unwitnessed');
    assert.deepEqual(alone.keyIds, [place.key.keyId, otherKey.keyId]);
    const known = await verifyStore(place.store, publicKeys, { trustedKeyIds: [place.key.keyId] });
    assert.partialDeepStrictEqual(known.firstBroken, { sequence: 30, kind: 'checkpoint', reason: 'key-not-trusted' });
  });

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
    place.execute(statement);
    await assert.rejects(
      verifyStore(place.store, publicKeysOf(place)),
      (error) => error instanceof Problem && error.code === 'record.unreadable',
    );
  }
});

test('erased payloads leave a whole record', async (t) => {
  const place = await filledPlace(t);
  place.execute('update record_entries set salt = null, payload = null where sequence in (7, 27)');
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
