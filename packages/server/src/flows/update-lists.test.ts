// Lists fetched from a server of this machine that answers well and badly: what fails leaves the edition in use.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ListImporter } from '@sekisho/sources/importer.ts';
import { downloadDefaults } from '../download/fetch-file.ts';
import type { Parts } from './parts.ts';
import { droppedEditions, importDropped } from './dropped-editions.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { sourcesToUpdate, updateSource } from './update-lists.ts';

let folder: PlayedFolder;
let parts: Parts;
let list = '';
let answer: { status: number; body: string; headers?: Record<string, string> };
const asked: string[] = [];

const server = createServer((incoming, response) => {
  asked.push(`${incoming.url ?? ''} ${incoming.headers['if-none-match'] ?? ''}`.trim());
  if (incoming.headers['if-none-match'] !== undefined && incoming.headers['if-none-match'] === answer.headers?.['etag'])
    response.writeHead(304).end();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
});

before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  folder.playOn('2016-11-20');
  list = await readFile(folder.file('lists/consolidated.xml'), 'utf8');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/consolidated.xml`;
  const known = folder.parts.listImporters.get('un-sc');
  assert.ok(known);
  const here: ListImporter = {
    ...known,
    description: {
      ...known.description,
      refresh: { form: 'xml', everyHours: 1, files: [{ role: 'list', url }] },
      bounds: { ...known.description.bounds, minEntries: 1 },
    },
  };
  parts = {
    ...folder.parts,
    listImporters: new Map([...folder.parts.listImporters, ['un-sc', here]]),
    download: { ...downloadDefaults, allowsPrivate: true, idleMs: 300, retryMs: [1], maxBytes: 1 << 20 },
  };
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await folder.dispose();
});

async function update() {
  const [description] = await sourcesToUpdate(['un-sc'], parts);
  assert.ok(description);
  return updateSource(description, 'K. Hayashi', parts);
}

const inUse = async () => {
  const active = await parts.store.activeEditions();
  return active.find(({ edition }) => edition.source === 'un-sc');
};

test('files that are those of the edition in use confirm it, and are not sent again', async () => {
  const before = await inUse();
  answer = { status: 200, body: list, headers: { etag: '"1"' } };
  assert.deepEqual(await update(), { source: 'un-sc', result: 'unchanged', confirmedCurrentOn: '2016-11-20' });
  const now = await inUse();
  assert.equal(now?.edition.id, before?.edition.id);
  assert.equal(now?.confirmedCurrentOn, '2016-11-20');
  folder.playOn('2016-11-21');
  assert.equal((await update()).result, 'unchanged');
  assert.equal((await inUse())?.confirmedCurrentOn, '2016-11-21');
  assert.deepEqual(asked, ['/consolidated.xml', '/consolidated.xml "1"']);
});

const bad: readonly { what: string; give: () => typeof answer; code: string }[] = [
  { what: 'a server in trouble', give: () => ({ status: 500, body: '' }), code: 'download.failed' },
  { what: 'nothing there', give: () => ({ status: 404, body: '' }), code: 'download.refused' },
  { what: 'a web page', give: () => ({ status: 200, body: '<!DOCTYPE html><p>Sign in</p>' }), code: 'file.unexpected' },
  { what: 'half a list', give: () => ({ status: 200, body: list.slice(0, list.length / 2) }), code: 'file.unreadable' },
  { what: 'an empty answer', give: () => ({ status: 200, body: '' }), code: 'file.unexpected' },
  { what: 'a huge answer', give: () => ({ status: 200, body: 'x'.repeat(2 << 20) }), code: 'download.refused' },
  {
    what: 'a list that shrank',
    give: () => ({ status: 200, body: list.replace(/<ENTITIES>[^]*<\/ENTITIES>/, '<ENTITIES/>') }),
    code: 'edition.bounds',
  },
];
for (const { what, give, code } of bad)
  test(`${what} changes nothing: ${code}`, async () => {
    const before = await inUse();
    answer = give();
    const result = await update();
    assert.equal(result.result, 'failed');
    assert.equal(result.problem.code, code, JSON.stringify(result));
    assert.deepEqual(await inUse(), before);
  });

test('a changed list is put in use under the day that it states, and owes its look-back', async () => {
  const stated = '2016-11-21';
  answer = {
    status: 200,
    headers: { 'last-modified': 'Sat, 19 Nov 2016 08:00:00 GMT' },
    body: list
      .replace(/dateGenerated="[^"]*"/, `dateGenerated="${stated}T09:00:00.000Z"`)
      .replace('</COMMENTS1>', ' Reviewed.</COMMENTS1>'),
  };
  const result = await update();
  assert.ok(result.result === 'imported', JSON.stringify(result));
  assert.equal(result.imported.edition.publishedOn, stated);
  assert.equal(result.imported.confirmedCurrentOn, '2016-11-21');
  assert.ok(
    (await parts.store.lookBacks('owed')).some(({ toEditionId }) => toEditionId === result.imported.edition.id),
  );
  const [sealed] = (await parts.store.entries({ from: 1, limit: 1000 })).filter(
    ({ kind, subject }) => kind === 'edition-imported' && subject === result.imported.edition.id,
  );
  assert.match(sealed?.payload ?? '', /K\. Hayashi, fetched from 127\.0\.0\.1/);
});

test('only lists with an address can be fetched; without names, those in use', async () => {
  assert.deepEqual(
    (await sourcesToUpdate([], { ...parts, listImporters: new Map() })).map(({ id }) => id),
    [],
  );
  assert.ok((await sourcesToUpdate([], parts)).some(({ id }) => id === 'un-sc'));
  for (const [source, code] of [
    ['interpol-red', 'source.no-address'],
    ['jp-nta', 'source.no-address'],
    ['nobody', 'source.unknown'],
  ] as const)
    await assert.rejects(
      sourcesToUpdate([source], parts),
      (error) => error instanceof Problem && error.code === code,
      source,
    );
});

test('a folder of editions carried over: oldest first, one that fails keeps the later ones out', async () => {
  const { mkdir } = await import('node:fs/promises');
  const drop = path.join(folder.path, '..', 'drop');
  const put = async (day: string, body: string) => {
    await mkdir(path.join(drop, 'un-sc', day), { recursive: true });
    await writeFile(path.join(drop, 'un-sc', day, 'consolidated.xml'), body);
  };
  const dated = (day: string) =>
    list
      .replace(/dateGenerated="[^"]*"/, `dateGenerated="${day}T09:00:00.000Z"`)
      .replace('</COMMENTS1>', ` ${day}</COMMENTS1>`);
  folder.playOn('2016-12-01');
  await put('2016-11-01', dated('2016-11-01')); // older than what is in use
  await put('2016-11-25', dated('2016-11-25'));
  await put('2016-11-27', 'cut off');
  await put('2016-11-28', dated('2016-11-28'));
  const results = await importDropped(await droppedEditions(drop, []), 'K', parts);
  assert.deepEqual(
    results.map(({ source, result }) => `${source} ${result}`),
    ['un-sc imported', 'un-sc failed'],
  );
  assert.equal((await inUse())?.edition.publishedOn, '2016-11-25');
  await put('2016-11-27', dated('2016-11-27'));
  const again = await importDropped(await droppedEditions(drop, ['un-sc']), 'K', parts);
  assert.deepEqual(
    again.map(({ result }) => result),
    ['unchanged', 'imported', 'imported'],
  );
  await assert.rejects(droppedEditions(path.join(drop, 'nothing'), []), (error) => error instanceof Problem);
  await mkdir(path.join(drop, 'un-sc', 'newest'));
  await assert.rejects(
    droppedEditions(drop, []),
    (error) => error instanceof Problem && error.code === 'file.unexpected',
  );
});
