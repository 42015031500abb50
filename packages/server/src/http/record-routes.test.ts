// The record over the API: sought, proven entry by entry, taken out whole and by case in files that verify elsewhere.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bytesOf } from '@sekisho/engine/record/checkpoint.ts';
import { verifyRecord } from '@sekisho/engine/record/verify-record.ts';
import { verifyBundle } from '../flows/verify-bundle.ts';
import { vetApplication } from '../flows/vet-application.ts';
import { nodeFunctions } from '../record/node-functions.ts';
import { verifyExport } from '../record/verify.ts';
import { openServedFolder, type Answered, type ServedFolder } from './testing/served-folder.ts';

const caseId = 'A-2016-0114';
const reason = 'asked for by the court';
let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  const { folder } = served;
  await folder.prepare();
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
});
after(() => served.dispose());

const ask = (asked: string, body?: unknown) => served.ask(['officer'], asked, body);

async function saved(name: string, { bytes, headers }: Answered): Promise<string> {
  const file = path.join(served.folder.path, '..', name);
  await writeFile(file, bytes);
  assert.equal(headers['x-content-sha256'], createHash('sha256').update(bytes).digest('hex'));
  assert.equal(headers['x-content-type-options'], 'nosniff');
  return file;
}

test('no signature covers an entry before the first checkpoint, and its proof says so', async () => {
  const { status, json } = await ask('GET /v1/record/entries/1/proof');
  assert.deepEqual([status, json.code], [409, 'record.unsigned']);
});

test('a case is taken out as a file that verifies elsewhere; who took it and what for is sealed, and nothing stays behind', async () => {
  const answer = await ask(`POST /v1/cases/${caseId}/exports`, { reason });
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.headers['content-disposition'], `attachment; filename="${caseId}.zip"`);
  const { caseId: told, report, differences } = await verifyBundle(await saved('case.zip', answer));
  assert.deepEqual([told, report.state, differences], [caseId, 'intact-unwitnessed', []]);
  const { json } = await ask(`GET /v1/record/latest?kind=case-exported&subject=${caseId}`);
  const sealed = await ask(`GET /v1/record/entries/${String(json.items[0].sequence)}`);
  const payload = JSON.parse(sealed.json.payload) as object;
  assert.deepEqual({ ...payload, by: 'officer', reason, sha256: answer.headers['x-content-sha256'] }, payload);
  assert.deepEqual(await readdir(path.join(served.folder.path, 'uploads')), []);
});

test('the whole record is taken out', async () => {
  const answer = await ask('POST /v1/record/exports', { reason });
  const { report } = { report: await verifyExport(await saved('record.jsonl', answer)) };
  assert.equal(report.state, 'intact-unwitnessed');
  const { json } = await ask('GET /v1/record/latest?limit=1');
  assert.deepEqual(
    [json.items[0].kind, json.items[0].subject],
    ['record-exported', answer.headers['x-content-sha256']],
  );
});

test('a reason says something, and a case that is not there is not taken out', async () => {
  assert.equal((await ask(`POST /v1/cases/${caseId}/exports`, { reason: 'no' })).json.code, 'case.note-not-allowed');
  assert.equal((await ask('POST /v1/record/exports', { reason: 'no' })).json.code, 'case.note-not-allowed');
  assert.equal((await ask('POST /v1/cases/nowhere/exports', { reason })).status, 404);
});

test('an entry is proven by the chain from it to a signature, and an altered one is found', async () => {
  const { json } = await ask('GET /v1/record/entries/2/proof');
  const { recordId, entry, following, checkpoints, receipts, publicKeys } = json;
  const from = { sequence: 2, previous: entry.previous };
  const keys = publicKeys.map((key: { keyId: string; publicKey: string }) => [key.keyId, bytesOf(key.publicKey)]);
  const prove = (first: object) =>
    verifyRecord(
      {
        recordId,
        checkpoints,
        receipts,
        publicKeys: new Map(keys),
        from,
        entries: [{ ...entry, ...first }, ...following],
      },
      nodeFunctions,
    );
  const whole = await prove({});
  assert.deepEqual([whole.state, whole.vouchedUpTo?.sequence], ['intact-unwitnessed', checkpoints[0].sequence]);
  assert.equal((await prove({ payload: '{}' })).firstBroken?.reason, 'seal-differs');
  assert.equal((await prove({ subject: 'another' })).firstBroken?.sequence, 2);
});

test('entries are sought by kind, by what they are about and by day, the newest first, page by page', async () => {
  const sequences = async (query: string): Promise<number[]> =>
    (await ask(`GET /v1/record/latest?${query}`)).json.items.map(({ sequence }: { sequence: number }) => sequence);
  const all = await sequences('limit=1000');
  assert.deepEqual(
    all,
    all.toSorted((a, b) => b - a),
  );
  const first = (await ask('GET /v1/record/latest?limit=2')).json;
  assert.deepEqual(
    [
      ...first.items.map((item: { sequence: number }) => item.sequence),
      ...(await sequences(`limit=1000&before=${String(first.next)}`)),
    ],
    all,
  );
  const about = (await ask(`GET /v1/record/latest?subject=${caseId}`)).json.items;
  assert.ok(
    about.every(
      ({ subject, payload }: { subject: string; payload?: string }) =>
        subject.startsWith(caseId) && payload === undefined,
    ),
  );
  assert.ok(2 < about.length);
  assert.deepEqual(await sequences('until=2016-11-13'), []);
  assert.equal((await ask('GET /v1/record/latest?kind=nothing')).status, 400);
});
