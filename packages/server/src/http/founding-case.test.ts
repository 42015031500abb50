// The founding case over HTTP: handed in, refused by two people, found again by a look-back; each by whoever may.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
});
after(() => served.dispose());

test('an order is handed in once, whoever sends it again', async () => {
  const order = await served.folder.application('2016-11-fictitious-company.yml');
  const sent = { 'idempotency-key': 'order-1' };
  const first = await served.ask(['submitter'], 'POST /v1/applications', order, sent);
  assert.equal(first.status, 201, first.text);
  assert.deepEqual(Object.keys(first.json), ['applicationId', 'state', 'receivedAt']);
  const again = await served.ask(['submitter'], 'POST /v1/applications', order, sent);
  assert.equal(again.text, first.text);
  const { items } = (await served.ask(['analyst'], 'GET /v1/cases')).json;
  assert.equal(items.length, 1);
  const id = first.json.applicationId as string;
  assert.equal((await served.folder.parts.store.decisions(id)).length, 1);
  const other = await served.ask(['submitter'], 'POST /v1/applications', { ...order, receivedOn: '2016-11-13' }, sent);
  assert.equal(other.status, 422);
  assert.equal(other.json.code, 'request.repeated');
});

test('who handed it in is told what the applicant may be told, and nobody else without a duty for it', async () => {
  const { id } = await served.folder.application('2016-11-fictitious-company.yml');
  const told = await served.ask(['submitter'], `GET /v1/applications/${String(id)}/status`);
  assert.equal(told.json.state, 'being-examined');
  assert.equal((await served.ask(['service'], `GET /v1/applications/${String(id)}/status`)).status, 404);
  for (const route of [`applications/${String(id)}`, `cases/${String(id)}`, 'cases', 'alerts', 'record/entries'])
    assert.equal((await served.ask(['submitter'], `GET /v1/${route}`)).status, 403, route);
});

test('an analyst proposes to refuse, an officer agrees, and the applicant hears no reason', async () => {
  const { id } = await served.folder.application('2016-11-fictitious-company.yml');
  const address = `/v1/cases/${String(id)}`;
  const reason = 'no such company in the register';
  const view = (await served.ask(['analyst'], `GET ${address}`)).json;
  assert.equal(view.decision.outcome, 'refuse');
  const proposed = await served.ask(['analyst'], `POST ${address}/decisions`, { outcome: 'REFUSE', reason });
  assert.equal(proposed.status, 201, proposed.text);
  assert.equal(proposed.json.proposal.by, 'analyst');
  assert.equal((await served.ask(['analyst'], `POST ${address}/confirmations`, { reason })).status, 403);
  const waiting = await served.ask(['officer'], 'GET /v1/cases?waiting=true');
  assert.deepEqual(
    waiting.json.items.map((item: { waitsFor: string }) => item.waitsFor),
    ['REFUSE'],
  );
  const confirmed = await served.ask(['officer'], `POST ${address}/confirmations`, { reason });
  assert.equal(confirmed.json.case.state, 'REFUSE', confirmed.text);
  const told = await served.ask(['submitter'], `GET /v1/applications/${String(id)}/status`);
  assert.equal(told.json.state, 'not-accepted');
  const letter = await served.ask(['submitter'], `GET /v1/applications/${String(id)}/letter?language=ja`);
  assert.ok(0 < letter.json.lines.length, letter.text);
  assert.doesNotMatch(letter.text, /jp-nta|法人番号公表サイト|陈志远/);
});

test('orders are listed: to who reads cases all of them, to others their own without how the case stands', async () => {
  const honest = await served.folder.application('2016-11-honest.yml');
  await served.ask(['service'], 'POST /v1/applications', honest);
  const { id } = await served.folder.application('2016-11-fictitious-company.yml');
  const idsOf = async (duty: 'analyst' | 'submitter' | 'service', query = '') => {
    const { json, text } = await served.ask([duty], `GET /v1/applications${query}`);
    return json.items?.map((item: { id: string }) => item.id) ?? text;
  };
  assert.deepEqual(await idsOf('analyst'), [honest['id'], id]);
  assert.deepEqual(await idsOf('submitter'), [id]);
  assert.deepEqual(await idsOf('service'), [honest['id']]);
  assert.deepEqual(await idsOf('analyst', '?state=REFUSE'), [id]);
  assert.deepEqual(await idsOf('analyst', '?told=accepted&policy=jp-only-edition'), [honest['id']]);
  assert.deepEqual(await idsOf('analyst', '?receivedSince=2016-11-15'), []);
  assert.deepEqual(await idsOf('analyst', '?policy=hosting'), []);
  const own = (await served.ask(['submitter'], 'GET /v1/applications?limit=1')).json;
  assert.deepEqual(Object.keys(own.items[0]).sort(), ['buyer', 'id', 'policy', 'product', 'receivedAt', 'told']);
  assert.equal((await served.ask(['submitter'], 'GET /v1/applications?state=REFUSE')).status, 403);
  const first = (await served.ask(['analyst'], 'GET /v1/applications?limit=1')).json;
  assert.deepEqual([first.total, first.next], [2, honest['id']]);
  assert.deepEqual(await idsOf('analyst', `?limit=1&after=${String(first.next)}`), [id]);
});

