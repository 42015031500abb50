import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { checkpointRecord } from './checkpointing.ts';
import { exportRecord, type ExportSummary } from './export-record.ts';
import { readExport } from './read-export.ts';
import { readPublicKeys } from './signing-key.ts';
import { fillRecord, makeFolder, makeRecordPlace, sealUpTo, START, type RecordPlace } from './testing/record-place.ts';
import { verifyExport } from './verify.ts';

const unreadable = (reason: RegExp, line?: number) => (error: unknown) => {
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.code, 'record.unreadable');
  assert.match(`${error.facts['field'] ?? ''} ${String(error.facts['reason'])}`, reason);
  if (line !== undefined) assert.equal(error.facts['line'], line);
  return true;
};

async function exported(place: RecordPlace): Promise<ExportSummary & { text: string }> {
  const { store, folder, keysFolder, dataFolder } = place;
  const publicKeys = await readPublicKeys({ keysFolder, dataFolder, recordId: store.folder.id });
  const summary = await exportRecord(store, { file: path.join(folder, 'export.jsonl'), publicKeys, exportedAt: START });
  return { ...summary, text: await readFile(summary.file, 'utf8') };
}

async function filledAndExported(t: TestContext) {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  return { ...place, ...(await exported(place)) };
}

test('an export holds all of the record, and says how much that is', async (t) => {
  const { store, key, file, text, counts, bytes, sha256 } = await filledAndExported(t);
  assert.deepEqual(counts, { publicKeys: 1, checkpoints: 5, receipts: 5, entries: 53 });
  assert.equal(bytes, Buffer.byteLength(text));
  assert.equal(sha256, createHash('sha256').update(text).digest('hex'));
  const found = await readExport(file);
  assert.equal(found.recordId, store.folder.id);
  assert.equal(found.exportedAt, START);
  assert.deepEqual([...found.publicKeys.keys()], [key.keyId]);
  assert.deepEqual(found.checkpoints, await store.checkpoints());
  assert.deepEqual(found.receipts, await store.receipts());
  const entries: OpenEntry[] = [];
  for await (const entry of found.entries) entries.push(entry);
  assert.deepEqual(entries, await store.entries({ from: 1, limit: 100 }));
});

test('an export is for its owner alone', { skip: process.platform === 'win32' }, async (t) => {
  const { file } = await filledAndExported(t);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a record of more than a page, with payloads of every kind', async (t) => {
  const place = await makeRecordPlace(t);
  await sealUpTo(place.store, 1203);
  await place.store.write((writer) =>
    writer.seal('application-received', 'A', { text: '\u0000\u0085\u2028😀"\\', long: 'x'.repeat(600_000) }, START),
  );
  await checkpointRecord(place.store, place.key, [place.witness], START);
  const { file, counts } = await exported(place);
  assert.equal(counts.entries, 1204);
  assert.equal((await verifyExport(file, { witnesses: [place.witness] })).state, 'intact-witnessed');
});

test('an export is never written over another file, and none is left half written', async (t) => {
  const place = await filledAndExported(t);
  await assert.rejects(
    exported(place),
    (error) => error instanceof Problem && error.code === 'file.exists' && error.facts['file'] === place.file,
  );
  assert.equal(await readFile(place.file, 'utf8'), place.text);
  assert.deepEqual((await readdir(place.folder)).toSorted(), ['data', 'export.jsonl', 'keys', 'witness']);
});

test('a checkpoint whose public key is not at hand cannot be exported', async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  await assert.rejects(
    exportRecord(place.store, { file: path.join(place.folder, 'x'), publicKeys: new Map(), exportedAt: START }),
    (error) => error instanceof Problem && error.code === 'record.key' && error.facts['keyId'] === place.key.keyId,
  );
  assert.equal((await readdir(place.folder)).includes('x'), false);
});

