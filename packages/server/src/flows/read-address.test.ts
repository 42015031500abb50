// How an address is understood: its parts as they are written, what a gazetteer says of it, and its key; in kana and Latin letters too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importEdition } from './import-edition.ts';
import { readAddress, type WrittenAddress } from './read-address.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

let folder: PlayedFolder;
before(async () => {
  folder = await openPlayedFolder();
  folder.playOn('2026-10-31');
});
after(() => folder.dispose());

const read = (full: string, more: Omit<WrittenAddress, 'full'> = {}) => readAddress({ full, ...more }, folder.parts);

test('without a gazetteer the parts are read, and nothing is known of the place', async () => {
  const { parts, check, key, gazetteers } = await read(
    '〒231-0002 神奈川県横浜市中区海岸通九丁目２番１号　見本ビル３階',
  );
  assert.deepEqual(parts, {
    postalCode: '2310002',
    prefecture: '神奈川県',
    municipalities: ['横浜市中区'],
    town: '海岸通',
    block: '9-2-1',
    building: '見本ビル3階',
  });
  assert.deepEqual([check?.postal, check?.municipalityFound, gazetteers], ['NOT_CHECKABLE', 'NOT_CHECKABLE', {}]);
  assert.equal((await read('横浜市中区海岸通9-2-1')).key, key);
});

test('a name that is in two prefectures and a town without a number have no key', async () => {
  assert.deepEqual((await read('府中市宮町1-1')).parts?.municipalities, ['東京都府中市', '広島県府中市']);
  for (const full of ['府中市宮町1-1', '東京都千代田区霞が関']) assert.equal((await read(full)).key, undefined, full);
});

test('abroad there are no parts, and words in their order are the key', async () => {
  const { parts, check, key } = await read('9 Sample St., London', { country: 'gb' });
  assert.deepEqual([parts, check], [undefined, undefined]);
  assert.equal((await read('9, SAMPLE STREET, London', { country: 'gb' })).key, key);
  assert.notEqual((await read('9 Sample St., London')).key, key);
});

test('a gazetteer tells place and postal code, and what Latin letters and kana mean', async () => {
  const file = path.join(folder.path, 'utf_ken_all.csv');
  const place = '"カナガワケン","ヨコハマシナカク","カイガンドオリ","神奈川県","横浜市中区","海岸通"';
  await writeFile(file, `14104,"231  ","2310002",${place},0,0,0,0,0,0\n`);
  const edition = { source: 'jp-post', files: [file], publishedOn: '2026-10-31', by: 'test', accept: 'one row' };
  await importEdition(edition, folder.parts);
  for (const full of [
    '9-2-1 Kaigandori, Naka-ku, Yokohama, Kanagawa 231-0002',
    '〒231-0002 カナガワケンヨコハマシナカクカイガンドオリ9-2-1',
    '横浜市中区海岸通9-2-1 〒231-0002',
  ]) {
    const { parts, check, key, gazetteers } = await read(full);
    assert.deepEqual([parts?.municipalities, parts?.town, parts?.block], [['横浜市中区'], '海岸通', '9-2-1'], full);
    assert.deepEqual([check?.postal, check?.municipalityFound, check?.townFound], ['AGREES', 'FOUND', 'FOUND'], full);
    assert.equal(key, (await read('神奈川県横浜市中区海岸通9-2-1')).key);
    assert.deepEqual(gazetteers, { 'jp-post': '2026-10-31' });
  }
  const other = await read('横浜市中区海岸通9-2-1', { postalCode: '100-0001' });
  assert.equal(other.check?.postal, 'NOT_CHECKABLE', 'of a part of Japan nothing is concluded');
});
