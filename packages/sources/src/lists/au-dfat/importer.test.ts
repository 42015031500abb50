import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { auDfat } from './importer.ts';

const OLDER = 'regulation8_consolidated.xls';
const NEWER = 'Australian_Sanctions_Consolidated_List.xlsx';
const sample = new URL('./sample/', import.meta.url);
const ofName = (wanted: string) =>
  readList(
    auDfat,
    sampleFiles(sample).filter(({ name }) => name === wanted),
  );
const older = await ofName(OLDER);
const newer = await ofName(NEWER);

test('everything is counted; a citizenship nobody knows and a date without its century are noted', () => {
  assert.deepEqual(older.counts, {
    entities: 2,
    rows: 7,
    individuals: 1,
    bodies: 1,
    vessels: 0,
    aliases: 3,
    originalScriptNames: 2,
    addresses: 3,
    documents: 3,
    problems: 2,
  });
  assert.deepEqual(
    older.problems.map(({ code, facts }) => [code, facts['field'], facts['value'], facts['record']]),
    [
      ['list.unknown-value', 'Citizenship', 'Samplian', '9001'],
      ['list.date', 'Date of Birth', '24-Apr-68', '9001'],
    ],
  );
});

test('a person and a body, gathered from their rows', () => {
  assert.deepEqual(older.entities, [
    entityOf({
      source: 'au-dfat',
      recordId: '9001',
      schema: 'Person',
      names: [
        {
          text: 'Samplo AL-TAJRIBI',
          kind: 'primary',
        },
        {
          text: 'سمبلو',
          kind: 'original-script',
        },
        {
          text: 'Samplo Tajribi',
          kind: 'former',
        },
        {
          text: 'Abu Sample',
          kind: 'alias',
        },
        {
          text: 'ابو سمبل',
          kind: 'original-script',
        },
      ],
      birthDates: [
        {
          earliest: '1966-02-02',
          latest: '1966-02-02',
          circa: false,
          text: '1966-02-02',
        },
        {
          earliest: '1955-01-01',
          latest: '1958-12-31',
          circa: true,
          text: 'Approximately 1955-1958',
        },
        {
          earliest: '1961-02-01',
          latest: '1961-02-28',
          circa: false,
          text: '1961-02',
        },
      ],
      birthPlaces: ['Samplegrad, Libya', 'Exampleton, Chad'],
      genders: ['male'],
      nationalities: ['ly'],
      countries: ['ly', 'td'],
      identifiers: [
        {
          type: 'passport',
          value: 'S0000021',
          country: 'ly',
        },
        {
          type: 'national-id',
          value: '000-0021',
        },
      ],
      addresses: [
        {
          full: '1 Sample Street, Tripoli, Libya (at time of listing)',
          country: 'ly',
        },
        {
          full: 'Chad',
          country: 'td',
        },
      ],
      positions: ['Head of Samples', 'Deputy of Examples'],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ['9999 (Samplia)'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'Australian Department of Foreign Affairs and Trade (DFAT)',
          country: 'au',
          date: '2001-01-25',
          reportedBy: 'au-dfat',
        },
      ],
      remarks: [
        'Title: Doctor. Designation: a) Head of Samples b) Deputy of Examples. Libyan passport number S0000021, issued on 1 Feb. 2011. National identification no.: 000-0021. Gender: male. Invented for tests; nobody of this name is meant.',
        'Listing: Listed by UN 9999 Committee on 25 January 2001 (amended on 20 December 2005, 9 July 2007)',
        'Citizenship: Samplian',
        'Date of birth: a) Approximately 1955-1958 b) 24-Apr-68',
        'Date of Birth of Abu Sample: a) Approximately 1955-1958 b) 24-Apr-68',
        'Date of Birth of ابو سمبل: 1961-02',
      ],
      listedOn: '2001-01-25',
      updatedOn: '2014-12-16',
      sourceUrl: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
    }),
    entityOf({
      source: 'au-dfat',
      recordId: '9002',
      schema: 'Organization',
      names: [
        {
          text: 'SAMPLE TRADING LLC',
          kind: 'primary',
        },
        {
          text: 'Sample Works',
          kind: 'former',
        },
      ],
      countries: ['ru'],
      identifiers: [
        {
          type: 'ru-inn',
          value: '9900000021',
          country: 'ru',
          note: 'Tax ID No',
        },
      ],
      addresses: [
        {
          full: 'PO Box 21, Moscow, Russia',
          country: 'ru',
        },
      ],
      emails: ['info@sample-trading.example'],
      phones: ['+7 495 0000021'],
      websites: ['www.sample-trading.example'],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ['Autonomous (Samplia)'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'Australian Department of Foreign Affairs and Trade (DFAT)',
          country: 'au',
          date: '2012-03-02',
          reportedBy: 'au-dfat',
        },
      ],
      remarks: [
        'Tax ID No.: 9900000021 (Russia). Website: www.sample-trading.example Email: info@sample-trading.example Phone: +7 495 0000021. Invented for tests: no such company.',
        'Listing: Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Formerly listed on another list as X1.',
      ],
      listedOn: '2012-03-02',
      updatedOn: '2018-04-10',
      sourceUrl: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
    }),
  ]);
});

