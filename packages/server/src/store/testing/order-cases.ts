// A kind of store in, its cases out: orders come in pages, the latest first, by how they stand, who handed them in, the day and the policy.
import assert from 'node:assert/strict';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { SoughtOrders } from '../orders.ts';
import type { Store } from '../store.ts';
import { AT, inventedApplication, inventedCase, LATER } from './invented.ts';
import { storeCase, type KindOfStore } from './store-case.ts';

const handedIn: readonly {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly state: CaseState;
  readonly policy?: string;
}[] = [
  { id: 'c', at: AT, by: 'shop', state: 'HOLD' },
  { id: 'a', at: AT, by: 'shop', state: 'ACCEPT' },
  { id: 'b', at: LATER, by: 'office', state: 'HOLD', policy: 'hosting' },
  { id: 'd', at: LATER, by: 'shop', state: 'REFUSE' },
];

export function orderCases(of: KindOfStore): void {
  storeCase(of, 'orders: pages hold all that is sought once, the latest first, then by id', async ({ store }) => {
    for (const one of handedIn) await handIn(store, one);
    const standing = (state: CaseState, noTipOff = false) => ({ state, noTipOff });
    const sought: readonly (readonly [SoughtOrders, readonly string[]])[] = [
      [{}, ['b', 'd', 'a', 'c']],
      [{ standings: [standing('HOLD')] }, ['b', 'c']],
      [{ standings: [standing('HOLD'), standing('ACCEPT')] }, ['b', 'a', 'c']],
      [{ standings: [standing('HOLD', true)] }, []],
      [{ standings: [] }, []],
      [{ receivedSince: LATER.slice(0, 10) }, ['b', 'd']],
      [{ policy: 'jp-only-edition', submittedBy: 'shop' }, ['d', 'a', 'c']],
      [{ policy: 'hosting', standings: [standing('HOLD')], submittedBy: 'shop' }, []],
      [{ except: ['b', 'a'] }, ['d', 'c']],
      [{ standings: [standing('HOLD')], except: ['b'] }, ['c']],
    ];
    for (const [filter, ids] of sought) {
      assert.deepEqual(await idsOf(store, filter, 1), ids, JSON.stringify(filter));
      const { orders, total } = await store.orders(filter, { limit: 10 });
      assert.deepEqual([orders.map(({ id }) => id), total], [ids, ids.length]);
    }
    const [first] = (await store.orders({}, { limit: 1 })).orders;
    assert.deepEqual(first, {
      id: 'b',
      receivedAt: LATER,
      entry: 4,
      noTipOff: false,
      submittedBy: 'office',
      application: { ...inventedApplication('b'), policy: 'hosting' },
      case: inventedCase('b'),
    });
    for (const after of ['nobody', 'b'])
      assert.equal((await store.orders({ submittedBy: 'shop' }, { after, limit: 1 })).orders[0]?.id, 'd', after);
  });

  storeCase(
    of,
    'orders: a correction, a moved case, what may not be told and an erasure move the row',
    async ({ store }) => {
      for (const one of handedIn.slice(0, 2)) await handIn(store, one);
      await handIn(store, { id: 'c', at: LATER, by: 'office', state: 'REFUSE' }, 2);
      const note = { kind: 'no-tip-off', caseId: 'c', isSet: true, reason: 'asked by the police', by: 'A', at: LATER };
      await store.write(async (writer) => {
        await writer.saveCaseNote({ ...note, kind: 'no-tip-off' });
        await writer.seal('case-noted', 'c', note, LATER);
      });
      const { orders, total } = await store.orders({}, { limit: 5 });
      assert.deepEqual(
        [total, orders.map(({ id, submittedBy, noTipOff, case: known }) => [id, submittedBy, noTipOff, known?.state])],
        [
          2,
          [
            ['c', 'office', true, 'REFUSE'],
            ['a', 'shop', false, 'ACCEPT'],
          ],
        ],
      );
      assert.deepEqual(await idsOf(store, { standings: [{ state: 'REFUSE', noTipOff: true }] }, 5), ['c']);
      const erased = (await store.entriesUnder('c')).map(({ sequence }) => sequence);
      await store.write((writer) => writer.erase(erased));
      const [left] = (await store.orders({}, { limit: 1 })).orders;
      assert.deepEqual(Object.keys(left ?? {}).sort(), ['case', 'entry', 'id', 'noTipOff', 'receivedAt']);
      assert.deepEqual(await idsOf(store, { submittedBy: 'office' }, 5), []);
      assert.deepEqual(await idsOf(store, { policy: 'jp-only-edition' }, 5), ['a']);
    },
  );
}

async function idsOf(store: Store, sought: SoughtOrders, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const after = ids.at(-1);
    const { orders } = await store.orders(sought, { ...(after !== undefined && { after }), limit });
    ids.push(...orders.map(({ id }) => id));
    if (orders.length < limit) return ids;
  }
}

async function handIn(store: Store, one: (typeof handedIn)[number], revision = 1): Promise<void> {
  const { id, at: receivedAt, by: submittedBy, state, policy = 'jp-only-edition' } = one;
  await store.write(async (writer) => {
    const application = { ...inventedApplication(id), policy };
    const sealed = { application, revision, submittedBy };
    const { sequence: entry } = await writer.seal('application-received', id, sealed, receivedAt);
    await writer.saveApplication({ id, revision, receivedAt, entry, submittedBy, policy });
    await writer.saveCase({ ...inventedCase(id), state });
  });
}
