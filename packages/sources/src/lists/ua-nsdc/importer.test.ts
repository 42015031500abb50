import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { workbookOf } from '../../readers/testing/workbook.ts';
import { entityWith, readList } from '../testing/read.ts';
import { uaNsdc } from './importer.ts';

const NAME = 'sanctions.xlsx';
const [PERSONS, COMPANIES] = ['Фізичні особи', 'Юридичні особи'];
const bytes = readFileSync(new URL(`./sample/${NAME}`, import.meta.url));
const reading = await readList(uaNsdc, sampleFiles(new URL('./sample/', import.meta.url)));
const authority = 'President of Ukraine, by decision of the National Security and Defense Council';

/** The sample with one cell changed. */
function changed(sheet: string, place: string, value: string): Buffer {
  const book = XLSX.read(bytes);
  const cells = book.Sheets[sheet];
  assert.ok(cells);
  XLSX.utils.sheet_add_aoa(cells, [[value]], { origin: place });
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const readBytes = (context: TestContext, content: string | Uint8Array) =>
  readList(uaNsdc, [temporaryFile(context, NAME, content)]);

test('everything is counted; a birth date in words, an entry without a name and one without restrictions are reported', () => {
  assert.deepEqual(reading.counts, {
    persons: 2,
    companies: 2,
    ended: 2,
    aliases: 10,
    identifiers: 9,
    entities: 4,
    problems: 3,
  });
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['record'], facts['field'] ?? facts['column']]),
    [
      ['list.date', 'person-900-2020-8', 'Дата народження'],
      ['list.missing-field', 'company-901-2021-2', 'Тип обмеження'],
      ['list.missing-field', 'company-901-2021-2', 'Назва укр.'],
    ],
  );
});

test('a person', () => {
  const address = 'Україна, м. Зразків, вул. Вигадана, 1';
  const { remarks, ...rest } = entityWith(reading, 'person-900-2020-7');
  assert.deepEqual(rest, {
    id: 'ua-nsdc:person-900-2020-7',
    source: 'ua-nsdc',
    recordId: 'person-900-2020-7',
    schema: 'Person',
    names: [
      { text: 'Зразкова (Прикладова) Ганна Вигадівна', kind: 'primary', language: 'uk' },
      { text: 'Зразкова Ганна Вигадівна', kind: 'alias', language: 'uk' },
      { text: 'Прикладова Ганна Вигадівна', kind: 'alias', language: 'uk' },
      { text: 'Образцовая Анна Выдумовна', kind: 'original-script', language: 'ru' },
      { text: 'Sample Hanna', kind: 'alias' },
      { text: 'Hanya', kind: 'weak' },
    ],
    birthDates: [
      { earliest: '1970-02-01', latest: '1970-02-01', circa: false, text: '1970-02-01' },
      { earliest: '1969-10-17', latest: '1969-10-17', circa: false, text: '17.10.1969' },
    ],
    birthPlaces: ['Вигадане місто'],
    genders: [],
    nationalities: ['ru', 'am'],
    countries: ['ru', 'am', 'ua'],
    identifiers: [
      { type: 'tax-id', value: '1234567890', country: 'ua', note: 'ідентифікаційний номер платника податків' },
      { type: 'passport', value: 'АА 000001', country: 'ua', note: 'паспорт громадянина України' },
      { type: 'passport', value: '990000001', note: 'паспорти для виїзду за кордон' },
      { type: 'passport', value: '990000002', note: 'паспорти для виїзду за кордон' },
    ],
    addresses: [{ full: address, country: 'ua' }],
    emails: [],
    phones: ['+000 11 22'],
    websites: [],
    positions: ['депутат вигаданої ради'],
    topics: ['sanction'],
    effects: ['block', 'travel-ban'],
    programmes: ['900-2020'],
    legalStatus: [{ status: 'SANCTIONED', authority, country: 'ua', date: '2020-05-14', reportedBy: 'ua-nsdc' }],
    links: [],
    listedOn: '2020-05-14',
    updatedOn: '2021-03-19',
    sourceUrl: 'https://drs.nsdc.gov.ua/',
  });
  assert.deepEqual(remarks.slice(0, 2), ['Term: Три роки, until 2026-05-14', 'Changed by a later decree']);
  assert.match(remarks[2] ?? '', /^Restrictions: 1\) блокування активів/);
  assert.match(remarks[3] ?? '', /^індивідуальний податковий номер.*№ 82\/2021$/);
});

test('an entry that a later decree cancelled is information; a citizenship may stand for the residence', () => {
  const { effects, delistedOn, legalStatus, nationalities, addresses, birthDates, remarks } = entityWith(
    reading,
    'person-900-2020-8',
  );
  assert.deepEqual([effects, delistedOn], [['information'], '2021-03-23']);
  assert.deepEqual(
    legalStatus.map(({ status, date }) => [status, date]),
    [
      ['SANCTIONED', '2020-05-14'],
      ['DELISTED', '2021-03-23'],
    ],
  );
  assert.deepEqual([nationalities, addresses, birthDates], [['ru'], [], []]);
  for (const remark of ['Date of birth: близько 1980', 'громадянин РФ', 'Responsible body: Зразкове відомство'])
    assert.ok(remarks.includes(remark), remark);
});

