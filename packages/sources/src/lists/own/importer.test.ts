import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { ownListImporter } from './importer.ts';

const sample = (name: string) => fileURLToPath(new URL(`./sample/${name}`, import.meta.url));
const mapping = readFileSync(sample('police-notices.yml'), 'utf8');
const csv = readFileSync(sample('police-notices.csv'), 'utf8');
const importer = ownListImporter(mapping, 'police-notices.yml');
const reading = await readList(importer, [{ name: 'police-notices.csv', path: sample('police-notices.csv') }]);

test('the description is what the mapping says', () => {
  const { id, territory, effects, topics, ignored } = importer.description;
  assert.deepEqual(
    { id, territory, effects, topics, ignored },
    {
      id: 'own-police-notices',
      territory: 'jp',
      effects: ['wanted'],
      topics: ['wanted'],
      ignored: [{ field: '担当', reason: 'internal name of the officer who typed the row' }],
    },
  );
});

test('everything is counted', () =>
  assert.deepEqual(reading.counts, { entities: 3, rows: 6, names: 11, claims: 5, problems: 2 }));

test('two rows of one number are one person with two claims', () => {
  const { names, legalStatus, remarks, links, identifiers, addresses, nationalities, birthDates, sourceUrl } =
    entityWith(reading, 'N-001');
  assert.deepEqual(names, [
    { text: '王 見本', kind: 'original-script', language: 'zh' },
    { text: 'おう みほん', kind: 'reading', language: 'ja' },
    { text: 'Wang Jianben', kind: 'reading', language: 'zh-Latn' },
    { text: 'Wang Chien-pen', kind: 'reading', language: 'zh-Latn' },
    { text: '見本太郎', kind: 'alias' },
    { text: 'サンプル', kind: 'alias' },
  ]);
  const claim = { offence: '詐欺未遂', authority: '警視庁（見本）', country: 'jp' };
  assert.deepEqual(legalStatus, [
    {
      ...claim,
      status: 'WARRANT_ISSUED',
      date: '2021-12-10',
      reportedBy: '共同見本',
      sourceUrl: 'https://news.example/1',
    },
    {
      ...claim,
      status: 'WANTED_INTERNATIONAL',
      date: '2021-12-28',
      reportedBy: '毎日見本',
      sourceUrl: 'https://news.example/2',
    },
  ]);
  assert.deepEqual(remarks, ['発表は\n二行にわたる']);
  assert.deepEqual(links, [{ kind: 'member-of', toName: '第99999部隊' }]);
  assert.deepEqual(identifiers, [{ type: 'passport', value: 'G80000000', country: 'cn' }]);
  assert.deepEqual(addresses, [{ full: '東京都千代田区見本町1-2-3' }]);
  assert.deepEqual(nationalities, ['cn']);
  assert.deepEqual(birthDates, [{ earliest: '1985-03-01', latest: '1985-03-31', circa: false, text: '1985-03' }]);
  assert.equal(sourceUrl, 'https://news.example/1');
});

test('two papers that give two reasons are two claims', () => {
  const { legalStatus, remarks } = entityWith(reading, 'N-002');
  assert.deepEqual(
    legalStatus.map(({ status, reason, date, reportedBy }) => [status, reason, date, reportedBy]),
    [
      ['REFERRED_TO_PROSECUTORS', undefined, '2021-04-20', '見本新聞'],
      ['NOT_INDICTED', 'SUSPENDED', '2021-10', '見本通信'],
      ['NOT_INDICTED', 'REASON_UNKNOWN', '2021-10', '見本日報'],
    ],
  );
  assert.deepEqual(remarks, ['国籍: アトランティス', '生年月日: 不詳']);
});

test('an entry without a claim', () => {
  const { schema, legalStatus, names } = entityWith(reading, 'N-003');
  assert.equal(schema, 'Company');
  assert.deepEqual(legalStatus, []);
  assert.deepEqual(
    names.map(({ text }) => text),
    ['見本商事株式会社', 'Mihon Shoji K.K.'],
  );
});

test('the same list in Shift_JIS is read the same', async (context) => {
  const ascii = csv.replace(/[^\x00-\x7f]/g, '');
  assert.ok(ascii.length > 0);
  const file = temporaryFile(context, 'police-notices.csv', Buffer.concat([...csv].map(shiftJis)));
  assert.deepEqual((await readList(importer, [file])).entities, reading.entities);
});

