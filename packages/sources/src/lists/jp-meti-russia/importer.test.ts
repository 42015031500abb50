import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { printedList } from '../jp-meti-designated/testing/printed-list.ts';
import { entityWith, readList } from '../testing/read.ts';
import { jpMetiRussia } from './importer.ts';

const heading = [
  '○ 国際平和のための国際的な努力に我が国として寄与するために講ずる輸出等に係る禁止措置',
  'の対象となるロシア連邦の団体（令和四年外務省告示第八十二号）',
  '\t指定日：2022 年 03 月 01 日',
  '\t最終更新日：2025 年 09 月 12 日',
];
const entries = [
  ['１ 株式会社見本造船所', '\tSample Shipyard JSC,', '\t所在地：203, Sample Emb., 190121, St. Petersburg, Russia.'],
  [
    '２ 見本無線研究所（別称、株式会社見本無線、Sample',
    '\tRadio SPB 及び見本部品研究所）',
    '\tSample Radio Institute, a.k.a., the',
    '\tfollowing three aliases:',
    '\t-JSC Sample Radio;',
    '\t—Sample Institute of Radio-',
    '\tElectronics Co., Ltd.; and',
    '\t- Institute of Parts.',
    '\t所 在 地 ： 1 Sample Street, Building 2, Moscow, 127322, Russia; and 5 Second Street,',
    '\tMinsk, Belarus and 7 Third Street, Tula, Russia.',
  ],
  [
    '３ 見本省（連邦軍を含む）。右には、見本機関が含まれる。',
    '\tMinistry of Samples, including its armed forces. This includes the sample',
    '\tagencies.',
    '\t所在地：All addresses located in Russia',
  ],
  [
    '４ 見本工場',
    '\tSample Works',
    '\t別称：見本工業社; 有限会社見本',
    '\tSample Industry; OOO Sample',
    '\t所在地：',
    '\tul. Samplovskaya, d. 20A, Moscow 111141',
  ],
];

function pdf(context: TestContext, lines: readonly string[], name = 'list_russia_tokutei.pdf') {
  return temporaryFile(context, name, printedList(lines));
}

const whole = [...heading, ...entries.flatMap((entry) => [...entry, ''])];

test('the entries, whole', async (context) => {
  const reading = await readList(jpMetiRussia, sampleFiles(new URL('./sample/', import.meta.url)));
  assert.deepEqual(await readList(jpMetiRussia, [pdf(context, whole)]), reading);
  assert.deepEqual(reading.counts, { entities: 4, englishAliases: 5, japaneseAliases: 5, addresses: 6, problems: 0 });
  assert.equal(reading.statedOn, '2025-09-12');
  const { legalStatus, ...second } = entityWith(reading, '2');
  assert.deepEqual(legalStatus, [
    {
      status: 'SANCTIONED',
      authority: 'Ministry of Economy, Trade and Industry of Japan (METI)',
      country: 'jp',
      reportedBy: 'jp-meti-russia',
    },
  ]);
  const nothing = {
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    identifiers: [],
    emails: [],
    phones: [],
    websites: [],
    positions: [],
    programmes: [],
    links: [],
    remarks: [],
  };
  assert.deepEqual(second, {
    ...nothing,
    id: 'jp-meti-russia:2',
    source: 'jp-meti-russia',
    recordId: '2',
    schema: 'LegalEntity',
    names: [
      { text: 'Sample Radio Institute', kind: 'primary' },
      { text: '見本無線研究所', kind: 'primary', language: 'ja' },
      { text: 'JSC Sample Radio', kind: 'alias' },
      { text: 'Sample Institute of Radio-Electronics Co., Ltd.', kind: 'alias' },
      { text: 'Institute of Parts', kind: 'alias' },
      { text: '株式会社見本無線', kind: 'alias', language: 'ja' },
      { text: 'Sample Radio SPB', kind: 'alias', language: 'ja' },
      { text: '見本部品研究所', kind: 'alias', language: 'ja' },
    ],
    countries: ['ru', 'by'],
    addresses: [
      { full: '1 Sample Street, Building 2, Moscow, 127322, Russia', country: 'ru' },
      { full: '5 Second Street, Minsk, Belarus', country: 'by' },
      { full: '7 Third Street, Tula, Russia', country: 'ru' },
    ],
    topics: ['export.control'],
    effects: ['export-ban'],
    sourceUrl: 'https://www.meti.go.jp/policy/external_economy/trade_control/02_export/17_russia/russia.html',
  });
});

