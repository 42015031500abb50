import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { ProblemCode } from '@sekisho/engine/model/problem.ts';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { workbookOf } from '../../readers/testing/workbook.ts';
import { readRegister } from '../testing/read-register.ts';
import { cnSse } from './importer.ts';

const header = ['A股代码', 'B股代码', '证券简称', '扩位证券简称', '公司英文全称', '上市日期'];
const first = '600991|-|示例银行|示例银行|Sample Bank Co.,Ltd.|19991110';
const second = '600992|900992|样本汽|样本汽车|Yangben Motor Co.,Ltd.|19931108';
const stated = {
  process: 'stated',
  latest: true,
  nameIsSubstitute: false,
  addressIsSubstitute: false,
  kind: 'not-stated',
  excludedFromSearch: false,
  updatedOn: '2026-10-30',
  changedOn: '2026-10-30',
};

function reading(context: TestContext, rows: readonly (readonly string[])[]) {
  const file = temporaryFile(context, 'GPLIST.xls', workbookOf({ 股票: rows }, {}, 'xls'));
  return readRegister(cnSse, file, '2026-10-30');
}

test('rows are read, every column in its place', async (context) => {
  const { rows, problems } = await reading(context, [header, first.split('|'), second.split('|')]);
  assert.deepEqual(problems, []);
  assert.deepEqual(rows, [
    {
      ...stated,
      number: '600991',
      sequence: 2,
      name: 'Sample Bank Co.,Ltd.',
      otherNames: [{ text: '示例银行', kind: 'short', language: 'zh' }],
    },
    {
      ...stated,
      number: '600992',
      sequence: 3,
      name: 'Yangben Motor Co.,Ltd.',
      otherNames: [
        { text: '样本汽', kind: 'short', language: 'zh' },
        { text: '样本汽车', kind: 'short', language: 'zh' },
      ],
      identifiers: [
        { type: 'other', value: '900992', country: 'cn', note: 'B-share code of the Shanghai Stock Exchange' },
      ],
    },
  ]);
});

test('a stock code that is none is told, and the other rows are read', async (context) => {
  const { rows, problems } = await reading(context, [
    header,
    first.replace('600991', '99').split('|'),
    second.split('|'),
  ]);
  assert.equal(rows.length, 1);
  assert.deepEqual(
    problems.map(({ code, facts: { line, value } }) => [code, line, value]),
    [['list.unknown-value', 2, '99']],
  );
});

const wrong: readonly { title: string; rows: readonly (readonly string[])[]; code: ProblemCode }[] = [
  {
    title: 'a column that is gone',
    rows: [header.slice(0, -1), first.split('|').slice(0, -1)],
    code: 'list.missing-field',
  },
  {
    title: 'an unknown column',
    rows: [
      [...header, '备注'],
      [...first.split('|'), 'x'],
    ],
    code: 'list.unknown-column',
  },
  {
    title: 'a B-share code of another form',
    rows: [header, second.replace('900992', '90').split('|')],
    code: 'list.unknown-value',
  },
  { title: 'a stock code twice', rows: [header, first.split('|'), first.split('|')], code: 'list.duplicate-record' },
  {
    title: 'another workbook',
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    code: 'file.unexpected',
  },
];
for (const { title, rows, code } of wrong)
  test(`${title} stops the import`, (context) => assertProblem(() => reading(context, rows), code));

test('a web page in its place is refused', (context) => {
  const page = temporaryFile(context, 'GPLIST.xls', '<!DOCTYPE html><html></html>');
  return assertProblem(() => readRegister(cnSse, page, '2026-10-30'), 'file.unexpected');
});
