// Documents put with a case over the API: kept under their hash, given out as attachments byte for byte, refused when they are none.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { invented, vetWithDocument } from '../flows/testing/case-with-document.ts';
import { hashOfDocument } from '../store/document-files.ts';
import { formOf, type SentFile } from './testing/form-of.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const address = '/v1/cases/A-2016-0114/documents';
const report = { name: "報告 (1)'; x=.pdf", bytes: invented('report') };
const original = { kind: 'news-report', language: 'id' };

let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
  await vetWithDocument(served.folder, '2016-11-fictitious-company.yml', invented('certificate'));
});
after(() => served.dispose());

test('a document is kept, told with its hash, and given out as it is, to be saved and not to be shown', async () => {
  const { status, json } = await put(original, [report]);
  assert.equal(status, 201);
  assert.deepEqual([json.sha256, json.by, json.file], [hashOfDocument(report.bytes), 'analyst', report.name]);
  const { items } = (await served.ask(['auditor'], `GET ${address}`)).json;
  assert.deepEqual(
    items.map(({ from, documentKind, language }: Record<string, string>) => [from, documentKind, language]),
    [
      ['order', 'full-register-certificate', undefined],
      ['people', 'news-report', 'id'],
    ],
  );
  const { headers, text } = await served.ask(['auditor'], `GET ${address}/${json.sha256}`);
  assert.equal(text, Buffer.from(report.bytes).toString());
  assert.equal(
    headers['content-disposition'],
    `attachment; filename*=UTF-8''%E5%A0%B1%E5%91%8A%20%281%29%27%3B%20x%3D.pdf`,
  );
  assert.equal(headers['content-type'], 'application/octet-stream');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(String(headers['content-security-policy']), /^sandbox/);
  assert.equal(headers['repr-digest'], `sha-256=:${Buffer.from(json.sha256, 'hex').toString('base64')}:`);
  assert.equal((await served.ask(['auditor'], `GET ${address}/${items[0].sha256}`)).text, '%PDF-1.4 certificate');
});

test('a translation names its original', async () => {
  const translated = { kind: 'news-report', language: 'en', translationOf: hashOfDocument(report.bytes) };
  const text = { name: 'translated.txt', bytes: Buffer.from('An invented report.') };
  assert.equal((await put(translated, [text])).status, 201);
  const { items } = (await served.ask(['analyst'], `GET ${address}`)).json;
  assert.equal(items.at(-1).translationOf, hashOfDocument(report.bytes));
  assert.equal(items.at(-1).translatedBy, undefined); // a machine
  assert.equal((await put({ ...translated, translationOf: '0'.repeat(64) }, [report])).status, 409);
});

const page = { name: 'page.html', bytes: Buffer.from('\u0000<script>') };
const refused: readonly (readonly [what: string, fields: object, files: readonly SentFile[], status: number])[] = [
  ['what is no document', original, [page], 400],
  ['text in another encoding', original, [{ name: 'x.txt', bytes: Buffer.from([0x83, 0x65, 0xff]) }], 400],
  ['an empty file', original, [{ name: 'x.txt', bytes: Buffer.alloc(0) }], 400],
  ['a file too large', original, [{ name: 'x.txt', bytes: Buffer.alloc(20_000_001, 'a') }], 413],
  ['two files', original, [report, { ...report, name: 'b.pdf' }], 413],
  ['the same once more', original, [report], 409],
  ['an unknown kind', { ...original, kind: 'something' }, [report], 400],
  ['an unknown language', { ...original, language: '???' }, [report], 409],
  ['a place in a field', { ...original, file: '/etc/passwd' }, [report], 400],
  ['a name of a parent', original, [{ ...report, name: '..' }], 400],
];

for (const [what, fields, files, status] of refused)
  test(`refused: ${what}; nothing of it is kept`, async () => {
    const documents = async () => (await served.ask(['analyst'], `GET ${address}`)).json.items;
    const before = await documents();
    const answer = await put(fields, files);
    assert.equal(answer.status, status, answer.text);
    assert.deepEqual(await documents(), before);
    assert.deepEqual(await readdir(path.join(served.folder.path, 'uploads')), []);
  });

test('a document of no case, and one of another case', async () => {
  assert.equal((await served.ask(['analyst'], 'GET /v1/cases/nowhere/documents')).status, 404);
  assert.equal((await served.ask(['analyst'], `GET ${address}/${'0'.repeat(64)}`)).json.code, 'document.not-found');
  assert.equal((await served.ask(['analyst'], `GET ${address}/${encodeURIComponent('../../sekisho.db')}`)).status, 400);
});

async function put(fields: object, files: readonly SentFile[]) {
  const { body, headers } = await formOf(fields, files);
  return served.ask(['analyst'], `POST ${address}`, body, headers);
}
