// A kind of store in, its cases out: what is saved of every noun comes back.
import assert from 'node:assert/strict';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { StoredApplication, StoredCase, StoreWriter } from '../store.ts';
import { checkRecord } from './check-record.ts';
import {
  AT,
  hashOfWord,
  inventedAlert,
  inventedApplication,
  inventedCase,
  inventedCheckpoint,
  inventedDecision,
  inventedDisposition,
  inventedEdition,
  inventedEvidence,
  inventedJudgement,
  inventedStep,
  LATER,
} from './invented.ts';
import { problem, saveApplication, storeCase, type KindOfStore } from './store-case.ts';

export function nounCases(of: KindOfStore): void {
  storeCase(of, 'editions: kept in the order of import, one a source in use', async ({ store, open }) => {
    const first = inventedEdition('a1', 'un-sc', '2026-10-01');
    const second = inventedEdition('a2', 'un-sc', '2026-11-01');
    const plain = inventedEdition('b1', 'ofac-sdn', '2026-10-15');
    const files = plain.files.map((file) => ({ ...file, role: 'sdn' }));
    const other = { ...plain, files, form: 'csv', historySha256: hashOfWord('b1 history') };
    const editions = [second, other, first]; // an older one may be imported later
    for (const edition of editions)
      await store.write(async (writer) => {
        await writer.saveEdition(edition, AT);
        await writer.activateEdition(edition.source, edition.id);
      });
    const again = await open();
    assert.deepEqual(await again.editions(), editions);
    assert.deepEqual(await again.editions('un-sc'), [second, first]);
    assert.deepEqual(await again.edition('a2'), second);
    assert.deepEqual(
      (await again.activeEditions()).map(({ edition }) => edition.id),
      ['b1', 'a1'],
    );
    assert.deepEqual((await again.activeEditionIds()).toSorted(), ['a1', 'b1']);
    await assert.rejects(
      store.write((writer) => writer.saveEdition(first, LATER)),
      problem('edition.already-imported'),
    );
    await assert.rejects(
      store.write((writer) => writer.activateEdition('un-sc', 'nobody')),
      problem('store.failed'),
    );
  });

  storeCase(of, 'entries about a subject, in order, and of no other', async ({ store }) => {
    await store.write(async (writer) => {
      await writer.seal('edition-imported', 'a1', { by: 'x' }, AT);
      await writer.seal('edition-imported', 'a2', { by: 'y' }, AT);
      await writer.seal('edition-confirmed-current', 'a1', {}, LATER);
    });
    const about = await store.entriesAbout(['a1', 'nobody']);
    assert.deepEqual(
      about.map(({ kind, subject, payload }) => [kind, subject, payload]),
      [
        ['edition-imported', 'a1', '{"by":"x"}'],
        ['edition-confirmed-current', 'a1', '{}'],
      ],
    );
    assert.deepEqual(await store.entriesAbout([]), []);
  });

  storeCase(
    of,
    'an edition was current on the day stated last, an earlier one too, and without a word on its own',
    async ({ store }) => {
      const edition = inventedEdition('a1', 'un-sc', '2026-10-01');
      const statement = (confirmedCurrentOn: string, statedBy: string) => ({
        source: 'un-sc',
        editionId: 'a1',
        confirmedCurrentOn,
        statedBy,
        statedAt: AT,
      });
      await store.write(async (writer) => {
        await writer.saveEdition(edition, AT);
        await writer.activateEdition('un-sc', 'a1');
      });
      assert.deepEqual(await store.activeEditions(), [
        { edition, confirmedCurrentOn: '2026-10-01', statedBy: 'un-sc' },
      ]);
      await store.write(async (writer) => {
        await writer.saveCurrency(statement('2026-10-20', '倉持'));
        await writer.saveCurrency(statement('2026-10-20', '綾瀬'));
        await writer.saveCurrency(statement('2026-10-05', '早川'));
      });
      assert.deepEqual(await store.activeEditions(), [{ edition, confirmedCurrentOn: '2026-10-05', statedBy: '早川' }]);
    },
  );

  storeCase(of, 'a policy is kept once by its hash', async ({ store }) => {
    const policy = { sha256: hashOfWord('policy'), id: 'jp-only-edition', version: 1, text: 'id: jp-only-edition\n' };
    await store.write((writer) => writer.savePolicy(policy));
    await store.write((writer) => writer.savePolicy({ ...policy, id: 'another' }));
    assert.deepEqual(await store.policy(policy.sha256), policy);
    assert.equal(await store.policy(hashOfWord('unknown')), undefined);
  });

  storeCase(of, 'an application and its decisions come back as they were sealed', async ({ store, open }) => {
    const application = inventedApplication('order-1');
    const corrected = inventedApplication('order-1', '星見台電算 株式会社');
    const evidence = inventedEvidence(application);
    const decisions = [inventedDecision('order-1', 'refuse'), inventedDecision('order-1', 'review')];
    await saveApplication(store, application, 1);
    for (const [index, decision] of decisions.entries())
      await store.write(async (writer) => {
        const id = `order-1/${String(index + 1)}`;
        const { sequence: entry } = await writer.seal('decision-made', id, { evidence, decision }, AT);
        const { outcome, decidedAt } = decision;
        await writer.saveDecision({ id, applicationId: 'order-1', revision: 1, outcome, decidedAt, entry });
        assert.equal((await writer.decisions('order-1')).length, index + 1);
      });
    await saveApplication(store, corrected, 2);

    const again = await open();
    assert.deepEqual(await again.application('order-1'), {
      id: 'order-1',
      revision: 2,
      receivedAt: AT,
      entry: 5,
      application: corrected,
    });
    const stored = await again.decisions('order-1');
    assert.deepEqual(
      stored.map(({ id, outcome, entry }) => [id, outcome, entry]),
      [
        ['order-1/1', 'refuse', 3],
        ['order-1/2', 'review', 4],
      ],
    );
    assert.deepEqual(stored[0], {
      id: 'order-1/1',
      applicationId: 'order-1',
      revision: 1,
      outcome: 'refuse',
      decidedAt: AT,
      entry: 3,
      sealed: { text: canonicalJson({ evidence, decision: decisions[0] }), evidence, decision: decisions[0] },
    });
    assert.deepEqual(await again.decision('order-1/2'), stored[1]);
    await checkRecord(again);
  });

  storeCase(of, 'what is unknown is not there', async ({ store }) => {
    assert.equal(await store.application('order-9'), undefined);
    assert.equal(await store.decision('order-9/1'), undefined);
    assert.equal(await store.case('order-9'), undefined);
    assert.equal(await store.edition('nothing'), undefined);
    assert.deepEqual(await store.decisions('order-9'), []);
    assert.deepEqual(await store.caseSteps('order-9'), []);
    assert.deepEqual(await store.alerts('order-9'), []);
    assert.deepEqual(await store.activeEditions(), []);
    assert.deepEqual(await store.editions('nothing'), []);
    assert.deepEqual(await store.lookBacks(), []);
    assert.deepEqual(await store.checkpoints(), []);
    assert.deepEqual(await store.receipts(), []);
    assert.deepEqual(await store.entries({ from: 2, limit: 10 }), []);
  });

  storeCase(of, 'pages hold everything once, in the order of code points', async ({ store }) => {
    const ids = ['B', 'a', 'a-1', 'a.1', 'a1', 'b', 'Ä', '申込', '𠮷'];
    for (const id of ids.toReversed()) await saveApplication(store, inventedApplication(id), 1);
    await saveApplication(store, inventedApplication('a-1', '改名後'), 2);
    await store.write(async (writer) => {
      for (const id of ids) await writer.saveCase(inventedCase(id));
    });
    const applications: StoredApplication[] = [];
    const cases: StoredCase[] = [];
    for (;;) {
      const after = applications.at(-1);
      const page = await store.applications({ ...(after && { after }), limit: 4 });
      applications.push(...page);
      if (page.length === 0) break;
    }
    for (;;) {
      const after = cases.at(-1)?.id;
      const page = await store.cases({ ...(after !== undefined && { after }), limit: 4 });
      cases.push(...page);
      if (page.length === 0) break;
    }
    assert.deepEqual(
      applications.map(({ id, revision }) => `${id} ${String(revision)}`),
      ['B 1', 'a 1', 'a-1 1', 'a-1 2', 'a.1 1', 'a1 1', 'b 1', 'Ä 1', '申込 1', '𠮷 1'],
    );
    assert.deepEqual(
      cases.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      (await store.entries({ from: 3, limit: 2 })).map(({ sequence }) => sequence),
      [3, 4],
    );
    const latest = async (sought: Parameters<typeof store.latestEntries>[0]) =>
      (await store.latestEntries(sought, 2)).map(({ subject }) => subject);
    const newest = await latest({});
    assert.equal(newest.length, 2);
    assert.deepEqual(
      await latest({ before: 3 }),
      (await store.entries({ from: 1, limit: 2 })).map(({ subject }) => subject).toReversed(),
    );
    assert.deepEqual(await latest({ subject: 'a.1' }), ['a.1']);
    assert.deepEqual(await latest({ subject: 'a-1', kind: 'application-received' }), ['a-1', 'a-1']);
    assert.deepEqual(await latest({ kind: 'key-ended' }), []);
    const [day = ''] = (await store.head())?.at.split('T') ?? [];
    assert.deepEqual(await latest({ since: day, until: day }), newest);
    assert.deepEqual(await latest({ until: '2000-01-01' }), []);
  });

  storeCase(of, 'a case is opened and moved; its steps come back with their reasons', async ({ store }) => {
    const opened = inventedCase('order-1');
    const moved: StoredCase = { ...opened, state: 'REFUSE', proposed: 'refuse', updatedAt: LATER };
    const steps = [
      inventedStep('order-1', 'NEED_INFORMATION'),
      { ...inventedStep('order-1', 'REFUSE'), proposedBy: 'R. Mori' },
    ] as const;
    await store.write((writer) => writer.saveCase(opened));
    assert.deepEqual(await store.case('order-1'), opened);
    await store.write(async (writer) => {
      await writer.seal('case-decided', 'order-1', { ...steps[0], before: 'HOLD' }, AT);
      await writer.saveCaseStep(steps[0]);
      await writer.saveCaseStep(steps[1]);
      await writer.seal('case-decided', 'order-1', steps[1], AT);
      await writer.saveCase(moved);
    });
    assert.deepEqual(await store.case('order-1'), moved);
    assert.deepEqual(await store.caseSteps('order-1'), steps);
  });

  storeCase(of, 'notes on a case come back in order, and dispositions by their entries', async ({ store }) => {
    const notes = [
      inventedDisposition('order-1', 'list-a:1'),
      { kind: 'commented', caseId: 'order-1', text: '電話で確認した', by: 'K. Hayashi', at: AT },
      inventedDisposition('order-2', 'list-a:2'),
    ] as const;
    await store.write(async (writer) => {
      for (const id of ['order-1', 'order-2']) await writer.saveCase(inventedCase(id));
      for (const note of notes) {
        await writer.saveCaseNote(note);
        await writer.seal('case-noted', note.caseId, note, AT);
      }
    });
    assert.deepEqual(await store.caseNotes(), notes);
    assert.deepEqual(await store.caseNotes('order-1'), notes.slice(0, 2));
    assert.deepEqual(await store.dispositionsOf(['list-a:2', 'list-a:9']), [notes[2]]);
    assert.deepEqual(await store.dispositionsOf([]), []);
    await assert.rejects(
      store.write((writer) => writer.saveCaseNote(notes[1])),
      problem('store.failed'),
    );
  });

  storeCase(of, 'how cases stand is told by the last note of each kind that tells it', async ({ store }) => {
    const by = { by: 'K. Hayashi', at: AT };
    const notes = [
      { kind: 'assigned', caseId: 'order-1', to: 'R. Mori', ...by },
      { kind: 'due', caseId: 'order-2', on: '2016-12-01', reason: '', ...by },
      { kind: 'assigned', caseId: 'order-1', to: '', ...by },
      { kind: 'commented', caseId: 'order-1', text: '電話で確認した', ...by },
      inventedDisposition('order-2', 'list-a:2'),
      { kind: 'no-tip-off', caseId: 'order-1', isSet: true, reason: '', ...by },
    ] as const;
    await store.write(async (writer) => {
      for (const id of ['order-1', 'order-2']) await writer.saveCase(inventedCase(id));
      for (const note of notes) {
        await writer.saveCaseNote(note);
        await writer.seal('case-noted', note.caseId, note, AT);
      }
    });
    assert.deepEqual(await store.standingNotes(), [notes[1], notes[2], notes[5]]);
  });

  storeCase(of, 'whose data are restricted is told by the last word on it that is in force', async ({ store }) => {
    const noted = async (caseId: string, ...steps: readonly ('requested' | 'set' | 'lifted')[]) =>
      store.write(async (writer) => {
        await writer.saveCase(inventedCase(caseId));
        for (const step of steps) {
          const note = { kind: 'restriction', caseId, step, reason: 'asked for', by: 'R. Mori', at: AT } as const;
          await writer.saveCaseNote(note);
          await writer.seal('case-noted', caseId, note, AT);
        }
      });
    assert.deepEqual(await store.restrictedCases(), new Set());
    await noted('order-1', 'requested', 'set');
    await noted('order-2', 'set', 'lifted', 'requested');
    await noted('order-3', 'requested');
    await noted('order-4', 'set', 'lifted', 'set');
    assert.deepEqual(await store.restrictedCases(), new Set(['order-1', 'order-4']));
  });

  storeCase(of, 'what people say of two entries comes back in the order they said it, sealed', async ({ store }) => {
    const given = [inventedJudgement('join'), inventedJudgement('split')] as const;
    for (const judgement of given)
      await store.write(async (writer) => {
        await writer.saveMergeJudgement(judgement);
        await writer.seal('entities-judged', 'list-a:1 list-b:2', judgement, AT);
      });
    assert.deepEqual(await store.mergeJudgements(), given);
    await assert.rejects(
      store.write((writer) => writer.saveMergeJudgement(given[0])),
      problem('store.failed'),
    );
    assert.deepEqual(await store.mergeJudgements(), given);
  });

  storeCase(of, 'an alert is raised once', async ({ store }) => {
    const alerts = ['k1', 'k2', 'k3'].map((key, index) => inventedAlert(key, index === 2 ? 'order-2' : 'order-1'));
    const raise = (writer: StoreWriter) =>
      Promise.all(
        alerts.map(async (alert) => {
          const isNew = await writer.saveAlert(alert);
          if (isNew) await writer.seal('alert-raised', alert.id, alert, AT);
          return isNew;
        }),
      );
    assert.deepEqual(await store.write(raise), [true, true, true]);
    assert.deepEqual(await store.write(raise), [false, false, false]);
    const [first] = alerts;
    assert.ok(first);
    assert.equal(await store.write((writer) => writer.saveAlert({ ...first, id: 'another' })), false);
    assert.deepEqual(await store.alerts(), alerts);
    assert.deepEqual(await store.alerts('order-1'), alerts.slice(0, 2));
    assert.equal((await checkRecord(store)).length, 4);
  });

  storeCase(of, 'an alert or a step that no entry seals is not kept', async ({ store }) => {
    const alert = inventedAlert('k1', 'order-1');
    const attempts: ((writer: StoreWriter) => Promise<unknown>)[] = [
      (writer) => writer.saveAlert(alert),
      async (writer) => {
        await writer.saveAlert(alert);
        await writer.seal('alert-raised', alert.id, { ...alert, listedName: 'another' }, AT);
      },
      async (writer) => {
        await writer.saveAlert(alert);
        await writer.seal('alert-raised', alert.id, {}, AT).catch(() => undefined);
      },
      async (writer) => {
        await writer.saveCase(inventedCase('order-1'));
        await writer.saveCaseStep(inventedStep('order-1', 'REFUSE'));
        await writer.saveCaseStep(inventedStep('order-1', 'HOLD'));
        await writer.seal('case-decided', 'order-1', inventedStep('order-1', 'HOLD'), AT);
      },
    ];
    for (const attempt of attempts) await assert.rejects(store.write(attempt), problem('store.failed'));
    assert.deepEqual(await store.alerts(), []);
    assert.equal(await store.case('order-1'), undefined);
    assert.equal((await checkRecord(store)).length, 1);
  });

  storeCase(of, 'a look-back is owed until it is done', async ({ store }) => {
    const owed = [
      { id: 'un-sc/2', kind: 'edition', source: 'un-sc', fromEditionId: 'a1', toEditionId: 'a2', state: 'owed' },
      {
        id: 'engine/1',
        kind: 'engine',
        source: 'engine',
        toEditionId: 'b1',
        state: 'owed',
        position: 'a-7',
        owedAt: AT,
      },
    ] as const;
    await store.write(async (writer) => {
      for (const lookBack of owed) await writer.saveLookBack(lookBack);
    });
    assert.deepEqual(await store.lookBacks('owed'), owed);
    await store.write((writer) => writer.saveLookBack({ ...owed[0], state: 'done' }));
    assert.deepEqual(await store.lookBacks('owed'), [owed[1]]);
    assert.deepEqual(await store.lookBacks(), [{ ...owed[0], state: 'done' }, owed[1]]);
  });

  storeCase(of, 'checkpoints and receipts come back', async ({ store }) => {
    const checkpoints = [1, 2].map((sequence) => inventedCheckpoint(store.folder.id, sequence));
    const receipts = checkpoints.map((checkpoint) => ({ checkpoint, witness: '/mnt/witness', receivedAt: LATER }));
    await store.write(async (writer) => {
      for (const checkpoint of checkpoints) await writer.saveCheckpoint(checkpoint);
      for (const receipt of receipts) await writer.saveReceipt(receipt);
    });
    assert.deepEqual(await store.checkpoints(), checkpoints);
    assert.deepEqual(await store.receipts(), receipts);
  });

  storeCase(of, 'erasing an entry erases it everywhere, and the chain stands', async ({ store, place }) => {
    const application = inventedApplication('order-1');
    const alert = inventedAlert('k1', 'order-1');
    const step = inventedStep('order-1', 'REFUSE');
    await saveApplication(store, application, 1);
    await store.write(async (writer) => {
      const evidence = inventedEvidence(application);
      const decision = inventedDecision('order-1', 'refuse');
      const { sequence: entry } = await writer.seal('decision-made', 'order-1/1', { evidence, decision }, AT);
      const saved = { id: 'order-1/1', applicationId: 'order-1', revision: 1, outcome: decision.outcome };
      await writer.saveDecision({ ...saved, decidedAt: AT, entry });
      await writer.saveCase(inventedCase('order-1'));
      await writer.seal('case-decided', 'order-1', step, AT);
      await writer.saveCaseStep(step);
      await writer.saveAlert(alert);
      await writer.seal('alert-raised', alert.id, alert, AT);
    });
    await place.execute('update record_entries set salt = null, payload = null where sequence > 1');
    assert.deepEqual(await store.application('order-1'), { id: 'order-1', revision: 1, receivedAt: AT, entry: 2 });
    assert.equal((await store.decision('order-1/1'))?.sealed, undefined);
    assert.deepEqual(await store.caseSteps('order-1'), [{ ...step, reason: '' }]);
    const { verdictBefore, verdictAfter, ...searched } = alert;
    assert.ok(verdictBefore !== undefined && verdictAfter !== undefined);
    assert.deepEqual(await store.alerts(), [{ ...searched, partyName: '', listedName: '' }]);
    const entries = await checkRecord(store);
    assert.deepEqual(
      entries.map((entry) => 'payload' in entry || 'salt' in entry),
      [true, false, false, false, false],
    );
  });
}
