// Signing in over HTTP with codes of a device and by an identity provider: who may gets in, once; everybody else does not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { codeOfDevice } from './testing/code-of-device.ts';
import { CLIENT, openIdentityProvider, type TestProvider } from './testing/identity-provider.ts';
import { hashOfToken } from '../flows/people/secrets.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const passphrase = 'a passphrase of some length';

let provider: TestProvider;
let served: ServedFolder;
let today: () => number;
before(async () => {
  provider = await openIdentityProvider();
  served = await openServedFolder({ provider: { issuer: provider.issuer, ...CLIENT } });
  await served.ask(['administrator'], 'POST /v1/people', { name: 'Keeper', duties: ['administrator'] }); // one is always left
  today = () => Date.parse(served.folder.parts.clock());
});
after(async () => {
  await served.dispose();
  provider.close();
});

async function newPerson(name: string) {
  const added = (await served.ask(['administrator'], 'POST /v1/people', { name, duties: ['analyst'] })).json;
  const accepted = await served.ask([], 'POST /v1/invitations/accept', { token: added.invitation, passphrase });
  const cookie = String(accepted.headers['set-cookie']).split(';', 1)[0] ?? '';
  return { id: added.person.id as string, sent: { cookie, 'x-csrf-token': accepted.json.csrf as string } };
}

async function withDevice(name: string) {
  const { id, sent } = await newPerson(name);
  const offered = (await served.ask([], 'POST /v1/session/second-factor', undefined, sent)).json;
  const code = (periods = 0) => codeOfDevice(offered.secret as string, today() + periods * 30_000);
  const confirm = (given: string) =>
    served.ask([], 'POST /v1/session/second-factor/confirmations', { code: given }, sent);
  return { id, sent, code, confirm, uri: offered.uri as string };
}

const signIn = (name: string, code?: string) =>
  served.ask([], 'POST /v1/session', { name, passphrase, ...(code !== undefined && { code }) });

test('a device counts once a code of it was given back, and each code is taken once', async () => {
  const { id, sent, code, confirm, uri } = await withDevice('Abe');
  assert.match(uri, /^otpauth:\/\/totp\/Sekisho:Abe\?/);
  assert.equal((await signIn('Abe')).status, 200);
  assert.equal((await confirm('000000')).json.code, 'access.wrong-code');
  const first = code(-1);
  const { recoveryCodes } = (await confirm(first)).json;
  assert.equal(recoveryCodes.length, 10);
  assert.equal((await signIn('Abe')).json.code, 'access.wrong-code');
  assert.equal((await signIn('Abe', first)).json.code, 'access.wrong-code');
  const next = code(1);
  const let_in = await signIn('Abe', next);
  assert.deepEqual([let_in.json.person.hasTotp, let_in.json.sendsMail], [true, false], let_in.text);
  assert.equal((await signIn('Abe', next)).json.code, 'access.wrong-code');
  assert.equal((await signIn('Abe', recoveryCodes[0] as string)).status, 200);
  assert.equal((await signIn('Abe', recoveryCodes[0] as string)).status, 401);
  const kept = await served.folder.parts.store.secondFactors.secondFactor(id);
  assert.equal(kept?.recoveryHashes.length, 9);
  assert.ok(!JSON.stringify(kept).includes(recoveryCodes[1] as string));
  assert.equal((await served.ask([], 'POST /v1/session/second-factor', undefined, sent)).json.code, 'person.invalid');
  const off = (given: string) => served.ask([], 'POST /v1/session/second-factor/removals', { code: given }, sent);
  assert.equal((await off('000000')).status, 401);
  assert.equal((await off(recoveryCodes[1] as string)).status, 204);
  assert.equal((await signIn('Abe')).status, 200);
});

test('a link of an administrator does not pass over a device; an administrator takes it away', async () => {
  const { id, sent, code, confirm } = await withDevice('Baba');
  await confirm(code(-1));
  const again = (await served.ask(['administrator'], `POST /v1/people/${id}/invitations`)).json.invitation as string;
  const accept = (given: object) =>
    served.ask([], 'POST /v1/invitations/accept', { token: again, passphrase, ...given });
  assert.equal((await accept({})).json.code, 'access.wrong-code');
  assert.equal((await accept({ code: code(1) })).status, 200);
  assert.equal((await served.ask(['officer'], `DELETE /v1/people/${id}/second-factor`)).status, 403);
  assert.equal((await served.ask(['administrator'], `DELETE /v1/people/${id}/second-factor`)).status, 204);
  assert.equal((await served.ask([], 'GET /v1/session', undefined, sent)).status, 401);
  assert.equal((await signIn('Baba')).status, 200);
});

test('codes cannot be tried without end', async () => {
  const { code, confirm } = await withDevice('Chiba');
  await confirm(code(-1));
  const codes = [];
  for (let tries = 0; tries < 11; tries++) codes.push((await signIn('Chiba', '000000')).json.code);
  assert.deepEqual(new Set(codes.slice(0, 10)), new Set(['access.wrong-code']));
  assert.equal(codes[10], 'access.too-many-tries');
});

