// Entries of several lists as one party, and what people say of them, on the record.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { judgeEntities, showEntity } from './merge-entities.ts';
import { screenSubject } from './screen-name.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

let folder: PlayedFolder;

before(async () => {
  folder = await openPlayedFolder();
  await folder.importNotices(
    [noticeRow('N-1', { latin: 'Arvad Testiev', born: '1971-03-05' }), noticeRow('N-2', { latin: 'Arvad Testyev' })],
    '2016-11-14',
  );
});

after(() => folder.dispose());

const request = {
  one: 'own-notices:N-2',
  other: 'own-notices:N-1',
  verdict: 'join',
  reason: 'one photograph stands with both',
  by: 'A. Analyst',
} as const;

const idsOf = async (id: string) =>
  (await showEntity(id, folder.parts)).merged.entries.map(({ entity }) => entity.recordId);

test('two entries that a person joins are one party in every answer, until they are split', async () => {
  assert.deepEqual(await idsOf('own-notices:N-1'), ['N-1']);
  const { judgements } = await judgeEntities(request, folder.parts);
  assert.equal(judgements[0]?.one, 'own-notices:N-1');
  assert.deepEqual(await idsOf('own-notices:N-2'), ['N-1', 'N-2']);
  const settings = { minScore: 0.7, limit: 10 };
  const found = await screenSubject(subjectNamed('Arvad Testiev', 'Person'), settings, folder.parts);
  assert.equal(found.hits.length, 2);
  assert.deepEqual(
    found.parties.map(({ entries }) => entries.length),
    [2],
  );
  await judgeEntities({ ...request, verdict: 'split', reason: 'two photographs' }, folder.parts);
  assert.deepEqual(await idsOf('own-notices:N-1'), ['N-1']);
  const sealed = (await folder.parts.store.entries({ from: 1, limit: 100 })).filter(
    ({ kind }) => kind === 'entities-judged',
  );
  assert.deepEqual(
    sealed.map(({ payload = '' }) => (JSON.parse(payload) as { reason: string }).reason),
    ['one photograph stands with both', 'two photographs'],
  );
});

const refused = [
  { says: 'an entry that no list has', change: { other: 'own-notices:N-9' }, code: 'entity.not-found' },
  { says: 'an entry and itself', change: { other: 'own-notices:N-2' }, code: 'merge.contradiction' },
  { says: 'no reason', change: { reason: ' ' }, code: 'command.usage' },
  { says: 'nobody', change: { by: '' }, code: 'command.usage' },
];
for (const { says, change, code } of refused)
  test(`refused: ${says}`, async () => {
    const before = await folder.parts.store.mergeJudgements();
    await assert.rejects(
      judgeEntities({ ...request, ...change }, folder.parts),
      (error) => error instanceof Problem && error.code === code,
    );
    assert.deepEqual(await folder.parts.store.mergeJudgements(), before);
  });
