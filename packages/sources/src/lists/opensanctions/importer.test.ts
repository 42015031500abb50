import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test from 'node:test';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { entityWith, readList, territories } from '../testing/read.ts';
import { ftmImporter, openSanctions } from './importer.ts';

const samples = sampleFiles(new URL('./sample/', import.meta.url));
const sample = (name: string): SourceFile => {
  const file = samples.find((candidate) => candidate.name === name);
  assert.ok(file, name);
  return file;
};
const whole = sample('entities.ftm.json');
const text = readFileSync(whole.path, 'utf8');
const lines = text.trimEnd().split('\n');
const reading = await readList(openSanctions, [whole]);

const company = entityOf({
  source: 'opensanctions',
  recordId: 'NK-co1',
  schema: 'Company',
  names: [
    { text: 'Kestrel Marine Trading LLC', kind: 'primary' },
    { text: 'Кестрел Марин Трейдинг', kind: 'primary' },
    { text: 'Kestrel Marine', kind: 'alias' },
    { text: 'Kestrel Shipping LLC', kind: 'former' },
    { text: 'KMT', kind: 'weak' },
  ],
  countries: ['ae', 'ge'],
  identifiers: [
    { type: 'ru-inn', value: '7700000001' },
    { type: 'registration-number', value: 'DMCC-00871', country: 'ae' },
    { type: 'other', value: 'EX.77', note: 'Sanction; authorityId of Example Council' },
    { type: 'isin', value: 'XS0000000009', note: 'Security; Kestrel bond' },
    { type: 'crypto-wallet', value: 'bc1-sample-wallet', note: 'CryptoWallet; currency: XBT' },
  ],
  addresses: [
    {
      full: '5 Quay Road, 12345 Sampletown',
      street: '5 Quay Road',
      city: 'Sampletown',
      postalCode: '12345',
      country: 'ae',
    },
  ],
  emails: ['office@kestrel.example'],
  websites: ['https://kestrel.example'],
  topics: ['sanction'],
  effects: ['block'],
  programmes: ['EX-MAR', 'dataset:xx_example', 'dataset:yy_example'],
  legalStatus: [
    {
      status: 'SANCTIONED',
      authority: 'Example Council',
      date: '2025-02-03',
      reportedBy: 'opensanctions',
      sourceUrl: 'https://council.example/1',
    },
  ],
  links: [
    { kind: 'directed-by', toId: 'opensanctions:NK-p2', toName: 'Berta Probnik', detail: 'deputy director' },
    { kind: 'linked-to', toId: 'opensanctions:NK-v1', toName: 'KESTREL ONE', detail: 'operator of' },
    { kind: 'owned-by', toId: 'opensanctions:NK-p1', toName: 'Anton Probnik', detail: '51 %', since: '2019-01-01' },
  ],
  remarks: [
    'country: ge-ab',
    'Legal form: LLC',
    'Procures marine engines.',
    'Listed by Example Council (eu); EX-MAR; on 2025-02-03; reason: Supplies engines.',
    'Referents: NK-old1, xx-77',
    'Source: https://council.example/1',
  ],
  listedOn: '2025-02-03',
  updatedOn: '2026-09-30',
  sourceUrl: 'https://list.example/kestrel',
});

