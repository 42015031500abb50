// Cases of several ages and an alert on one of them in, what is counted of them for the pictures of the queue and of the alerts out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { alertCounts } from './alert-counts.ts';
import { caseQueue } from './case-queue.ts';
import { decideCase } from './decide-case.ts';
import { runLookBacks } from './look-back.ts';
import { noteCase } from './note-case.ts';
import { queueAges } from './queue-ages.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

let folder: PlayedFolder;
before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  await runLookBacks(folder.parts);
});
after(() => folder.dispose());

/** `0–1: overdue/soon/later/undated` of the bands in which there is something. */
async function bands(): Promise<readonly string[]> {
  const { bands: all } = await queueAges(folder.parts);
  return all
    .map(({ from, to, overdue, soon, later, undated }) => ({
      days: `${from}–${to ?? ''}`,
      of: [overdue, soon, later, undated],
    }))
    .filter(({ of }) => of.some((count) => 0 < count))
    .map(({ days, of }) => `${days}: ${of.join('/')}`);
}

test('an open case is counted by its age and its due day, until it is decided; an alert, until the case is decided again', async () => {
  const { parts } = folder;
  assert.deepEqual(await queueAges(parts).then(({ open, oldestDays }) => [open, oldestDays]), [0, undefined]);
  const vet = async (id: string, file: string) => vetApplication({ ...(await folder.application(file)), id }, parts);
  await vet('F-1', '2016-11-fictitious-company.yml');
  folder.playOn('2016-11-18');
  await vet('F-2', '2016-11-fictitious-company.yml');
  await vet('A-1', '2016-11-honest.yml');
  const due = (id: string, on: string) =>
    noteCase(id, 'K. Hayashi', { kind: 'due', on, reason: 'asked for by sales' }, parts);
  await due('F-1', '2016-11-17');
  await due('F-2', '2016-11-21');
  assert.equal((await queueAges(parts)).oldestDays, 4);
  assert.deepEqual(await bands(), ['0–1: 0/1/0/0', '4–7: 1/0/0/0']);
  await due('F-1', '2016-12-24');
  folder.playOn('2017-01-18');
  assert.deepEqual(await bands(), ['31–: 2/0/0/0']);

  const only = await caseQueue({ ids: ['F-2', 'nowhere'], state: 'HOLD' }, { limit: 5 }, parts);
  assert.deepEqual(
    only.items.map(({ id }) => id),
    ['F-2'],
  );

  const reason = 'looked at and found in order';
  await folder.importNotices([noticeRow('N-1', { kanji: '新井 久美子' })], '2017-01-17');
  await runLookBacks(parts);
  assert.deepEqual(await alertCounts(parts), [{ source: 'own-notices', waiting: 1, dealtWith: 0 }]);
  folder.playOn('2017-01-19');
  await decideCase('A-1', { outcome: 'WITHDRAWN', by: 'K. Hayashi', reason }, parts);
  assert.deepEqual(await alertCounts(parts), [{ source: 'own-notices', waiting: 0, dealtWith: 1 }]);
});
