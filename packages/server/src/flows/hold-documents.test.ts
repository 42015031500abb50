import assert from 'node:assert/strict';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { documentsAgainstRecord } from './hold-documents.ts';
import { invented, vetWithDocument } from './testing/case-with-document.ts';
import { openPlayedFolder } from './testing/played-folder.ts';

test('documents that are missing, altered or named by nothing are found, each by its name', async (t) => {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  await folder.prepare();
  assert.deepEqual(await documentsAgainstRecord(folder.parts), []);
  await vetWithDocument(folder, '2016-11-honest.yml', invented('a certificate'));
  assert.deepEqual(await documentsAgainstRecord(folder.parts), []);
  const documents = path.join(folder.path, 'documents');
  const [name = ''] = await readdir(documents);
  const file = path.join(documents, name);
  await writeFile(path.join(documents, 'notes.txt'), 'x');
  assert.deepEqual(await documentsAgainstRecord(folder.parts), [
    'documents/notes.txt is named in nothing that was sealed',
  ]);
  await rm(path.join(documents, 'notes.txt'));
  await writeFile(file, invented('another certificate'));
  const [altered = '', ...others] = await documentsAgainstRecord(folder.parts);
  assert.match(altered, new RegExp(`^documents/${name}, named in entry \\d+: its content does not have the hash`));
  assert.deepEqual(others, []);
  const stranger = `${'ab'.repeat(32)}.document`;
  await rename(file, path.join(documents, stranger));
  const [missing = '', unknown = ''] = await documentsAgainstRecord(folder.parts);
  assert.match(missing, new RegExp(`^documents/${name}, named in entry \\d+: is missing`));
  assert.equal(unknown, `documents/${stranger} is named in nothing that was sealed`);
});
