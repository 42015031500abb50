// Old editions of registers: which files go, what keeps them, what the record says, and that nothing is missed afterwards.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { runLookBacks } from './look-back.ts';
import { lookUpCompany } from './look-up-company.ts';
import { prunableRegisters, pruneRegisters } from './prune-registers.ts';
import { replayDecision } from './replay-decision.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

let folder: PlayedFolder;
beforeEach(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
});
afterEach(() => folder.dispose());

const all = (keep: number) => ({ registers: ['jp-nta'], keep });
const told = async (keep: number) =>
  (await prunableRegisters(all(keep), folder.parts)).map(({ publishedOn, keptFor = 'goes' }) => [publishedOn, keptFor]);
const filesThere = async () => (await readdir(path.join(folder.path, 'registers'))).length;

/** A company that is renamed each day. */
const rowOf = (day: string) =>
  `1,4800001000022,11,0,${day},2016-11-11,"有限会社みなと活版${day.slice(-2)}",,302,"神奈川県","横浜市中区","海岸通９丁目２番地",,14,104,2310002,,,,,,,2015-10-05,1,,,,,,0`;

/** Differences of three days on top of what is there. */
async function threeDays(): Promise<void> {
  for (const day of ['2016-11-15', '2016-11-16', '2016-11-17']) {
    folder.playOn(day);
    await folder.importDiff([rowOf(day)], day);
    await runLookBacks(folder.parts);
  }
}

test('the one in use stays, as many before it as are asked for, and those that a look-back owed compares', async () => {
  await threeDays();
  const days = ['2016-10-31', '2016-11-14', '2016-11-15', '2016-11-16', '2016-11-17'];
  const expected = (...reasons: string[]) => days.map((day, index) => [day, reasons[index]]);
  assert.deepEqual(await told(0), expected('goes', 'goes', 'goes', 'goes', 'in-use'));
  assert.deepEqual(await told(2), expected('goes', 'goes', 'asked', 'asked', 'in-use'));
  assert.deepEqual(await told(9), expected('asked', 'asked', 'asked', 'asked', 'in-use'));
  folder.playOn('2016-11-18');
  await folder.importDiff([rowOf('2016-11-18')], '2016-11-18');
  assert.deepEqual((await told(0)).slice(-2), [
    ['2016-11-17', 'look-back'],
    ['2016-11-18', 'in-use'],
  ]);
  assert.equal(await filesThere(), 6, 'asking deletes nothing');
});

test('what goes is sealed, gone, and missed by nobody: look-ups, vetting, replay, the next difference', async () => {
  const { decisionId } = await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
  await threeDays();
  const files = await pruneRegisters({ ...all(0), by: 'K. Hayashi' }, folder.parts);
  assert.equal(await filesThere(), 1);
  const [head] = (await folder.parts.store.entriesAbout(['jp-nta'])).slice(-1);
  const payload = JSON.parse(head?.payload ?? '{}') as { by: string; editions: { editionId: string; bytes: number }[] };
  assert.deepEqual([head?.kind, payload.by], ['register-pruned', 'K. Hayashi']);
  assert.deepEqual(
    payload.editions.map(({ editionId, bytes }) => [editionId, bytes]),
    files.filter(({ keptFor }) => keptFor === undefined).map(({ editionId, bytes }) => [editionId, bytes]),
  );
  assert.ok(payload.editions.every(({ bytes }) => 0 < bytes));
  assert.equal((await replayDecision(decisionId, folder.parts)).same, true);
  const [answer] = await lookUpCompany(
    '有限会社みなと活版17',
    { registers: ['jp-nta'], limit: 5, minScore: 0.7 },
    folder.parts,
  );
  assert.equal(answer?.companies.length, 1);
  folder.playOn('2016-11-18');
  const { edition } = await folder.importDiff([rowOf('2016-11-18')], '2016-11-18');
  assert.equal(edition.complete, true);
  await runLookBacks(folder.parts);
  const before = (await folder.parts.store.head())?.sequence;
  assert.deepEqual(
    await pruneRegisters({ ...all(1), by: 'K. Hayashi' }, folder.parts),
    await prunableRegisters(all(1), folder.parts),
  );
  assert.equal((await folder.parts.store.head())?.sequence, before, 'nothing went, nothing is sealed');
});
