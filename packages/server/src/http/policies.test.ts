// Policies over the API: uploaded, compared, put in force by a second person, and then what every process of the folder decides by.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { operator } from '@sekisho/engine/model/person.ts';
import { tablesAgainstRecord } from '../flows/hold-tables.ts';
import { runLookBacks } from '../flows/look-back.ts';
import type { Parts } from '../flows/parts.ts';
import { vetApplication } from '../flows/vet-application.ts';
import { openParts } from '../open-parts.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const id = 'jp-only-edition';
const reason = 'the law changes on that day';
const address = `/v1/policies/${id}`;
let served: ServedFolder;
let shipped = '';
let stricter = '';
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
  shipped = (await served.ask(['officer'], `GET ${address}`)).json.text;
  stricter = changed(70, 'minScore: 0.5');
});
after(() => served.dispose());

/** Another version, with another threshold. */
function changed(version: number, minScore: string): string {
  const text = shipped.replace(/^version: \d+$/m, `version: ${String(version)}`).replace(/^minScore: .*$/m, minScore);
  assert.notEqual(text, shipped);
  return text;
}

const upload = (text: string, held: 'officer' | 'administrator' = 'officer') =>
  served.ask([held], 'POST /v1/policies', { text });
const activate = (body: object, held: 'officer' | 'administrator' = 'administrator') =>
  served.ask([held], `POST ${address}/activations`, { reason, ...body });
const versionOf = async (parts: Parts, file = '2016-11-honest.yml') =>
  (await vetApplication(await served.folder.application(file), parts)).decision.policy.version;

/** The same folder as another process has it open: its own store, its own view of the policies. */
async function anotherProcess(): Promise<Parts & { close(): Promise<void> }> {
  const settings = {
    folderPath: served.folder.path,
    keysPath: path.join(served.folder.path, '..', 'keys'),
    witnesses: [],
    referencePath: fileURLToPath(new URL('../../../../data/', import.meta.url)),
    userName: 'other',
    simulation: true,
    asOf: '2016-11-14',
  };
  const opened = await openParts(settings, { makesFolder: false });
  return { ...opened, clock: served.folder.parts.clock };
}

test('what is no policy is told with its line, and nothing is kept', async () => {
  for (const [text, facts] of [
    [stricter.replace('minScore: 0.5', 'minScore: high'), { field: '/minScore' }],
    [`${shipped}\n  - : [`, {}],
    [shipped.replace(/^minScore: .*$/m, 'minScore: 0.5'), { field: '/version' }],
  ] as const) {
    const { status, json } = await upload(text);
    assert.deepEqual([status, json.code], [400, 'policy.invalid'], json.title);
    assert.partialDeepStrictEqual(json.facts, facts);
    if (!('field' in facts) || facts.field === '/minScore') assert.ok(0 < json.facts.line, JSON.stringify(json));
  }
  assert.equal(
    (await served.ask(['auditor'], 'POST /v1/policies/checks', { text: 'id: [' })).json.code,
    'policy.invalid',
  );
  assert.deepEqual((await served.ask(['auditor'], `GET ${address}/versions`)).json.items, []);
});

test('a version is kept as it was sent, as JSON or as the file, and decides nothing', async () => {
  const yaml = { 'content-type': 'application/yaml' };
  const checked = await served.ask(['auditor'], 'POST /v1/policies/checks', stricter, yaml);
  assert.deepEqual([checked.json.id, checked.json.version], [id, 70]);
  const sent = await served.ask(['officer'], 'POST /v1/policies', stricter, yaml);
  assert.deepEqual([sent.status, sent.json.uploadedBy, sent.json.isInForce], [201, 'officer', false]);
  assert.deepEqual((await upload(stricter, 'administrator')).json, sent.json);
  assert.equal((await upload(changed(70, 'minScore: 0.6'))).json.facts.field, '/version');
  const { items } = (await served.ask(['analyst'], `GET ${address}/versions`)).json;
  assert.deepEqual(items, [sent.json]);
  const kept = await served.ask(['analyst'], `GET ${address}/versions/${String(sent.json.sha256)}`);
  assert.equal(kept.json.text, stricter);
  assert.notEqual(await versionOf(served.folder.parts), 70);
});

test('it is put in force by a second person, with a reason, from a day on', async () => {
  const { sha256 } = (await served.ask(['analyst'], `GET ${address}/versions`)).json.items[0];
  for (const [body, held, why] of [
    [{ sha256 }, 'officer', /another person/],
    [{ sha256, reason: 'why' }, 'administrator', /at least/],
    [{ sha256, from: '2016-11-13' }, 'administrator', /has passed/],
  ] as const) {
    const { status, json } = await activate(body, held);
    assert.deepEqual([status, json.code], [409, 'policy.not-put-in-force']);
    assert.match(json.facts.reason, why);
  }
  assert.equal((await activate({ sha256: '0'.repeat(64) })).status, 404);
  const other = await anotherProcess();
  try {
    assert.notEqual(await versionOf(other), 70);
    const put = await activate({ sha256 });
    assert.deepEqual([put.status, put.json.isInForce], [201, true], put.text);
    assert.partialDeepStrictEqual(put.json.putInForce, [{ from: '2016-11-14', by: 'administrator', reason }]);
    assert.deepEqual([await versionOf(other), await versionOf(served.folder.parts)], [70, 70]);
    assert.equal((await served.ask(['auditor'], `GET ${address}`)).json.origin, 'uploaded');
    assert.match((await activate({ sha256 })).json.facts.reason, /already/);
  } finally {
    await other.close();
  }
  const { store } = served.folder.parts;
  const owed = (await store.lookBacks('owed')).filter(({ kind }) => kind === 'policy');
  assert.deepEqual(
    owed.map(({ source, toEditionId }) => [source, toEditionId]),
    [[id, sha256]],
  );
  await runLookBacks(served.folder.parts);
  assert.deepEqual(await store.lookBacks('owed'), []);
  assert.deepEqual(await tablesAgainstRecord(store), []);
});

test('one of a later day waits for it, and decides from then on without a start', async () => {
  const { sha256 } = (await upload(changed(71, 'minScore: 0.55'))).json;
  assert.equal((await activate({ sha256, from: '2016-11-16' })).json.isInForce, false);
  assert.equal(await versionOf(served.folder.parts), 70);
  served.folder.playOn('2016-11-16');
  assert.equal(await versionOf(served.folder.parts, '2016-11-fictitious-company.yml'), 71);
  await runLookBacks({ ...served.folder.parts, actor: operator('test') });
});

test('a file that is put into the data folder later stands above it from the next start on', async () => {
  const own = path.join(served.folder.path, 'policies', id);
  await mkdir(own, { recursive: true });
  await writeFile(path.join(own, 'policy.yml'), changed(72, 'minScore: 0.58'));
  const started = await anotherProcess();
  try {
    assert.equal(await versionOf(started), 72);
    assert.equal(started.policies.get(id)?.origin, 'own');
  } finally {
    await started.close();
  }
});

test('a text that is not what was uploaded decides nothing', async () => {
  const { store } = served.folder.parts;
  await store.write((writer) =>
    writer.seal(
      'policy-put-in-force',
      'policies',
      { id: 'hosting', sha256: '1'.repeat(64), version: 9, from: '2016-11-14', by: 'x', reason, uploadedBy: 'y' },
      served.folder.parts.clock(),
    ),
  );
  await assert.rejects(anotherProcess(), /policy\.invalid/);
});