test('an explanation behind a name is a remark, and the aliases of newer entries stand behind a label', async (context) => {
  const reading = await readList(jpMetiRussia, [pdf(context, whole)]);
  const said = (recordId: string) => {
    const { names, remarks, addresses } = entityWith(reading, recordId);
    return { names: names.map(({ text }) => text), remarks, addresses };
  };
  assert.deepEqual(said('1').names, ['Sample Shipyard JSC', '株式会社見本造船所']);
  assert.deepEqual(said('3'), {
    names: ['Ministry of Samples', '見本省'],
    remarks: [
      '見本省（連邦軍を含む）。右には、見本機関が含まれる。',
      'Ministry of Samples, including its armed forces. This includes the sample agencies.',
    ],
    addresses: [{ full: 'All addresses located in Russia', country: 'ru' }],
  });
  assert.deepEqual(said('4'), {
    names: ['Sample Works', '見本工場', 'Sample Industry', 'OOO Sample', '見本工業社', '有限会社見本'],
    remarks: [],
    addresses: [{ full: 'ul. Samplovskaya, d. 20A, Moscow 111141' }],
  });
});

test('what was added on a day is a list by itself, which says no day', async (context) => {
  const lines = ['（別添④）', '', '○ 輸出等に係る禁止措置の対象となるロシア連邦の特定団体', '', ...(entries[3] ?? [])];
  const day = lines.map((line) => line.replace('４', '560'));
  const reading = await readList(jpMetiRussia, [pdf(context, day, '20250912list_russia_tokutei.pdf')]);
  assert.equal(reading.statedOn, undefined);
  assert.deepEqual(reading.problems, []);
  const { id, ...entity } = entityWith(reading, '560');
  const { id: wholeId, ...same } = entityWith(await readList(jpMetiRussia, [pdf(context, whole)]), '4');
  assert.deepEqual([id, wholeId], ['jp-meti-russia:560', 'jp-meti-russia:4']);
  assert.deepEqual({ ...entity, recordId: '4' }, same);
});

test('the more entries, the more pages: an entry goes on behind the break', async (context) => {
  const many = Array.from({ length: 60 }, (_, index) => [
    `${index + 1} 見本工場第${index + 1}（別称、見本）`,
    '\tSample Works, a.k.a., the following one alias:',
    `\t-Sample ${index + 1}.`,
    '\t所在地：1 Sample Street, Moscow, Russia.',
    '',
  ]);
  const reading = await readList(jpMetiRussia, [pdf(context, [...heading, ...many.flat()])]);
  assert.deepEqual(reading.counts, {
    entities: 60,
    englishAliases: 60,
    japaneseAliases: 60,
    addresses: 60,
    problems: 0,
  });
});

test('an alias with an "and" of its own is one where there is one in English', async (context) => {
  const named = (text: string) => [
    ...heading,
    `1 見本機器（別称、${text}）`,
    '\tSample, a.k.a. the following one alias:',
    '\t-Parts and Tools.',
    '\t所在地：Russia',
  ];
  const aliases = async (text: string) =>
    entityWith(await readList(jpMetiRussia, [pdf(context, named(text))]), '1')
      .names.slice(3)
      .map((name) => name.text);
  assert.deepEqual(await aliases('部品及び機器'), ['部品及び機器']);
  assert.deepEqual(await aliases('部品、機器及び工具（ABC、XYZ）'), ['部品', '機器', '工具（ABC、XYZ）']);
});

test('a line of a long name at the margin is no entry', async (context) => {
  const lines = [...heading, '1 見本機材第一工場（別称、', '711 航空機修理工場）', '\tSample', '\t所在地：Russia'];
  const reading = await readList(jpMetiRussia, [pdf(context, lines)]);
  assert.deepEqual(
    entityWith(reading, '1').names.map(({ text }) => text),
    ['Sample', '見本機材第一工場', '711航空機修理工場'],
  );
});

/** The list with a line in place of another, or none. */
function changed(line: string, ...others: readonly string[]): string[] {
  assert.ok(whole.includes(line), line);
  return whole.flatMap((each) => (each === line ? others : [each]));
}