/** Node writes no Shift_JIS: the table is its decoder, read backwards. */
const shiftJisBytes = new Map<string, Buffer>();
for (let lead = 0x81; lead <= 0xfc; lead++)
  for (let trail = 0x40; trail <= 0xfc; trail++) {
    const bytes = Buffer.of(lead, trail);
    const [character = '', ...more] = new TextDecoder('shift_jis').decode(bytes);
    if (more.length === 0 && !shiftJisBytes.has(character)) shiftJisBytes.set(character, bytes);
  }
function shiftJis(character: string): Buffer {
  return character < '\x80' ? Buffer.from(character) : (shiftJisBytes.get(character) ?? Buffer.from('?'));
}

const wrongRows: readonly {
  name: string;
  content: string;
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'an unknown column',
    content: csv.replace('担当', '担当者'),
    code: 'list.missing-field',
    facts: { column: '担当' },
  },
  {
    name: 'a column that is not named',
    content: csv.replaceAll(/([甲乙丙])$/gm, '$1,x').replace('担当', '担当,色'),
    code: 'list.unknown-column',
    facts: { line: 2, column: '色' },
  },
  {
    name: 'an unknown word',
    content: csv.replace('国際手配', '世界手配'),
    code: 'list.unknown-value',
    facts: { line: 4, field: '状態', value: '世界手配' },
  },
  {
    name: 'a reason without NOT_INDICTED',
    content: csv.replace('書類送検,,', '書類送検,起訴猶予,'),
    code: 'list.unknown-value',
    facts: { field: '理由', value: 'SUSPENDED' },
  },
  {
    name: 'a claim without status',
    content: csv.replace('国際手配', ''),
    code: 'list.missing-field',
    facts: { line: 4, column: 'legal-status' },
  },
  {
    name: 'a claim without authority',
    content: csv.replace('見本県警', ''),
    code: 'list.missing-field',
    facts: { line: 5, column: 'authority' },
  },
  {
    name: 'a date that is none',
    content: csv.replace('2021-12-28', '2021-13-28'),
    code: 'list.date',
    facts: { line: 4, field: '日付', value: '2021-13-28' },
  },
  {
    name: 'rows of one number that contradict each other',
    content: csv.replace('N-002,個人', 'N-002,会社'),
    code: 'list.duplicate-record',
    facts: { line: 6, record: 'N-002', value: 'Person' },
  },
  {
    name: 'a row without a number',
    content: csv.replace('N-003', ''),
    code: 'list.missing-field',
    facts: { line: 8, column: 'id' },
  },
  {
    name: 'an entry without a name',
    content: csv.replace('見本商事株式会社,,Mihon Shoji K.K.', ',,'),
    code: 'list.missing-field',
    facts: { line: 8, column: 'name' },
  },
  {
    name: 'a row too short',
    content: csv.replace('架空の買い手,丙', '架空の買い手'),
    code: 'list.column-count',
    facts: { line: 8, expected: 20, found: 19 },
  },
];
for (const { name, content, code, facts } of wrongRows)
  test(`${name} stops the import`, async (context) => {
    const file = temporaryFile(context, 'police-notices.csv', content);
    await assertProblem(() => readList(importer, [file]), code, {
      list: 'own-police-notices',
      file: 'police-notices.csv',
      ...facts,
    });
  });

const ALIAS = 'an alias ("*x") stands for another place; write it out';

