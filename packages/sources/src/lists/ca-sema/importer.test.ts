import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { caSema } from './importer.ts';

const NAME = 'sema-lmes.xml';
const xml = readFileSync(new URL(`./sample/${NAME}`, import.meta.url), 'utf8');
const reading = await readList(caSema, sampleFiles(new URL('./sample/', import.meta.url)));
const readText = (context: TestContext, content: string) => readList(caSema, [temporaryFile(context, NAME, content)]);

test('everything is counted; a date in words is reported', () => {
  assert.deepEqual(reading.counts, { entities: 4, persons: 2, bodies: 2, ships: 0, aliases: 10, problems: 1 });
  assert.deepEqual(reading.problems, [
    {
      code: 'list.date',
      facts: {
        list: 'ca-sema',
        file: NAME,
        line: 13,
        record: 'samplia-samplo-exemplovich-probin',
        field: 'DateOfBirth',
        value: 'about 1970',
      },
    },
  ]);
});

test('a person', () =>
  assert.deepEqual(entityWith(reading, 'samplia-samplo-exemplovich-probin'), {
    id: 'ca-sema:samplia-samplo-exemplovich-probin',
    source: 'ca-sema',
    recordId: 'samplia-samplo-exemplovich-probin',
    schema: 'Person',
    names: [
      { text: 'Samplo Exemplovich PROBIN', kind: 'primary', family: 'PROBIN', given: 'Samplo Exemplovich' },
      { text: 'Сампло Примерович ПРОБИН', kind: 'original-script' },
      { text: 'Samplo Prubin', kind: 'alias' },
      { text: 'Sampleo', kind: 'weak' },
      { text: 'Самплин ПРОБIН', kind: 'alias' },
      { text: 'Сампло ПРОБИН', kind: 'original-script' },
    ],
    birthDates: [
      { earliest: '1972-08-10', latest: '1972-08-10', circa: false, text: '1972-08-10' },
      { earliest: '1972-08-11', latest: '1972-08-11', circa: false, text: '1972-08-11' },
    ],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
    emails: [],
    phones: [],
    websites: [],
    positions: [],
    topics: ['sanction'],
    effects: ['block'],
    programmes: ['Samplia'],
    legalStatus: [{ status: 'SANCTIONED', authority: 'Government of Canada', country: 'ca', reportedBy: 'ca-sema' }],
    links: [],
    remarks: ['Schedule 1, Part 1, item 1', 'Title: Major General/major-général'],
    sourceUrl: caSema.description.officialPage,
  }));

test('two of one name in one regime are numbered; a date that cannot be read stays in words', () => {
  const { birthDates, remarks } = entityWith(reading, 'samplia-samplo-exemplovich-probin-2');
  assert.deepEqual(birthDates, []);
  assert.deepEqual(remarks, ['Schedule 1, Part 1, item 2', 'Date of birth: about 1970']);
});

test('a body: both languages, several aliases, and a schedule that does not freeze', () => {
  const { schema, names, effects, programmes } = entityWith(
    reading,
    'russia-sample-institute-si-institut-des-echantillons-ie',
  );
  assert.equal(schema, 'Organization');
  assert.deepEqual(names, [
    { text: 'Sample Institute (SI)', kind: 'primary', language: 'en' },
    { text: 'Institut des échantillons (IE)', kind: 'alias', language: 'fr' },
    { text: 'Sample Works (A/B), Ltd.', kind: 'alias' },
    { text: 'SampleWorks', kind: 'alias' },
    { text: 'ОАО Сампл', kind: 'original-script' },
    { text: 'Сампл', kind: 'original-script' },
  ]);
  assert.deepEqual([effects, programmes], [['debt-restriction', 'equity-restriction'], ['Russia']]);
});

test('a record without schedule; a stroke within brackets parts no names', () => {
  const { names, remarks } = entityWith(reading, 'sampleland-sample-mills-east-west');
  assert.deepEqual(names, [{ text: 'Sample Mills (East/West)', kind: 'primary' }]);
  assert.deepEqual(remarks, []);
});

const ship = (number: string) => `<?xml version="1.0"?><data-set><record>
  <Country-Pays>Russia / Russie</Country-Pays>
  <EntityOrShip-EntiteOuNavire>Sample Star</EntityOrShip-EntiteOuNavire>
  <TitleOrShipType-TitreOuTypeDeNavire>Oil Tanker | Pétrolier</TitleOrShipType-TitreOuTypeDeNavire>
  <DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>2004</DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>
  <ShipIMONumber-NumeroOMIDuNavire>${number}</ShipIMONumber-NumeroOMIDuNavire>
  <Schedule-Annexe>10</Schedule-Annexe><Item-NumeroDarticle>1</Item-NumeroDarticle>
  <DateOfListing-DateDinscription>2025-02-21</DateOfListing-DateDinscription>
</record></data-set>`;

test('elements may have their later names: a ship', async (context) => {
  const { schema, identifiers, listedOn, remarks, birthDates, legalStatus } = entityWith(
    await readText(context, ship('9900001')),
    'russia-sample-star',
  );
  assert.deepEqual([schema, listedOn, legalStatus[0]?.date], ['Vessel', '2025-02-21', '2025-02-21']);
  assert.deepEqual(identifiers, [{ type: 'imo-number', value: '9900001' }]);
  assert.deepEqual(birthDates, []);
  assert.deepEqual(remarks, ['Schedule 10, item 1', 'Ship type: Oil Tanker | Pétrolier', 'Date: 2004']);
});

test('a ship number or a day of listing that is none is reported and stays in the remarks', async (context) => {
  const other = await readText(context, ship('Sample').replace('2025-02-21', '2025-02-30'));
  const { schema, identifiers, remarks, listedOn } = entityWith(other, 'russia-sample-star');
  assert.deepEqual([schema, identifiers, listedOn], ['Organization', [], undefined]);
  assert.ok(remarks.includes('Ship IMO number: Sample') && remarks.includes('Date of listing: 2025-02-30'));
  assert.deepEqual(
    other.problems.map(({ code, facts }) => [code, facts['value']]),
    [
      ['list.unknown-value', 'Sample'],
      ['list.date', '2025-02-30'],
    ],
  );
});

const wrong: readonly {
  readonly name: string;
  readonly content: string;
  readonly code: Parameters<typeof assertProblem>[1];
  readonly facts: object;
}[] = [
  {
    name: 'an unknown element',
    content: xml.replace('<Item>1</Item>', '<Item>1</Item><Gender>M</Gender>'),
    code: 'list.unknown-column',
    facts: { line: 3, column: 'record/Gender' },
  },
  {
    name: 'a record without a regime',
    content: xml.replace('<Country>Sampleland</Country>', ''),
    code: 'list.missing-field',
    facts: { column: 'record/Country' },
  },
  {
    name: 'a record without a name',
    content: xml.replace('<Entity>Sample Mills (East/West)</Entity>', ''),
    code: 'list.missing-field',
    facts: { column: 'record/LastName' },
  },
  { name: 'a file cut off', content: xml.slice(0, -12), code: 'file.unreadable', facts: {} },
  { name: 'a web page', content: '<html><body>Canada.ca</body></html>', code: 'file.unexpected', facts: {} },
  { name: 'another list', content: '<export/>', code: 'list.unknown-column', facts: { column: 'export' } },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, (context: TestContext) =>
    assertProblem(() => readText(context, content), code, { list: 'ca-sema', file: NAME, ...facts }));
