// The same entries as workbook and as PDF: the same entities, but for conventional weapons, which the PDFs did not have.
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { centredTexts } from '../../readers/testing/centred-table.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { pdfOf } from '../../readers/testing/pdf-file.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readList } from '../testing/read.ts';
import { jpMetiEul } from './importer.ts';

type Rows = readonly (readonly (readonly string[])[])[];

const columns = [{ x: 42, centred: true }, { x: 95, centred: true }, { x: 160 }, { x: 340 }, { x: 545, centred: true }];

const head: Rows = [
  [
    ['No.'],
    ['国名、地域名', 'Country or Region'],
    ['企業名､組織名', 'Company or Organization'],
    ['別名', 'Also Known As'],
    ['懸念区分', 'Type of WMD'],
  ],
];
const iran = ['イラン', 'Islamic Republic', 'of Iran'];
const rows: Rows = [
  [
    ['1'],
    iran,
    ['Sample Engineering Company (SEC)'],
    ['・Sample Eng. Co.', '・S.E.C.'],
    ['生物、化学、ミサイ', 'ル、核', 'B,C,M,N'],
  ],
  [
    ['2'],
    ['北朝鮮', 'North Korea'],
    ['Sample Trading Corp.', '(見本貿易会社)'],
    ['・Mihon Trading', '(見本貿易総会社(平壌))', '・見本商社'],
    ['ミサイルM'],
  ],
  [
    ['3'],
    ['中国', "People's Republic", 'of China'],
    ['99th Sample Research Institute （見本研究所）'],
    ['Sample Institute Ninety-Nine'],
    ['核', 'Ｎ'],
  ],
];
const laterRows: Rows = [
  [['4'], ['香港', 'Hong Kong'], ['Sample Logistics Limited', '（SLL）'], [], ['ミサイル、核', 'M、N']],
  [
    ['5'],
    iran,
    ['Sample Institute of Mechanical and Electrical', 'Engineering'],
    ['・Research Institute of Sample Mechanics and the', 'Electrical Engineering', '・SIMEE'],
    ['核', 'N'],
  ],
];

function pdf(context: TestContext, ...pages: readonly Rows[]) {
  const placed = pages.map((page, index) => [
    ...centredTexts(page, columns),
    { text: String(index + 1), x: 295, y: 25, size: 8 },
  ]);
  return temporaryFile(context, 'list.pdf', pdfOf(placed));
}

test('the entries of the sample workbook', async (context) => {
  const sampleOf = (form: string) =>
    sampleFiles(new URL('./sample/', import.meta.url)).filter(({ name }) => name.endsWith(form));
  const reading = await readList(jpMetiEul, sampleOf('.pdf'));
  assert.deepEqual(await readList(jpMetiEul, [pdf(context, [...head, ...rows], laterRows)]), reading);
  assert.deepEqual(reading.counts, { entities: 5, aliases: 7, originalScriptNames: 4, problems: 0 });
  const workbook = await readList(jpMetiEul, sampleOf('.xlsx'));
  const expected = workbook.entities
    .map((entity) => ({ ...entity, programmes: entity.programmes.filter((code) => code !== 'CW') }))
    .filter(({ programmes }) => programmes.length > 0);
  assert.deepEqual(reading.entities.slice(0, 4), expected);
});

test('lines that were broken for want of room are one name', async (context) => {
  const { entities } = await readList(jpMetiEul, [pdf(context, [...head, ...rows], laterRows)]);
  const { recordId, names } = entities.at(-1) ?? {};
  assert.equal(recordId, 'ir-sample-institute-of-mechanical-and-electrical-engineering');
  assert.deepEqual(
    names?.map(({ text }) => text),
    [
      'Sample Institute of Mechanical and Electrical Engineering',
      'Research Institute of Sample Mechanics and the Electrical Engineering',
      'SIMEE',
    ],
  );
});

const renamed = [head[0]?.map((lines, index) => (index === 3 ? ['別称', 'Also Known As'] : lines)) ?? []];
const numberedAgain = rows.map((cells, index) => (index === 2 ? [['2'], ...cells.slice(1)] : cells));
const unknown = rows.map((cells, index) => (index === 2 ? [...cells.slice(0, 4), ['核', 'X']] : cells));

const wrong: readonly {
  name: string;
  pages: readonly Rows[];
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  { name: 'a renamed column', pages: [[...renamed, ...rows]], code: 'list.unknown-column', facts: { line: 1 } },
  {
    name: 'a page that is missing',
    pages: [[...head, ...rows.slice(0, 2)], laterRows],
    code: 'list.unexpected-shape',
    facts: { line: 4 },
  },
  {
    name: 'a number that is there twice',
    pages: [[...head, ...numberedAgain]],
    code: 'list.unexpected-shape',
    facts: { line: 4 },
  },
  {
    name: 'an unknown code',
    pages: [[...head, ...unknown]],
    code: 'list.unknown-value',
    facts: { line: 4, value: 'X' },
  },
  { name: 'a table without a header', pages: [rows], code: 'list.unexpected-shape', facts: {} },
];
for (const { name, pages, code, facts } of wrong)
  test(`${name} stops the import`, async (context) => {
    await assertProblem(() => readList(jpMetiEul, [pdf(context, ...pages)]), code, { list: 'jp-meti-eul', ...facts });
  });

test('a letter in place of the table stops the import', async (context) => {
  const letter = [
    { text: '外国ユーザーリストの改正について', x: 150, y: 700 },
    { text: '見本のための通知', x: 80, y: 660 },
  ];
  const file = temporaryFile(context, 'notice.pdf', pdfOf([letter]));
  await assertProblem(() => readList(jpMetiEul, [file]), 'list.unexpected-shape', { list: 'jp-meti-eul' });
});