const wrongMappings: readonly { name: string; text: string; facts: object }[] = [
  { name: 'no YAML', text: 'id: [', facts: { line: 1 } },
  {
    name: 'an id that is not an own one',
    text: mapping.replace('own-police', 'police'),
    facts: { line: 2, field: '/id' },
  },
  {
    name: 'an unknown target',
    text: mapping.replace('住所: address', '住所: adress'),
    facts: { line: 22, field: '/columns/住所/to' },
  },
  {
    name: 'an unknown setting',
    text: mapping.replace('separator: /', 'seperator: /'),
    facts: { line: 17, field: '/columns/ローマ字/seperator' },
  },
  {
    name: 'an unknown status',
    text: mapping.replace('WARRANT_ISSUED', 'WARRANTED'),
    facts: { line: 26, field: '/columns/状態/values/逮捕状' },
  },
  {
    name: 'an identifier without a type',
    text: mapping.replace('type: passport, ', ''),
    facts: { line: 21, field: '/columns/旅券番号' },
  },
  {
    name: 'two columns for what can be one',
    text: mapping.replace('備考: remark', '備考: id'),
    facts: { line: 33, field: '/columns/備考' },
  },
  {
    name: 'no column for the number',
    text: mapping.replace('番号: id', '番号: remark'),
    facts: { field: '/columns', reason: 'no column goes to "id"' },
  },
  {
    name: 'a column that is both taken and ignored',
    text: mapping.replace('担当:', '備考:'),
    facts: { field: '/ignored/備考' },
  },
  {
    name: 'a language on what is no name',
    text: mapping.replace('住所: address', '住所: { to: address, language: ja }'),
    facts: { line: 22 },
  },
  { name: 'nothing', text: '', facts: { field: '/' } },
  { name: 'a value within itself', text: `a: &x { b: *x }\n${mapping}`, facts: { line: 1, reason: ALIAS } },
  {
    name: 'an alias',
    text: mapping.replace('[wanted]', '&w [wanted]').replace('[wanted]\nenc', '*w\nenc'),
    facts: { line: 8, reason: ALIAS },
  },
  {
    name: 'aliases of aliases of aliases',
    text: Array.from({ length: 40 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`).join(
      '\n',
    ),
    facts: { line: 2, reason: ALIAS },
  },
  { name: 'a tag of its own', text: mapping.replace('title: ', 'title: !secret '), facts: { line: 3 } },
  { name: 'a tag for other values', text: mapping.replace('title: ', 'title: !!binary '), facts: { line: 3 } },
  { name: 'a directive nobody knows', text: `%FOO bar\n---\n${mapping}`, facts: { line: 1 } },
  { name: 'a merged map', text: `%YAML 1.1\n---\n<<: { x: y }\n${mapping}`, facts: { field: '/<<' } },
  { name: 'a map for a key', text: mapping.replace('番号: id', '? { 番号: id }\n  : id'), facts: { line: 13 } },
  { name: 'two values for a key', text: mapping.replace('番号: id', '番号: id\n  番号: id'), facts: { line: 14 } },
  { name: 'two documents', text: `${mapping}---\n${mapping}`, facts: { line: 36 } },
  { name: 'a character no text needs', text: mapping.replace('Police notices (sample)', '"\\u0007"'), facts: {} },
  {
    name: 'more text than columns need',
    text: `${mapping}${'# '.repeat(600_000)}`,
    facts: { reason: 'is longer than 1048576 characters' },
  },
  ...[100, 2000, 100_000].flatMap((depth) => [
    { name: `lists nested ${depth} deep`, text: `id: ${'['.repeat(depth)}${']'.repeat(depth)}`, facts: {} },
    { name: `maps nested ${depth} deep`, text: `id: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`, facts: {} },
  ]),
];
for (const { name, text, facts } of wrongMappings)
  test(`a mapping with ${name} is refused`, () =>
    assertProblem(() => ownListImporter(text, 'mine.yml'), 'mapping.invalid', { file: 'mine.yml', ...facts }));

test('a mapping that is refused says nothing beside', async (context) => {
  const warnings: unknown[] = [];
  const note = (warning: unknown) => warnings.push(warning);
  process.on('warning', note);
  context.after(() => process.off('warning', note));
  for (const text of ['id: !secret x', '? [a]\n: b', '%FOO bar\n---\nid: x'])
    await assertProblem(() => ownListImporter(text, 'mine.yml'), 'mapping.invalid', { file: 'mine.yml' });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(warnings, []);
});

test('the least number of entries is one, unless the mapping says more', () => {
  assert.equal(importer.description.bounds.minEntries, 1);
  assert.equal(ownListImporter(`${mapping}minEntries: 300\n`, 'a.yml').description.bounds.minEntries, 300);
});

test('another mapping is another version', () => {
  assert.equal(ownListImporter(mapping, 'a.yml').version, importer.version);
  assert.notEqual(ownListImporter(mapping.replace('住所: address', '住所: remark'), 'a.yml').version, importer.version);
});

test('bounds are those of the mapping', () => {
  assert.deepEqual(importer.description.bounds, { maxShrinkPercent: 10, minEntries: 1 });
  const bounds =
    'maxShrinkPercent: 5\nminEntries: 2\nmaxChangedPercent: 30\nminFilledPercent: { birthDates: 60, aliases: 20 }';
  assert.deepEqual(ownListImporter(`${mapping}\n${bounds}\n`, 'm.yml').description.bounds, {
    maxShrinkPercent: 5,
    minEntries: 2,
    maxChangedPercent: 30,
    minFilledPercent: { birthDates: 60, aliases: 20 },
  });
  for (const wrong of [
    'minFilledPercent: { birthday: 60 }',
    'minFilledPercent: { names: 101 }',
    'maxChangedPercent: x',
  ])
    assert.throws(() => ownListImporter(`${mapping}\n${wrong}\n`, 'm.yml'), /mapping\.invalid/);
});