test('the layout of 2025 says weak aliases, IMO numbers and measures in columns of their own', () => {
  assert.equal(newer.counts['problems'], 0);
  assert.deepEqual(newer.entities, [
    entityOf({
      source: 'au-dfat',
      recordId: '9001',
      schema: 'Person',
      names: [
        {
          text: 'Samplo AL-TAJRIBI',
          kind: 'primary',
        },
        {
          text: 'Abu Sample',
          kind: 'weak',
        },
        {
          text: 'سمبلو',
          kind: 'original-script',
        },
      ],
      birthDates: [
        {
          earliest: '1955-01-01',
          latest: '1955-12-31',
          circa: false,
          text: '1955',
        },
        {
          earliest: '1956-01-01',
          latest: '1956-12-31',
          circa: false,
          text: '1956',
        },
      ],
      birthPlaces: ['Samplegrad, Libya'],
      nationalities: ['ly', 'td'],
      countries: ['ly', 'td'],
      identifiers: [
        {
          type: 'other',
          value: 'QDi.999',
          note: 'UN reference number',
        },
      ],
      addresses: [
        {
          full: 'Tripoli, Libya',
          country: 'ly',
        },
      ],
      topics: ['sanction'],
      effects: ['block', 'travel-ban', 'export-ban'],
      programmes: ['9999 (Samplia)'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'Australian Department of Foreign Affairs and Trade (DFAT)',
          country: 'au',
          date: '2001-01-25',
          reportedBy: 'au-dfat',
        },
      ],
      remarks: [
        'QDi.999. Invented for tests; nobody of this name is meant.',
        'Listing: Listed on 25 January 2001 (amended on 3 Sep 2003)',
        'Instrument of designation: Invented Sanctions Regulations 2026',
      ],
      listedOn: '2001-01-25',
      updatedOn: '2026-04-14',
      sourceUrl: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
    }),
    entityOf({
      source: 'au-dfat',
      recordId: '9003',
      schema: 'Vessel',
      names: [
        {
          text: 'SAMPLE STAR',
          kind: 'primary',
        },
      ],
      identifiers: [
        {
          type: 'imo-number',
          value: '9074729',
        },
      ],
      topics: ['sanction'],
      effects: ['transport-restriction'],
      programmes: ['Autonomous (Vessels)'],
      legalStatus: [
        {
          status: 'SANCTIONED',
          authority: 'Australian Department of Foreign Affairs and Trade (DFAT)',
          country: 'au',
          reportedBy: 'au-dfat',
        },
      ],
      remarks: [
        'Listing: Designated as a sanctioned vessel in an invented designation',
        'Instrument of designation: Invented Sanctions Regulations 2026',
      ],
      updatedOn: '2025-06-18',
      sourceUrl: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
    }),
  ]);
});

