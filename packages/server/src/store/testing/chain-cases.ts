// A kind of store in, its cases out: what joins applications is found again, in bounds, and goes with what is erased.
import assert from 'node:assert/strict';
import type { Store } from '../store.ts';
import {
  AT,
  inventedAlert,
  inventedApplication,
  inventedCase,
  inventedDecision,
  inventedEvidence,
} from './invented.ts';
import { storeCase, type KindOfStore } from './store-case.ts';

const VERSION = '1';

export function chainCases(of: KindOfStore): void {
  storeCase(of, 'parties are found by what they have in common, and no others', async ({ store, open }) => {
    await saveWithKeys(store, 'a', { buyer: ['phone-1', 'mail-1'] });
    await saveWithKeys(store, 'b', { buyer: ['phone-1'] });
    await saveWithKeys(store, 'c', { buyer: ['phone-2'] });
    const again = await open();
    const found = await again.keyHolders(['mail-1', 'phone-1', 'nobody’s', 'phone-1'], { except: 'c', limit: 10 });
    assert.deepEqual(
      found.map(({ hash, applicationId, party, fact }) => [hash, applicationId, party, fact]),
      [
        ['mail-1', 'a', 'buyer', 'phone'],
        ['phone-1', 'a', 'buyer', 'phone'],
        ['phone-1', 'b', 'buyer', 'phone'],
      ],
    );
    assert.deepEqual(
      (await again.keyHolders(['phone-1'], { except: 'a', limit: 10 })).map(({ applicationId }) => applicationId),
      ['b'],
    );
    assert.deepEqual(await again.keyHolders([], { except: 'a', limit: 10 }), []);
  });

  storeCase(of, 'of one key no more are given than are asked for, of many keys all', async ({ store }) => {
    for (const id of ['a', 'b', 'c', 'd']) await saveWithKeys(store, id, { buyer: ['mass', `own-${id}`] });
    const few = await store.keyHolders(['mass', 'own-d'], { except: 'nobody', limit: 3 });
    assert.deepEqual(
      few.map(({ hash, applicationId }) => `${hash} ${applicationId}`),
      ['mass a', 'mass b', 'mass c', 'own-d d'],
    );
    const many = Array.from({ length: 1000 }, (_, index) => `unknown-${String(index)}`);
    assert.equal((await store.keyHolders([...many, 'own-a'], { except: 'nobody', limit: 3 })).length, 1);
  });

  storeCase(of, 'a buyer with many orders hides nobody who shares a key with it', async ({ store, open }) => {
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      await saveWithKeys(store, id, { buyer: ['phone-1', 'number-1', 'name-1'] });
    await saveWithKeys(store, 'f', { buyer: ['phone-1', 'name-1'] });
    await saveWithKeys(store, 'g', { buyer: ['phone-1'], contact: ['phone-1'] });
    await saveWithKeys(store, 'h', { buyer: ['phone-1'] });
    await store.write((writer) => writer.saveCase({ ...inventedCase('h'), state: 'REFUSE' }));
    await saveWithKeys(store, 'i', { buyer: ['phone-2'] });
    await saveWithKeys(store, 'own', { buyer: ['phone-1', 'phone-2'] });
    const again = await open();
    const found = await again.keySharers(['phone-1', 'phone-2'], {
      except: 'own',
      buyer: { numbers: ['number-1'], names: ['name-1'] },
      limit: 2,
      most: 100,
    });
    assert.deepEqual(
      found.map(({ hash, applicationId, strangers }) => [hash, applicationId, strangers]),
      [...['a', 'b', 'f', 'g', 'h'].map((id) => ['phone-1', id, 2]), ['phone-2', 'i', 1]],
    );
    const nobody = { except: 'own', buyer: { numbers: [], names: [] }, limit: 2, most: 100 };
    assert.deepEqual(await again.keySharers([], nobody), []);
    assert.equal((await again.keySharers(['phone-1'], nobody)).length, 3);
    const bounded = await again.keySharers(['phone-1'], { ...nobody, limit: 9, most: 4 });
    assert.deepEqual(bounded.map(({ applicationId }) => applicationId).join(''), 'abcd');
  });

  storeCase(of, 'a party of several revisions is found once, by the newest that has the key', async ({ store }) => {
    await saveWithKeys(store, 'a', { buyer: ['phone-1', 'phone-2'] }, 1);
    const second = await saveWithKeys(store, 'a', { buyer: ['phone-1'] }, 2);
    const found = await store.keyHolders(['phone-1', 'phone-2'], { except: 'nobody', limit: 10 });
    assert.deepEqual(
      found.map(({ hash, entry }) => [hash, entry === second]),
      [
        ['phone-1', true],
        ['phone-2', false],
      ],
    );
  });

  storeCase(of, 'an application of the past comes with its case and with whom it may be', async ({ store }) => {
    const entry = await saveWithKeys(store, 'a', { buyer: ['phone-1'] });
    const plain = await saveWithKeys(store, 'b', { buyer: ['phone-1'] });
    await decide(store, 'a', ['own-notices:1', 'own-notices:2']);
    await decide(store, 'a', ['own-notices:2', 'own-notices:2']);
    await store.write(async (writer) => {
      await writer.saveCase({ ...inventedCase('a'), state: 'REFUSE', proposed: 'refuse' });
      for (const alert of [
        { ...inventedAlert('k1', 'a'), party: 'buyer', entityId: 'own-notices:3' },
        { ...inventedAlert('k2', 'a'), party: 'buyer', entityId: 'own-notices:4', change: 'removed' as const },
      ]) {
        await writer.saveAlert(alert);
        await writer.seal('alert-raised', alert.id, alert, AT);
      }
    });
    const [one, other, ...more] = await store.pastChains([plain, entry, entry]);
    assert.deepEqual(more, []);
    assert.deepEqual(one, {
      id: 'a',
      revision: 1,
      receivedAt: AT,
      entry,
      application: inventedApplication('a'),
      case: { state: 'REFUSE', proposed: 'refuse' },
      hits: [
        { party: 'buyer', entityId: 'own-notices:2' },
        { party: 'buyer', entityId: 'own-notices:3' },
      ],
    });
    assert.deepEqual([other?.id, other?.case, other?.hits], ['b', undefined, []]);
    assert.deepEqual(await store.pastChains([]), []);
    assert.deepEqual([...(await store.hitsOfLastDecision(['a', 'b']))], [['a', 1]]);
    assert.deepEqual(await store.applicationsHitBy(['own-notices:1', 'own-notices:9']), ['a']);
    assert.deepEqual(await store.applicationsHitBy(['own-notices:9']), []);
  });

  storeCase(of, 'what was received before is found by its missing keys, once', async ({ store }) => {
    await saveWithKeys(store, 'a', { buyer: ['phone-1'] });
    await saveWithKeys(store, 'b', undefined);
    await saveWithKeys(store, 'c', undefined);
    assert.equal(await store.lacksKeys(VERSION), true);
    const missing = await store.applicationsWithoutKeys(VERSION, 10);
    assert.deepEqual(
      missing.map(({ id, application }) => [id, application?.id]),
      [
        ['b', 'b'],
        ['c', 'c'],
      ],
    );
    assert.equal((await store.applicationsWithoutKeys(VERSION, 1)).length, 1);
    assert.equal((await store.applicationsWithoutKeys('2', 10)).length, 3);
    assert.deepEqual([await store.lacksKeys(VERSION), await store.lacksKeys('2')], [true, true]);
    for (const application of missing)
      await store.write((writer) => writer.saveKeys({ application, keys: [], version: VERSION }));
    assert.deepEqual(await store.applicationsWithoutKeys(VERSION, 10), []);
    assert.equal(await store.lacksKeys(VERSION), false);
  });

  storeCase(of, 'keys that are made anew take the place of those there were', async ({ store }) => {
    const entry = await saveWithKeys(store, 'a', { buyer: ['old'] });
    const keys = [{ party: 'buyer', fact: 'phone' as const, hash: 'new' }];
    await store.write((writer) =>
      writer.saveKeys({ application: { id: 'a', revision: 1, entry }, keys, version: '2' }),
    );
    const found = await store.keyHolders(['old', 'new'], { except: 'nobody', limit: 10 });
    assert.deepEqual(
      found.map(({ hash }) => hash),
      ['new'],
    );
  });

  storeCase(of, 'an erased application joins nobody, and nothing of it is left to join', async ({ store, place }) => {
    const entry = await saveWithKeys(store, 'a', { buyer: ['phone-1'] });
    await saveWithKeys(store, 'b', { buyer: ['phone-1'] });
    const decision = await decide(store, 'a', ['own-notices:1']);
    await place.execute(
      `update record_entries set salt = null, payload = null where sequence in (${String(entry)}, ${String(decision)})`,
    );
    const found = await store.keyHolders(['phone-1'], { except: 'nobody', limit: 10 });
    assert.deepEqual(
      found.map(({ applicationId }) => applicationId),
      ['b'],
    );
    assert.deepEqual(await store.pastChains([entry]), []);
    // fails where a row is left: each would then be two
    await place.execute(
      `insert into joining_keys (key_hash, fact, application_id, party, entry) select 'again', 'phone', 'a', 'buyer', ${String(entry)}
       where not exists (select 1 from joining_keys where entry = ${String(entry)})`,
    );
    assert.equal((await store.keyHolders(['again'], { except: 'nobody', limit: 10 })).length, 1);
  });
}

