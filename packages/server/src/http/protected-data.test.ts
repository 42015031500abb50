// What a list says of crimes of somebody in a case: left out until it is asked for with a reason, and that is sealed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noticeRow } from '../flows/testing/played-folder.ts';
import { vetApplication } from '../flows/vet-application.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const address = '/v1/cases/A-2016-0114';
let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  const { folder } = served;
  await folder.prepare();
  await folder.importNotices([noticeRow('1', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2016-11-13');
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
});
after(() => served.dispose());

test('a case is read without it, and nothing is sealed', async () => {
  const head = async () => (await served.folder.parts.store.head())?.sequence;
  await served.ask(['analyst'], 'GET /v1/status'); // the key that asks is issued with it
  const sequence = await head();
  const { json, text } = await served.ask(['analyst'], `GET ${address}`);
  assert.ok(0 < json.withheld.length, text);
  const told = [json.evidence, json.decision.findings];
  assert.doesNotMatch(JSON.stringify(told), /"reportedBy"|WANTED/);
  assert.equal(await head(), sequence);
});

test('all of it is there for a reason, which is sealed with who asked', async () => {
  assert.equal((await served.ask(['analyst'], `POST ${address}/views`, { reason: '' })).status, 400);
  const { json, text } = await served.ask(['analyst'], `POST ${address}/views`, { reason: 'work on the queue' });
  assert.deepEqual(json.withheld, []);
  assert.match(text, /"reportedBy"/);
  const [entry] = (await served.folder.parts.store.entriesUnder('A-2016-0114')).slice(-1);
  assert.equal(entry?.kind, 'protected-data-viewed');
  assert.equal(JSON.parse(entry.payload ?? '{}').by, 'analyst');
});

test('what changed between two editions says which field, and nothing of crimes', async () => {
  const { folder } = served;
  const row = noticeRow('1', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' });
  await folder.importNotices(
    [row.replace('SUSPECTED', 'WANTED_NATIONAL').replace('Zhiyuan', 'Zhiyuann')],
    '2016-11-14',
  );
  const { json, text } = await served.ask(
    ['analyst'],
    'GET /v1/sources/own-notices/delta?from=2016-11-13&to=2016-11-14',
  );
  assert.equal(json.counts.changed, 1, text);
  const fields = new Map<string, { isWithheld?: true; added?: unknown[] }>(
    json.changed[0].fields.map((field: { field: string }) => [field.field, field]),
  );
  assert.equal(fields.get('legalStatus')?.isWithheld, true);
  assert.equal(fields.get('names')?.added?.length, 1);
  assert.doesNotMatch(text, /SUSPECTED|WANTED|reportedBy/);
});