/** A sample with other texts in a cell and those right of it. */
function changed(name: string, cell: string, ...texts: (string | number)[]): Buffer {
  const book = XLSX.read(readFileSync(new URL(name, sample)), { cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet) XLSX.utils.sheet_add_aoa(sheet, [texts], { origin: cell });
  return XLSX.write(book, { type: 'buffer', bookType: name === OLDER ? 'biff8' : 'xlsx' }) as Buffer;
}

const read = (context: TestContext, name: string, content: Buffer) =>
  readList(auDfat, [temporaryFile(context, name, content)]);

test('notes behind a name are no part of it', async (context) => {
  const named = async (text: string) => {
    const changedReading = await read(context, OLDER, changed(OLDER, 'B4', text));
    const { names, remarks } = entityWith(changedReading, '9001');
    return { names: names.map((name) => `${name.kind}: ${name.text}`), remarks };
  };
  const arabic = await named('Samplo (Previously listed as. In Arabic: سامبلو)');
  assert.ok(arabic.names.includes('former: Samplo') && arabic.names.includes('original-script: سامبلو'));
  const combat = await named('El Samplo (combat name)');
  assert.ok(combat.names.includes('alias: El Samplo') && combat.remarks.includes('Name El Samplo: combat name'));
});

test('a citizenship of several words and several citizenships', async (context) => {
  const content = changed(NEWER, 'H5', 'a) Bosnia and Herzegovina b) Australia and Egypt c) Malian / Mauritanian');
  const vessel = entityWith(await read(context, NEWER, content), '9003');
  assert.deepEqual(vessel.nationalities, ['ba', 'au', 'eg', 'ml', 'mr']);
});

const wrong: readonly {
  name: string;
  file: string;
  content: Buffer;
  code: Parameters<typeof assertProblem>[1];
  facts: object;
}[] = [
  {
    name: 'an unknown type',
    file: OLDER,
    content: changed(OLDER, 'C5', 'Aircraft'),
    code: 'list.unknown-value',
    facts: { line: 5, field: 'Type', value: 'aircraft' },
  },
  {
    name: 'an unknown name type',
    file: OLDER,
    content: changed(OLDER, 'D3', 'Nickname'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Name Type', value: 'nickname' },
  },
  {
    name: 'an unknown strength',
    file: NEWER,
    content: changed(NEWER, 'E3', 'Medium'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Alias Strength', value: 'medium' },
  },
  {
    name: 'an unknown word for a measure',
    file: NEWER,
    content: changed(NEWER, 'Q3', 'partly'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Travel Ban', value: 'partly' },
  },
  {
    name: 'a reference of another form',
    file: OLDER,
    content: changed(OLDER, 'A3', 'A-9001'),
    code: 'list.unknown-value',
    facts: { line: 3, field: 'Reference', value: 'A-9001' },
  },
  {
    name: 'a reference that comes twice',
    file: OLDER,
    content: changed(OLDER, 'A4', '9001a'),
    code: 'list.duplicate-record',
    facts: { line: 4, record: '9001a' },
  },
  {
    name: 'a target of two types',
    file: OLDER,
    content: changed(OLDER, 'A5', '9001d'),
    code: 'list.unknown-value',
    facts: { line: 5, field: 'Type', record: '9001' },
  },
  {
    name: 'a renamed column',
    file: OLDER,
    content: changed(OLDER, 'G1', 'Nationality'),
    code: 'list.missing-field',
    facts: { column: 'Citizenship' },
  },
  {
    name: 'a new column',
    file: NEWER,
    content: changed(NEWER, 'T1', 'Tribe'),
    code: 'list.unknown-column',
    facts: { line: 2, column: 'Tribe' },
  },
  {
    name: 'a value beyond the columns',
    file: OLDER,
    content: changed(OLDER, 'M3', 'x'),
    code: 'list.column-count',
    facts: { line: 3, expected: 12, found: 13 },
  },
  {
    name: 'a row without a name',
    file: OLDER,
    content: changed(OLDER, 'B4', ' '),
    code: 'list.missing-field',
    facts: { line: 4, column: 'Name of Individual or Entity' },
  },
  {
    name: 'a workbook that is cut off',
    file: OLDER,
    content: readFileSync(new URL(OLDER, sample)).subarray(0, 6000),
    code: 'file.unreadable',
    facts: {},
  },
  {
    name: 'a web page',
    file: NEWER,
    content: Buffer.from('<html><head><title>403</title></head></html>'),
    code: 'file.unexpected',
    facts: {},
  },
];
for (const { name, file, content, code, facts } of wrong)
  test(`${name} stops the import`, (context) =>
    assertProblem(() => read(context, file, content), code, { list: 'au-dfat', file, ...facts }));
