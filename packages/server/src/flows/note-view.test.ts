import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { noteView } from './note-view.ts';
import { entitiesIn } from './withheld.ts';
import { noticeRow, openPlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const word = { by: 'K. Hayashi', reason: 'work on the queue' };
const listed = (recordId: string, changes: Partial<Entity> = {}): Entity =>
  entityOf({ source: 'un-sc', recordId, schema: 'Person', names: [{ text: 'Invented', kind: 'primary' }], ...changes });

test('a look at data on crimes is sealed with who, what for and which; any other is not', async (t) => {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  const { parts } = folder;
  await folder.prepare();
  await folder.importNotices([noticeRow('1', { han: '陈志远', latin: 'Chen Zhiyuan', born: '1989' })], '2016-11-13');
  const { evidence } = await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  const head = async () => (await parts.store.head())?.sequence ?? 0;
  const before = await head();
  assert.equal(await noteView('A-2016-0114', word, {}, parts), false);
  assert.equal(
    await noteView('A-2016-0114', word, { entities: [listed('1', { topics: ['sanction', 'role.pep'] })] }, parts),
    false,
  );
  assert.equal(await head(), before);
  const wanted = [listed('2', { topics: ['wanted'] }), listed('3', { topics: ['crime.fraud'] }), listed('4')];
  assert.equal(await noteView('A-2016-0114', word, { entities: wanted }, parts), true);
  const [entry] = (await parts.store.entriesUnder('A-2016-0114')).slice(-1);
  assert.equal(entry?.kind, 'protected-data-viewed');
  assert.deepEqual(JSON.parse(entry.payload ?? ''), { ...word, entities: ['un-sc:2', 'un-sc:3'] });
  assert.equal(await head(), before + 1);
  assert.ok(entitiesIn(evidence).some(({ legalStatus }) => 0 < legalStatus.length));
  assert.equal(await noteView('A-2016-0114', word, { evidence }, parts), true);
  for (const changed of [{ by: ' ' }, { reason: '' }])
    await assert.rejects(
      noteView('A-2016-0114', { ...word, ...changed }, { evidence }, parts),
      (error) => error instanceof Problem && error.code === 'case.note-not-allowed',
    );
});
