// Restricted data are kept and in nothing else: no look-back, no vetting of others, no work, no screen of an analyst; lifted, the order is vetted anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { verifyStore } from '../record/verify.ts';
import { caseKeeping } from './case-keeping.ts';
import { caseQueue } from './case-queue.ts';
import { decideCase } from './decide-case.ts';
import { eraseCase } from './erase-case.ts';
import { findPerson } from './find-person.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import { listAlerts } from './list-alerts.ts';
import { listOrders } from './list-orders.ts';
import { runLookBacks } from './look-back.ts';
import { noteCase } from './note-case.ts';
import type { Parts } from './parts.ts';
import { pastParties } from './past-parties.ts';
import { queueAges } from './queue-ages.ts';
import { liftRestriction, restrictCase } from './restrict-case.ts';
import { keptCases } from './run-retention.ts';
import { noticeRow, openPlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';
import { viewApplication } from './view-application.ts';
import { viewCase } from './view-case.ts';

const HONEST = 'A-2016-0113';
const FICTITIOUS = 'A-2016-0114';
const word = { by: 'R. Mori', reason: 'the person disputes the address, asked in writing' };
type Duty = Actor['duties'][number];
const actingAs = (duty: Duty, parts: Parts) => ({ ...parts, actor: { id: duty, name: duty, duties: [duty] } });
const problem = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

test('restricted, told by nothing, lifted', async (t) => {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  const { parts } = folder;
  const { store } = parts;
  await folder.prepare();
  await runLookBacks(parts);
  const honest = await folder.application('2016-11-honest.yml');
  await vetApplication(honest, parts);
  await pastParties(parts); // kept before it is restricted
  assert.deepEqual(await restrictCase(HONEST, word, parts), { caseId: HONEST, state: 'restricted' });

  await t.test('nobody works on it, and it is said why', async () => {
    const refused = [
      () => vetApplication(honest, parts),
      () => decideCase(HONEST, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'taken back by the buyer' }, parts),
      () => noteCase(HONEST, 'K. Hayashi', { kind: 'commented', text: 'a word' }, parts),
    ];
    const head = await store.head();
    for (const work of refused) await assert.rejects(work, problem('case.restricted'));
    await assert.rejects(restrictCase(HONEST, word, parts), problem('case.note-not-allowed'));
    assert.deepEqual(await store.head(), head);
    await noteCase(HONEST, 'R. Mori', { kind: 'legal-hold', isSet: true, reason: 'a claim is announced' }, parts);
  });

  await t.test('it is in no look-back, and in no vetting of others', async () => {
    await folder.importNotices([noticeRow('1', { kanji: '新井久美子', latin: 'Kumiko Arai' })], '2016-11-14');
    const [run] = await runLookBacks(parts);
    assert.deepEqual([run?.lookBack.source, run?.alerts], ['own-notices', []]);
    assert.deepEqual(await store.alerts(), []);
    const { evidence } = await vetApplication({ ...honest, id: 'A-2016-0120' }, parts);
    assert.deepEqual(evidence.earlierApplications, []);
    assert.ok(evidence.hits.some(({ entity }) => entity.id === 'own-notices:1'));
  });

  await t.test('those alone see it who answer for keeping', async () => {
    const as = (duty: Duty) => actingAs(duty, parts);
    for (const look of [viewCase, viewApplication])
      await assert.rejects(look(HONEST, as('analyst')), problem('access.denied'));
    const listedFor = async (duty: Duty) => [
      (await caseQueue({}, { limit: 10 }, as(duty))).items.map(({ id }) => id).sort(),
      (await listOrders({}, { limit: 10 }, as(duty))).items.map(({ id }) => id).sort(),
    ];
    assert.deepEqual(await listedFor('analyst'), [['A-2016-0120'], ['A-2016-0120']]);
    assert.deepEqual(await listedFor('officer'), [
      [HONEST, 'A-2016-0120'],
      [HONEST, 'A-2016-0120'],
    ]);
    assert.equal((await viewCase(HONEST, as('auditor'))).case.id, HONEST);
    const keeping = await caseKeeping(HONEST, as('officer'));
    assert.deepEqual([keeping.restriction?.by, keeping.restriction?.reason], [word.by, word.reason]);
    const kept = await Array.fromAsync(keptCases(parts));
    assert.deepEqual(
      kept.map(({ id, isRestricted }) => [id, isRestricted]),
      [
        [HONEST, true],
        ['A-2016-0120', false],
      ],
    );
    const asked = { names: [{ text: '新井 久美子' }], schema: 'Person' } as const;
    const subject = { ...asked, names: [{ text: '新井 久美子', kind: 'primary' as const }] };
    const nothing = { birthDates: [], genders: [], nationalities: [], countries: [], identifiers: [], addresses: [] };
    const found = await findPerson({ ...subject, ...nothing }, parts);
    assert.ok(found.some(({ applicationId }) => applicationId === HONEST)); // their own right to know reaches it
  });

  await t.test('lifted, the order is vetted under the lists of today in the same write', async () => {
    const lifted = await liftRestriction(HONEST, { by: 'R. Mori', reason: 'the address was put right' }, parts);
    assert.deepEqual([lifted.state, lifted.decisionId], ['lifted', `${HONEST}/2`]);
    const { evidence, case: known } = await viewCase(HONEST, parts);
    assert.ok(evidence?.hits.some(({ entity }) => entity.id === 'own-notices:1'));
    assert.equal(known.state, 'HOLD');
    await assert.rejects(liftRestriction(HONEST, word, parts), problem('case.note-not-allowed'));
    await folder.importNotices(
      [noticeRow('1', { kanji: '新井久美子', latin: 'Kumiko Arai', born: '1970' })],
      '2016-11-15',
    );
    await runLookBacks(parts);
    const alerted = (await listAlerts({}, parts)).map(({ caseId }) => caseId).sort();
    assert.deepEqual([...new Set(alerted)], [HONEST, 'A-2016-0120']);
  });

  assert.equal((await verifyStore(store, new Map())).firstBroken, undefined);
  assert.deepEqual(await tablesAgainstRecord(store), []);
});

