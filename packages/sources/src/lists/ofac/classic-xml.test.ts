import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { ofacSdn } from '../ofac-sdn/importer.ts';
import { entityWith, readList } from '../testing/read.ts';

const sample = readFileSync(new URL('../ofac-sdn/sample-xml/sdn.xml', import.meta.url), 'utf8');
const read = (context: TestContext, content: string) => readList(ofacSdn, [temporaryFile(context, 'sdn.xml', content)]);

test('everything is counted', async (context) => {
  const { counts, statedOn } = await read(context, sample);
  assert.deepEqual(counts, { entities: 6, aliases: 5, addresses: 4, problems: 2 });
  assert.equal(statedOn, '2026-10-15');
});

test('an address has its parts, and one line as in the CSV', async (context) => {
  const { addresses } = entityWith(await read(context, sample), '90002');
  assert.deepEqual(addresses, [
    {
      full: '1 Primernaya Street, Samplegrad 100000, Russia',
      street: '1 Primernaya Street',
      city: 'Samplegrad',
      postalCode: '100000',
      country: 'ru',
    },
    { full: 'Region: Crimea' },
  ]);
});

test('the main birth date comes first, whatever the order', async (context) => {
  const swapped = sample
    .replace(
      '<dateOfBirth>05 Mar 1961</dateOfBirth>\n        <mainEntry>true',
      '<dateOfBirth>1970</dateOfBirth>\n        <mainEntry>false',
    )
    .replace(
      '<dateOfBirth>circa 1962</dateOfBirth>\n        <mainEntry>false',
      '<dateOfBirth>1971</dateOfBirth>\n        <mainEntry>true',
    );
  const { birthDates } = entityWith(await read(context, swapped), '90001');
  assert.deepEqual(
    birthDates.map(({ text }) => text),
    ['1971', '1970'],
  );
});

test('a part of the list is told by the count it states', async (context) => {
  const part = await read(context, sample.replace('<Record_Count>6<', '<Record_Count>14000<'));
  assert.deepEqual(part.problems.at(-1)?.facts['reason'], 'it says that it has 14000 entries and has 6');
});

const bad: readonly {
  name: string;
  change: (xml: string) => string;
  code: Parameters<typeof assertProblem>[1];
  facts?: object;
}[] = [
  {
    name: 'an unknown element',
    change: (xml) => xml.replace('<title>', '<photo>x</photo><title>'),
    code: 'list.unknown-column',
    facts: { line: 7, column: 'sdnEntry/photo' },
  },
  {
    name: 'an unknown type',
    change: (xml) => xml.replace('<sdnType>Vessel', '<sdnType>Submarine'),
    code: 'list.unknown-value',
    facts: { field: 'sdnType', value: 'Submarine', record: '90003' },
  },
  {
    name: 'an unknown quality of an alias',
    change: (xml) => xml.replace('<category>weak', '<category>middling'),
    code: 'list.unknown-value',
    facts: { field: 'aka/category', value: 'middling' },
  },
  {
    name: 'an unknown kind of alias',
    change: (xml) => xml.replace('<type>f.k.a.', '<type>z.k.a.'),
    code: 'list.unknown-value',
    facts: { field: 'aka/type', value: 'z.k.a.' },
  },
  {
    name: 'an unknown gender',
    change: (xml) => xml.replace('<idNumber>Male<', '<idNumber>Male?<'),
    code: 'list.unknown-value',
    facts: { value: 'Male?', record: '90001' },
  },
  {
    name: 'a name that is missing',
    change: (xml) => xml.replace('<lastName>ODALRIK</lastName>', ''),
    code: 'list.missing-field',
    facts: { column: 'sdnEntry/lastName' },
  },
  {
    name: 'two entries of one number',
    change: (xml) => xml.replace('<uid>90003<', '<uid>90002<'),
    code: 'list.duplicate-record',
    facts: { record: '90002' },
  },
  {
    name: 'a day that is none',
    change: (xml) => xml.replace('10/15/2026', '15/10/2026'),
    code: 'list.date',
    facts: { field: 'Publish_Date' },
  },
  {
    name: 'no day',
    change: (xml) => xml.replace(/<publshInformation>[^]*<\/publshInformation>/, ''),
    code: 'list.missing-field',
    facts: { column: 'sdnList/publshInformation' },
  },
  { name: 'a file that is cut off', change: (xml) => xml.slice(0, 5000), code: 'file.unreadable' },
  {
    name: 'the file of another layout',
    change: () => '<Sanctions Version="1"></Sanctions>',
    code: 'list.unknown-column',
    facts: { column: 'Sanctions' },
  },
  { name: 'a web page', change: () => '<html><body>Moved</body></html>', code: 'file.unexpected', facts: { line: 1 } },
];
for (const { name, change, code, facts = {} } of bad)
  test(`${name} stops the import`, (context) =>
    assertProblem(() => read(context, change(sample)), code, { list: 'ofac-sdn', file: 'sdn.xml', ...facts }));
