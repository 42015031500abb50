import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList } from '../testing/read.ts';
import { interpolRed } from './importer.ts';

const sample = (name: string) => ({ name, path: fileURLToPath(new URL(`./sample/${name}`, import.meta.url)) });
const listed = sample('notices.json');
const full = sample('notices-full.json');

test('pages of results: a notice on two pages is one entity', async () => {
  const reading = await readList(interpolRed, [listed]);
  assert.deepEqual(reading.counts, { entities: 2, notices: 3, repeated: 1, warrants: 0, problems: 0 });
  const { names, birthDates, nationalities, legalStatus } = entityWith(reading, '2099-10001');
  assert.deepEqual(names, [
    { text: 'SAMPLO JOSE EJEMPLO MUESTRA', kind: 'primary', family: 'EJEMPLO MUESTRA', given: 'SAMPLO JOSE' },
  ]);
  assert.deepEqual(birthDates, [{ earliest: '1980-02-03', latest: '1980-02-03', circa: false, text: '1980/02/03' }]);
  assert.deepEqual(nationalities, ['sv', 'gt']);
  assert.deepEqual(legalStatus, [
    {
      status: 'WANTED_INTERNATIONAL',
      authority: 'INTERPOL',
      reportedBy: 'interpol-red',
      sourceUrl: 'https://ws-public.interpol.int/notices/v1/red/2099-10001',
    },
  ]);
  const other = entityWith(reading, '2099-10002');
  assert.deepEqual(other.names, [{ text: 'PROBNIK', kind: 'primary', family: 'PROBNIK' }]);
  assert.deepEqual(
    other.birthDates.map(({ earliest, latest }) => [earliest, latest]),
    [['1985-01-01', '1985-12-31']],
  );
  assert.deepEqual(other.nationalities, []);
});

test('a notice in full: one claim a warrant, reported by INTERPOL', async () => {
  const reading = await readList(interpolRed, [full]);
  assert.deepEqual(reading.counts, { entities: 1, notices: 1, repeated: 0, warrants: 2, problems: 0 });
  const { genders, birthPlaces, legalStatus, links, topics, effects } = entityWith(reading, '2099-10001');
  assert.deepEqual(
    { genders, birthPlaces, topics, effects },
    {
      genders: ['male'],
      birthPlaces: ['Villa Ejemplo, SV'],
      topics: ['wanted'],
      effects: ['wanted'],
    },
  );
  const sourceUrl = 'https://ws-public.interpol.int/notices/v1/red/2099-10001';
  const claim = { status: 'WANTED_INTERNATIONAL', reportedBy: 'interpol-red', sourceUrl };
  assert.deepEqual(legalStatus, [
    {
      ...claim,
      authority: 'Authorities of the issuing country (SV)',
      country: 'sv',
      offence: 'Asociación ilícita (translation: Unlawful association)',
    },
    { ...claim, authority: 'Authorities of the issuing country (GT)', country: 'gt', offence: 'Estafa' },
  ]);
  assert.deepEqual(links, [{ kind: 'associate-of', toId: 'interpol-red:2099-10002', toName: 'PROBNIK' }]);
});

test('results and notices in full go together, in any order', async () => {
  const reading = await readList(interpolRed, [full, listed]);
  assert.deepEqual(reading.counts, { entities: 2, notices: 4, repeated: 2, warrants: 2, problems: 0 });
  const other = await readList(interpolRed, [listed, full]);
  assert.deepEqual(other.counts, reading.counts);
  assert.equal(entityWith(reading, '2099-10001').legalStatus.length, 2);
});

test('appearance and photographs are not taken', async () => {
  const { entities } = await readList(interpolRed, [full, listed]);
  const text = JSON.stringify(entities);
  for (const word of ['images', '1.66', 'BRO', 'SPA']) assert.ok(!text.includes(word), word);
});

test('pages as the interface sends them', async (context) => {
  const notices = (JSON.parse(readFileSync(listed.path, 'utf8')) as unknown[][]).flat();
  const page = { total: 3, query: { page: 1 }, _embedded: { notices }, _links: {} };
  const file = temporaryFile(context, 'pages.json', JSON.stringify([page]));
  assert.equal((await readList(interpolRed, [file])).counts['entities'], 2);
});

const json = readFileSync(full.path, 'utf8');
const pages = readFileSync(listed.path, 'utf8');

const wrong: readonly { name: string; content: string; code: Parameters<typeof assertProblem>[1]; facts: object }[] = [
  {
    name: 'an unknown sex',
    content: json.replace('"M"', '"Q"'),
    code: 'list.unknown-value',
    facts: { record: '2099-10001', field: 'sex_id', value: 'Q' },
  },
  {
    name: 'an unknown property',
    content: json.replace('"weight": 0', '"risk": 0'),
    code: 'list.unexpected-shape',
    facts: { record: '1 of 1', field: '/risk', reason: 'is not a known field' },
  },
  {
    name: 'a missing property',
    content: pages.replace('"name": "PROBNIK",', ''),
    code: 'list.unexpected-shape',
    facts: { record: '2 of 3', reason: 'lacks the field "name"' },
  },
  {
    name: 'a notice without a name',
    content: pages.replace('"PROBNIK"', 'null'),
    code: 'list.missing-field',
    facts: { record: '2099-10002' },
  },
  {
    name: 'two notices of one number',
    content: pages.replace('1980/02/03', '1981/02/03'),
    code: 'list.duplicate-record',
    facts: { record: '2099/10001' },
  },
  {
    name: 'arrays in arrays in arrays',
    content: `[[[${json}]]]`,
    code: 'list.unexpected-shape',
    facts: { record: '1 of 1' },
  },
  {
    name: 'arrays nested without end',
    content: `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    code: 'file.unreadable',
    facts: { reason: 'values nest deeper than 64' },
  },
  { name: 'a file cut off', content: json.slice(0, 300), code: 'file.unreadable', facts: {} },
  { name: 'a web page', content: '<html>403</html>', code: 'file.unexpected', facts: {} },
  {
    name: 'another JSON file',
    content: '{"message": "limit exceeded"}',
    code: 'list.unexpected-shape',
    facts: { field: '/', reason: 'lacks the field "_embedded"' },
  },
];
for (const { name, content, code, facts } of wrong)
  test(`${name} stops the import`, async (context: TestContext) => {
    const file = temporaryFile(context, 'red.json', content);
    await assertProblem(() => readList(interpolRed, [file]), code, {
      list: 'interpol-red',
      file: 'red.json',
      ...facts,
    });
  });

test('a birth date that is none stays in words', async (context) => {
  const file = temporaryFile(context, 'red.json', json.replace('1980/02/03', '1980/00/00'));
  const { entities, problems } = await readList(interpolRed, [file]);
  assert.deepEqual(entities[0]?.remarks, ['Date of birth: 1980/00/00']);
  assert.equal(problems[0]?.code, 'list.date');
});
