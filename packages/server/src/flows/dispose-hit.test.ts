// Disposing of hits: a false positive is cleared for both sides as they stand, and comes back when either says something else.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { disposeHit, type DispositionRequest } from './dispose-hit.ts';
import { listCases } from './list-cases.ts';
import { runLookBacks } from './look-back.ts';
import { noteCase } from './note-case.ts';
import { replayDecision } from './replay-decision.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const CASE = 'A-2016-0113';
const ENTRY = 'own-notices:N-1';
const request: DispositionRequest = {
  party: 'contact',
  entityId: ENTRY,
  verdict: 'false-positive',
  ground: 'other-birth-date',
  reason: 'born in another year, by her passport',
  by: 'K. Hayashi',
};

describe('disposing of a hit', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
    await folder.importNotices([noticeRow('N-1', { kanji: '新井 久美子' })], '2016-11-14');
  });
  afterEach(() => folder.dispose());

  const vet = async (change: object = {}) =>
    vetApplication({ ...(await folder.application('2016-11-honest.yml')), ...change }, folder.parts);
  const dispose = (change: Partial<DispositionRequest> = {}) =>
    disposeHit(CASE, { ...request, ...change }, folder.parts);

  test('the case is decided anew without it, and the decision says who cleared what until when', async () => {
    const before = await vet();
    assert.deepEqual([before.decision.outcome, before.case.state], ['review', 'HOLD']);
    const { decision, evidence, case: known, decisionId } = await dispose();
    assert.deepEqual([decision.outcome, known.state], ['approve', 'ACCEPT']);
    assert.deepEqual(evidence.hits, []);
    const [cleared] = evidence.clearedHits ?? [];
    assert.deepEqual(
      [cleared?.entity.id, cleared?.clearance.by, cleared?.clearance.ground, cleared?.clearance.until],
      [ENTRY, 'K. Hayashi', 'other-birth-date', '2017-11-14'],
    );
    assert.equal((await replayDecision(decisionId, folder.parts)).same, true);
  });

  test('the next order of the same buyer is not held up by it', async () => {
    await vet();
    await dispose();
    const next = await vet({ id: 'A-2016-0200' });
    assert.equal(next.decision.outcome, 'approve');
    assert.equal(next.evidence.clearedHits?.[0]?.clearance.caseId, CASE);
  });

  test('a party that says something else is another one to compare', async () => {
    await vet();
    await dispose();
    const { parties } = (await folder.application('2016-11-honest.yml')) as { parties: { id: string }[] };
    const born = parties.map((party) => (party.id === 'contact' ? { ...party, birthDate: '1980' } : party));
    const changed = await vet({ id: 'A-2016-0201', parties: born });
    assert.equal(changed.evidence.clearedHits, undefined);
    assert.deepEqual(
      changed.evidence.hits.map(({ entity }) => entity.id),
      [ENTRY],
    );
  });

  test('an entry that says something else raises an alert; one that says the same does not', async () => {
    await vet();
    await dispose();
    folder.playOn('2016-11-15');
    await folder.importNotices(
      [noticeRow('N-1', { kanji: '新井 久美子' }), noticeRow('N-2', { kanji: '架空 一郎' })],
      '2016-11-15',
    );
    await runLookBacks(folder.parts);
    assert.deepEqual(await folder.parts.store.alerts(), []);
    folder.playOn('2016-11-16');
    await folder.importNotices([noticeRow('N-1', { kanji: '新井 久美子', latin: 'ARAI Kumiko' })], '2016-11-16');
    await runLookBacks(folder.parts);
    const alerts = await folder.parts.store.alerts();
    assert.deepEqual(
      alerts.map(({ applicationId, party, entityId }) => [applicationId, party, entityId]),
      [[CASE, 'contact', ENTRY]],
    );
  });

  test('a clearance ends, and what is not false clears nothing', async () => {
    await vet();
    await dispose({ until: '2016-11-20' });
    folder.playOn('2016-11-20');
    assert.equal((await vet()).evidence.hits.length, 0);
    folder.playOn('2016-11-21');
    assert.equal((await vet()).evidence.hits.length, 1);
    await dispose();
    assert.equal((await vet()).evidence.hits.length, 0);
    const { evidence } = await dispose({ verdict: 'undetermined', ground: 'too-little-known' });
    assert.equal(evidence.hits.length, 1, 'the last word counts');
  });

  for (const [change, says] of [
    [{ entityId: 'own-notices:N-9' }, /no such hit/],
    [{ party: 'nobody' }, /no such hit/],
    [{ verdict: 'innocent' }, /a verdict is one of/],
    [{ ground: 'a feeling' }, /a ground is one of/],
    [{ reason: 'no' }, /at least 10 characters/],
    [{ by: ' ' }, /name them/],
    [{ until: '2016-11-13' }, /in the past/],
    [{ until: '2019-01-01' }, /until 2017-11-14 at most/],
    [{ until: 'tomorrow' }, /no day/],
  ] as const)
    test(`${JSON.stringify(change)} is refused and leaves everything as it was`, async () => {
      await vet();
      await assert.rejects(dispose(change), (error: unknown) => {
        assert.ok(error instanceof Problem && error.code === 'case.disposition-not-allowed');
        assert.match(String(error.facts['reason']), says);
        return true;
      });
      assert.deepEqual(await folder.parts.store.caseNotes(CASE), []);
      assert.equal((await folder.parts.store.decisions(CASE)).length, 1);
    });

  test('notes say who works on a case and until when; cases are listed the longest due first', async () => {
    await vet();
    await vet({ id: 'A-2016-0202' });
    const note = (caseId: string, request: Parameters<typeof noteCase>[2]) =>
      noteCase(caseId, 'M. Ota', request, folder.parts);
    await note(CASE, { kind: 'assigned', to: 'K. Hayashi' });
    await note(CASE, { kind: 'due', on: '2016-11-30', reason: 'the ship leaves on the first' });
    await note('A-2016-0202', { kind: 'due', on: '2016-11-10', reason: 'the ship has left' });
    await note('A-2016-0202', { kind: 'no-tip-off', isSet: true, reason: 'asked for by the police, art. 197' });
    const listed = await listCases({}, folder.parts);
    assert.deepEqual(
      listed.map(({ id, assignee, dueOn, noTipOff }) => [id, assignee, dueOn, noTipOff]),
      [
        ['A-2016-0202', undefined, '2016-11-10', true],
        [CASE, 'K. Hayashi', '2016-11-30', false],
      ],
    );
    assert.deepEqual(
      (await listCases({ overdue: true }, folder.parts)).map(({ id }) => id),
      ['A-2016-0202'],
    );
    await assert.rejects(note(CASE, { kind: 'due', on: 'soon', reason: 'because' }), /case.note-not-allowed|no day/);
    await assert.rejects(note('A-none', { kind: 'commented', text: 'hello' }), /case.not-found|no case/);
  });
});
