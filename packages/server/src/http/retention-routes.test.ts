// Legal hold, erasure and subject access over the API: held, asked for by one officer and done by another, found and given out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runLookBacks } from '../flows/look-back.ts';
import { vetApplication } from '../flows/vet-application.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const HONEST = 'A-2016-0113';
const OPEN = 'A-2016-0114';
const reason = 'asked for in writing on 2016-11-14';
let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  const { folder } = served;
  await folder.prepare();
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
  await runLookBacks(folder.parts);
});
after(() => served.dispose());

const ask = (asked: string, body?: unknown) => served.ask(['officer'], asked, body);
const second = (asked: string, body?: unknown) => served.ask(['officer', 'auditor'], asked, body);

test('every case says until when it is kept; one that is open has no last day', async () => {
  const { json } = await ask('GET /v1/retention?limit=1');
  assert.deepEqual([json.items[0].id, json.items[0].isDue, json.next], [HONEST, false, HONEST]);
  const { items } = (await ask(`GET /v1/retention?after=${String(json.next)}`)).json;
  assert.deepEqual(
    items.map(({ id, until }: { id: string; until?: string }) => [id, until]),
    [[OPEN, undefined]],
  );
  assert.deepEqual((await ask('GET /v1/retention?due=true')).json.items, []);
  assert.deepEqual((await ask('POST /v1/retention/runs', { reason })).json, { erased: [], requested: [], refused: [] });
});

test('a person is found in orders and what is kept of them given out, sealed without their name', async () => {
  const { application } = (await ask(`GET /v1/applications/${HONEST}`)).json;
  const [party] = application.parties;
  const asked = { name: party.names[0].text, schema: party.schema };
  const { items } = (await ask('POST /v1/subject-access/searches', asked)).json;
  const node = `${HONEST}/${String(party.id)}`;
  assert.ok(
    items.some((found: { applicationId: string; party: string }) => `${found.applicationId}/${found.party}` === node),
  );
  const { json, headers } = await ask('POST /v1/subject-access/exports', { ...asked, including: [node], reason });
  assert.ok(json.kept.some((kept: { application: string }) => kept.application === HONEST));
  const [sealed] = (await ask('GET /v1/record/latest?limit=1')).json.items;
  assert.deepEqual([sealed.kind, sealed.subject], ['person-exported', headers['x-content-sha256']]);
  const unknown = await ask('POST /v1/subject-access/exports', { ...asked, including: ['A-1/nobody'], reason });
  assert.equal(unknown.json.code, 'case.note-not-allowed');
});

test('nothing of a case is erased while it is held', async () => {
  const { status, json } = await ask(`PUT /v1/cases/${HONEST}/hold`, { isSet: true, reason: 'a claim is announced' });
  assert.deepEqual([status, json.notes.at(-1).kind], [200, 'legal-hold']);
  const keeping = (await ask(`GET /v1/cases/${HONEST}/retention`)).json;
  assert.deepEqual([keeping.hold.by, keeping.isDue], ['officer', false]);
  const refused = await ask(`POST /v1/cases/${HONEST}/erasures`, { reason, isEarly: true });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /a legal hold stands/);
  await ask(`PUT /v1/cases/${HONEST}/hold`, { isSet: false, reason: 'the claim was withdrawn' });
  assert.equal((await ask(`GET /v1/cases/${HONEST}/retention`)).json.hold, undefined);
});

test('what is kept is restricted, and used again, by an officer', async () => {
  const place = `PUT /v1/cases/${HONEST}/restriction`;
  assert.deepEqual((await ask(place, { isSet: true, reason })).json, { caseId: HONEST, state: 'restricted' });
  assert.equal((await served.ask(['analyst'], `GET /v1/cases/${HONEST}`)).status, 403);
  const work = await served.ask(['analyst'], `POST /v1/cases/${HONEST}/notes`, { kind: 'commented', text: 'a word' });
  assert.deepEqual([work.status, work.json.code], [409, 'case.restricted']);
  assert.equal((await ask(`GET /v1/cases/${HONEST}/retention`)).json.restriction.step, 'set');
  assert.equal((await ask(place, { isSet: false, reason })).json.state, 'lifted');
  assert.equal((await served.ask(['analyst'], `GET /v1/cases/${HONEST}`)).status, 200);
});

test('what erasing destroys is told before; early it takes two officers, and an open case is not erased', async () => {
  const { json: before } = await ask(`GET /v1/cases/${HONEST}/retention`);
  assert.ok(0 < before.losses.entries && before.needsTwo && before.request === undefined);
  assert.deepEqual(
    before.losses.exports.map(({ kind }: { kind: string }) => kind),
    ['person-exported'],
  );
  const erase = { reason, isEarly: true };
  const asked = await ask(`POST /v1/cases/${HONEST}/erasures`, erase);
  assert.equal(asked.json.state, 'requested', asked.text);
  assert.equal((await ask(`GET /v1/cases/${HONEST}/retention`)).json.request.by, 'officer');
  assert.equal((await ask(`POST /v1/cases/${HONEST}/erasures`, erase)).json.state, 'requested');
  const { json: told } = await ask(`GET /v1/cases/${HONEST}/retention`);
  const { json: erased } = await second(`POST /v1/cases/${HONEST}/erasures`, erase);
  assert.equal(erased.state, 'erased');
  assert.equal(erased.entries.length, told.losses.entries);
  const gone = (await ask(`GET /v1/cases/${HONEST}/retention`)).json;
  assert.deepEqual([gone.retention, gone.losses.entries], [undefined, 0]);
  assert.equal((await ask(`POST /v1/cases/${OPEN}/erasures`, erase)).json.code, 'case.erasure-not-allowed');
});
