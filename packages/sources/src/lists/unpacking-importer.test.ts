import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { familyImporter, listImporters, ownListImporter } from '../catalogue.ts';
import type { ListImporter, ListReading, SourceFile } from '../importer.ts';
import { sampleFiles, temporaryFile } from '../readers/testing/files.ts';
import { assertProblem } from '../readers/testing/problems.ts';
import { zipOf } from '../readers/testing/zip.ts';
import { readList, territories } from './testing/read.ts';

const samplesOf = (id: string) => sampleFiles(new URL(`./${id}/sample/`, import.meta.url));
const importerOf = (id: string): ListImporter => {
  const importer = listImporters.get(id);
  assert.ok(importer);
  return importer;
};

/** Each file packed in another way. */
function packedFiles(context: TestContext, files: readonly SourceFile[]): SourceFile[] {
  return files.map(({ name, path }, place) => {
    const bytes = readFileSync(path);
    if (place % 3 === 0) return temporaryFile(context, `${name}.gz`, gzipSync(bytes));
    if (place % 3 === 1) return temporaryFile(context, `${name}.zst`, zstdCompressSync(bytes));
    return temporaryFile(context, `${name}.zip`, zipOf([[name, bytes]]));
  });
}

for (const [id, ending] of [
  ['ofac-sdn', '.csv'],
  ['un-sc', '.xml'],
  ['jp-meti-eul', '.xlsx'],
] as const)
  test(`${id}: packed files are read as what they hold`, async (context) => {
    const files = samplesOf(id).filter(({ name }) => name.endsWith(ending));
    const importer = importerOf(id);
    assert.deepEqual(await readList(importer, packedFiles(context, files)), await readList(importer, files));
  });

test('an own list and a data set in a common format are read packed as well', async (context) => {
  const [csv, yml] = samplesOf('own');
  assert.ok(csv && yml);
  const own = ownListImporter(readFileSync(yml.path, 'utf8'), yml.name);
  assert.deepEqual(await readList(own, packedFiles(context, [csv])), await readList(own, [csv]));
  const data = samplesOf('opensanctions').filter(({ name }) => name === 'entities.ftm.json');
  const family = familyImporter('ftm-sample');
  assert.ok(family);
  assert.deepEqual(await readList(family, packedFiles(context, data)), await readList(family, data));
});

test('a stream of packed files gives what a reading gives', async (context) => {
  const files = packedFiles(
    context,
    samplesOf('opensanctions').filter(({ name }) => name === 'entities.ftm.json'),
  );
  const importer = importerOf('opensanctions');
  const stream = importer.stream?.(files, { territories });
  assert.ok(stream);
  const entities = [];
  for await (const batch of stream.batches) entities.push(...batch);
  assert.deepEqual({ entities, ...stream.summary() } satisfies ListReading, await readList(importer, files));
});

test('a problem names the packed file', async (context) => {
  const file = temporaryFile(context, 'consolidated.xml.gz', gzipSync('x').subarray(0, 12));
  await assertProblem(() => readList(importerOf('un-sc'), [file]), 'file.unreadable', { file: 'consolidated.xml.gz' });
});

test('ids of families are not those of anything else', () => {
  assert.deepEqual(
    ['ftm-', 'ftm-a', 'senzing-b', 'FTM-a', 'own-a', 'ftm-a/b', 'opensanctions'].map(
      (id) => familyImporter(id)?.description.id,
    ),
    [undefined, 'ftm-a', 'senzing-b', undefined, undefined, undefined, undefined],
  );
});