const person = entityOf({
  source: 'opensanctions',
  recordId: 'NK-p1',
  schema: 'Person',
  names: [
    { text: 'Anton Probnik', kind: 'primary', family: 'Probnik', given: 'Anton' },
    { text: 'Anton PROBNIK', kind: 'primary', family: 'Probnik', given: 'Anton' },
    { text: 'Пробник Антон Ильич', kind: 'primary', family: 'Пробник', given: 'Антон' },
  ],
  birthDates: [
    { earliest: '1971-01-01', latest: '1971-12-31', circa: false, text: '1971' },
    { earliest: '1971-03-04', latest: '1971-03-04', circa: false, text: '1971-03-04' },
  ],
  birthPlaces: ['Sampletown'],
  genders: ['male'],
  nationalities: ['ru'],
  countries: ['ru'],
  identifiers: [
    { type: 'passport', value: 'AB1234567' },
    { type: 'passport', value: 'XK0000001', country: 'ru', note: 'Passport; from: 2015-01-01; Passport' },
  ],
  positions: ['Director of Kestrel Marine Trading', 'Member of the Sample Assembly (2010–2014)'],
  topics: ['role.pep', 'sanction'],
  effects: ['block'],
  programmes: ['dataset:xx_example'],
  legalStatus: [
    {
      status: 'SANCTIONED',
      authority: 'Example Ministry',
      country: 'ua',
      date: '2024-05-06',
      reportedBy: 'opensanctions',
    },
  ],
  links: [
    { kind: 'family-of', toId: 'opensanctions:NK-p2', toName: 'Berta Probnik', detail: 'wife' },
    { kind: 'linked-to', toId: 'opensanctions:NK-p2', toName: 'Berta Probnik', detail: 'Guardianship: ward' },
    {
      kind: 'owner-of',
      toId: 'opensanctions:NK-co1',
      toName: 'Kestrel Marine Trading LLC',
      detail: '51 %',
      since: '2019-01-01',
    },
  ],
  remarks: [
    'Patronymic: Ilich',
    'Listed by Example Ministry (ua); from 2024-05-06; until 2026-05-06; provisions: travel ban; status of listing: expired',
  ],
  listedOn: '2024-05-06',
  updatedOn: '2026-10-01',
  delistedOn: '2026-05-06',
});

test('everything is counted', () =>
  assert.deepEqual(reading.counts, {
    entities: 6,
    records: 19,
    names: 12,
    addresses: 1,
    listings: 2,
    documents: 3,
    relations: 5,
    problems: 5,
  }));

test('a company with its address, listing, wallet, security and relations', () =>
  assert.deepEqual(entityWith(reading, 'NK-co1'), company));

test('a person with a listing that ended, a passport, an office and relations', () =>
  assert.deepEqual(entityWith(reading, 'NK-p1'), person));

test('a ship: flags, operator, and an owner who is not in the file', () => {
  const { countries, identifiers, links, remarks } = entityWith(reading, 'NK-v1');
  assert.deepEqual(countries, ['pa', 'su']);
  assert.deepEqual(identifiers, [
    { type: 'imo-number', value: '9074729' },
    { type: 'mmsi', value: '273000001' },
  ]);
  assert.deepEqual(links, [
    { kind: 'operated-by', toId: 'opensanctions:NK-co1', toName: 'Kestrel Marine Trading LLC' },
    { kind: 'owned-by', toId: 'opensanctions:NK-nobody' },
  ]);
  assert.deepEqual(remarks, ['Flag: pa', 'Past flag: suhh', 'Tonnage: 4200']);
});

test('who is there only as the end of a relation stays an entity; what is not a date or a country stays in words', () => {
  const { topics, effects, links, birthDates, nationalities, remarks } = entityWith(reading, 'NK-p2');
  assert.deepEqual(
    { topics, effects, birthDates, nationalities },
    { topics: [], effects: ['information'], birthDates: [], nationalities: [] },
  );
  assert.deepEqual(remarks, ['Date of birth: about 1975', 'nationality: zzz']);
  assert.deepEqual(
    links.map(({ kind, toId, detail }) => [kind, toId, detail]),
    [
      ['director-of', 'opensanctions:NK-co1', 'deputy director'],
      ['family-of', 'opensanctions:NK-p1', 'seen from the other; wife'],
      ['linked-to', 'opensanctions:NK-p1', 'Guardianship: guardian'],
    ],
  );
});

test('a wallet that is listed, and a body of a schema nobody knows, are entities of their own', () => {
  const wallet = entityWith(reading, 'wal-2');
  assert.deepEqual(
    [wallet.schema, wallet.names, wallet.identifiers, wallet.effects],
    [
      'LegalEntity',
      [{ text: 'tr1-listed-wallet', kind: 'primary' }],
      [{ type: 'crypto-wallet', value: 'tr1-listed-wallet' }],
      ['block'],
    ],
  );
  const unknown = entityWith(reading, 'new-1');
  assert.deepEqual(
    [unknown.schema, unknown.names[0]?.text, unknown.countries, unknown.remarks],
    ['LegalEntity', 'Kestrel Stichting', ['nl'], ['trustees: NK-p2', 'Schema: Foundation']],
  );
});

