import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { ofacSdn } from '../ofac-sdn/importer.ts';
import { entityWith, readList } from '../testing/read.ts';

const sample = readFileSync(new URL('../ofac-sdn/sample-advanced-xml/sdn_advanced.xml', import.meta.url), 'utf8');
const read = (context: TestContext, content: string) =>
  readList(ofacSdn, [temporaryFile(context, 'sdn_advanced.xml', content)]);

test('everything is counted', async (context) => {
  const { counts, statedOn } = await read(context, sample);
  assert.deepEqual(counts, { entities: 6, aliases: 7, addresses: 5, problems: 2 });
  assert.equal(statedOn, '2026-10-15');
});

test('a person: names in two scripts, relations with their kind, the day of listing', async (context) => {
  const { names, birthDates, nationalities, links, listedOn, legalStatus, programmes, genders, positions } = entityWith(
    await read(context, sample),
    '90001',
  );
  assert.deepEqual(names, [
    { text: 'ZARNOV, Viktor Petrovich', kind: 'primary', family: 'ZARNOV', given: 'Viktor Petrovich' },
    { text: 'ЗАРНОВ Виктор Петрович', kind: 'original-script', family: 'ЗАРНОВ', given: 'Виктор Петрович' },
    { text: 'ZARNOFF, Victor', kind: 'alias', family: 'ZARNOFF', given: 'Victor' },
    { text: 'PETRENKO, Viktor', kind: 'former', family: 'PETRENKO', given: 'Viktor' },
    { text: 'VITYA Z', kind: 'weak' },
  ]);
  assert.deepEqual(birthDates, [
    { earliest: '1961-03-05', latest: '1961-03-05', circa: false, text: '05 Mar 1961' },
    { earliest: '1962-01-01', latest: '1962-12-31', circa: true, text: 'circa 1962' },
  ]);
  assert.deepEqual([nationalities, genders], [['ru', 'ir'], ['male']]);
  assert.deepEqual(positions, ['General Director', 'Deputy Chairman']);
  assert.deepEqual(links, [
    {
      kind: 'acts-for',
      toName: 'SAMPLE MACHINE WORKS LLC',
      toId: 'ofac-sdn:90002',
      detail: 'Acting for or on behalf of',
    },
  ]);
  assert.deepEqual([listedOn, legalStatus[0]?.date, programmes], ['2016-11-03', '2016-11-03', ['NPWMD', 'IFSR']]);
});

test('a body: an address in another script, a script that tells the language', async (context) => {
  const { names, addresses, remarks } = entityWith(await read(context, sample), '90002');
  assert.deepEqual(names[1], { text: '示例机械厂', kind: 'original-script', language: 'zh' });
  assert.deepEqual(addresses.slice(0, 2), [
    {
      full: '1 Primernaya Street, Samplegrad 100000, Russia',
      street: '1 Primernaya Street',
      city: 'Samplegrad',
      postalCode: '100000',
      country: 'ru',
    },
    { full: 'Самплеград', city: 'Самплеград', country: 'ru' },
  ]);
  assert.deepEqual(remarks.slice(-4), [
    'all offices worldwide',
    'List: SDN List',
    'Legal basis: Executive Order 13382 (Non-proliferation)',
    'Measure: Block',
  ]);
});

const period = (from: string, to: string) =>
  sample.replace(
    /<From><Year>1975<.*?<\/From>.*<\/Start>\n.*<\/End>/,
    `<From>${from}</From><To>${from}</To></Start>\n<End Approximate="false"><From>${to}</From><To>${to}</To></End>`,
  );
const point = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  return `<Year>${year}</Year><Month>${month}</Month><Day>${date}</Day>`;
};
const periods: readonly (readonly [string, string, string])[] = [
  ['1975-01-01', '1975-12-31', '1975'],
  ['1975-02-01', '1975-02-28', 'Feb 1975'],
  ['1975-02-14', '1975-02-14', '14 Feb 1975'],
  ['1970-01-01', '1979-12-31', '1970 to 1979'],
  ['1975-02-14', '1975-03-01', '14 Feb 1975 to 01 Mar 1975'],
];
for (const [from, to, text] of periods)
  test(`a birth date from ${from} to ${to} is "${text}"`, async (context) => {
    const { birthDates } = entityWith(await read(context, period(point(from), point(to))), '90005');
    assert.deepEqual(birthDates, [{ earliest: from, latest: to, circa: false, text }]);
  });

test('what is said of a document goes into its note', async (context) => {
  const changed = sample
    .replace('<IssuingAuthority />', '<IssuingAuthority>Samplegrad Police</IssuingAuthority>')
    .replace(/(<Validity ID="\d+">)Valid</, '$1Fraudulent<');
  const { identifiers } = entityWith(await read(context, changed), '90001');
  assert.equal(
    identifiers[0]?.note,
    'issued 01 Feb 2010; expires 01 Feb 2020; issued by Samplegrad Police; Fraudulent',
  );
});

