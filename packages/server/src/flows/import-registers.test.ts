// Imports of registers: what is told of records that are no rows, days that no file name bears, and answers on top of each other.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { jpEdinet } from '@sekisho/sources/registers/jp-edinet/importer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { importEdition } from './import-edition.ts';
import { checkNumber, lookUpCompany } from './look-up-company.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

let folder: PlayedFolder;
beforeEach(async () => {
  folder = await openPlayedFolder();
  folder.playOn('2026-11-03');
});
afterEach(() => folder.dispose());

const samples = new URL('../../../sources/src/registers/', import.meta.url);
const sample = (name: string) => fileURLToPath(new URL(name, samples));

test('records left out are counted, what is wrong with others is kept, and a company is found by its code', async () => {
  const file = sample('jp-edinet/sample/Edinetcode_20261031.zip');
  const { edition } = await importEdition(
    { source: 'jp-edinet', files: [file], publishedOn: '2026-10-31', by: 'test', accept: 'a sample' },
    folder.parts,
  );
  assert.equal(edition.complete, false);
  assert.deepEqual([edition.counts['companies'], edition.counts['natural persons']], [4, 1]);
  assert.deepEqual(
    edition.problems.map(({ code }) => code),
    ['list.unknown-value'],
  );
  const find = async (text: string) => {
    const [answer] = await lookUpCompany(text, { registers: ['jp-edinet'], limit: 5, minScore: 0.7 }, folder.parts);
    return answer?.companies.map(({ by, fact, foundName }) => [by, fact.current.number, foundName]);
  };
  assert.deepEqual(await find('e99001'), [['number', 'E99001', undefined]]);
  assert.deepEqual(await find('さくら見本㈱'), [['name', 'E99001', undefined]]);
  assert.deepEqual(await find('Sakura Mihn Co., Ltd.'), [['spelling', 'E99001', 'SAKURA MIHON CO., LTD.']]);
  assert.deepEqual(await find('カクウブッサン'), [['name', 'E99005', undefined]]);
  assert.deepEqual(await find('カクウブッサイ'), [['spelling', 'E99005', 'カクウブッサンカブシキガイシャ']]);
  const [check] = await checkNumber('E99001', 'jp-edinet-code', folder.parts);
  assert.equal(check?.state, 'CONFIRMED');
});

test('a file without a date in its name stands for the day given, and must say the same itself', async () => {
  const file = sample('jp-nta-api/sample/name_type12_20261030.xml');
  const { edition } = await importEdition(
    { source: 'jp-nta-api', files: [file], publishedOn: '2026-10-30', by: 'test' },
    folder.parts,
  );
  assert.deepEqual([edition.counts['companies'], edition.problems], [1, []]);
  const undated = path.join(folder.path, 'EdinetcodeDlInfo.csv');
  await writeFile(undated, 'ダウンロード実行日,2026年10月31日現在,件数,0件\r\n');
  assert.equal(jpEdinet.scope({ name: 'EdinetcodeDlInfo.csv', path: undated }, '2026-11-01').date, '2026-11-01');
  await assert.rejects(
    importEdition({ source: 'jp-edinet', files: [undated], publishedOn: '2026-11-01', by: 'test' }, folder.parts),
    (error) => error instanceof Problem && error.code === 'edition.date',
  );
});

test('the same files again make a file anew that is gone or of an older format, and change nothing else', async () => {
  const full = sample('jp-nta/sample/00_zenkoku_all_20261030.csv');
  const diff = sample('jp-nta/sample/diff_20261102.csv');
  const importing = (file: string, publishedOn: string) =>
    importEdition({ source: 'jp-nta', files: [file], publishedOn, by: 'test', accept: 'a sample' }, folder.parts);
  await importing(full, '2026-10-30');
  const second = await importing(diff, '2026-11-02');
  const fileOf = ({ edition }: typeof second) => path.join(folder.path, 'registers', `${edition.contentSha256}.sqlite`);
  await rm(fileOf(second));
  await assert.rejects(checkNumber('5990001000003', 'jp-corporate-number', folder.parts), { code: 'edition.damaged' });
  assert.equal((await importing(diff, '2026-11-02')).result, 'unchanged');
  folder.parts.registerFiles.verify(second.edition);
  const database = new DatabaseSync(fileOf(second));
  database.exec('pragma user_version = 2');
  database.close();
  await assert.rejects(checkNumber('5990001000003', 'jp-corporate-number', folder.parts), { code: 'edition.damaged' });
  const again = await importing(diff, '2026-11-02');
  assert.deepEqual([again.result, again.edition.id], ['unchanged', second.edition.id]);
  const [check] = await checkNumber('5990001000003', 'jp-corporate-number', folder.parts);
  assert.equal(check?.state, 'CONFIRMED');
});