test('two people restrict what two people would erase; an erased case is not restricted', async (t) => {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  const { parts } = folder;
  await folder.prepare();
  await runLookBacks(parts);
  await folder.importNotices([noticeRow('1', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2016-11-13');
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  const states = [word, word, { ...word, by: 'K. Hayashi' }].map(
    (said) => async () => restrictCase(FICTITIOUS, said, parts),
  );
  const told: string[] = [];
  for (const say of states) {
    told.push((await say()).state);
    const keeping = await caseKeeping(FICTITIOUS, parts);
    assert.equal(keeping.restrictionRequest !== undefined, told.at(-1) === 'requested');
  }
  assert.deepEqual(told, ['requested', 'requested', 'restricted']);
  assert.deepEqual([...(await parts.store.restrictedCases())], [FICTITIOUS]);
  const openFor = async (duty: Duty) => (await queueAges(actingAs(duty, parts))).open;
  assert.deepEqual([await openFor('analyst'), await openFor('officer')], [0, 1]);
  await runLookBacks(parts);
  assert.deepEqual(await parts.store.alerts(), []);

  const honest = await folder.application('2016-11-honest.yml');
  await vetApplication(honest, parts);
  await decideCase(HONEST, { by: 'K. Hayashi', outcome: 'WITHDRAWN', reason: 'taken back by the buyer' }, parts);
  folder.playOn('2019-01-01');
  await eraseCase(HONEST, { ...word, isEarly: false }, parts);
  await assert.rejects(restrictCase(HONEST, word, parts), problem('case.note-not-allowed'));
  await assert.rejects(restrictCase('A-0', word, parts), problem('case.not-found'));
});
