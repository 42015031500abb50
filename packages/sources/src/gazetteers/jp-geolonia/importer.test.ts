import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { gazetteerImporters } from '../catalogue.ts';
import { readPlaces } from '../testing/read-places.ts';
import { jpGeolonia } from './importer.ts';

const sample = (name: string) => ({
  name: path.basename(name),
  path: fileURLToPath(new URL(`./sample/${encodeURI(name)}`, import.meta.url)),
});
const [municipalities, towns, all] = [sample('ja.json'), sample('見本県/桜市北区.json'), sample('latest.csv')];
const csv = readFileSync(all.path, 'utf8');
const ward = { kind: 'place', prefecture: '見本県', municipality: '桜市北区' } as const;
const village = { kind: 'place', prefecture: '見本県', municipality: '紅葉郡楓村' } as const;

test('the catalogue knows the gazetteer by its id', () => {
  assert.equal(gazetteerImporters.get('jp-geolonia'), jpGeolonia);
});

test('JSON: all municipalities, and the towns of those whose files are given', async () => {
  const { rows } = await readPlaces(jpGeolonia, [municipalities, towns]);
  assert.deepEqual(rows, [
    ward,
    village,
    { kind: 'place', prefecture: '例県', municipality: '桜市' },
    { ...ward, town: '本町一丁目' },
    { ...ward, town: '本町二丁目' },
    { ...ward, town: '一ノ瀬', part: '大沢' },
  ]);
});

test('CSV: every town with its sound and its Latin name', async () => {
  const { rows } = await readPlaces(jpGeolonia, [all]);
  const [kana, romaji] = [
    { prefecture: 'ミホンケン', municipality: 'モミジグンカエデムラ' },
    { prefecture: 'MIHON KEN', municipality: 'MOMIJI GUN KAEDE MURA' },
  ];
  assert.deepEqual(rows, [
    {
      ...ward,
      municipalityCode: '99101',
      town: '本町一丁目',
      kana: { prefecture: 'ミホンケン', municipality: 'サクラシキタク', town: 'ホンチョウ 1' },
      romaji: { prefecture: 'MIHON KEN', municipality: 'SAKURA SHI KITA KU', town: 'HONCHO 1' },
    },
    {
      ...village,
      municipalityCode: '99361',
      town: '一ノ瀬',
      part: '大沢',
      kana: { ...kana, town: 'イチノセ' },
      romaji: { ...romaji, town: 'ICHINOSE' },
    },
    { ...village, municipalityCode: '99361', town: '字古屋', kana, romaji },
  ]);
});

test('an unknown column, a missing one and a code that is none are refused', async (context) => {
  const refused = (text: string, code: Parameters<typeof assertProblem>[1], facts: object) => {
    const file = temporaryFile(context, 'latest.csv', text);
    return assertProblem(() => readPlaces(jpGeolonia, [file]), code, { list: 'jp-geolonia', ...facts });
  };
  await refused(csv.replaceAll(/$/gm, ',"標高"').replace(/,"標高"$/, ''), 'list.unknown-column', { column: '標高' });
  await refused(csv.replace('"大字町丁目名カナ"', '"町名カナ"'), 'list.missing-field', { column: '大字町丁目名カナ' });
  await refused(csv.replace('"99101"', '"9910"'), 'list.unknown-value', { field: '市区町村コード', line: 2 });
});

test('JSON that is cut off, of another shape, or has an unknown member is refused', async (context) => {
  const refused = (name: string, text: string, code: Parameters<typeof assertProblem>[1]) => {
    const file = temporaryFile(context, name, text);
    return assertProblem(() => readPlaces(jpGeolonia, [file]), code, { list: 'jp-geolonia' });
  };
  await refused('ja.json', '{"見本県":["桜市"', 'file.unreadable');
  await refused('ja.json', '["桜市"]', 'list.unexpected-shape');
  await refused('ja.json', '{"見本県":["桜"]}', 'list.unknown-value');
  await refused('ja.json', '{"見本":["桜市"]}', 'list.unknown-value');
  const townFile = (text: string) => {
    const file = temporaryFile(context, '桜市北区.json', text);
    const folder = path.join(path.dirname(file.path), '見本県');
    mkdirSync(folder);
    renameSync(file.path, path.join(folder, file.name));
    return { name: file.name, path: path.join(folder, file.name) };
  };
  const elevated = townFile('[{"town":"本町","koaza":"","lat":1,"lng":1,"height":3}]');
  await assertProblem(() => readPlaces(jpGeolonia, [municipalities, elevated]), 'list.unknown-column', {
    column: 'height',
  });
});

test('a file of towns whose folder is not a prefecture of the list is refused', async (context) => {
  const stray = temporaryFile(context, '桜市北区.json', '[]');
  await assertProblem(() => readPlaces(jpGeolonia, [municipalities, stray]), 'file.unexpected', {
    file: '桜市北区.json',
  });
});