test('what could not be understood is said, with the record', () =>
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['line'], facts['record'], facts['field'], facts['value']]),
    [
      ['list.unknown-value', 17, 'new-1', 'schema', 'Foundation'],
      ['list.unknown-value', 18, 'new-2', 'schema', 'Guardianship'],
      ['list.date', 3, 'NK-p2', 'birthDate', 'about 1975'],
      ['list.unknown-value', 3, 'NK-p2', 'nationality', 'zzz'],
      ['list.unknown-reference', 4, 'NK-v1', undefined, 'opensanctions:NK-nobody'],
    ],
  ));

test('ethnicity, religion, politics and appearance are not taken', () => {
  const all = JSON.stringify(reading.entities);
  for (const word of ['invented', 'green', 'none']) assert.ok(!all.includes(word), word);
  const ignored = new Set(openSanctions.description.ignored.map(({ field }) => field));
  for (const field of ['ethnicity', 'religion', 'political', 'politicalGroup', 'eyeColor'])
    assert.ok(ignored.has(field));
});

test('the order of lines and of values changes nothing', async (context) => {
  const turned = lines
    .toReversed()
    .map((line) => {
      const record = JSON.parse(line) as { properties: Record<string, string[]> };
      const properties = Object.entries(record.properties).toReversed();
      return JSON.stringify({
        ...record,
        properties: Object.fromEntries(properties.map(([name, values]) => [name, values.toReversed()])),
      });
    })
    .join('\n');
  const again = await readList(openSanctions, [temporaryFile(context, 'entities.ftm.json', turned)]);
  assert.deepEqual(again.entities, reading.entities);
});

/** As the sample, so many times over, each time with ids of its own. */
function repeated(times: number): string {
  return Array.from({ length: times }, (_, time) =>
    text.replaceAll(/"((?:NK|addr|san|pass|own|dir|fam|occ|pos|wal|sec|new)-\w+)"/g, `"$1-${time}"`),
  ).join('');
}

test('a file that does not fit into one bucket gives the same entities, in batches, in the same order each time', async (context) => {
  const times = 400;
  const file = temporaryFile(context, 'entities.ftm.json', repeated(times));
  const first = await idsAndSizes(file);
  assert.equal(first.ids.length, times * 6);
  assert.ok(1 < first.batches && first.largest <= 500);
  assert.deepEqual(await idsAndSizes(file), first);
  const { entities } = await readList(openSanctions, [file]);
  const one = entities.find(({ recordId }) => recordId === 'NK-co1-399');
  assert.deepEqual(JSON.parse(JSON.stringify(one).replaceAll(/-399\b/g, '')), company);
});

async function idsAndSizes(file: SourceFile): Promise<{ ids: string[]; batches: number; largest: number }> {
  const stream = openSanctions.stream?.([file], { territories });
  assert.ok(stream);
  const found = { ids: [] as string[], batches: 0, largest: 0 };
  for await (const batch of stream.batches) {
    found.ids.push(...batch.map(({ id }) => id));
    found.batches++;
    found.largest = Math.max(found.largest, batch.length);
  }
  assert.equal(stream.summary().counts['entities'], found.ids.length);
  return found;
}

test('temporary files are gone when a stream is left in the middle, and when it fails', async (context) => {
  const left = () => readdirSync(tmpdir()).filter((name) => /^sekisho-\w{6}$/.test(name));
  const before = left();
  const big = repeated(6000);
  const stream = openSanctions.stream?.([temporaryFile(context, 'entities.ftm.json', big)], { territories });
  for await (const batch of stream?.batches ?? []) {
    assert.ok(batch.length > 0);
    break;
  }
  const broken = temporaryFile(context, 'entities.ftm.json', `${big}{"id":`);
  await assertProblem(() => readList(openSanctions, [broken]), 'file.unreadable', { line: 6000 * lines.length + 1 });
  assert.deepEqual(
    left().filter((name) => !before.includes(name)),
    [],
  );
});

test('the nested form says the same of what is in it', async () => {
  const nested = await readList(openSanctions, [sample('targets.nested.json')]);
  assert.deepEqual(
    nested.entities.map(({ recordId }) => recordId),
    ['NK-co1', 'NK-p1', 'NK-p2', 'NK-v1', 'wal-2'],
  );
  assert.deepEqual(entityWith(nested, 'NK-co1'), company);
  const { links, ...others } = entityWith(nested, 'NK-p1');
  const { links: expected, ...rest } = person;
  assert.deepEqual(others, rest);
  assert.deepEqual(
    links,
    expected.filter(({ detail }) => detail !== 'Guardianship: ward'),
  );
});