test('a former relation and the comment on it are told', async (context) => {
  const { links } = entityWith(
    await read(
      context,
      sample.replace(/(RelationTypeID="\d+" RelationQualityID="1" )Former="false"/g, '$1Former="true"'),
    ),
    '90003',
  );
  assert.deepEqual(
    links.map(({ kind, detail }) => [kind, detail]),
    [
      ['owned-by', undefined],
      ['owned-by', 'Owned or Controlled By; former; through a manager'],
    ],
  );
});

const bad: readonly {
  name: string;
  change: (xml: string) => string;
  code: Parameters<typeof assertProblem>[1];
  facts?: object;
}[] = [
  {
    name: 'a file that says only what changed',
    change: (xml) => xml.replace('Version="1"', 'Version="2" DeltaBaseVersion="1"'),
    code: 'file.unexpected',
    facts: { reason: 'it says what changed, not what the list is' },
  },
  {
    name: 'an unknown element',
    change: (xml) => xml.replace('<Feature ', '<Photo />\n<Feature '),
    code: 'list.unknown-column',
    facts: { column: 'Profile/Photo' },
  },
  {
    name: 'an unknown attribute',
    change: (xml) => xml.replace('LowQuality="true"', 'LowQuality="true" DeltaAction="add"'),
    code: 'list.unknown-column',
    facts: { column: 'Alias/@DeltaAction' },
  },
  {
    name: 'an unknown table of words',
    change: (xml) => xml.replace('<AliasTypeValues>', '<MoodValues /><AliasTypeValues>'),
    code: 'list.unknown-column',
    facts: { column: 'ReferenceValueSets/MoodValues' },
  },
  {
    name: 'an unknown kind of alias',
    change: (xml) => xml.replace('>F.K.A.<', '>Z.K.A.<'),
    code: 'list.unknown-value',
    facts: { field: 'AliasType', value: 'Z.K.A.' },
  },
  {
    name: 'an unknown kind of relation',
    change: (xml) => xml.replace('>Owned or Controlled By<', '>Once met<'),
    code: 'list.unknown-value',
    facts: { field: 'RelationType', value: 'Once met' },
  },
  {
    name: 'an unknown kind of party',
    change: (xml) => xml.replace('>Vessel</PartySubType>', '>Submarine</PartySubType>'),
    code: 'list.unknown-value',
    facts: { field: 'PartySubType', value: 'Submarine', record: '90003' },
  },
  {
    name: 'an unknown part of an address',
    change: (xml) => xml.replace('>POSTAL CODE<', '>PLANET<'),
    code: 'list.unknown-value',
    facts: { field: 'LocPartType', value: 'PLANET' },
  },
  {
    name: 'another calendar',
    change: (xml) => xml.replace('>Gregorian<', '>Hijri<'),
    code: 'list.unknown-value',
    facts: { field: 'CalendarType', value: 'Hijri' },
  },
  {
    name: 'a number that no table has',
    change: (xml) => xml.replace(/LocationID="\d+"/, 'LocationID="999999"'),
    code: 'list.unknown-reference',
    facts: { field: 'LocationID', value: '999999' },
  },
  {
    name: 'a party without an entry',
    change: (xml) => xml.replace(/<SanctionsEntry ID="\d+" ProfileID="90006"[^]*?<\/SanctionsEntry>/, ''),
    code: 'list.missing-field',
    facts: { field: 'SanctionsEntry', record: '90006' },
  },
  {
    name: 'a second profile',
    change: (xml) => xml.replace(/(<Profile ID="90004"[^]*?<\/Profile>)/, '$1$1'),
    code: 'list.unexpected-shape',
    facts: { field: 'Profile', record: '90004' },
  },
  {
    name: 'a file without its tables',
    change: (xml) => xml.replace(/<ReferenceValueSets>[^]*<\/ReferenceValueSets>/, ''),
    code: 'list.missing-field',
    facts: { column: 'Sanctions/ReferenceValueSets' },
  },
  {
    name: 'a month that is none',
    change: (xml) => xml.replace('<Month>3</Month>', '<Month>13</Month>'),
    code: 'list.date',
  },
  { name: 'a file that is cut off', change: (xml) => xml.slice(0, 20_000), code: 'file.unreadable' },
  {
    name: 'the classic layout',
    change: () => '<sdnList></sdnList>',
    code: 'list.unknown-column',
    facts: { column: 'sdnList' },
  },
];
for (const { name, change, code, facts = {} } of bad)
  test(`${name} stops the import`, (context) =>
    assertProblem(() => read(context, change(sample)), code, { list: 'ofac-sdn', file: 'sdn_advanced.xml', ...facts }));
