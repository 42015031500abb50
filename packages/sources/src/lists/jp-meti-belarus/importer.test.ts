import assert from 'node:assert/strict';
import test from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { printedList } from '../jp-meti-designated/testing/printed-list.ts';
import { readList } from '../testing/read.ts';
import { jpMetiBelarus } from './importer.ts';

const name = 'list_belarus_tokutei.pdf';
const heading = [
  '○ 国際平和のための国際的な努力に我が国として寄与するために講ずる輸出等に係る禁止措置',
  'の対象となるベラルーシ共和国の団体（令和四年外務省告示第百四号）',
  '\t指定日：2022 年 03 月 08 日',
  '\t最終更新日：2022 年 07 月 05 日',
];
const lines = [
  ...heading,
  '１ 株式会社見本電子（別称、見本',
  '\t電子）',
  '\tJSC Sample Electronics, a.k.a., the following one alias:',
  '\t- OAO Sample Elektronika',
  '\t所在地：121A, Sample I.P. Str., Minsk, 220108, Belarus; and 12 Second Str.,',
  '\tMinsk, 220108, Belarus',
];

test('an entry of the list', async (context) => {
  const reading = await readList(jpMetiBelarus, sampleFiles(new URL('./sample/', import.meta.url)));
  assert.deepEqual(await readList(jpMetiBelarus, [temporaryFile(context, name, printedList(lines))]), reading);
  assert.deepEqual(reading.counts, { entities: 1, englishAliases: 1, japaneseAliases: 1, addresses: 2, problems: 0 });
  assert.equal(reading.statedOn, '2022-07-05');
  const [entity] = reading.entities;
  assert.equal(entity?.id, 'jp-meti-belarus:1');
  assert.deepEqual(entity.countries, ['by']);
  assert.deepEqual(entity.names, [
    { text: 'JSC Sample Electronics', kind: 'primary' },
    { text: '株式会社見本電子', kind: 'primary', language: 'ja' },
    { text: 'OAO Sample Elektronika', kind: 'alias' },
    { text: '見本電子', kind: 'alias', language: 'ja' },
  ]);
  assert.deepEqual(entity.addresses, [
    { full: '121A, Sample I.P. Str., Minsk, 220108, Belarus', country: 'by' },
    { full: '12 Second Str., Minsk, 220108, Belarus', country: 'by' },
  ]);
});

test('the list of another country is refused', async (context) => {
  const other = lines.map((line) => line.replace('ベラルーシ共和国', 'ロシア連邦'));
  const file = temporaryFile(context, name, printedList(other));
  await assertProblem(() => readList(jpMetiBelarus, [file]), 'file.unexpected', {
    list: 'jp-meti-belarus',
    file: name,
  });
});