test('the table of targets', async () => {
  const table = await readList(openSanctions, [sample('targets.simple.csv')]);
  assert.deepEqual(table.counts['entities'], 2);
  assert.deepEqual(
    entityWith(table, 'NK-co1'),
    entityOf({
      source: 'opensanctions',
      recordId: 'NK-co1',
      schema: 'Company',
      names: [
        { text: 'Kestrel Marine Trading LLC', kind: 'primary' },
        { text: 'Kestrel Marine', kind: 'alias' },
        { text: 'Kestrel; Shipping LLC', kind: 'alias' },
        { text: 'Кестрел Марин Трейдинг', kind: 'alias' },
      ],
      countries: ['ae', 'ge'],
      identifiers: [
        { type: 'other', value: '7700000001' },
        { type: 'other', value: 'DMCC-00871' },
      ],
      addresses: [{ full: '5 Quay Road; Sampletown' }],
      emails: ['office@kestrel.example'],
      topics: ['sanction'],
      effects: ['block'],
      programmes: ['dataset:Example Council List'],
      remarks: ['Listed by EX-MAR - Supplies engines.'],
      updatedOn: '2026-10-01',
    }),
  );
  const { topics, effects, birthDates, phones } = entityWith(table, 'NK-p2');
  assert.deepEqual([topics, effects, phones], [[], ['information'], ['+7 000']]);
  assert.deepEqual(
    birthDates.map(({ text: written }) => written),
    ['1975', '1975-06-01'],
  );
});

const deltas = samples.filter(({ name }) => name.endsWith('entities.delta.json'));
const index = sample('delta.json');
const before = (entities: readonly Entity[]) => ({
  territories,
  async *before() {
    await Promise.resolve();
    yield entities;
  },
});

test('changes with the whole file, and by themselves on the edition in use, come to the same', async () => {
  const together = await readList(openSanctions, [...deltas, whole, index]);
  assert.equal(together.statedOn, '2026-11-21');
  assert.deepEqual(
    together.entities.map(({ recordId }) => recordId),
    ['NK-co1', 'NK-new', 'NK-p1', 'NK-p2', 'NK-v1', 'new-1'],
  );
  const { added, changed, removed } = together.counts;
  assert.deepEqual({ added, changed, removed }, { added: 2, changed: 1, removed: 1 });
  assert.deepEqual(
    entityWith(together, 'NK-v1').names.map(({ text: name }) => name),
    ['OSPREY ONE', 'KESTREL ONE'],
  );
  assert.deepEqual(
    entityWith(together, 'NK-co1').links.find(({ kind }) => kind === 'owner-of'),
    { kind: 'owner-of', toId: 'opensanctions:NK-new', toName: 'Osprey Marine FZE', detail: '100 %' },
  );
  const alone = await openSanctions.read([index, ...deltas.toReversed()], before(reading.entities));
  const sorted = alone.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  assert.deepEqual(sorted, together.entities);
});

test('a change of an entry keeps what others say of it', async (context) => {
  const changed = JSON.parse(lines[0] ?? '') as { properties: Record<string, string[]> };
  changed.properties['name'] = ['Kestrel Marine Trading LLC', 'Kestrel Overseas'];
  const delta = temporaryFile(context, 'entities.delta.json', JSON.stringify({ op: 'MOD', entity: changed }));
  const { entities } = await openSanctions.read([delta], before([company]));
  const [found] = entities;
  assert.ok(found);
  assert.deepEqual(found.names.map(({ text: name }) => name).slice(0, 2), [
    'Kestrel Marine Trading LLC',
    'Kestrel Overseas',
  ]);
  for (const field of ['links', 'legalStatus', 'addresses', 'programmes', 'listedOn'] as const)
    assert.deepEqual(found[field], company[field], field);
  assert.deepEqual(new Set(found.identifiers), new Set(company.identifiers));
});

const withId = (line: number, id: string): object => ({ ...(JSON.parse(lines[line] ?? '') as object), id });
const operation = (op: string, line: number | object) =>
  JSON.stringify({ op, entity: typeof line === 'number' ? (JSON.parse(lines[line] ?? '') as object) : line });

