// A case past its day goes to whom its policy names, once for each day that passed, and the record says so.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { decideCase } from './decide-case.ts';
import { escalateCases } from './escalate-cases.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import { listCases } from './list-cases.ts';
import { noteCase } from './note-case.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const CASE = 'A-2016-0114';

describe('cases past their day', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
  });
  afterEach(() => folder.dispose());

  const vet = async (policy: string) =>
    vetApplication({ ...(await folder.application('2016-11-fictitious-company.yml')), policy }, folder.parts);
  const due = (on: string) => noteCase(CASE, 'S. Kudo', { kind: 'due', on, reason: 'the buyer waits' }, folder.parts);
  const assignee = async () => (await listCases({}, folder.parts))[0]?.assignee;

  test('the policy sets the day when a case is opened, and names who gets it', async () => {
    await vet('controlled-software-worldwide');
    assert.equal((await listCases({}, folder.parts))[0]?.dueOn, '2016-11-24');
    folder.playOn('2016-11-24');
    assert.deepEqual(await escalateCases(folder.parts), []);
    folder.playOn('2016-11-25');
    const [escalated] = await escalateCases(folder.parts);
    assert.deepEqual([escalated?.to, escalated?.dueOn], ['export-control officer', '2016-11-24']);
    assert.equal(await assignee(), 'export-control officer');
    assert.deepEqual(await tablesAgainstRecord(folder.parts.store), []);
  });

  test('once for each day: again the next day it is told already, and a new day can pass again', async () => {
    await vet('jp-only-edition');
    assert.deepEqual(await escalateCases(folder.parts), [], 'without a day nothing passes');
    await due('2016-11-15');
    folder.playOn('2016-11-16');
    assert.equal((await escalateCases(folder.parts)).length, 1);
    folder.playOn('2016-11-17');
    assert.deepEqual(await escalateCases(folder.parts), []);
    await due('2016-11-18');
    folder.playOn('2016-11-21');
    assert.deepEqual(
      (await escalateCases(folder.parts)).map(({ dueOn }) => dueOn),
      ['2016-11-18'],
    );
  });

  test('a case that was closed goes to nobody', async () => {
    await vet('jp-only-edition');
    await due('2016-11-15');
    const word = { by: 'K. Hayashi', reason: 'the buyer took it back', code: 'withdrawn-by-applicant' };
    await decideCase(CASE, { ...word, outcome: 'WITHDRAWN' }, folder.parts);
    folder.playOn('2016-12-01');
    assert.deepEqual(await escalateCases(folder.parts), []);
  });
});
