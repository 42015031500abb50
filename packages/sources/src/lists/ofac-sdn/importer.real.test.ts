// Held against the real lists, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { filesIn } from '../../readers/testing/files.ts';
import { checkAddresses, checkIdentifiers, checkNames, checkRemarks } from '../ofac/testing/kept.ts';
import { naiveLines, naiveRows } from '../ofac/testing/naive.ts';
import { readList, realFiles } from '../testing/read.ts';
import { ofacSdn } from './importer.ts';

const skip = realFiles === undefined;
const folderOf = (edition: string) => path.join(realFiles ?? '', 'lists/ofac', edition);

/** Of problems, one each is of a file without the mark at its end: three of 2019-01, the comments of 2021-07. */
const editions: readonly { folder: string; counts: Record<string, number> }[] = [
  { folder: '2019-01', counts: { entities: 7379, aliases: 9682, addresses: 11_696, comments: 3, problems: 16 } },
  { folder: '2021-07', counts: { entities: 8976, aliases: 11_910, addresses: 13_837, comments: 5, problems: 4 } },
  { folder: '2023-12-28', counts: { entities: 13_821, aliases: 17_091, addresses: 18_990, comments: 0, problems: 20 } },
  { folder: '2024-02-23', counts: { entities: 14_484, aliases: 0, addresses: 0, comments: 0, problems: 23 } },
];
for (const { folder, counts } of editions)
  test(`the list of ${folder}`, { skip }, async () => {
    const files = filesIn(folderOf(folder));
    const reading = await readList(ofacSdn, files);
    assert.deepEqual(reading.counts, counts);
    const [sdn, comments] = [naiveRows(files, 'sdn.csv'), naiveRows(files, 'sdn_comments.csv')];
    checkNames(reading, sdn, naiveRows(files, 'alt.csv'));
    checkAddresses(reading, naiveRows(files, 'add.csv'));
    checkRemarks(reading, sdn, comments);
    checkIdentifiers(reading, sdn, comments);
    assert.deepEqual(await readList(ofacSdn, files), reading);
  });

test('the classic XML of eight entries, cut down and altered by another project', { skip }, async () => {
  const reading = await readList(ofacSdn, filesIn(folderOf('sample')));
  assert.deepEqual(reading.counts, { entities: 8, aliases: 27, addresses: 7, problems: 2 });
  assert.equal(reading.statedOn, '2020-04-22');
  assert.deepEqual(
    reading.problems.map(({ code }) => code),
    ['list.date', 'file.unexpected'],
  );
});

test('between 2023-12-28 and 2024-02-23 the entries that changed are those whose lines did', { skip }, async () => {
  const [before, after] = await Promise.all(['2023-12-28', '2024-02-23'].map(changesOf));
  assert.deepEqual(delta(before?.entities, after?.entities), delta(before?.lines, after?.lines));
  const { added, removed, changed } = delta(before?.lines, after?.lines);
  assert.deepEqual([added.length, removed.length, changed.length], [669, 6, 19]);
});

/** Of sdn.csv alone: the later edition has no more. */
async function changesOf(edition: string) {
  const file = { name: 'sdn.csv', path: path.join(folderOf(edition), 'sdn.csv') };
  const { entities } = await readList(ofacSdn, [file]);
  return {
    entities: new Map(entities.map((entity) => [entity.recordId, canonicalJson(entity)])),
    lines: new Map(naiveLines(file.path).map((line) => [line.slice(0, line.indexOf(',')), line])),
  };
}

function delta(before: ReadonlyMap<string, string> = new Map(), after: ReadonlyMap<string, string> = new Map()) {
  const ids = (from: ReadonlyMap<string, string>, isOne: (id: string) => boolean) =>
    [...from.keys()].filter(isOne).toSorted();
  return {
    added: ids(after, (id) => !before.has(id)),
    removed: ids(before, (id) => !after.has(id)),
    changed: ids(after, (id) => before.has(id) && before.get(id) !== after.get(id)),
  };
}