const wrongChanges: readonly { name: string; content: string; reason: RegExp }[] = [
  { name: 'adding what is there', content: operation('ADD', 1), reason: /adds an entry that the edition in use has/ },
  {
    name: 'changing what is not there',
    content: operation('MOD', withId(1, 'NK-x')),
    reason: /does not have \(NK-x\)/,
  },
  { name: 'changing an address', content: operation('MOD', 4), reason: /no entry by itself.*\(addr-1\)/ },
  { name: 'removing a listing', content: operation('DEL', { id: 'san-1' }), reason: /no entry by itself.*\(san-1\)/ },
  {
    name: 'changing after removing',
    content: `${operation('DEL', { id: 'NK-p1' })}\n${operation('MOD', 1)}`,
    reason: /that was removed \(NK-p1\)/,
  },
];
for (const { name, content, reason } of wrongChanges)
  test(`${name} is refused`, async (context) => {
    const delta = temporaryFile(context, 'entities.delta.json', content);
    await assert.rejects(
      openSanctions.read([delta], before(reading.entities)),
      ({ code, facts }: { code: string; facts: ProblemFacts }) => {
        assert.equal(code, 'file.unexpected');
        assert.match(String(facts['reason']), reason);
        return true;
      },
    );
  });

test('the same against the whole file: what is added must not be there, what is changed must', async (context) => {
  for (const [op, record, reason] of [
    ['ADD', 4, /adds a record that is there/],
    ['MOD', withId(4, 'addr-x'), /not there/],
  ] as const) {
    const delta = temporaryFile(context, 'entities.delta.json', operation(op, record));
    await assert.rejects(readList(openSanctions, [whole, delta]), ({ facts }: { facts: ProblemFacts }) =>
      reason.test(String(facts['reason'])),
    );
  }
  const delta = temporaryFile(context, 'entities.delta.json', operation('DEL', { id: 'san-1' }));
  const { entities } = await readList(openSanctions, [whole, delta]);
  assert.deepEqual(entities.find(({ recordId }) => recordId === 'NK-co1')?.legalStatus, []);
});

test('changes without an edition in use, out of order or with a gap are refused', async (context) => {
  await assertProblem(() => readList(openSanctions, deltas), 'file.unexpected', { file: deltas[1]?.name });
  const copyOf = (version: string) =>
    temporaryFile(context, `${version}.entities.delta.json`, operation('DEL', { id: 'NK-p1' }));
  const refused = async (files: readonly SourceFile[], reason: string) => {
    await assertProblem(() => openSanctions.read(files, before(reading.entities)), 'file.unexpected', { reason });
  };
  await refused(
    [copyOf('20261121060000-abc'), copyOf('20261121180000-abe'), index],
    'version 20261121120000-abd is missing before it',
  );
  await refused([copyOf('20261122060000-abc'), index], 'the index has no version 20261122060000-abc');
  const unnamed = temporaryFile(context, 'entities.delta.json', operation('DEL', { id: 'NK-p1' }));
  await refused(
    [unnamed, copyOf('20261121060000-abc')],
    'its name does not tell its version, as 20261121060000-abc.entities.delta.json does'.replace(
      '20261121060000-abc',
      '20240527194702-wnk',
    ),
  );
});

test('a data set of one’s own: any name, the same reading, its own ids', async (context) => {
  const file = temporaryFile(context, 'group.jsonl', text);
  const own = await readList(ftmImporter('ftm-group'), [file]);
  assert.deepEqual(
    JSON.parse(JSON.stringify(own.entities).replaceAll('ftm-group', 'opensanctions')),
    JSON.parse(JSON.stringify(reading.entities)),
  );
});

test('a status is claimed only where the topics leave no doubt', async (context) => {
  const withTopics = (topics: string) => text.replace('"topics":["sanction","role.pep"]', `"topics":${topics}`);
  for (const [topics, statuses] of [
    ['["debarment"]', ['DEBARRED']],
    ['["sanction","crime.terror"]', ['SANCTIONED']],
    ['["wanted"]', []],
    ['["sanction","wanted"]', []],
    ['["role.pep"]', []],
  ] as const) {
    const file = temporaryFile(context, 'entities.ftm.json', withTopics(topics));
    const { legalStatus, remarks } = entityWith(await readList(openSanctions, [file]), 'NK-p1');
    assert.deepEqual(
      legalStatus.map(({ status }) => status),
      statuses,
      topics,
    );
    assert.ok(remarks.some((remark) => remark.startsWith('Listed by Example Ministry')));
  }
});