/** To the provider and back, as a browser goes; `change` is what an attacker does on the way. */
async function byProvider(change: (address: string) => string = (address) => address, ownCookie?: string) {
  const gone = await served.ask([], 'GET /v1/session/provider');
  const there = String(gone.headers['location']);
  const cookie = ownCookie ?? String(gone.headers['set-cookie']).split(';', 1)[0] ?? '';
  const asked = await fetch(there, { redirect: 'manual' });
  const back = new URL(change(asked.headers.get('location') ?? ''));
  const address = back.pathname + back.search;
  const answer = await served.ask([], `GET ${address}`, undefined, { cookie });
  return { to: String(answer.headers['location']), cookies: String(answer.headers['set-cookie']), address, cookie };
}

test('whoever is bound to the provider’s subject gets in, and nobody else', async () => {
  const { id } = await newPerson('Doi');
  assert.deepEqual((await served.ask([], 'GET /v1/session/means')).json, { passphrase: true, provider: true });
  provider.subject = 's-doi';
  const refused = await byProvider();
  assert.match(refused.to, /#\/sign-in\?problem=access\.unbound$/);
  assert.ok(!refused.cookies.includes('sekisho-session='));
  const bound = await served.ask(['administrator'], `PUT /v1/people/${id}/subject`, { subject: 's-doi' });
  assert.equal(bound.status, 204, bound.text);
  const entered = await byProvider();
  assert.equal(entered.to, 'http://127.0.0.1:8700/', entered.to);
  const session = /sekisho-session=[^;,]+/.exec(entered.cookies)?.[0] ?? '';
  assert.equal((await served.ask([], 'GET /v1/session', undefined, { cookie: session })).json.person.name, 'Doi');
  const replayed = await served.ask([], `GET ${entered.address}`, undefined, { cookie: entered.cookie });
  assert.match(String(replayed.headers['location']), /problem=access\.provider/);
  const { id: other } = await newPerson('Endo');
  const taken = await served.ask(['administrator'], `PUT /v1/people/${other}/subject`, { subject: 's-doi' });
  assert.equal(taken.json.code, 'person.invalid');
  await served.ask(['administrator'], `PATCH /v1/people/${id}`, { isDisabled: true });
  assert.match((await byProvider()).to, /problem=access\.unbound/);
  await served.ask(['administrator'], `PATCH /v1/people/${id}`, { isDisabled: false });
});

const forgeries: readonly (readonly [string, () => Promise<{ readonly to: string }>])[] = [
  ['another state', () => byProvider((address) => address.replace(/state=[^&]+/, 'state=forged'))],
  ['another code', () => byProvider((address) => address.replace(/code=[^&]+/, 'code=forged'))],
  ['another browser', () => byProvider((address) => address, 'sekisho-provider=AAAA')],
  ['another nonce', () => lying({ nonce: 'forged' })],
  ['another audience', () => lying({ aud: 'another-client' })],
  ['another issuer', () => lying({ iss: 'https://id.example' })],
  ['a token that ended', () => lying({ exp: 1 })],
  [
    'another key',
    async () => {
      provider.usesOtherKey = true;
      return byProvider().finally(() => (provider.usesOtherKey = false));
    },
  ],
];
for (const [what, forged] of forgeries)
  test(`the provider’s word is not taken with ${what}`, async () => {
    provider.subject = 's-doi';
    assert.match((await forged()).to, /#\/sign-in\?problem=access\.provider$/);
    assert.equal((await byProvider()).to, 'http://127.0.0.1:8700/');
  });

test('whoever binds themselves in the table, or takes a second factor out of it, is found', async () => {
  const { store } = served.folder.parts;
  const person = await store.accounts.personNamed('endo');
  assert.ok(person);
  const differences = async () => (await served.ask(['auditor'], 'GET /v1/record/verification')).json.differences;
  assert.deepEqual(await differences(), []);
  const bound = { issuer: provider.issuer, subject: 's-forged', personId: person.id };
  await store.write((writer) => writer.secondFactors.bindSubject(bound));
  assert.deepEqual(await differences(), ['subject s-forged: bound to another person than the record says']);
  const chiba = await store.accounts.personNamed('chiba');
  await store.write((writer) => writer.secondFactors.removeSecondFactor(chiba?.id ?? ''));
  assert.ok((await differences()).includes('person Chiba: without the second factor that the record says'));
});

async function lying(lies: Readonly<Record<string, unknown>>) {
  provider.lies = lies;
  return byProvider().finally(() => (provider.lies = {}));
}

test('a session that is made shorter ends for whoever is signed in longer than that', async () => {
  const { sent } = await newPerson('Long at work');
  const { store } = served.folder.parts;
  const tokenHash = hashOfToken(sent.cookie.split('=', 2)[1] ?? '');
  const session = await store.accounts.session(tokenHash);
  assert.ok(session);
  const createdAt = new Date(today() - 2 * 3_600_000).toISOString();
  await store.write((writer) => writer.accounts.saveSession({ ...session, createdAt }));
  const status = async () => (await served.ask([], 'GET /v1/session', undefined, sent)).status;
  assert.equal(await status(), 200);
  const hours = (value: number | null) =>
    served.ask(['administrator'], 'PATCH /v1/settings', { name: 'session.hours', value, reason: 'short shifts' });
  await hours(1);
  assert.equal(await status(), 401);
  await hours(null);
  assert.equal(await status(), 200);
});