/** @returns the number of its entry. */
async function saveWithKeys(
  store: Store,
  id: string,
  hashes: Readonly<Record<string, readonly string[]>> | undefined,
  revision = 1,
): Promise<number> {
  return store.write(async (writer) => {
    const application = inventedApplication(id);
    const { sequence: entry } = await writer.seal('application-received', id, { application, revision }, AT);
    await writer.saveApplication({ id, revision, receivedAt: AT, entry });
    if (!hashes) return entry;
    const keys = Object.entries(hashes).flatMap(([party, all]) =>
      all.map((hash) => ({ party, fact: 'phone' as const, hash })),
    );
    await writer.saveKeys({ application: { id, revision, entry }, keys, version: VERSION });
    return entry;
  });
}

/** @returns the number of its entry. */
async function decide(store: Store, applicationId: string, entityIds: readonly string[]): Promise<number> {
  return store.write(async (writer) => {
    const number = (await writer.decisions(applicationId)).length + 1;
    const id = `${applicationId}/${String(number)}`;
    const decision = inventedDecision(applicationId, 'review');
    const evidence = inventedEvidence(inventedApplication(applicationId));
    const { sequence: entry } = await writer.seal('decision-made', id, { evidence, decision }, AT);
    await writer.saveDecision({ id, applicationId, revision: 1, outcome: 'review', decidedAt: AT, entry });
    const hits = entityIds.map((entityId) => ({ party: 'buyer', entityId }));
    await writer.saveDecisionHits({ applicationId, entry, hits });
    return entry;
  });
}