test('people sign in by a link that works once; a change needs the word of a page of ours', async () => {
  const added = await served.ask(['administrator'], 'POST /v1/people', { name: 'Abe', duties: ['officer'] });
  assert.equal(added.status, 201, added.text);
  const { invitation: token } = added.json;
  const passphrase = 'a passphrase of some length';
  assert.equal((await served.ask([], 'POST /v1/invitations/accept', { token, passphrase: 'short' })).status, 400);
  const accepted = await served.ask([], 'POST /v1/invitations/accept', { token, passphrase });
  assert.equal(accepted.status, 200, accepted.text);
  assert.equal((await served.ask([], 'POST /v1/invitations/accept', { token, passphrase })).status, 403);
  assert.equal(
    (await served.ask([], 'POST /v1/session', { name: 'Abe', passphrase: 'another passphrase' })).status,
    401,
  );
  const signedIn = await served.ask([], 'POST /v1/session', { name: ' ABE ', passphrase });
  const cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0] ?? '';
  assert.match(String(signedIn.headers['set-cookie']), /HttpOnly; SameSite=Strict/);
  assert.equal((await served.ask([], 'GET /v1/session', undefined, { cookie })).json.person.name, 'Abe');
  const search = { name: 'Chen' };
  const without = await served.ask([], 'POST /v1/screenings', search, { cookie });
  assert.equal(without.json.code, 'request.csrf');
  const csrf = { cookie, 'x-csrf-token': signedIn.json.csrf as string };
  assert.equal((await served.ask([], 'POST /v1/screenings', search, csrf)).status, 200);
  assert.equal((await served.ask([], 'DELETE /v1/session', undefined, csrf)).status, 204);
  assert.equal((await served.ask([], 'GET /v1/session', undefined, { cookie })).status, 401);
});

test('the record holds who was let in, and finds who let themselves in', async () => {
  const proof = await served.ask(['auditor'], 'GET /v1/record/verification');
  assert.deepEqual(proof.json.differences, []);
  const { store } = served.folder.parts;
  const person = await store.accounts.personNamed('abe');
  assert.ok(person);
  await store.write((writer) => writer.accounts.savePerson({ ...person, duties: ['administrator'] }));
  const found = await served.ask(['auditor'], 'GET /v1/record/verification');
  assert.deepEqual(found.json.differences, ['person Abe: other duties than the record says']);
  await store.write((writer) => writer.accounts.savePerson(person));
});

test('nothing is told without a key, and an ended key tells nothing', async () => {
  const { key, credential } = (
    await served.ask(['administrator'], 'POST /v1/keys', { name: 'shop', duties: ['service'] })
  ).json;
  const sent = { authorization: `Bearer ${credential as string}` };
  assert.equal((await served.ask([], 'POST /v1/screenings', { name: 'Chen' }, sent)).status, 200);
  assert.equal((await served.ask(['administrator'], `DELETE /v1/keys/${key.id as string}`)).status, 200);
  assert.equal((await served.ask([], 'POST /v1/screenings', { name: 'Chen' }, sent)).status, 401);
  const list = await served.ask(['administrator'], 'GET /v1/keys');
  assert.doesNotMatch(list.text, /argon2|secret/);
});

test('what was told already is not told again while nothing changed', async () => {
  const first = await served.ask(['analyst'], 'GET /v1/cases');
  const tag = String(first.headers['etag']);
  const again = await served.ask(['analyst'], 'GET /v1/cases', undefined, { 'if-none-match': `"other", ${tag}` });
  assert.deepEqual([again.status, again.text], [304, '']);
  const { id } = await served.folder.application('2016-11-fictitious-company.yml');
  const note = { kind: 'assigned', to: 'Abe' };
  assert.equal((await served.ask(['analyst'], `POST /v1/cases/${String(id)}/notes`, note)).status, 201);
  const changed = await served.ask(['analyst'], 'GET /v1/cases', undefined, { 'if-none-match': tag });
  assert.equal(changed.status, 200);
});
