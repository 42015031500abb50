import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { jpMof } from './importer.ts';

const sample = (form: string) => new URL(`./sample/${form}/`, import.meta.url);
const ofWorkbook: readonly Entity[] = [
  entry({
    birthDates: [{ earliest: '1941-08-20', latest: '1941-08-20', circa: false, text: '1941年8月20日' }],
    birthPlaces: ['セルビア共和国ミホン', 'Mihon, Republic of Serbia'],
    programmes: ['ミロシェビッチ前ユーゴスラビア大統領及び関係者'],
    remarks: [
      '1941年8月20日セルビア共和国ミホン生 Born at Mihon, Republic of Serbia, on 20 August 1941',
      'その他の情報: 見本庁長官\nHead of the Sample Office',
    ],
    recordId: '001-000001-20020301',
    schema: 'Person',
    names: [
      { text: 'Mihonvic Zoran', kind: 'primary', language: 'en' },
      { text: 'ミホンヴィッチ・ゾラン', kind: 'primary', language: 'ja' },
    ],
    listedOn: '2002-03-01',
  }),
  entry({
    birthDates: [
      { earliest: '1963-01-01', latest: '1963-12-31', circa: true, text: '1963年頃' },
      { earliest: '1966-03-18', latest: '1966-03-18', circa: false, text: '1966年3月18日' },
      { earliest: '1967-03-10', latest: '1967-03-10', circa: false, text: '1967年3月10日' },
    ],
    birthPlaces: ['Mihon District'],
    nationalities: ['af', 'sa'],
    countries: ['af', 'sa'],
    identifiers: [
      {
        type: 'passport',
        value: 'D 000999',
        country: 'af',
        note: 'アフガニスタン旅券 D 000999 (1997年11月20日発行)',
      },
      {
        type: 'national-id',
        value: '11360',
        country: 'af',
        note: 'アフガニスタン国民IDカード番号(tazkira); 番号:11360',
      },
      { type: 'other', value: 'TAi.999', note: 'UN reference number' },
    ],
    emails: ['mihon@example.org'],
    positions: ['Deputy Head of Samples (見本次官)', 'Governor of Mihon (ミホン州知事)'],
    programmes: ['タリバーン関係者等（タリバーン、アル・カーイダ及びISIL（ダーイシュ）関係者等）'],
    remarks: [
      'アブドゥル・ミホン: 1963年にカブールにて出生',
      'Abdul Mehon: born 1 Feb. 1963 in Kabul',
      '称号: (a)Mullah（ムラー） (b)Haji（ハッジ）',
      '国連制裁員会による指定日: 2001年1月25日（2003年9月3日改訂）',
      'その他の情報: 見本の情報。連絡先 mihon@example.org',
    ],
    recordId: '002-000002-20010922',
    schema: 'Person',
    names: [
      { text: 'ABDUL MIHON KHAN', kind: 'primary', language: 'en' },
      { text: 'アブドゥル・ミホン・カーン', kind: 'primary', language: 'ja' },
      { text: 'عبد المثال خان', kind: 'original-script' },
      { text: 'アブドゥル・ミホン', kind: 'alias', language: 'ja' },
      { text: 'ミホン、カーン', kind: 'alias', language: 'ja' },
      { text: 'Abdul Mehon', kind: 'alias' },
      { text: 'Mihon, Khan', kind: 'alias' },
      { text: '旧アブドゥル', kind: 'former', language: 'ja' },
      { text: 'Old Abdul', kind: 'former' },
      { text: 'ミホ', kind: 'weak', language: 'ja' },
      { text: 'Miho', kind: 'weak' },
    ],
    listedOn: '2001-09-22',
    updatedOn: '2012-03-27',
  }),
  entry({
    countries: ['pk'],
    addresses: [
      { full: '1 Sample Road, Quetta, Pakistan', country: 'pk' },
      { full: 'カラチ、パキスタン', country: 'pk' },
    ],
    programmes: ['タリバーン関係者等（タリバーン、アル・カーイダ及びISIL（ダーイシュ）関係者等）'],
    remarks: [
      'その他の情報: (original script: مؤسسة المثال)',
      '*3: also designated under UN Security Council Resolution 1373',
      '告示日付: 200812.19改訂',
    ],
    recordId: '002-000003-20011012',
    schema: 'Organization',
    names: [
      { text: 'MIHON RELIEF FOUNDATION', kind: 'primary', language: 'en' },
      { text: '見本救援財団', kind: 'primary', language: 'ja' },
      { text: 'MRF', kind: 'alias' },
      { text: 'ミホン信託', kind: 'alias', language: 'ja' },
      { text: '見本信託(パキスタン)', kind: 'alias', language: 'ja' },
      { text: 'Mihon Trust', kind: 'alias' },
      { text: 'Mihon Trust (Pakistan)', kind: 'alias' },
      { text: 'مؤسسة المثال', kind: 'original-script' },
    ],
    listedOn: '2001-10-12',
  }),
  entry({
    countries: ['kp'],
    addresses: [{ full: '北朝鮮平壌特別市', country: 'kp' }],
    programmes: ['北朝鮮に関連する国際連合安全保障理事会決議に基づく資産凍結等の措置の対象となる者（団体）'],
    remarks: ['#47: designated before in concert with other states'],
    recordId: '014-000047-20170816',
    schema: 'Organization',
    names: [
      { text: 'KOREA MIHON BANK', kind: 'primary', language: 'en' },
      { text: 'コリア・ミホン・バンク', kind: 'primary', language: 'ja' },
      { text: 'ファースト・ミホン・バンク', kind: 'alias', language: 'ja' },
      { text: 'オールド・ミホン・バンク', kind: 'former', language: 'ja' },
      { text: 'First Mihon Bank', kind: 'alias' },
      { text: 'Old Mihon Bank', kind: 'former' },
    ],
    listedOn: '2017-08-16',
  }),
  entry({
    countries: ['kp'],
    addresses: [{ full: '北朝鮮平壌特別市', country: 'kp' }],
    programmes: ['北朝鮮に関連する国際連合安全保障理事会決議により禁止された活動等に関与する者（国際協調、団体）'],
    links: [{ kind: 'linked-to', toId: 'jp-mof:014-000047-20170816', detail: '告示番号 47' }],
    remarks: ['その他の情報: 電話　＋850-2-0000', '1(#47): also designated under UN Security Council Resolution 1718'],
    recordId: '016-000001-20130405',
    schema: 'Organization',
    names: [
      { text: 'KOREA MIHON BANK', kind: 'primary', language: 'en' },
      { text: 'コリア・ミホン・バンク', kind: 'primary', language: 'ja' },
      { text: 'ケー・エム・ビー', kind: 'alias', language: 'ja' },
      { text: 'ミホン・バンク', kind: 'alias', language: 'ja' },
      { text: 'KMB', kind: 'alias' },
      { text: 'Mihon Bank Co., Ltd', kind: 'alias' },
    ],
    listedOn: '2013-04-05',
    updatedOn: '2017-08-16',
  }),
  entry({
    countries: ['so'],
    addresses: [{ full: 'ソマリア', country: 'so' }],
    programmes: ['ソマリアに対する武器禁輸措置等に違反した者等'],
    remarks: ['その他の情報: 一行目。\n二行目。\n三行目。'],
    recordId: '021-000001-20100625',
    schema: 'Organization',
    names: [
      { text: 'AL-MIHON', kind: 'primary', language: 'en' },
      { text: 'アル・ミホン', kind: 'primary', language: 'ja' },
      { text: 'アル・ミホーン', kind: 'alias', language: 'ja' },
      { text: 'ザ・サンプル', kind: 'alias', language: 'ja' },
      { text: 'Al-Mihoon', kind: 'alias' },
      { text: 'The Sample', kind: 'alias' },
    ],
    listedOn: '2010-06-25',
  }),
  entry({
    countries: ['ru'],
    addresses: [{ full: '1 Sample Str., Moscow, 101000, Russian Federation', country: 'ru' }],
    programmes: ['資産凍結等の措置の対象となるロシア連邦の団体（特定銀行を除く）'],
    remarks: [
      'The measures hold as well for a body of which the bodies of this table (but Nos. 1 and 160) directly own 50 % or more, unless its principal office is in Japan (note above the table).',
    ],
    recordId: '028-000001-20230526',
    schema: 'Organization',
    names: [
      { text: 'JSC Mihon', kind: 'primary', language: 'en' },
      { text: '株式会社ミホン', kind: 'primary', language: 'ja' },
      { text: '株式会社ミホン工場', kind: 'alias', language: 'ja' },
      { text: '見本工場', kind: 'alias', language: 'ja' },
      { text: 'AO Mihon Zavod', kind: 'alias' },
      { text: 'Mihon Plant', kind: 'alias' },
    ],
    listedOn: '2023-05-26',
  }),
  entry({
    programmes: ['資産凍結等の措置の対象となるロシア連邦の団体（特定銀行を除く）'],
    remarks: [
      'The measures hold as well for a body of which the bodies of this table (but Nos. 1 and 160) directly own 50 % or more, unless its principal office is in Japan (note above the table).',
    ],
    recordId: '028-000002-20240621',
    schema: 'Organization',
    names: [
      { text: 'Sample AO', kind: 'primary', language: 'en' },
      { text: '見本株式会社', kind: 'primary', language: 'ja' },
    ],
    listedOn: '2024-06-21',
    updatedOn: '2025-09-12',
  }),
  entry({
    birthDates: [{ earliest: '1962-08-24', latest: '1962-08-24', circa: false, text: '1962-08-24' }],
    birthPlaces: ['ミホングラード(ロシア)'],
    positions: ['見本大臣', 'Minister of Samples'],
    programmes: ['資産凍結等の措置の対象となるロシア連邦の個人'],
    recordId: '029-000001-20220301',
    schema: 'Person',
    names: [
      { text: 'Aleksey Mihonov', kind: 'primary', language: 'en' },
      { text: 'アレクセイ・ミホノフ', kind: 'primary', language: 'ja' },
      { text: 'Aleksey MIKHONOV', kind: 'alias' },
      { text: 'Alexei Mihonov', kind: 'alias' },
      { text: 'Alexei MIKHONOV', kind: 'alias' },
      { text: 'Oleksiy Mihonov', kind: 'alias' },
      { text: 'Oleksiy MIKHONOV', kind: 'alias' },
      { text: 'オレクシー・ミホノフ', kind: 'alias', language: 'ja' },
    ],
    listedOn: '2022-03-01',
  }),
  entry({
    birthDates: [{ earliest: '1973-11-01', latest: '1973-11-01', circa: false, text: '26969' }],
    programmes: ['資産凍結等の措置の対象となるロシア連邦の個人'],
    recordId: '029-000002-20220301',
    schema: 'Person',
    names: [
      { text: 'Hanako MIHON', kind: 'primary', language: 'en' },
      { text: '見本 花子', kind: 'primary', language: 'ja' },
    ],
    listedOn: '2022-03-01',
  }),
  entry({
    programmes: ['資産凍結等の措置の対象となるロシア連邦の個人'],
    remarks: ['生年月日: 10月10日(year unknown)'],
    recordId: '029-000003-20220301',
    schema: 'Person',
    names: [
      { text: 'Sample MIHON', kind: 'primary', language: 'en' },
      { text: 'ミホン・サンプル', kind: 'primary', language: 'ja' },
    ],
    listedOn: '2022-03-01',
  }),
];

