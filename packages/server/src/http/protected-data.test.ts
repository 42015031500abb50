// What a list says of crimes of somebody in a case: left out until it is asked for with a reason, and that is sealed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { explainApplication } from '../flows/explain-application.ts';
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

test('the record tells no more: what an entry seals of it is left out until it is asked for with a reason', async () => {
  const ask = (asked: string, body?: unknown) => served.ask(['auditor'], asked, body);
  const latest = async (kind: string) =>
    (await ask(`GET /v1/record/latest?kind=${kind}&subject=A-2016-0114&limit=1`)).json.items[0];
  const { sequence } = await latest('decision-made');
  const before = (await latest('protected-data-viewed'))?.sequence;
  const { json } = await ask(`GET /v1/record/entries/${String(sequence)}`);
  assert.deepEqual([json.isWithheld, json.payload, json.salt], [true, undefined, undefined]);
  const { text } = await ask(`POST /v1/record/entries/${String(sequence)}/views`, { reason: 'an audit of refusals' });
  assert.match(text, /reportedBy/);
  const seen = await latest('protected-data-viewed');
  assert.notEqual(seen.sequence, before);
  const sealed = await ask(`GET /v1/record/entries/${String(seen.sequence)}`);
  assert.partialDeepStrictEqual(JSON.parse(sealed.json.payload), { by: 'auditor', reason: 'an audit of refusals' });
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

const says = /"reportedBy"|WANTED|UNDER_INVESTIGATION|SUSPECTED/;

test('an order that is handed in, read again or disposed of says nothing of it either, and names where it is told', async () => {
  const { folder } = served;
  const order = await folder.application('2016-11-fictitious-company.yml');
  const toldBy = `POST ${address}/views`;
  const key = { 'idempotency-key': 'once' };
  const handed = await served.ask(['analyst'], 'POST /v1/applications', order, key);
  const again = await served.ask(['analyst'], 'POST /v1/applications', order, key);
  const read = await served.ask(['officer'], 'GET /v1/applications/A-2016-0114');
  const [hit] = handed.json.evidence.hits.filter(
    ({ entity }: { entity: { source: string } }) => entity.source === 'own-notices',
  );
  const word = { verdict: 'undetermined', ground: 'other-birth-date', reason: 'the day of birth is another one' };
  const disposed = await served.ask(['analyst'], `POST ${address}/dispositions`, {
    ...word,
    party: hit.party,
    entityId: hit.entity.id,
  });
  for (const { json, text } of [handed, again, read, disposed]) {
    assert.ok(json.withheld.includes('own-notices:1'), text.slice(0, 300));
    assert.equal(json.toldBy, toldBy);
    assert.doesNotMatch(text, says);
  }
  assert.deepEqual(
    read.json.decisions.map(({ sealed }: { sealed: { text?: string } }) => sealed.text),
    [undefined, undefined],
    'nor does the text that was sealed stand beside it',
  );
});

test('an answer of the lists says nothing of it; for a reason it does, and that is sealed', async () => {
  const asked = { name: 'Chen Zhiyuan', history: true };
  const { json, text } = await served.ask(['analyst'], 'POST /v1/screenings', asked);
  assert.deepEqual(json.withheld, ['own-notices:1']);
  assert.match(json.toldBy, /viewFor/);
  assert.doesNotMatch(text, says);
  assert.deepEqual(await seen(), []);
  const whole = await served.ask(['analyst'], 'POST /v1/screenings', { ...asked, viewFor: 'a customer asked' });
  assert.deepEqual([whole.json.withheld, whole.json.toldBy], [[], undefined]);
  assert.match(whole.text, /"reportedBy"/);
  assert.deepEqual(await seen(), [{ by: 'analyst', reason: 'a customer asked', entities: ['own-notices:1'] }]);
});

test('who is on a list for a crime is not told by asking for those', async () => {
  const asked = { name: 'Samplo Jose Ejemplo Muestra', filters: { topics: ['wanted'] } };
  const { status, text } = await served.ask(['analyst'], 'POST /v1/screenings', asked);
  assert.equal(status, 400);
  assert.match(text, /filters\/topics/);
  assert.equal((await served.ask(['analyst'], 'POST /v1/screenings', { ...asked, viewFor: 'an audit' })).status, 200);
});

test('clients of other servers: a program is told what the publisher says, sealed once a day; a person is not', async () => {
  const query = { queries: { q: { schema: 'Person', properties: { name: 'Samplo Jose Ejemplo Muestra' } } } };
  const asks = [
    ['POST /yente/match/default', query],
    ['GET /yente/search/default?q=ejemplo&facets=topics'],
    ['GET /yente/entities/interpol-red:2099-10001'],
    ['GET /watchman/v2/search?name=Samplo+Ejemplo'],
  ] as const;
  const sealed = async () =>
    (await seen()).filter(({ reason }) => reason === 'screening by a program').map(({ by }) => by);
  for (const [asked, body] of asks) {
    const [person, program] = [await served.ask(['analyst'], asked, body), await served.ask(['service'], asked, body)];
    assert.deepEqual([person.status, program.status], [200, 200], asked);
    assert.match(person.text, /ejemplo/i);
    assert.doesNotMatch(person.text, /"wanted"/, asked);
    assert.match(program.text, /"wanted"/, asked);
  }
  assert.deepEqual(await sealed(), ['service', 'service']); // of yente's and of Watchman's routes
  for (const asked of ['GET /yente/search/default?topics=wanted', 'GET /yente/search/default?filter=topics:wanted'])
    assert.equal((await served.ask(['officer'], asked)).status, 403);
  assert.equal((await served.ask(['officer'], 'POST /yente/match/default?topics=wanted', query)).status, 403);
  assert.equal((await served.ask(['service'], 'GET /yente/search/default?topics=wanted')).status, 200);
  const before = (await sealed()).length;
  served.folder.playOn('2016-11-15');
  await served.ask(['service'], 'POST /yente/match/default', query);
  assert.equal((await sealed()).length, before + 1);
});

const seen = async () =>
  (await served.folder.parts.store.entriesAbout(['screening']))
    .filter(({ kind }) => kind === 'protected-entries-viewed')
    .map(({ payload }) => JSON.parse(payload ?? '{}') as { readonly by: string; readonly reason: string });

test('what an officer is told of an order leaves it out, unless the look is sealed', async () => {
  const { parts } = served.folder;
  const told = async (view?: { by: string; reason: string }) => {
    const request = { for: 'officer', language: 'en', ...(view && { view }) } as const;
    return (await explainApplication('A-2016-0114', request, parts)).lines.join('\n');
  };
  const before = (await parts.store.entriesUnder('A-2016-0114')).length;
  assert.doesNotMatch(await told(), /Example Daily/);
  assert.equal((await parts.store.entriesUnder('A-2016-0114')).length, before);
  assert.match(await told({ by: 'R. Mori', reason: 'asked by the court' }), /Example Daily/);
  const [entry] = (await parts.store.entriesUnder('A-2016-0114')).slice(-1);
  assert.equal(entry?.kind, 'protected-data-viewed');
});
