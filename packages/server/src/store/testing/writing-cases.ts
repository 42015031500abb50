// A kind of store in, its cases out: writers among each other, what fails, what text is kept, and what survives a kill.
import assert from 'node:assert/strict';
import type { ProblemCode } from '@sekisho/engine/model/problem.ts';
import type { StoreWriter } from '../store.ts';
import { checkRecord } from './check-record.ts';
import { AT, hashOfWord, inventedApplication, inventedCase } from './invented.ts';
import { killRounds } from './kill-rounds.ts';
import { placeCase, problem, saveApplication, seal, storeCase, type KindOfStore } from './store-case.ts';

const KILL_ROUNDS = 4;

export function writingCases(of: KindOfStore): void {
  storeCase(of, 'writers of one process and of several stores make one order', async ({ store, open }) => {
    const stores = [store, store, await open(), await open()];
    const EACH = 20;
    await Promise.all(
      stores.flatMap((writing, writerNumber) =>
        Array.from({ length: EACH }, (_, n) =>
          writing.write(async (writer) => {
            const before = await seal(writer, `${String(writerNumber)}-${String(n)} first`);
            const after = await seal(writer, `${String(writerNumber)}-${String(n)} second`);
            assert.equal(after.previous, before.hash);
          }),
        ),
      ),
    );
    assert.equal((await checkRecord(store)).length, 1 + 2 * stores.length * EACH);
  });

  storeCase(of, 'seals begun together within a write stand in the order they were begun', async ({ store }) => {
    const subjects = ['one', 'two', 'three', 'four'];
    await store.write((writer) => Promise.all(subjects.map((subject) => seal(writer, subject))));
    assert.deepEqual(
      (await checkRecord(store)).slice(1).map(({ subject }) => subject),
      subjects,
    );
  });

  storeCase(of, 'a write that throws leaves nothing, and its error comes out as it is', async ({ store }) => {
    const error = new Error('the flow had enough');
    const write = store.write(async (writer) => {
      await writer.savePolicy({ sha256: hashOfWord('policy'), id: 'p', version: 1, text: '' });
      await writer.saveCase(inventedCase('order-1'));
      await seal(writer, 'one');
      assert.ok(await writer.case('order-1'));
      throw error;
    });
    await assert.rejects(write, (thrown) => thrown === error);
    assert.equal(await store.policy(hashOfWord('policy')), undefined);
    assert.equal(await store.case('order-1'), undefined);
    await store.write((writer) => seal(writer, 'two'));
    assert.deepEqual(
      (await checkRecord(store)).map(({ sequence, subject }) => `${String(sequence)} ${subject}`),
      [`1 ${store.folder.id}`, '2 two'],
    );
  });

  storeCase(
    of,
    'of writes that come together one that fails leaves nothing, and who is told finds it kept',
    async ({ store, open }) => {
      const [reading, COUNT] = [await open(), 90];
      const told = await Promise.allSettled(
        Array.from({ length: COUNT }, async (_, n) => {
          const { sequence } = await store.write(async (writer) => {
            await writer.saveCase(inventedCase(`order-${String(n)}`));
            const entry = await seal(writer, `order-${String(n)}`);
            if (n % 3 === 0) throw new Error('the flow had enough');
            if (n % 7 === 0) await writer.activateEdition('un-sc', 'nobody').catch(() => undefined);
            return entry;
          });
          assert.equal((await reading.case(`order-${String(n)}`))?.id, `order-${String(n)}`);
          assert.ok(sequence <= ((await reading.head())?.sequence ?? 0));
          return sequence;
        }),
      );
      const isKept = (n: number) => n % 3 !== 0 && n % 7 !== 0;
      assert.deepEqual(
        told.map(({ status }) => status),
        told.map((_, n) => (isKept(n) ? 'fulfilled' : 'rejected')),
      );
      const kept = Array.from({ length: COUNT }, (_, n) => n).filter(isKept);
      assert.deepEqual(
        (await checkRecord(reading)).slice(1).map(({ subject }) => subject),
        kept.map((n) => `order-${String(n)}`),
      );
      for (let n = 0; n < COUNT; n++) assert.equal((await reading.case(`order-${String(n)}`)) !== undefined, isKept(n));
    },
  );

  storeCase(of, 'a failure that is swallowed still fails the write', async ({ store }) => {
    const write = store.write(async (writer) => {
      await writer.saveCase(inventedCase('order-1'));
      await writer.activateEdition('un-sc', 'nobody').catch(() => undefined);
      return 'acknowledged';
    });
    await assert.rejects(write, problem('store.failed'));
    assert.equal(await store.case('order-1'), undefined);
  });

  storeCase(of, 'what a write does is not seen outside before it ends', async ({ store }) => {
    await store.write(async (writer) => {
      await writer.saveCase(inventedCase('order-1'));
      assert.equal(await store.case('order-1'), undefined);
      assert.ok(await writer.case('order-1'));
    });
    assert.ok(await store.case('order-1'));
  });

  storeCase(of, 'a write inside a write is refused, one after another is not', async ({ store }) => {
    const nested = store.write(() => store.write((writer) => seal(writer, 'inner')));
    await assert.rejects(nested, problem('store.failed', /begun inside a write/));
    await store.write((writer) => seal(writer, 'one'));
    assert.equal((await checkRecord(store)).length, 2);
  });

  storeCase(of, 'a writer is of no use when its write has ended', async ({ store }) => {
    const left = await store.write((writer) => Promise.resolve({ writer }));
    await assert.rejects(seal(left.writer, 'late'), problem('store.failed', /has ended/));
    assert.equal((await checkRecord(store)).length, 1);
  });

  storeCase(of, 'whoever waits too long for other writers is told so', async ({ open }) => {
    const [first, second] = [await open({ busyTimeoutMs: 100 }), await open({ busyTimeoutMs: 100 })];
    await first.write(async (writer) => {
      await seal(writer, 'one');
      const late = await Promise.allSettled(
        [second, second].map((store) => store.write((other) => seal(other, 'two'))),
      );
      for (const settled of late) {
        assert.equal(settled.status, 'rejected');
        assert.ok(problem('store.busy')(settled.reason));
      }
    });
    await second.write((writer) => seal(writer, 'three'));
    assert.equal((await checkRecord(first)).length, 3);
  });

  storeCase(of, 'a closed store lets the writes before it end, and does nothing more', async ({ open }) => {
    const store = await open();
    const write = store.write((writer) => seal(writer, 'one'));
    await store.close();
    await store.close();
    assert.equal((await write).sequence, 2);
    await assert.rejects(store.head(), problem('store.failed', /closed/));
    await assert.rejects(
      store.write((writer) => seal(writer, 'two')),
      problem('store.failed', /closed/),
    );
  });

  storeCase(of, 'text of every script and kind of character comes back', async ({ store }) => {
    const texts = [
      '𠮷野家 髙橋 﨑 辻󠄀',
      '👩🏽‍💻🇯🇵',
      'Zoë é e\u0301',
      'عبد الله \u200f',
      "'; drop table cases; --",
      '"\\\t\r\n\u2028\u00a0',
      '\u0001\ufeff\uffff',
      ' ',
    ];
    for (const [index, text] of texts.entries()) {
      const id = `order-${String(index)} ${text}`;
      await saveApplication(store, inventedApplication(id, text), 1);
      const found = await store.application(id);
      assert.equal(found?.id, id);
      assert.equal(found.application?.parties[0]?.names[0]?.text, text);
    }
    await checkRecord(store);
  });

  storeCase(of, 'a payload keeps even what a column cannot: U+0000', async ({ store }) => {
    const { sequence } = await store.write((writer) => writer.seal('record-exported', 'one', { text: 'a\0b' }, AT));
    const [entry] = await store.entries({ from: sequence, limit: 1 });
    assert.deepEqual(JSON.parse(entry?.payload ?? ''), { text: 'a\0b' });
  });

  storeCase(of, 'what cannot be kept as it is is refused', async ({ store }) => {
    const refused = (code: ProblemCode, reason: RegExp, work: (writer: StoreWriter) => Promise<unknown>) =>
      assert.rejects(store.write(work), problem(code, reason));
    await refused('store.failed', /U\+0000/, (writer) => writer.saveCase(inventedCase('order\0 1')));
    await refused('store.failed', /surrogate/, (writer) => writer.saveCase(inventedCase('order \ud800')));
    await refused('store.failed', /surrogate/, (writer) => writer.case('order \ud800'));
    await refused('store.failed', /./, (writer) => writer.saveCase(missing(inventedCase('order-1'), 'openedAt')));
    await refused('store.failed', /undefined/, (writer) => writer.case(undefined as unknown as string));
    await refused('store.failed', /9007199254740992/, (writer) => writer.entries({ from: 2 ** 53, limit: 1 }));
    await refused('store.failed', /NaN/, (writer) => writer.entries({ from: 1, limit: NaN }));
    await refused('record.unreadable', /undefined/, (writer) => writer.seal('record-exported', 'x', undefined, AT));
    await refused('record.unreadable', /./, (writer) => writer.seal('record-exported', 'x', { half: '\ud800' }, AT));
    assert.equal((await checkRecord(store)).length, 1);
  });

  storeCase(of, 'a payload of a megabyte comes back', async ({ store, open }) => {
    const text = '関所'.repeat(200_000);
    await saveApplication(store, inventedApplication('order-1', text), 1);
    const again = await open();
    assert.equal((await again.application('order-1'))?.application?.parties[0]?.names[0]?.text, text);
    await checkRecord(again);
  });

  placeCase(of, 'what was acknowledged survives kill -9, with two processes writing', async ({ address }) => {
    const { rounds, acknowledged } = await killRounds(address, KILL_ROUNDS);
    assert.equal(rounds, KILL_ROUNDS);
    assert.ok(0 < acknowledged);
  });
}

/** As untyped code could hand it over. */
const missing = <T extends object>(noun: T, field: keyof T): T => ({ ...noun, [field]: undefined });