test('a folder that is not there, or may not be written to, is a problem with its file', async (t) => {
  const { store, folder } = await makeRecordPlace(t);
  const isFileProblem = (error: unknown) => error instanceof Problem && error.code === 'file.unreadable';
  const to = (file: string) => exportRecord(store, { file, publicKeys: new Map(), exportedAt: START });
  await assert.rejects(to(path.join(folder, 'not-there', 'x')), isFileProblem);
  if (process.getuid?.() === 0 || process.platform === 'win32') return; // nothing is closed to these
  await chmod(folder, 0o500);
  await assert.rejects(to(path.join(folder, 'x')), isFileProblem);
  await chmod(folder, 0o700);
});

interface DamageCase {
  readonly what: string;
  readonly change: (lines: readonly string[]) => string | Uint8Array;
  readonly reason: RegExp;
  readonly line?: number;
}

// Line 1 is the header, 2 the key, 3 to 7 the checkpoints, 8 to 12 the receipts, 13 to 65 the entries, 66 the end.
const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const lineChanged = (number: number, change: (line: string) => string) => (lines: readonly string[]) =>
  joined(lines.map((line, index) => (index === number - 1 ? change(line) : line)));
const damages: readonly DamageCase[] = [
  { what: 'nothing', change: () => '', reason: /closing line/, line: 0 },
  { what: 'something else', change: () => 'a,b\n1,2\n', reason: /not a line of an export/, line: 1 },
  { what: 'no header', change: (lines) => joined(lines.slice(1)), reason: /does not stand here/, line: 1 },
  {
    what: 'two headers',
    change: (lines) => joined([lines[0] ?? '', ...lines]),
    reason: /does not stand here/,
    line: 2,
  },
  {
    what: 'the format of a later version',
    change: lineChanged(1, (line) => line.replace('"format":1', '"format":2')),
    reason: /format 2 is not known/,
    line: 1,
  },
  {
    what: 'no closing line',
    change: (lines) => joined(lines.slice(0, -1)),
    reason: /without its closing line/,
    line: 65,
  },
  { what: 'a last line cut off', change: (lines) => joined(lines).slice(0, -1), reason: /cut off/, line: 66 },
  { what: 'a line cut off', change: (lines) => joined(lines).slice(0, -800), reason: /cut off/ },
  {
    what: 'an entry less',
    change: (lines) => joined(lines.filter((_, index) => index !== 40)),
    reason: /counts 53 entries; there are 52/,
    line: 65,
  },
  {
    what: 'a checkpoint less',
    change: (lines) => joined(lines.filter((_, index) => index !== 3)),
    reason: /counts 5 checkpoints; there are 4/,
  },
  {
    what: 'something after the end',
    change: (lines) => joined([...lines, lines[20] ?? '']),
    reason: /follows the closing line/,
    line: 67,
  },
  {
    what: 'an empty line after the end',
    change: (lines) => joined([...lines, '']),
    reason: /follows the closing line/,
    line: 67,
  },
  { what: 'an empty line', change: lineChanged(20, () => ''), reason: /not a line of an export/, line: 20 },
  {
    what: 'a checkpoint among the entries',
    change: (lines) => joined([...lines.slice(0, 20), lines[4] ?? '', ...lines.slice(20)]),
    reason: /does not stand here/,
    line: 21,
  },
  {
    what: 'a byte order mark',
    change: (lines) => `\ufeff${joined(lines)}`,
    reason: /not a line of an export/,
    line: 1,
  },
  {
    what: 'Windows line ends',
    change: (lines) => lines.map((line) => `${line}\r\n`).join(''),
    reason: /not a line of an export/,
    line: 1,
  },
  {
    what: 'another encoding',
    change: (lines) => Buffer.from(joined(lines), 'utf16le'),
    reason: /not a line of an export|UTF-8/,
    line: 1,
  },
  {
    what: 'a byte that is not UTF-8',
    change: (lines) => Buffer.concat([Buffer.from(joined(lines.slice(0, 19))), Buffer.of(0xff, 0x0a)]),
    reason: /not UTF-8/,
    line: 20,
  },
  { what: 'a space', change: lineChanged(20, (line) => line.replace(':', ': ')), reason: /not canonical/, line: 20 },
  {
    what: 'a space inside',
    change: lineChanged(20, (line) => line.replace('"at":', '"at": ')),
    reason: /not canonical/,
    line: 20,
  },
  {
    what: 'fields in another order',
    change: lineChanged(20, (line) => line.replace(/("simulation":false),("subject":"A-8")/, '$2,$1')),
    reason: /not canonical/,
    line: 20,
  },
  {
    what: 'the same field twice',
    change: lineChanged(20, (line) => line.replace('"subject":', '"subject":"x","subject":')),
    reason: /not canonical/,
    line: 20,
  },
  {
    what: 'a field that is not known',
    change: lineChanged(20, (line) => line.replace('"at":', '"as":1,"at":')),
    reason: /./,
    line: 20,
  },
  {
    what: 'a field of another type',
    change: lineChanged(20, (line) => line.replace('"sequence":8', '"sequence":"8"')),
    reason: /sequence/,
    line: 20,
  },
  {
    what: 'a number with a fraction',
    change: lineChanged(20, (line) => line.replace('"sequence":8', '"sequence":8.5')),
    reason: /sequence/,
    line: 20,
  },
  { what: 'no JSON', change: lineChanged(20, (line) => line.replace('"at":', 'at:')), reason: /not JSON/, line: 20 },
  { what: 'a bracket too many', change: lineChanged(20, (line) => `${line}}`), reason: /not JSON/, line: 20 },
  {
    what: 'brackets without end',
    change: lineChanged(20, () => `{"entry":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    reason: /./,
    line: 20,
  },
  { what: 'another key', change: lineChanged(2, (line) => line.replace('=', 'A')), reason: /./, line: 2 },
];

test('an export that was damaged is not read, and the line is named', async (t) => {
  const { text, folder } = await filledAndExported(t);
  const lines = text.trimEnd().split('\n');
  assert.equal(lines.length, 66);
  const file = path.join(folder, 'damaged.jsonl');
  for (const { what, change, reason, line } of damages)
    await t.test(what, async () => {
      await writeFile(file, change(lines));
      await assert.rejects(verifyExport(file), unreadable(reason, line));
    });
});

test('an export that is not there', async (t) => {
  const folder = await makeFolder(t);
  const isMissing = (error: unknown) => error instanceof Problem && error.code === 'file.not-found';
  await assert.rejects(verifyExport(path.join(folder, 'x')), isMissing);
});

test('no byte of a key, a checkpoint, an entry or the end of an export can be another without being found', async (t) => {
  const { text, folder, witness, file: original } = await filledAndExported(t);
  const bytes = Buffer.from(text);
  const headerEnd = text.indexOf('\n');
  const witnesses = [witness];
  assert.equal((await verifyExport(original, { witnesses })).state, 'intact-witnessed');
  const file = path.join(folder, 'flipped.jsonl');
  const anyFlip = fc.tuple(fc.nat({ max: bytes.length - headerEnd - 2 }), fc.integer({ min: 1, max: 255 }));
  await fc.assert(
    fc.asyncProperty(anyFlip, fc.boolean(), async ([offset, mask], isWitnessed) => {
      const flipped = Buffer.from(bytes);
      const at = headerEnd + 1 + offset;
      flipped[at] = (flipped[at] ?? 0) ^ mask;
      await writeFile(file, flipped);
      const state = await stateOf(file, isWitnessed ? { witnesses } : {});
      const line = bytes.subarray(0, at).toString().split('\n').length;
      // Which witness a receipt kept inside is from, and of when: nobody signed that.
      const isReceipt = 8 <= line && line <= 12;
      assert.ok(isReceipt || ['broken', 'unreadable'].includes(state), `${state} at byte ${at}`);
    }),
    { numRuns: 400 },
  );
});

async function stateOf(file: string, outside: Parameters<typeof verifyExport>[1]): Promise<string> {
  try {
    return (await verifyExport(file, outside)).state;
  } catch (error) {
    assert.ok(error instanceof Problem && error.code === 'record.unreadable', String(error));
    return 'unreadable';
  }
}
