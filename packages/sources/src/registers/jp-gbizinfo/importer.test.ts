import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { assertProblem } from '../../readers/testing/problems.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { readRegister, unsaid } from '../testing/read-register.ts';
import { jpGbizinfo } from './importer.ts';

const files = sampleFiles(new URL('./sample/', import.meta.url));
const named = (start: string) => {
  const file = files.find(({ name }) => name.startsWith(start));
  assert.ok(file);
  return file;
};

test('foreign companies; a number that cannot be one is reported and left out', async () => {
  const file = named('foreigns');
  assert.deepEqual(jpGbizinfo.scope(file, '2026-01-01'), { file, part: 'full', date: '2021-09-30' });
  const { rows, problems, leftOut } = await readRegister(jpGbizinfo, file, '2021-09-30');
  assert.deepEqual(rows, [
    {
      ...unsaid('2018-06-22'),
      number: '7990001000001',
      sequence: 2,
      name: 'ミホン・アジア・エルエルシー',
      kana: 'ミホンアジアエルエルシー',
      street: '東京都千代田区見本９丁目４番１号見本ビル',
    },
  ]);
  assert.deepEqual(leftOut, ['records without a usable number']);
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['line']]),
    [['list.unknown-value', 3]],
  );
});

test('listed companies, with their English names', async () => {
  const { rows } = await readRegister(jpGbizinfo, named('basic3info'), '2023-11-30');
  assert.deepEqual(rows, [
    {
      ...unsaid('2023-11-30'),
      number: '7990001000001',
      sequence: 2,
      name: 'さくら見本株式会社',
      kana: 'さくらみほん',
      englishName: 'SAKURA MIHON CO.,LTD',
      street: '大阪府大阪市北区梅田９丁目８番７号',
    },
  ]);
});

test('a REST answer, bare or in a list, open or closed', async (context) => {
  const file = named('hojin');
  assert.deepEqual(jpGbizinfo.scope(file, '2026-01-01'), { file, part: 'diff', date: '2026-10-30' });
  const expected = {
    ...unsaid('2018-04-12'),
    number: '7990001000001',
    sequence: 1,
    name: 'さくら見本株式会社',
    kana: 'さくらみほん',
    street: '大阪府大阪市北区梅田９丁目８番７号',
    postalCode: '5300001',
  };
  assert.deepEqual((await readRegister(jpGbizinfo, file, '2026-10-30')).rows, [expected]);
  const bare = JSON.parse(readFileSync(file.path, 'utf8')) as object;
  const closed = { ...bare, status: '閉鎖', close_date: '2024-03-31', company_url: 'https://sakura-mihon.example/' };
  const answer = { 'hojin-infos': [closed], message: '200 - OK.', errors: null };
  const listed = temporaryFile(context, 'answer.json', JSON.stringify(answer));
  assert.deepEqual((await readRegister(jpGbizinfo, listed, '2026-10-30')).rows, [
    {
      ...expected,
      standing: 'CLOSED',
      standingAsStated: '閉鎖',
      closedOn: '2024-03-31',
      websites: ['https://sakura-mihon.example/'],
    },
  ]);
  const changed = (change: object) =>
    readRegister(
      jpGbizinfo,
      temporaryFile(context, 'answer.json', JSON.stringify({ ...bare, ...change })),
      '2026-10-30',
    );
  await assertProblem(() => changed({ owner: 'x' }), 'list.unknown-column', { column: 'owner' });
  await assertProblem(() => changed({ status: '休眠' }), 'list.unknown-value', { value: '休眠' });
  await assertProblem(() => changed({ update_date: 'yesterday' }), 'list.date', { value: 'yesterday' });
});

test('what is not a file as we know it is refused', async (context) => {
  const read = (name: string, content: string) =>
    readRegister(jpGbizinfo, temporaryFile(context, name, content), '2026-10-30');
  await assertProblem(() => read('a.json', '[]'), 'list.unexpected-shape');
  await assertProblem(
    () => read('a.json', '{"hojin-infos": [], "errors": [{"message": "bad token"}]}'),
    'list.unexpected-shape',
  );
  await assertProblem(() => read('a.csv', '法人番号,法人名,代表者\n7990001000001,x,y\n'), 'list.missing-field');
  await assertProblem(() => read('a.csv', '<!DOCTYPE html><html></html>'), 'file.unexpected');
  const undated = temporaryFile(context, 'foreigns.csv', '法人番号,法人名\n');
  await assertProblem(() => readRegister(jpGbizinfo, undated), 'file.unexpected');
});