test('a company: several names in one cell, Russian numbers, an officer', () => {
  const { names, identifiers, addresses, countries, emails, links, effects } = entityWith(
    reading,
    'company-901-2021-1',
  );
  assert.deepEqual(
    names.map(({ kind, text }) => `${kind}: ${text}`),
    [
      'primary: Товариство з обмеженою відповідальністю "Зразок"',
      'original-script: Общество с ограниченной ответственностью "Образец", ООО "ОБР"',
      'original-script: Общество с ограниченной ответственностью "Образец"',
      'original-script: ООО "ОБР"',
      'former: "Взірець"',
      'alias: Sample Trading, Ltd',
    ],
  );
  assert.deepEqual(identifiers, [
    { type: 'ru-ogrn', value: '1990000000001', country: 'ru', note: 'ОДРН' },
    { type: 'other', value: '990101001', note: 'КПП' },
    { type: 'ru-inn', value: '9900000001', country: 'ru', note: 'ІПН' },
    { type: 'registration-number', value: '99000001', note: 'ОКПО' },
  ]);
  assert.deepEqual(
    addresses.map(({ full, country }) => [full, country]),
    [
      ['Російська Федерація, м. Москва, вул. Зразкова, 1', 'ru'],
      ['РФ, г. Москва, ул. Образцовая, 1', 'ru'],
    ],
  );
  assert.deepEqual([countries, emails], [['ru'], ['info@sample.example']]);
  assert.deepEqual(links, [{ kind: 'directed-by', toName: 'Зразковий Петро Вигадович', detail: 'директор' }]);
  assert.deepEqual(effects, ['block', 'transport-restriction', 'export-ban']);
});

test('a company without a name is kept under its code; a term that has ended ends the entry', () => {
  const { names, identifiers, delistedOn, effects } = entityWith(reading, 'company-901-2021-2');
  assert.deepEqual(names, [{ text: 'ЄДРПОУ99000002', kind: 'weak' }]);
  assert.deepEqual(identifiers, [{ type: 'registration-number', value: '99000002', country: 'ua', note: 'ЄДРПОУ' }]);
  assert.deepEqual([delistedOn, effects], ['2021-05-01', ['information']]);
});

test('restrictions that no pattern knows count as block and are reported', async (context) => {
  const other = await readBytes(context, changed(COMPANIES, 'G2', 'заборона всього'));
  assert.deepEqual(entityWith(other, 'company-901-2021-1').effects, ['block']);
  assert.deepEqual(other.problems[1]?.facts['value'], 'заборона всього');
});

test('a citizenship nobody knows is reported and stays in the remarks', async (context) => {
  const other = await readBytes(context, changed(PERSONS, 'N2', 'Вигадія'));
  assert.deepEqual(entityWith(other, 'person-900-2020-7').nationalities, []);
  assert.ok(entityWith(other, 'person-900-2020-7').remarks.includes('Citizenship: Вигадія'));
  assert.equal(other.problems[0]?.code, 'list.unknown-value');
});

const wrong: readonly {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly code: Parameters<typeof assertProblem>[1];
  readonly facts: object;
}[] = [
  {
    name: 'another act than the application of sanctions',
    content: changed(PERSONS, 'D2', 'пропозиція'),
    code: 'list.unknown-value',
    facts: { line: 2, field: "Дія щодо об'єкту санкцій", value: 'пропозиція' },
  },
  {
    name: 'an unknown mark of change',
    content: changed(PERSONS, 'E3', 'Може'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Зміни', value: 'Може' },
  },
  {
    name: 'a renamed column',
    content: changed(COMPANIES, 'M1', 'Код'),
    code: 'list.unknown-column',
    facts: { line: 1, column: 'Код', expected: 'ОКПО/ЄДРПОУ' },
  },
  {
    name: 'a new column',
    content: changed(PERSONS, 'T1', 'Стать'),
    code: 'list.unknown-column',
    facts: { line: 1, column: 'Стать' },
  },
  {
    name: 'a value beyond the columns',
    content: changed(PERSONS, 'T2', 'x'),
    code: 'list.column-count',
    facts: { line: 2, expected: 19, found: 20 },
  },
  {
    name: 'two entries of one decree and number',
    content: changed(PERSONS, 'F3', '7'),
    code: 'list.duplicate-record',
    facts: { line: 3, record: 'person-900-2020-7' },
  },
  {
    name: 'an entry without a decree',
    content: changed(PERSONS, 'B2', ''),
    code: 'list.missing-field',
    facts: { line: 2, column: '№ указу' },
  },
  {
    name: 'a sheet nobody knows',
    content: workbookOf({ Судна: [['row'], ['0']] }),
    code: 'list.unknown-value',
    facts: { field: 'sheet', value: 'Судна' },
  },
  {
    name: 'a workbook without companies',
    content: workbookOf({ [PERSONS]: [['row'], ['0']] }),
    code: 'list.unknown-column',
    facts: {},
  },
  { name: 'a workbook cut off', content: bytes.subarray(0, 5000), code: 'file.unreadable', facts: {} },
  { name: 'a web page', content: '<html><body>РНБО</body></html>', code: 'file.unexpected', facts: {} },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context: TestContext) =>
    assertProblem(() => readBytes(context, content), code, { list: 'ua-nsdc', file: NAME, ...facts }));
