import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { ProblemCode } from '@sekisho/engine/model/problem.ts';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { workbookOf } from '../../readers/testing/workbook.ts';
import { readRegister } from '../testing/read-register.ts';
import { cnSzse } from './importer.ts';

const header = [
  '板块',
  '公司全称',
  '英文名称',
  '注册地址',
  'A股代码',
  'A股简称',
  'A股上市日期',
  'A股总股本',
  'A股流通股本',
  'B股代码',
  'B股 简 称',
  'B股上市日期',
  'B股总股本',
  'B股流通股本',
  '地      区',
  '省    份',
  '城     市',
  '所属行业',
  '公司网址',
  '未盈利',
  '具有表决权差异安排',
  '具有协议控制架构',
];
const first =
  '主板|示例银行股份有限公司|Sample Bank Co., Ltd.|广东省深圳市罗湖区示例路1号|000991|示例Ａ|1991-04-03|100|100|200991|示例B|1992-03-30|50|50|华南|广东|深圳市|J 金融业|bank.sample.example|-|-|-';
const second =
  '创业板|样本科技股份有限公司|Yangben Tech Co., Ltd.|陕西省汉中市样本路2号|300991|样本科技|2010-08-27|100|100||||0|0|西北|陕西|汉中市|C 制造业||否|否|否';
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
  const file = temporaryFile(context, 'A股列表.xlsx', workbookOf({ A股列表: rows }, {}, 'xlsx'));
  return readRegister(cnSzse, file, '2026-10-30');
}

test('rows are read, every column in its place', async (context) => {
  const { rows, problems } = await reading(context, [header, first.split('|'), second.split('|')]);
  assert.deepEqual(problems, []);
  assert.deepEqual(rows, [
    {
      ...stated,
      number: '000991',
      sequence: 2,
      name: '示例银行股份有限公司',
      englishName: 'Sample Bank Co., Ltd.',
      otherNames: [
        { text: '示例Ａ', kind: 'short', language: 'zh' },
        { text: '示例B', kind: 'short', language: 'zh' },
      ],
      seat: { full: '广东省深圳市罗湖区示例路1号', region: '广东', city: '深圳市', country: 'cn' },
      identifiers: [
        { type: 'other', value: '200991', country: 'cn', note: 'B-share code of the Shenzhen Stock Exchange' },
      ],
      websites: ['bank.sample.example'],
    },
    {
      ...stated,
      number: '300991',
      sequence: 3,
      name: '样本科技股份有限公司',
      englishName: 'Yangben Tech Co., Ltd.',
      otherNames: [{ text: '样本科技', kind: 'short', language: 'zh' }],
      seat: { full: '陕西省汉中市样本路2号', region: '陕西', city: '汉中市', country: 'cn' },
    },
  ]);
});

test('a stock code that is none is told, and the other rows are read', async (context) => {
  const { rows, problems } = await reading(context, [
    header,
    first.replace('000991', '99').split('|'),
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
    rows: [header, first.replace('200991', '20099').split('|')],
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
  const page = temporaryFile(context, 'A股列表.xlsx', '<!DOCTYPE html><html></html>');
  return assertProblem(() => readRegister(cnSzse, page, '2026-10-30'), 'file.unexpected');
});
