// What a change of a list means for what was applied for, when the editions have not the same files or an entry has ended.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { runLookBacks } from './look-back.ts';
import type { Parts } from './parts.ts';
import { importInvented, inventedImporter, SOURCE, type Content, type Line } from './testing/invented-list.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const listed: Line = { recordId: '1', name: 'Kaku Saburo' };
const other: Line = { recordId: '2', name: 'Nobody At All' };
const alias = { recordId: '1', name: 'Zentaro Quillfeather' };

describe('news from a list', () => {
  let folder: PlayedFolder;
  let parts: Parts;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    parts = { ...folder.parts, listImporters: new Map([...folder.parts.listImporters, [SOURCE, inventedImporter()]]) };
  });
  afterEach(() => folder.dispose());

  const importing = (content: Content, day: string) => {
    folder.playOn(day);
    return importInvented(content, day, { folder: folder.path, parts, importer: inventedImporter(), accept: 'a test' });
  };
  const orderOf = async (contact: string) => ({
    ...(await folder.application('2016-11-honest.yml')),
    id: 'A-1',
    payment: { payerName: contact },
  });
  const vet = async (contact: string) => (await vetApplication(await orderOf(contact), parts)).evidence;
  const alerts = async () =>
    (await runLookBacks(parts)).flatMap((run) => run.alerts.map(({ entityId, change }) => [entityId, change]));

  test('a file that is lacking is no news, and what changed in it meanwhile is news when it is there again', async () => {
    await importing({ main: [listed, other], alt: [alias] }, '2016-11-14');
    assert.equal((await vet(alias.name)).hits.length, 1);
    await runLookBacks(parts);
    await importing({ main: [listed, other] }, '2016-11-15');
    assert.deepEqual(await alerts(), [], 'the alias is not there, which nobody took off');
    await importing({ main: [listed, other], alt: [alias] }, '2016-11-16');
    assert.deepEqual(await alerts(), [], 'it says what it said before');
    await importing({ main: [listed, other] }, '2016-11-17');
    assert.deepEqual(await alerts(), []);
    await importing({ main: [listed, other], alt: [alias, { recordId: '2', name: alias.name }] }, '2016-11-18');
    assert.deepEqual(await alerts(), [[`${SOURCE}:2`, 'changed']], 'an alias that came while the file was lacking');
  });

  test('a list that never had the file: all that stands in it is new', async () => {
    await importing({ main: [listed, other] }, '2016-11-14');
    assert.equal((await vet(alias.name)).hits.length, 0);
    await runLookBacks(parts);
    await importing({ main: [listed, other], alt: [alias] }, '2016-11-15');
    assert.deepEqual(await alerts(), [[`${SOURCE}:1`, 'changed']]);
  });

  test('an entry that changed in what both editions have, and is hit by what only one has, raises nothing', async () => {
    await importing({ main: [listed, other], alt: [alias] }, '2016-11-14');
    assert.equal((await vet(alias.name)).hits.length, 1);
    await runLookBacks(parts);
    await importing({ main: [{ ...listed, positions: ['clerk'] }, other] }, '2016-11-15');
    assert.deepEqual(await alerts(), []);
    await importing({ main: [other] }, '2016-11-16');
    assert.deepEqual(await alerts(), [[`${SOURCE}:1`, 'removed']], 'that it left the list is told');
  });

  test('an entry that its list keeps as delisted is no hit: for information alone', async () => {
    await importing({ main: [listed, other] }, '2016-11-14');
    const before = await vet(listed.name);
    assert.deepEqual([before.hits.length, before.formerHits], [1, undefined]);
    await runLookBacks(parts);
    const ended = { ...listed, delistedOn: '2016-11-15' };
    await importing({ main: [ended, other] }, '2016-11-15');
    assert.deepEqual(await alerts(), [[`${SOURCE}:1`, 'changed']], 'that it ended is told');
    const { evidence, decision } = await vetApplication(await orderOf(listed.name), parts);
    assert.deepEqual(evidence.hits, []);
    assert.deepEqual(
      evidence.formerHits?.map(({ entity }) => [entity.id, entity.delistedOn]),
      [[`${SOURCE}:1`, '2016-11-15']],
    );
    assert.ok(decision.findings.every(({ message }) => !message.startsWith('hit-')));
    assert.deepEqual(evidence.paths, []);
    await importing({ main: [{ ...ended, remarks: ['a note'] }, other] }, '2016-11-16');
    assert.deepEqual(await alerts(), [], 'what is said of it later is no news');
    await importing({ main: [listed, other] }, '2016-11-17');
    assert.deepEqual(await alerts(), [[`${SOURCE}:1`, 'changed']], 'that it is in force again is');
  });

  test('an entry that will be delisted is in force until then', async () => {
    await importing({ main: [{ ...listed, delistedOn: '2016-11-16' }, other] }, '2016-11-14');
    folder.playOn('2016-11-15');
    assert.equal((await vet(listed.name)).hits.length, 1);
    folder.playOn('2016-11-16');
    assert.equal((await vet(listed.name)).hits.length, 0);
  });
});
