// A kind of store in, its cases out: people, keys, sessions and answered requests come back, and end.
import assert from 'node:assert/strict';
import type { StoredAccessKey, StoredPerson, StoredSession } from '../accounts.ts';
import { AT, LATER } from './invented.ts';
import { problem, storeCase, type KindOfStore } from './store-case.ts';

const person: StoredPerson = {
  id: 'p-1',
  name: 'Abe Ｋ.',
  duties: ['officer', 'administrator'],
  language: 'ja',
  isDisabled: false,
  createdAt: AT,
  passphraseHash: '$argon2id$…',
};
const session: StoredSession = {
  tokenHash: 'aa',
  personId: person.id,
  csrf: 'cc',
  createdAt: AT,
  usedAt: AT,
  expiresAt: LATER,
};

export function accountCases(of: KindOfStore): void {
  storeCase(of, 'accounts: a person is found by id and by name, and changes whole', async ({ store, open }) => {
    await store.write((writer) => writer.accounts.savePerson(person));
    const mail = { address: 'abe@office.example', toldUpTo: 7 };
    const changed: StoredPerson = { ...person, isDisabled: true, duties: ['auditor'], mail };
    const { language: _, passphraseHash: __, ...plain } = { ...person, id: 'p-2', name: 'Aoki' };
    await store.write(async (writer) => {
      await writer.accounts.savePerson(plain);
      await writer.accounts.savePerson(changed);
    });
    const { accounts } = await open();
    assert.deepEqual(await accounts.people(), [changed, plain]);
    assert.deepEqual(await accounts.person('p-2'), plain);
    assert.deepEqual(await accounts.personNamed(' abe k. '), changed);
    assert.equal(await accounts.personNamed('nobody'), undefined);
    await assert.rejects(
      store.write((writer) => writer.accounts.savePerson({ ...plain, id: 'p-3', name: 'AOKI' })),
      problem('store.failed'),
    );
  });

  storeCase(of, 'accounts: a session ends by itself, with its person, or when asked', async ({ store }) => {
    await store.write(async (writer) => {
      await writer.accounts.savePerson(person);
      await writer.accounts.saveSession(session);
      await writer.accounts.saveSession({ ...session, tokenHash: 'bb', expiresAt: AT });
      await writer.accounts.saveInvitation({ tokenHash: 'ii', personId: person.id, expiresAt: LATER });
      await writer.accounts.saveSession({ ...session, usedAt: LATER });
    });
    assert.deepEqual(await store.accounts.session('aa'), { ...session, usedAt: LATER });
    await store.write((writer) => writer.accounts.forgetBefore(LATER, LATER));
    assert.equal(await store.accounts.session('bb'), undefined);
    assert.notEqual(await store.accounts.session('aa'), undefined);
    assert.deepEqual(await store.accounts.invitation('ii'), {
      tokenHash: 'ii',
      personId: person.id,
      expiresAt: LATER,
    });
    await store.write((writer) => writer.accounts.endSessionsOf(person.id));
    assert.equal(await store.accounts.session('aa'), undefined);
    assert.equal(await store.accounts.invitation('ii'), undefined);
  });

  storeCase(of, 'accounts: keys and answered requests', async ({ store }) => {
    const key: StoredAccessKey = {
      id: 'k-1',
      name: 'shop',
      duties: ['service'],
      createdAt: AT,
      createdBy: 'Abe',
      expiresOn: '2027-01-01',
      secretHash: 'h',
    };
    const answer = { actorId: 'k-1', key: 'order-1', requestHash: 'h', status: 201, body: '{}', at: AT };
    await store.write(async (writer) => {
      await writer.accounts.saveAccessKey(key);
      await writer.accounts.saveAccessKey({ ...key, endedAt: LATER });
      await writer.accounts.saveAnsweredRequest(answer);
      await writer.accounts.saveAnsweredRequest({ ...answer, body: '{"other":1}' });
    });
    assert.deepEqual(await store.accounts.accessKeys(), [{ ...key, endedAt: LATER }]);
    assert.deepEqual(await store.accounts.accessKey('k-1'), { ...key, endedAt: LATER });
    assert.deepEqual(await store.accounts.answeredRequest('k-1', 'order-1'), answer);
    assert.equal(await store.accounts.answeredRequest('k-2', 'order-1'), undefined);
    await store.write((writer) => writer.accounts.forgetBefore(AT, LATER));
    assert.equal(await store.accounts.answeredRequest('k-1', 'order-1'), undefined);
  });
}
