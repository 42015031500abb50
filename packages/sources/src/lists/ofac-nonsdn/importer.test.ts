import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { ofacNonsdn } from './importer.ts';

const samples = sampleFiles(new URL('./sample/', import.meta.url));
const reading = await readList(ofacNonsdn, samples);

test('everything is counted', () =>
  assert.deepEqual(reading.counts, { entities: 6, aliases: 3, addresses: 6, comments: 1, problems: 0 }));

test('a company of the SSI list', () =>
  assert.deepEqual(entityWith(reading, '91001'), {
    id: 'ofac-nonsdn:91001',
    source: 'ofac-nonsdn',
    recordId: '91001',
    schema: 'Organization',
    names: [
      { text: 'OPEN JOINT STOCK COMPANY SAMPLENEFT', kind: 'primary' },
      { text: 'SAMPLENEFT OAO', kind: 'alias' },
      { text: 'SAMPLE OIL TRUST', kind: 'former' },
      { text: 'SNEFT', kind: 'weak' },
    ],
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: ['ru'],
    identifiers: [
      { type: 'swift-bic', value: 'SAMPRUMM', note: 'SWIFT/BIC' },
      { type: 'ru-ogrn', value: '1027700000000', country: 'ru', note: 'Registration ID' },
      { type: 'ru-inn', value: '7700000000', country: 'ru', note: 'Tax ID No.' },
      { type: 'registration-number', value: '00000001', country: 'ru', note: 'Government Gazette Number' },
    ],
    addresses: [
      {
        full: 'd. 1 ul. Primernaya, Samplegrad, Sample Oblast 100001, Russia',
        street: 'd. 1 ul. Primernaya',
        country: 'ru',
      },
    ],
    emails: ['office@sampleneft.example'],
    phones: [],
    websites: ['www.sampleneft.example'],
    positions: [],
    topics: ['sanction'],
    effects: ['debt-restriction', 'debarment'],
    programmes: ['UKRAINE-EO13662', 'RUSSIA-EO14024'],
    legalStatus: [
      { status: 'SANCTIONED', authority: ofacNonsdn.description.publisher, country: 'us', reportedBy: 'ofac-nonsdn' },
    ],
    links: [{ kind: 'linked-to', toName: 'STATE CORPORATION SAMPLETEKH', toId: 'ofac-nonsdn:91002' }],
    remarks: [
      'Executive Order 13662 Directive Determination - Subject to Directive 2',
      'Executive Order 13662 Directive Determination - Subject to Directive 4',
      'Nationality of Registration Russia',
      'For more information on directives, please visit the following link: http://www.treasury.example/ukraine#directives',
    ],
    sourceUrl: 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=91001',
  }));

test('each list has its effects', () =>
  assert.deepEqual(
    reading.entities.map(({ recordId, effects }) => [recordId, ...effects]),
    [
      ['91001', 'debt-restriction', 'debarment'],
      ['91002', 'debt-restriction', 'equity-restriction'],
      ['91003', 'equity-restriction'],
      ['91004', 'account-restriction'],
      ['91005', 'information'],
      ['91006', 'debt-restriction', 'account-restriction'],
    ],
  ));

test('a company of the NS-CMIC list: names of its issuers, securities, the day of listing', () => {
  const { names, identifiers, listedOn, remarks } = entityWith(reading, '91003');
  assert.deepEqual(names, [
    { text: 'SAMPLE MICROELECTRONICS COMPANY LIMITED', kind: 'primary' },
    { text: 'Sample Microelectronics Co Ltd', kind: 'alias' },
  ]);
  assert.deepEqual(
    identifiers.map(({ type, value }) => [type, value]),
    [
      ['isin', 'CNE100000000'],
      ['cn-uscc', '91000000SAMPLE000X'],
    ],
  );
  assert.equal(listedOn, '2021-06-03');
  assert.deepEqual(remarks, [
    'Equity Ticker 000000 CN',
    'Target Type Public Company',
    'Effective Date (CMIC) 02 Aug 2021',
    'Purchase/Sales For Divestment Date (CMIC) 03 Jun 2022',
    'Listing Date (CMIC) 03 Jun 2021',
  ]);
});

test('remarks go on in the comments file', () => {
  const { listedOn, remarks } = entityWith(reading, '91006');
  assert.equal(listedOn, '2022-02-22');
  assert.equal(remarks.filter((remark) => /Directive 4 .* is prohibited\.$/.test(remark)).length, 1);
});

test('without the comments file the directive that is cut off is still one of the effects', async () => {
  const cut = await readList(
    ofacNonsdn,
    samples.filter(({ name }) => name !== 'cons_comments.csv'),
  );
  const { effects, listedOn } = entityWith(cut, '91006');
  assert.deepEqual([effects, listedOn], [['debt-restriction', 'account-restriction'], undefined]);
  assert.deepEqual(
    cut.problems.map(({ code, facts }) => [code, facts['record']]),
    [['list.missing-field', '91006']],
  );
});

test('the same files are read the same', async () => assert.deepEqual(await readList(ofacNonsdn, samples), reading));

async function refused(
  context: TestContext,
  name: string,
  change: (content: string) => string,
  code: Parameters<typeof assertProblem>[1],
  facts: object,
) {
  const content = readFileSync(samples.find((file) => file.name === name)?.path ?? '', 'latin1');
  const files = [...samples.filter((file) => file.name !== name), temporaryFile(context, name, change(content))];
  await assertProblem(() => readList(ofacNonsdn, files), code, { list: 'ofac-nonsdn', file: name, ...facts });
}

test('a programme whose effect is not known stops the import', (context) =>
  refused(
    context,
    'cons_prim.csv',
    (text) => text.replace('"561-Related"', '"562-Related"').replace('United States', 'Samplian'),
    'list.unknown-value',
    {
      line: 4,
      field: 'Program',
      value: '562-Related',
    },
  ));
test('an unknown type stops the import', (context) =>
  refused(context, 'cons_prim.csv', (text) => text.replace('"individual"', '"group"'), 'list.unknown-value', {
    line: 5,
    field: 'SDN_Type',
    value: 'group',
  }));
test('a column more stops the import', (context) =>
  refused(context, 'cons_add.csv', (text) => text.replaceAll('\r\n', ',"x"\r\n'), 'list.column-count', {
    line: 1,
    expected: 6,
    found: 7,
  }));
test('a file cut off within quotes stops the import', (context) =>
  refused(context, 'cons_prim.csv', (text) => text.slice(0, -10), 'file.unreadable', { line: 6 }));
test('a web page stops the import', (context) =>
  refused(context, 'cons_alt.csv', () => '<html><body>Service unavailable</body></html>', 'file.unexpected', {
    line: 1,
  }));

test('files of the SDN list stop the import', async (context) => {
  const file = temporaryFile(context, 'sdn.csv', '');
  await assertProblem(() => readList(ofacNonsdn, [file]), 'file.unexpected', { list: 'ofac-nonsdn', file: 'sdn.csv' });
});
