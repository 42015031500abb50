// Vetting: what opens a case, what moves it, and that an import in the middle is in the decision or in the look-back.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { importEdition } from './import-edition.ts';
import { IndexHolder, type IndexSnapshot } from './index-holder.ts';
import { runLookBacks } from './look-back.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

describe('vetting an application', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
  });
  afterEach(() => folder.dispose());

  const honest = () => folder.application('2016-11-honest.yml');

  test('an approve is accepted by itself, and so is the same order decided again', async () => {
    const first = await vetApplication(await honest(), folder.parts);
    assert.deepEqual([first.case.state, first.revision, first.decisionId], ['ACCEPT', 1, 'A-2016-0113/1']);
    const again = await vetApplication(await honest(), folder.parts);
    assert.deepEqual([again.case.state, again.revision, again.decisionId], ['ACCEPT', 1, 'A-2016-0113/2']);
  });

  test('an order that was once proposed to be refused is never accepted by itself, however it is corrected', async () => {
    const wrong = { ...(await honest()), answers: [{ question: 'resale', answer: 'yes' }] };
    assert.equal((await vetApplication(wrong, folder.parts)).decision.outcome, 'refuse');
    const unclear = { ...(await honest()), answers: [{ question: 'resale', answer: 'perhaps' }] };
    assert.equal((await vetApplication(unclear, folder.parts)).decision.outcome, 'review');
    const corrected = await vetApplication(await honest(), folder.parts);
    assert.deepEqual([corrected.decision.outcome, corrected.case.state, corrected.revision], ['approve', 'HOLD', 3]);
  });

  test("a person's refusal stays, whatever is proposed later", async () => {
    await vetApplication(await honest(), folder.parts);
    await refuseCase('A-2016-0113', folder.parts);
    assert.equal((await vetApplication(await honest(), folder.parts)).case.state, 'REFUSE');
  });

  test('an accepted case whose lists have gone stale is on hold when it is vetted again', async () => {
    await vetApplication(await honest(), folder.parts);
    folder.playOn('2017-11-14');
    const later = await vetApplication(await honest(), folder.parts);
    assert.deepEqual([later.decision.outcome, later.case.state], ['review', 'HOLD']);
  });

  test('a list that comes into use while an application is vetted is in its decision', async () => {
    await folder.importNotices([noticeRow('N-1', { kanji: '架空 一郎' })], '2016-11-14');
    const newer = [noticeRow('N-1', { kanji: '架空 一郎' }), noticeRow('N-2', { kanji: '新井 久美子' })];
    /** Imports once, after the index was handed out and before the decision is saved. */
    class OvertakenIndex extends IndexHolder {
      overtaken = false;
      override async over(active: readonly ActiveEdition[]): Promise<IndexSnapshot> {
        const snapshot = await super.over(active);
        if (!this.overtaken) {
          this.overtaken = true;
          await folder.importNotices(newer, '2016-11-14', folder.parts);
          await runLookBacks(folder.parts);
        }
        return snapshot;
      }
    }
    const index = new OvertakenIndex(folder.parts);
    const { evidence, decision } = await vetApplication(await honest(), { ...folder.parts, index });
    assert.deepEqual(
      evidence.hits.map(({ entity }) => entity.id),
      ['own-notices:N-2'],
    );
    assert.equal(decision.outcome, 'review');
  });

  test('a list that its publisher, a day ahead of the clock, dated tomorrow is in the decision', async () => {
    await folder.importNotices([noticeRow('N-2', { kanji: '新井 久美子' })], '2016-11-15');
    const { evidence, decision } = await vetApplication(await honest(), folder.parts);
    assert.deepEqual(
      evidence.hits.map(({ entity }) => entity.id),
      ['own-notices:N-2'],
    );
    assert.equal(decision.outcome, 'review');
  });

  test('a list in use of a later day than that, and one said to be current on a later day, are gaps', async () => {
    folder.playOn('2030-01-01');
    await folder.importNotices([noticeRow('N-1', { kanji: '架空 一郎' })], '2030-01-01');
    const un = {
      source: 'un-sc',
      files: [folder.file('lists/consolidated.xml')],
      publishedOn: '2016-11-10',
      by: 'test',
    };
    await importEdition({ ...un, confirmedCurrentOn: '2030-01-01' }, folder.parts);
    folder.playOn('2016-11-14');
    const { evidence, decision } = await vetApplication(await honest(), folder.parts);
    assert.deepEqual(
      evidence.gaps.map(({ kind, subject }) => `${kind} ${subject}`),
      ['source-missing own-notices', 'source-stale un-sc'],
    );
    assert.equal(evidence.gaps[1]?.detail, 'said to be current on a day to come, 2030-01-01');
    assert.equal(decision.outcome, 'review');

    const corrected = await importEdition(
      { ...un, confirmedCurrentOn: '2016-11-14', accept: 'the clock was wrong' },
      folder.parts,
    );
    assert.equal(corrected.confirmedCurrentOn, '2016-11-14');
    const later = await vetApplication(await honest(), folder.parts);
    assert.deepEqual(
      later.evidence.gaps.map(({ subject }) => subject),
      ['own-notices'],
    );
  });
});
