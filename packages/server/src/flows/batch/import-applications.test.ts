// Buyers of earlier years: each row an application, vetted; what is wrong is told; a second run keeps nothing twice.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { runLookBacks } from '../look-back.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from '../testing/played-folder.ts';
import { importApplications, type PastRequest } from './import-applications.ts';

let folder: PlayedFolder;
beforeEach(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  await folder.importNotices([noticeRow('N-1', { kanji: '架空 一郎' })], '2016-11-14');
  await runLookBacks(folder.parts);
});
afterEach(() => folder.dispose());

const imported = async (name: string, text: string, change: Partial<PastRequest> = {}) => {
  const from = path.join(folder.path, name);
  await writeFile(from, text);
  return importApplications({ from, policy: 'hosting', prefix: 'past', map: [], ...change }, folder.parts);
};

const TABLE = `customer number,氏名,生年月日,国籍,country
7,山田 花子,1980-01-02,jp,jp
8,架空 一郎,1975,,jp
9,,1975,,jp
10,佐藤 次郎,not a day,,jp
11,陳 志遠,,cn,atlantis
`;

test('rows are vetted and kept; wrong ones are told with their line', async () => {
  const { rows, outcomes, known, rejected } = await imported('customers.csv', TABLE, { schema: 'Person' });
  assert.deepEqual([rows, outcomes, known], [5, { review: 2 }, 0]);
  assert.deepEqual(
    rejected.map(({ line, message }) => [line, message]),
    [
      [4, 'batch-row.no-name'],
      [5, 'batch-row.date'],
      [6, 'batch-row.country'],
    ],
  );
  const stored = await folder.parts.store.application('past-8');
  assert.deepEqual(stored?.application?.parties[0], {
    id: 'buyer',
    roles: ['buyer'],
    schema: 'Person',
    names: [{ text: '架空 一郎', kind: 'primary' }],
    birthDate: '1975',
    country: 'jp',
  });
  assert.equal((await folder.parts.store.case('past-8'))?.state, 'HOLD');
});

test('imported again, nothing is kept twice; a row that says something else is a revision', async () => {
  await imported('customers.csv', TABLE, { schema: 'Person' });
  const again = await imported('customers.csv', TABLE.replace('1980-01-02', '1981-01-02'), { schema: 'Person' });
  assert.deepEqual([again.known, again.outcomes], [1, { review: 1 }]);
  assert.equal((await folder.parts.store.application('past-7'))?.revision, 2);
});

test('a notice of tomorrow finds the buyer of yesterday', async () => {
  await imported('customers.csv', TABLE, { schema: 'Person', receivedOn: '2009-04-01' });
  folder.playOn('2016-11-15');
  await folder.importNotices(
    [noticeRow('N-1', { kanji: '架空 一郎' }), noticeRow('N-2', { kanji: '山田 花子' })],
    '2016-11-15',
  );
  await runLookBacks(folder.parts);
  assert.deepEqual(
    (await folder.parts.store.alerts()).map(({ applicationId, entityId }) => [applicationId, entityId]),
    [['past-7', 'own-notices:N-2']],
  );
});

test('whole applications, a line each', async () => {
  const honest = await folder.application('2016-11-honest.yml');
  const lines = [JSON.stringify(honest), JSON.stringify({ ...honest, id: 'A-2', parties: [] }), '{"parties":'];
  const { outcomes, rejected } = await imported('past.jsonl', `${lines.join('\n')}\n`);
  assert.deepEqual(outcomes, { approve: 1 });
  assert.deepEqual(
    rejected.map(({ line, message }) => [line, message]),
    [
      [2, 'problem.application.invalid'],
      [3, 'problem.application.unreadable'],
    ],
  );
});

test('an unknown policy and an empty table are refused', async () => {
  await assert.rejects(
    imported('a.csv', TABLE, { policy: 'none' }),
    (error) => error instanceof Problem && error.code === 'policy.not-found',
  );
  await assert.rejects(
    imported('b.csv', 'name\n'),
    (error) => error instanceof Problem && error.code === 'file.unexpected',
  );
});
