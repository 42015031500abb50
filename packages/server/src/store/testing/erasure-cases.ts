// A kind of store in, its cases out: what is erased is gone from every table, the chain stands, and what lies beside it is as it was.
import assert from 'node:assert/strict';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import { checkRecord } from './check-record.ts';
import { AT, inventedApplication } from './invented.ts';
import { problem, saveApplication, storeCase, type KindOfStore } from './store-case.ts';

export function erasureCases(of: KindOfStore): void {
  storeCase(
    of,
    'what is erased is gone with its salt, its keys, hits and notes; what is beside it stands',
    async ({ store }) => {
      for (const id of ['a', 'b']) {
        await saveApplication(store, inventedApplication(id), 1);
        const { entry = 0 } = (await store.application(id)) ?? {};
        await store.write(async (writer) => {
          const keys = [{ party: 'buyer', fact: 'phone' as const, hash: 'phone-1' }];
          await writer.saveKeys({ application: { id, revision: 1, entry }, keys, version: '1' });
          await writer.saveCase({ id, state: 'HOLD', proposed: 'review', openedAt: AT, updatedAt: AT });
          const note: CaseNote = { kind: 'commented', caseId: id, by: 'K. Hayashi', text: `on ${id}`, at: AT };
          await writer.saveCaseNote(note);
          await writer.seal('case-noted', id, note, AT);
        });
      }
      const erased = (await store.entriesUnder('a')).map(({ sequence }) => sequence);
      assert.equal(erased.length, 2);
      await store.write((writer) => writer.erase(erased));
      await store.purge();
      const entries = await checkRecord(store);
      assert.deepEqual(
        entries
          .filter(({ salt, payload }) => salt === undefined && payload === undefined)
          .map(({ sequence }) => sequence),
        erased,
      );
      assert.equal((await store.application('a'))?.application, undefined);
      assert.ok((await store.application('b'))?.application);
      assert.deepEqual(
        (await store.caseNotes()).map(({ caseId }) => caseId),
        ['b'],
      );
      const holders = await store.keyHolders(['phone-1'], { except: '', limit: 5 });
      assert.deepEqual(
        holders.map(({ applicationId }) => applicationId),
        ['b'],
      );
      await store.write((writer) => writer.erase(erased)); // again: nothing is left to do
      assert.equal((await checkRecord(store)).length, entries.length);
    },
  );

  storeCase(
    of,
    'entries under a subject: its own and those below it, and no neighbour of its name',
    async ({ store }) => {
      const subjects = ['A-1', 'A-1/1', 'A-10', 'A-1/alert-0', 'A-1-2', 'A-1.', 'A-2', 'A-1'];
      await store.write(async (writer) => {
        for (const subject of subjects) await writer.seal('record-exported', subject, {}, AT);
      });
      assert.deepEqual(
        (await store.entriesUnder('A-1')).map(({ subject }) => subject),
        ['A-1', 'A-1/1', 'A-1/alert-0', 'A-1'],
      );
    },
  );

  storeCase(of, 'entries of some kinds from a place on, in order', async ({ store }) => {
    await store.write(async (writer) => {
      for (const [kind, subject] of [
        ['record-exported', 'a'],
        ['case-exported', 'b'],
        ['person-exported', 'c'],
        ['record-exported', 'd'],
      ] as const)
        await writer.seal(kind, subject, {}, AT);
    });
    const subjects = async (from: number) =>
      (await store.entriesOfKinds(['person-exported', 'record-exported'], from)).map(({ subject }) => subject);
    assert.deepEqual(await subjects(1), ['a', 'c', 'd']);
    assert.deepEqual(await subjects(3), ['c', 'd']);
  });

  storeCase(of, 'whether another entry names a file', async ({ store }) => {
    const sha256 = 'ab'.repeat(32);
    const [one, two] = await store.write(async (writer) => [
      await writer.seal('application-received', 'a', { documents: [{ sha256 }] }, AT),
      await writer.seal('case-noted', 'b', { sha256 }, AT),
      await writer.seal('case-erased', 'b', { documents: [sha256] }, AT),
    ]);
    const sequences = [one, two].map((entry) => entry.sequence);
    assert.equal(await store.isNamedBeside(sha256, []), true);
    assert.equal(await store.isNamedBeside(sha256, sequences.slice(0, 1)), true);
    assert.equal(await store.isNamedBeside(sha256, sequences), false);
    assert.equal(await store.isNamedBeside('cd'.repeat(32), []), false);
  });

  storeCase(of, 'a store that is closed is not purged', async ({ open }) => {
    const store = await open();
    await store.close();
    await assert.rejects(store.purge(), problem('store.failed'));
  });
}