test('an alias more than announced and a number that is left out are reported', async (context) => {
  const more = await readList(jpMetiRussia, [pdf(context, changed('\t-JSC Sample Radio;', '\t-JSC A;', '\t-JSC B;'))]);
  assert.deepEqual(
    more.problems.map(({ code, facts }) => [code, facts['record'], facts['reason']]),
    [['list.unexpected-shape', '2', 'it announces 3 aliases and has 4']],
  );
  assert.equal(more.entities.length, 4);
  const left = await readList(jpMetiRussia, [pdf(context, [...heading, ...(entries[0] ?? []), ...(entries[2] ?? [])])]);
  assert.deepEqual(
    left.problems.map(({ code, facts }) => [code, facts['record'], facts['reason']]),
    [['list.unexpected-shape', '3', 'number 2 is left out on page 1']],
  );
});

const [title = '', regionOfTitle = ''] = heading;
const wrong: readonly {
  name: string;
  lines: readonly string[];
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'the list of another country',
    lines: changed(regionOfTitle, regionOfTitle.replace('ロシア連邦', 'ベラルーシ共和国')),
    code: 'file.unexpected',
    facts: {},
  },
  { name: 'another document', lines: changed(title, '○ 見本の通知'), code: 'file.unexpected', facts: {} },
  {
    name: 'a note in the heading',
    lines: changed(regionOfTitle, regionOfTitle, '\t（注）見本'),
    code: 'file.unexpected',
    facts: {},
  },
  {
    name: 'a day that is none',
    lines: changed('\t最終更新日：2025 年 09 月 12 日', '\t最終更新日：2025 年 13 月 12 日'),
    code: 'list.date',
    facts: { field: '最終更新日' },
  },
  { name: 'a heading alone', lines: heading, code: 'list.unexpected-shape', facts: {} },
  {
    name: 'an entry without an address',
    lines: changed('\t所在地：All addresses located in Russia'),
    code: 'list.missing-field',
    facts: { record: '3', field: '所在地' },
  },
  {
    name: 'an entry without an English name',
    lines: changed('\tSample Shipyard JSC,'),
    code: 'list.missing-field',
    facts: { record: '1', field: 'name' },
  },
  {
    name: 'a second address in one entry',
    lines: changed('\tul. Samplovskaya, d. 20A, Moscow 111141', '\tMoscow', '\t所在地：Tula'),
    code: 'list.unexpected-shape',
    facts: { record: '4' },
  },
  {
    name: 'a note behind the last entry',
    lines: [...whole, '（注）見本'],
    code: 'list.unexpected-shape',
    facts: { record: '4' },
  },
  {
    name: 'a former name',
    lines: changed('\tSample Works', '\tSample Works, f.k.a. Sample Trust'),
    code: 'list.unexpected-shape',
    facts: { record: '4' },
  },
  {
    name: 'aliases that are not announced',
    lines: changed('\tfollowing three aliases:', '\tknown under'),
    code: 'list.unexpected-shape',
    facts: { record: '2' },
  },
  {
    name: 'an announced number nobody knows',
    lines: changed('\tfollowing three aliases:', '\tfollowing several aliases:'),
    code: 'list.unexpected-shape',
    facts: { record: '2' },
  },
  {
    name: 'numbers that go back',
    lines: changed('４ 見本工場', '２ 見本工場'),
    code: 'list.unexpected-shape',
    facts: { record: '2' },
  },
];
for (const { name, lines, code, facts } of wrong)
  test(`${name} stops the import`, async (context) => {
    const file = pdf(context, lines);
    await assertProblem(() => readList(jpMetiRussia, [file]), code, {
      list: 'jp-meti-russia',
      file: file.name,
      ...facts,
    });
  });

test('a list cut off, a web page and a file of another name are refused', async (context) => {
  const bytes = printedList(whole);
  const named = (name: string, content: Uint8Array | string) => [temporaryFile(context, name, content)];
  const list = 'jp-meti-russia';
  await assertProblem(
    () => readList(jpMetiRussia, named('list_russia_tokutei.pdf', bytes.subarray(0, bytes.length - 300))),
    'file.unreadable',
    { list },
  );
  await assertProblem(() => readList(jpMetiRussia, named('list_russia_tokutei.pdf', '<html>')), 'file.unexpected', {
    list,
  });
  await assertProblem(() => readList(jpMetiRussia, named('list_belarus_tokutei.pdf', bytes)), 'file.unexpected', {
    list,
  });
});
