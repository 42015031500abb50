// A kind of store in, its cases out: what an insider may do to a real database, and what verification says of it, in the store and in an
// export, against a witness, against receipts kept elsewhere, and against nothing.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { sampleKey } from '@sekisho/engine/testing/sample-record.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { hashOf } from '@sekisho/engine/record/chain.ts';
import { makeCheckpoint } from '@sekisho/engine/record/checkpoint.ts';
import type { BreakKind } from '@sekisho/engine/record/first-break.ts';
import { describeBreak } from '../describe-break.ts';
import { exportRecord } from '../export-record.ts';
import { appendReceipts } from '../kept-receipts.ts';
import { nodeFunctions } from '../node-functions.ts';
import { verifyExport, verifyStore, type Outside } from '../verify.ts';
import { fillRecord, fillWithRotation, makeRecordPlace, START, type RecordPlace } from './record-place.ts';

const otherKey = sampleKey('the insider');

/** A record that one key signed, or one that a key took over with entry 21. */
async function filledPlace(
  t: TestContext,
  { databaseUrl, isRotated }: { readonly databaseUrl?: string; readonly isRotated: boolean },
): Promise<FilledPlace> {
  const place = await makeRecordPlace(t, databaseUrl);
  const signers = isRotated ? [place.key, await fillWithRotation(place)] : [place.key];
  if (!isRotated) await fillRecord(place);
  const receiptsFile = path.join(place.folder, 'receipts.jsonl');
  const publicKeys = new Map([...signers, otherKey].map(({ keyId, publicKey }) => [keyId, publicKey] as const));
  await appendReceipts(receiptsFile, await place.store.receipts(), publicKeys);
  return { ...place, receiptsFile, publicKeys };
}

interface FilledPlace extends RecordPlace {
  readonly receiptsFile: string;
  readonly publicKeys: ReadonlyMap<string, Uint8Array>;
}

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

const outsides: readonly (readonly [what: string, outside: (place: FilledPlace) => Outside])[] = [
  ['a witness', ({ witness }) => ({ witnesses: [witness] })],
  ['kept receipts', ({ receiptsFile }) => ({ receiptsFile })],
];

/** Registers every case on a kind of store, on a record of one key and on one that a key took over. */
export function insiderCases(of: {
  readonly kind: string;
  readonly databaseUrl?: string;
  readonly skip: string | false;
}): void {
  for (const isRotated of [false, true]) {
    const register = (title: string, run: (t: TestContext) => Promise<void>) =>
      void test(`${of.kind}, ${isRotated ? 'two keys' : 'one key'}: ${title}`, { skip: of.skip }, run);
    for (const { what, statements, sequence, kind, needsOutside } of cases)
      register(`${what}: ${kind} at ${sequence}`, async (t) => {
        const place = await filledPlace(t, { ...of, isRotated });
        const { publicKeys } = place;
        await place.execute(typeof statements === 'string' ? statements : await statements(place));
        const file = path.join(place.folder, 'export.jsonl');
        await exportRecord(place.store, { file, publicKeys, exportedAt: START });
        for (const outside of [{}, ...outsides.map(([, make]) => make(place))])
          for (const report of [
            await verifyStore(place.store, publicKeys, outside),
            await verifyExport(file, outside),
          ]) {
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
      register(
        `chained anew and signed with another key: found against ${what}, and without it, as no key handed over`,
        async (t) => {
          const place = await filledPlace(t, { ...of, isRotated });
          await place.execute(await rechain(place, 27));
          await place.execute(await resigned(place, isRotated ? 21 : 20));
          const { publicKeys } = place;
          const report = await verifyStore(place.store, publicKeys, make(place));
          assert.partialDeepStrictEqual(report.firstBroken, {
            sequence: 30,
            kind: 'rewritten',
            facts: { firstPossible: isRotated ? 22 : 21 },
          });
          assert.equal(report.vouchedUpTo?.sequence, isRotated ? 21 : 20);
          const alone = await verifyStore(place.store, publicKeys);
          assert.partialDeepStrictEqual(alone.firstBroken, {
            sequence: 30,
            kind: 'checkpoint',
            reason: 'key-not-rotated',
          });
          const known = await verifyStore(place.store, publicKeys, { trustedKeyIds: [place.key.keyId] });
          assert.partialDeepStrictEqual(known.firstBroken, {
            sequence: 30,
            kind: 'checkpoint',
            reason: 'key-not-trusted',
          });
        },
      );
  }
}