const ofCsv: readonly Entity[] = [
  entry({
    birthDates: [
      { earliest: '1963-01-01', latest: '1963-12-31', circa: true, text: '1963年頃' },
      { earliest: '1972-01-30', latest: '1972-01-30', circa: false, text: '1972/1/30' },
    ],
    birthPlaces: ['Mihon District, Afghanistan'],
    nationalities: ['af'],
    countries: ['af'],
    identifiers: [
      {
        type: 'passport',
        value: 'D0009999',
        country: 'af',
        note: 'アフガニスタン外交旅券D0009999(2022年5月22日にカブールで発行)',
      },
      { type: 'other', value: 'TAi.999', note: 'UN reference number' },
    ],
    addresses: [
      { full: 'アフガニスタン', country: 'af' },
      { full: 'Afghanistan', country: 'af' },
    ],
    positions: ['見本次官', 'Deputy Head of Samples', 'Governor of Mihon'],
    programmes: ['タリバーン関係者等（タリバーン、アル・カーイダ及びISIL（ダーイシュ）関係者等）'],
    remarks: [
      '称号: マウラヴィ',
      '称号: Maulavi',
      'リスト掲載日: 2001年1月25日（２０２６年３月１０日に改訂）',
      '外務省告示情報: ２．アブドゥル・ミホン・カーン ABDUL MIHON KHAN',
      'その他の情報: (original script: عبد المثال خان)見本の情報。',
    ],
    recordId: '002-000002-20010922',
    schema: 'Person',
    names: [
      { text: 'ABDUL MIHON KHAN', kind: 'primary', language: 'en' },
      { text: 'アブドゥル・ミホン・カーン', kind: 'primary', language: 'ja' },
      { text: 'A・ミホン', kind: 'alias', language: 'ja' },
      { text: 'アブドゥル・ミホーン', kind: 'alias', language: 'ja' },
      { text: 'A. Mihon', kind: 'alias' },
      { text: 'Abdul Mihoon', kind: 'alias' },
      { text: 'عبد المثال خان', kind: 'original-script' },
    ],
    listedOn: '2001-09-22',
    updatedOn: '2026-03-31',
  }),
  entry({
    effects: ['information'],
    programmes: ['タリバーン関係者等（タリバーン、アル・カーイダ及びISIL（ダーイシュ）関係者等）'],
    recordId: '002-000003-20011012',
    schema: 'Organization',
    names: [
      { text: 'MIHON RELIEF FOUNDATION', kind: 'primary', language: 'en' },
      { text: '見本救援財団', kind: 'primary', language: 'ja' },
    ],
    listedOn: '2001-10-12',
    delistedOn: '2026-01-05',
  }),
  entry({
    countries: ['ru'],
    addresses: [
      { full: '15 Sample Str., Saint Petersburg, 194021, Russia', country: 'ru' },
      { full: '10 Mihon Str., Moscow, 109012, Russia', country: 'ru' },
    ],
    programmes: ['資産凍結等の措置の対象となるロシア連邦の団体（特定銀行を除く）'],
    remarks: [
      '外務省告示情報: 164 株式会社ミホン Aktsionernoe Obshchestvo Mihon 所在地：15 Sample Str., Saint Petersburg, 194021, Russia',
      'The measures hold as well for a body of which the bodies of this table (but Nos. 1 and 160) directly own 50 % or more, unless its principal office is in Japan (note above the table).',
    ],
    recordId: '028-000164-20230526',
    schema: 'Organization',
    names: [
      { text: 'Aktsionernoe Obshchestvo Mihon', kind: 'primary', language: 'en' },
      { text: '株式会社ミホン', kind: 'primary', language: 'ja' },
      { text: '公開株式会社ミホン', kind: 'alias', language: 'ja' },
      { text: 'Mihon, AO', kind: 'alias' },
      { text: 'JSC Mihon', kind: 'alias' },
      { text: '見本コンツェルン', kind: 'former', language: 'ja' },
      { text: 'Otkrytoe Mihon', kind: 'former' },
    ],
    listedOn: '2023-05-26',
  }),
];

