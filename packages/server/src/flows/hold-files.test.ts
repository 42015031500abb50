// Files of lists, and the index saved of them, held against what was imported.
import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { sealBlock } from '@sekisho/engine/search/index-format.ts';
import { folderStatus } from './folder-status.ts';
import { filesAgainstEditions } from './hold-files.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

describe('files against editions', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.importNotices([noticeRow('N-1', { kanji: '架空 一郎', latin: 'Kaku Ichiro' })], '2016-11-14');
    await folder.parts.index.over(await folder.parts.store.activeEditions());
  });
  afterEach(() => folder.dispose());

  const filesIn = async (name: string) =>
    (await readdir(path.join(folder.path, name))).map((file) => path.join(folder.path, name, file));

  test('as imported and as made of it', async () => {
    assert.equal((await filesIn('index')).length, 1);
    assert.deepEqual(await filesAgainstEditions(folder.parts), []);
  });

  test('an entry that was renamed in the saved index, with a checksum that fits, is found', async () => {
    const [file = ''] = await filesIn('index');
    const before = await readFile(file);
    const shared = new SharedArrayBuffer(before.length);
    const bytes = Buffer.from(shared);
    before.copy(bytes);
    const place = before.indexOf('ichiro');
    assert.notEqual(place, -1);
    bytes.write('ichika', place);
    sealBlock(shared);
    await writeFile(file, bytes);
    assert.deepEqual(await filesAgainstEditions(folder.parts), [
      `index/${path.basename(file)} is not what the lists in use make: delete it`,
    ]);
    await rm(path.dirname(file), { recursive: true });
    assert.deepEqual(await filesAgainstEditions(folder.parts), []);
  });

  test('a saved index that would not be searched is no difference', async () => {
    const [file = ''] = await filesIn('index');
    await writeFile(file, 'SEKISHO\n');
    assert.deepEqual(await filesAgainstEditions(folder.parts), []);
  });

  test('a list that is gone is told, also while the index that was made of it is whole', async () => {
    for (const file of await filesIn('editions')) if (file.endsWith('.zst')) await rm(file);
    const [difference = '', ...others] = await filesAgainstEditions(folder.parts);
    assert.match(difference, /^own-notices: [0-9a-f]{64}\.jsonl\.zst is missing$/);
    assert.deepEqual(others, []);
    const { sources } = await folderStatus(folder.parts);
    assert.match(sources[0]?.damage ?? '', /is missing$/);
  });
});
