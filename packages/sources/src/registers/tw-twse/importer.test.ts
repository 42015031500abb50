import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ProblemCode, ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readRegister } from '../testing/read-register.ts';
import { twTwse } from './importer.ts';
import { isUnifiedNumber } from './unified-number.ts';

const name = 't187ap03_L.csv';
const file = { name, path: fileURLToPath(new URL(`./sample/${name}`, import.meta.url)) };
const csv = readFileSync(file.path, 'utf8');
const stated = {
  process: 'stated',
  latest: true,
  nameIsSubstitute: false,
  addressIsSubstitute: false,
  excludedFromSearch: false,
  updatedOn: '2026-10-30',
  changedOn: '2026-10-30',
};

test('rows are read, every column in its place', async () => {
  const { rows } = await readRegister(twTwse, file, '2026-10-30');
  assert.deepEqual(rows, [
    {
      ...stated,
      number: '99900062',
      sequence: 2,
      name: '見本水泥股份有限公司',
      kind: 'not-stated',
      foundedOn: '1950-12-29',
      otherNames: [
        { text: '見本泥', kind: 'short', language: 'zh-Hant' },
        { text: 'MHC', kind: 'short', language: 'en' },
      ],
      seat: { full: '台北市中山區見本路1段1號', country: 'tw' },
      englishAddress: 'No. 1, Mihon Rd., Taipei City, Taiwan',
      identifiers: [{ type: 'other', value: '9901', country: 'tw', note: 'stock code of Taiwan (公司代號)' }],
      emails: ['a@mihon.example', 'b@mihon.example', 'c@mihon.example'],
      phones: ['(02)0000-0001'],
      websites: ['http://www.mihon.example'],
      relations: [
        { kind: 'directed-by', toName: '見本丁', detail: '董事長' },
        { kind: 'directed-by', toName: '見本投資股份有限公司', detail: '總經理' },
        { kind: 'directed-by', toName: '見本戊', detail: '總經理代表人' },
      ],
    },
    {
      ...stated,
      number: '99900078',
      sequence: 3,
      name: '例示控股股份有限公司',
      kind: '外國企業 KY 開曼群島',
      foundedOn: '2010-04-04',
      otherNames: [
        { text: '例示-KY', kind: 'short', language: 'zh-Hant' },
        { text: 'EX', kind: 'short', language: 'en' },
      ],
      seat: { full: '1 Example Way, Grand Cayman' },
      englishAddress: '1 Example Way',
      identifiers: [{ type: 'other', value: '9902', country: 'tw', note: 'stock code of Taiwan (公司代號)' }],
      phones: ['02-0000-0003'],
      relations: [{ kind: 'directed-by', toName: '例示公司', detail: '董事長' }],
    },
  ]);
});

test('a mail address that is none and a company without a number are told', async () => {
  const { problems } = await readRegister(twTwse, file, '2026-10-30');
  assert.deepEqual(
    problems.map(({ code, facts: { line, field, value } }) => [code, line, field, value]),
    [
      ['list.unknown-value', 3, '電子郵件信箱', 'www.reiji.example'],
      ['list.unknown-value', 4, '營利事業統一編號', '00000000'],
    ],
  );
});

const numbers = [
  ['04595257', true],
  ['04595252', true], // by the rule of 2023
  ['10458575', true], // 7 in the seventh place
  ['10458574', true],
  ['04595253', false],
  ['00000000', false],
  ['0459525', false],
] as const;
for (const [number, isOne] of numbers)
  test(`${number} is ${isOne ? 'a' : 'no'} unified number`, () => assert.equal(isUnifiedNumber(number), isOne));

const wrong: readonly { title: string; content: string; code: ProblemCode; facts?: ProblemFacts }[] = [
  {
    title: 'a file of another day',
    content: csv.replace('1151030', '1151029'),
    code: 'edition.date',
    facts: { line: 2 },
  },
  { title: 'a date that is none', content: csv.replace('1151030', '1151331'), code: 'list.date', facts: { line: 2 } },
  {
    title: 'an unknown column',
    content: csv.replace('傳真機號碼', '傳真'),
    code: 'list.missing-field',
    facts: { column: '傳真機號碼' },
  },
  { title: 'a row cut off', content: csv.slice(0, -30), code: 'file.unreadable' },
  {
    title: 'a country without a code',
    content: csv.replace('KY 開曼群島', '開曼群島'),
    code: 'list.unknown-value',
    facts: { line: 3, value: '開曼群島' },
  },
  {
    title: 'a number twice',
    content: csv.replace('99900078', '99900062'),
    code: 'list.duplicate-record',
    facts: { line: 3 },
  },
  { title: 'a web page', content: '<html></html>', code: 'file.unexpected' },
];
for (const { title, content, code, facts } of wrong)
  test(`${title} stops the import`, (context) =>
    assertProblem(() => readRegister(twTwse, temporaryFile(context, name, content), '2026-10-30'), code, facts));