const workbook = await readList(jpMof, sampleFiles(sample('xlsx')));

test('a workbook: every row is an entry, a deleted number, or a problem', () => {
  assert.deepEqual(workbook.counts, {
    entities: 11,
    programmes: 7,
    persons: 5,
    bodies: 6,
    deletedNumbers: 1,
    emptyNumbers: 1,
    liftedProgrammes: 1,
    aliases: 29,
    formerNames: 4,
    weakNames: 2,
    originalScriptNames: 2,
    documents: 2,
    sentencesLeftOut: 0,
    problems: 3,
  });
  assert.deepEqual(
    workbook.problems.map(({ code, facts }) => [code, facts['sheet'], facts['line'], facts['value']]),
    [
      ['list.date', '2.タリバーン関係者等', 5, '200812.19改訂'],
      ['list.date', '29.ロシア連邦(個人)', 5, '10月10日(year unknown)'],
      ['list.missing-field', '2.タリバーン関係者等', 6, undefined],
    ],
  );
});

test('a workbook: the entries', () => assert.deepEqual(workbook.entities, ofWorkbook));

test('an .xls of the older layout gives the same entries, but for columns that it does not have', async () => {
  const older = await readList(jpMof, sampleFiles(sample('xls')));
  const sameIn = ({ identifiers, names, ...entity }: Entity) => ({
    ...entity,
    names: names.filter(({ kind }) => kind !== 'weak'),
    identifiers: identifiers.filter(({ note }) => note !== 'UN reference number'),
  });
  assert.deepEqual(older.entities.map(sameIn), workbook.entities.map(sameIn));
});

