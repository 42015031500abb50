// What raises alerts besides lists, registers and incidents: rules that change, what ends with time, refused buyers who come back.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { disposeHit } from './dispose-hit.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import { runLookBacks } from './look-back.ts';
import type { Parts } from './parts.ts';
import { readApplication } from './read-application.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

const HONEST = 'A-2016-0113';
const theContact = noticeRow('N-1', { kanji: '新井 久美子' });

describe('alerts', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
    await runLookBacks(folder.parts);
  });
  afterEach(() => folder.dispose());

  const vet = async (changes: object = {}, parts: Parts = folder.parts) =>
    vetApplication({ ...(await folder.application('2016-11-honest.yml')), ...changes }, parts);
  const alerts = () => folder.parts.store.alerts();
  const told = async () =>
    (await alerts()).map(({ kind, applicationId, change }) => `${kind ?? 'edition'} ${applicationId} ${change}`);
  const state = async (id = HONEST) => (await folder.parts.store.case(id))?.state;
  const isWhole = async () => assert.deepEqual(await tablesAgainstRecord(folder.parts.store), []);

  test('a policy in another version: what it makes of the past is told once, with before and after', async () => {
    const { policy, text } = folder.parts.policies.get('jp-only-edition') ?? assert.fail();
    await vet();
    await vet({ id: 'A-2' });
    assert.deepEqual(await runLookBacks(folder.parts), [], 'nothing changed');
    const rule = {
      ...(policy.rules[0] ?? assert.fail()),
      id: 'nobody-buys',
      when: 'true',
      outcome: 'review' as const,
      facts: {},
    };
    const next = { ...policy, version: policy.version + 1, sha256: 'f'.repeat(64), rules: [...policy.rules, rule] };
    const parts = {
      ...folder.parts,
      policies: new Map([['jp-only-edition', { policy: next, text, origin: 'own' as const }]]),
    };
    await runLookBacks(parts);
    assert.deepEqual(await told(), [`policy A-2 changed`, `policy ${HONEST} changed`]);
    const [alert] = await alerts();
    assert.deepEqual([alert?.verdictBefore, alert?.verdictAfter], ['approve', 'review (nobody-buys)']);
    assert.deepEqual([alert?.fromEditionId, alert?.toEditionId], [policy.sha256, next.sha256]);
    assert.equal(await state(), 'HOLD');
    assert.deepEqual(await runLookBacks(parts), []);
    await vet({}, parts);
    await runLookBacks(folder.parts);
    assert.equal(
      (await alerts()).length,
      3,
      'back to the rules of before is a change too, of what was decided under the others',
    );
    await isWhole();
  });

  test('another matcher: hits that it finds, and those that it finds no more', async () => {
    await folder.importNotices([theContact], '2016-11-14');
    const strict = withMinScore(folder.parts, 0.999);
    await vet({}, strict);
    assert.equal(await state(), 'ACCEPT');
    await folder.parts.store.write(async (writer) => {
      for (const lookBack of await writer.lookBacks('owed')) await writer.saveLookBack({ ...lookBack, state: 'done' });
    }); // as if the list had come in before there was a matcher that finds it
    const renewed = { ...folder.parts, engineVersion: 'another' };
    await runLookBacks(renewed);
    assert.deepEqual(await told(), [`engine ${HONEST} added`]);
    const [alert] = await alerts();
    assert.deepEqual(
      [alert?.entityId, alert?.scoreBefore, typeof alert?.scoreAfter],
      ['own-notices:N-1', undefined, 'number'],
    );
    await runLookBacks({ ...renewed, engineVersion: 'a third' });
    assert.equal((await alerts()).length, 1, 'what an alert told is no news');
    await vet({}, renewed);
    await runLookBacks({ ...withMinScore(folder.parts, 0.999), engineVersion: 'a fourth' });
    assert.deepEqual(await told(), [`engine ${HONEST} added`, `engine ${HONEST} removed`]);
  });

  test('a clearance at its end opens its case again, and those that rest on it', async () => {
    await folder.importNotices([theContact], '2016-11-14');
    await runLookBacks(folder.parts);
    await vet();
    const word = {
      verdict: 'false-positive',
      ground: 'other-birth-date',
      reason: 'born in another year',
      by: 'K. Hayashi',
    };
    await disposeHit(
      HONEST,
      { ...word, party: 'contact', entityId: 'own-notices:N-1', until: '2016-11-20' },
      folder.parts,
    );
    await vet({ id: 'A-2' });
    folder.playOn('2016-11-20');
    assert.deepEqual(await runLookBacks(folder.parts), []);
    folder.playOn('2016-11-21');
    await runLookBacks(folder.parts);
    assert.deepEqual(await told(), ['clearance A-2 changed', `clearance ${HONEST} changed`]);
    assert.deepEqual([await state(), await state('A-2')], ['HOLD', 'HOLD']);
    assert.equal((await alerts())[0]?.verdictAfter, 'ended on 2016-11-20');
    assert.deepEqual(await runLookBacks(folder.parts), [], 'once');
    await isWhole();
  });

  test('what a register confirmed too long ago is to be confirmed anew, unless it was renewed', async () => {
    const loaded = folder.parts.policies.get('jp-only-edition') ?? assert.fail();
    const policy = { ...loaded.policy, confirmationDays: 10 };
    const parts = { ...folder.parts, policies: new Map([['jp-only-edition', { ...loaded, policy }]]) };
    await vet({}, parts);
    await vet({ id: 'A-2' }, parts);
    await refuseCase('A-2', parts);
    folder.playOn('2016-11-24');
    assert.deepEqual(await runLookBacks(parts), []);
    folder.playOn('2016-11-25');
    await runLookBacks(parts);
    assert.deepEqual(await told(), [`confirmation ${HONEST} changed`], 'a refused order rests on nothing');
    const [alert] = await alerts();
    assert.deepEqual([alert?.source, alert?.verdictAfter], ['jp-nta', 'older than 10 days']);
    assert.deepEqual(await runLookBacks(parts), []);
  });

  test('a refused buyer who comes back under another name: told when the new order comes, and shown on the earlier one', async () => {
    const [buyer, contact] = (await folder.application('2016-11-honest.yml'))['parties'] as [object, object];
    const phones = { phones: ['03-9999-0001'] };
    await vet({ parties: [{ ...buyer, ...phones }, contact] });
    await refuseCase(HONEST, folder.parts);
    const renamed = { ...buyer, ...phones, names: [{ text: '架空商事' }], identifiers: [] };
    await vet({ id: 'A-2', parties: [renamed, contact] });
    await vet({ id: 'A-2', parties: [renamed, contact] });
    await vet({ id: 'A-3', parties: [{ ...buyer, ...phones }, contact] });
    assert.deepEqual(await told(), ['re-application A-2 added'], 'once, and not of the same buyer');
    assert.equal((await alerts())[0]?.entityId, HONEST);
    assert.deepEqual([await state('A-2'), await state()], ['HOLD', 'REFUSE']);
    const { reApplied } = await readApplication(HONEST, folder.parts);
    assert.deepEqual(
      reApplied.map(({ applicationId }) => applicationId),
      ['A-2'],
    );
    await isWhole();
  });

  test('once more since a day: only what no alert has told', async () => {
    await vet();
    folder.playOn('2016-11-15');
    await folder.importNotices([theContact], '2016-11-15');
    await runLookBacks(folder.parts);
    assert.deepEqual(await told(), [`edition ${HONEST} added`]);
    await vet({ id: 'A-2' });
    await runLookBacks(folder.parts, { since: '2016-11-15' });
    assert.equal((await alerts()).length, 1, 'an alert told the first, the other was decided with it');
    folder.playOn('2016-11-16');
    const changed = noticeRow('N-1', { kanji: '新井 久美子', born: '1980' });
    await folder.importNotices([changed], '2016-11-16');
    await folder.parts.store.write(async (writer) => {
      for (const lookBack of await writer.lookBacks('owed')) await writer.saveLookBack({ ...lookBack, state: 'done' });
    });
    await runLookBacks(folder.parts, { since: '2016-11-17' });
    assert.equal((await alerts()).length, 1, 'nothing changed since');
    await runLookBacks(folder.parts, { since: '2016-11-16' });
    assert.deepEqual(await told(), [`edition ${HONEST} added`, 'edition A-2 changed', `edition ${HONEST} changed`]);
    await runLookBacks(folder.parts, { since: '2016-11-15' });
    assert.equal((await alerts()).length, 3);
  });
});

function withMinScore(parts: Parts, minScore: number): Parts {
  const policies = [...parts.policies].map(
    ([id, loaded]) => [id, { ...loaded, policy: { ...loaded.policy, minScore } }] as const,
  );
  return { ...parts, policies: new Map(policies) };
}