test('the CSV file: the entries; a deleted one is history', async () => {
  const { entities, problems } = await readList(jpMof, sampleFiles(sample('csv')));
  assert.deepEqual(problems, []);
  assert.deepEqual(entities, ofCsv);
});

test('an entry has one id in the workbook and in the CSV file', async () => {
  const csv = await readList(jpMof, sampleFiles(sample('csv')));
  const [ofBoth] = entityWith(csv, '002-000002-20010922').names;
  assert.deepEqual(entityWith(workbook, '002-000002-20010922').names[0], ofBoth);
});

/** The workbook of the sample with other sheets. */
function changed(change: (book: XLSX.WorkBook) => void): Buffer {
  const book = XLSX.read(readFileSync(new URL('shisantouketsu20990305.xlsx', sample('xlsx'))));
  change(book);
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const put = (sheet: string, cell: string, text: string) => (book: XLSX.WorkBook) => {
  const found = book.Sheets[sheet];
  assert.ok(found, sheet);
  XLSX.utils.sheet_add_aoa(found, [[text]], { origin: cell });
};
const remove = (sheet: string) => (book: XLSX.WorkBook) => {
  book.SheetNames = book.SheetNames.filter((name) => name !== sheet);
};
const rename = (sheet: string, name: string) => (book: XLSX.WorkBook) => {
  book.SheetNames = book.SheetNames.map((each) => (each === sheet ? name : each));
  Object.assign(book.Sheets, { [name]: book.Sheets[sheet] });
};

const RUSSIAN_BODIES = '28.ロシア連邦(団体(特定銀行を除く))';
const wrongBooks: readonly [string, (book: XLSX.WorkBook) => void, Parameters<typeof assertProblem>[1], object][] = [
  ['an unknown column', put(RUSSIAN_BODIES, 'E2', '好み'), 'list.unknown-column', { column: '好み', line: 2 }],
  ['a text outside the columns', put(RUSSIAN_BODIES, 'I3', 'x'), 'list.unexpected-shape', { line: 3 }],
  ['an unknown mark', put(RUSSIAN_BODIES, 'B3', '@1'), 'list.unknown-value', { value: '@1', line: 3 }],
  ['a mark with a number that names no programme', put(RUSSIAN_BODIES, 'B3', '1(*2)'), 'list.unknown-value', {}],
  ['a row without a number', put(RUSSIAN_BODIES, 'B3', ''), 'list.missing-field', { column: '告示番号' }],
  ['a number that stands twice', put(RUSSIAN_BODIES, 'A4', '2023.5.26'), 'list.duplicate-record', {}],
  ['a sheet without column names', put(RUSSIAN_BODIES, 'A2', 'x'), 'list.unexpected-shape', { sheet: RUSSIAN_BODIES }],
  ['an unknown sheet', rename(RUSSIAN_BODIES, '28.月'), 'list.unknown-value', { field: 'sheet', value: '28.月' }],
  ['a sheet that the contents name is missing', remove(RUSSIAN_BODIES), 'file.unexpected', {}],
  ['another workbook', remove('一覧'), 'file.unexpected', {}],
];
for (const [what, change, code, facts] of wrongBooks)
  test(`${what} is refused`, async (context) => {
    const content = changed((book) => {
      change(book);
      if (what.startsWith('a number that stands twice')) put(RUSSIAN_BODIES, 'B4', '1')(book);
    });
    const file = temporaryFile(context, 'shisantouketsu.xlsx', content);
    await assertProblem(() => readList(jpMof, [file]), code, { list: 'jp-mof', file: 'shisantouketsu.xlsx', ...facts });
  });

const csvText = readFileSync(new URL('shisantouketsu20990828.csv', sample('csv')), 'utf8');
const wrongCsv: readonly [string, string, Parameters<typeof assertProblem>[1], object][] = [
  [
    'an unknown column',
    csvText.replace(',国連参照番号,', ',好み,'),
    'list.unknown-column',
    { column: '好み', line: 1 },
  ],
  [
    'an unknown word',
    csvText.replace(',団体,', ',船舶,'),
    'list.unknown-value',
    { field: '個人・団体', value: '船舶' },
  ],
  ['an unknown 区分', csvText.replace('\n28,', '\n99,'), 'list.unknown-value', { field: '区分', value: '99' }],
  ['a 番号 that is another', csvText.replace('028-000164', '028-000165'), 'list.unknown-value', { field: '番号' }],
  ['a row cut off', csvText.slice(0, -40), 'file.unreadable', {}],
  ['a file without a row', csvText.slice(0, csvText.indexOf('\n') + 1), 'file.unexpected', {}],
  ['a web page', '<!doctype html><p>Not found', 'file.unexpected', {}],
];
for (const [what, content, code, facts] of wrongCsv)
  test(`${what} in the CSV file is refused`, async (context: TestContext) => {
    const file = temporaryFile(context, 'shisantouketsu20990828.csv', content);
    await assertProblem(() => readList(jpMof, [file]), code, { list: 'jp-mof', ...facts });
  });

test('sentences on the body and the tribe of a person are not kept; the gender beside them is', async (context) => {
  const said = '性別は女性。身体的情報：髪の色は黒。Mihon部族に属する。見本市に出た。';
  const content = csvText.replace('見本の情報。', said);
  const reading = await readList(jpMof, [temporaryFile(context, 'shisantouketsu20990828.csv', content)]);
  const { genders, remarks } = entityWith(reading, '002-000002-20010922');
  assert.deepEqual(genders, ['female']);
  assert.equal(reading.counts['sentencesLeftOut'], 2);
  assert.equal(/髪|部族/u.test(JSON.stringify(remarks)), false);
  assert.match(JSON.stringify(remarks), /性別は女性。見本市に出た。/u);
});

/** An entry as the list has it in force, with what is given. */
function entry(given: Partial<Entity> & Pick<Entity, 'recordId' | 'schema' | 'names'>): Entity {
  const claim = { authority: 'Ministry of Foreign Affairs of Japan', country: 'jp', reportedBy: 'jp-mof' };
  const { listedOn = '', delistedOn } = given;
  return entityOf({
    source: 'jp-mof',
    topics: ['sanction'],
    effects: ['block'],
    sourceUrl: jpMof.description.officialPage,
    legalStatus: [
      { status: 'SANCTIONED', ...claim, date: listedOn },
      ...(delistedOn === undefined ? [] : [{ status: 'DELISTED' as const, ...claim, date: delistedOn }]),
    ],
    ...given,
  });
}
