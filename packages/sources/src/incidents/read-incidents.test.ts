// Files of incidents as tables, our JSON and STIX bundles: what is read of them, and how a mistake is told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import type { Incident } from '@sekisho/engine/model/incident.ts';
import { temporaryFile } from '../readers/testing/files.ts';
import { assertProblem } from '../readers/testing/problems.ts';
import { readIncidents } from './read-incidents.ts';

const sample = JSON.parse(readFileSync(new URL('./sample/bundle.json', import.meta.url), 'utf8')) as {
  objects: Record<string, unknown>[];
};
const settings = { kept: new Map<string, Incident>(), retrievedOn: '2016-12-02' };
const campaign = 'campaign--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';
const indicator = 'indicator--0a1b2c3d-0000-4000-8000-000000000003';

const read = (
  context: TestContext,
  name: string,
  content: string,
  over: Partial<Parameters<typeof readIncidents>[1]> = {},
) => readIncidents(temporaryFile(context, name, content), { ...settings, ...over });

/** The sample with some of its objects changed, and others added. */
const bundle = (changes: Readonly<Record<string, object>>, ...added: object[]) =>
  JSON.stringify({
    ...sample,
    objects: [...sample.objects.map((object) => ({ ...object, ...changes[String(object['id'])] })), ...added],
  });

test('a bundle: the campaign with what leads to it, the man it is attributed to, not whom it was done to', async (context) => {
  const { incidents, problems } = await read(context, 'a.json', JSON.stringify(sample));
  assert.equal(incidents.length, 1);
  const [{ indicators = [], ...incident } = {}] = incidents;
  assert.deepEqual(incident, {
    id: campaign,
    kind: 'campaign',
    title: 'Invented campaign',
    description: 'Mail with attachments to research institutes.',
    source: {
      publisher: 'Invented CERT',
      url: 'https://cert.example/report/1',
      language: 'ja',
      retrievedOn: '2016-12-02',
    },
    from: '2016-06-01',
    modified: '2016-12-01T00:00:00.000Z',
    markings: ['TLP:AMBER'],
  });
  assert.deepEqual(indicators.map(({ type, value }) => `${type} ${value}`).sort(), [
    'domain kaku.example',
    'ip 198.51.100.0/28',
    'mail orders@kaku.example',
    'name 架空 三郎',
  ]);
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['object']]),
    [['incident.not-understood', 'indicator--0a1b2c3d-0000-4000-8000-000000000004']],
  );
});

test('what is revoked is kept as that: an indicator, a relation, the campaign', async (context) => {
  const all = (await read(context, 'a.json', bundle({ [indicator]: { revoked: true }, [campaign]: { revoked: true } })))
    .incidents[0];
  assert.equal(all?.revoked, true);
  assert.ok(all.indicators.filter(({ objectId }) => objectId === indicator).every(({ revoked }) => revoked === true));
  const relation = 'relationship--0a1b2c3d-0000-4000-8000-000000000008';
  const { incidents } = await read(context, 'b.json', bundle({ [relation]: { revoked: true } }), {
    publisher: 'Invented CERT',
  });
  assert.deepEqual(
    incidents.map(({ id, indicators }) => [id, indicators.map(({ type }) => type)]),
    [
      [campaign, ['name', 'mail']],
      ['bundle--5d0092c5-5f74-4287-9642-33f4c354e56d', ['ip', 'domain']],
    ],
    'what belongs to no incident is one of its own',
  );
});

test('of two versions of one object the later stands; a bundle may change an indicator of a kept incident', async (context) => {
  const object = sample.objects.find(({ id }) => id === indicator);
  const later = {
    ...object,
    modified: '2017-01-01T00:00:00.000Z',
    pattern: "[domain-name:value = 'other.example']",
  };
  const domains = (incident: Incident | undefined) =>
    incident?.indicators.filter(({ type }) => type === 'domain').map(({ value }) => value);
  const first = (await read(context, 'a.json', JSON.stringify(sample))).incidents[0];
  assert.ok(first);
  assert.deepEqual(domains((await read(context, 'b.json', bundle({}, later))).incidents[0]), ['other.example']);
  const alone = JSON.stringify({ ...sample, objects: [later] });
  const { incidents } = await read(context, 'c.json', alone, { kept: new Map([[first.id, first]]) });
  assert.deepEqual([incidents.length, incidents[0]?.id, domains(incidents[0])], [1, campaign, ['other.example']]);
  assert.equal(
    incidents[0]?.indicators.some(({ type }) => type === 'mail'),
    true,
    'the rest is as it was',
  );
});

const table = (...rows: string[]) => ['id,title,publisher,language,from,type,value,marking', ...rows].join('\n');

test('a table: a row for each indicator', async (context) => {
  const content = table(
    'C-1,Invented campaign,Example Daily,ja,2016-06,domain,kaku.example,TLP:GREEN',
    'C-1,Invented campaign,,,,ip,2001:db8::/48,',
    'C-2,Another,Example Daily,,,name,架空 三郎,',
  );
  const { incidents } = await read(context, 'a.csv', content);
  assert.deepEqual(incidents[0], {
    id: 'C-1',
    title: 'Invented campaign',
    source: { publisher: 'Example Daily', language: 'ja' },
    from: '2016-06',
    markings: ['TLP:GREEN'],
    indicators: [
      { type: 'domain', value: 'kaku.example' },
      { type: 'ip', value: '2001:db8::/48' },
    ],
  });
  assert.equal(incidents[1]?.indicators[0]?.value, '架空 三郎');
});

test('our JSON, with claims', async (context) => {
  const incident = {
    id: 'C-1',
    title: 'Invented campaign',
    source: { publisher: 'Example Daily' },
    indicators: [{ type: 'name', value: '架空 三郎', schema: 'Person' }],
    claims: [{ name: '架空 三郎', status: 'SUSPECTED', authority: 'Example Police', reportedBy: 'Example Daily' }],
  };
  const { incidents } = await read(context, 'a.json', JSON.stringify({ incidents: [incident] }));
  assert.deepEqual(incidents, [incident]);
});

const one = (changes: object) =>
  JSON.stringify({ incidents: [{ id: 'C-1', title: 'x', source: { publisher: 'y' }, indicators: [], ...changes }] });
const wrong: readonly (readonly [name: string, file: string, content: string, code: string, facts: object])[] = [
  [
    'a word that is no type',
    'a.csv',
    table('C-1,x,y,,,server,a.example,'),
    'incident.invalid',
    { file: 'a.csv', line: 2 },
  ],
  ['no value', 'a.csv', table('C-1,x,y,,,domain,,'), 'list.missing-field', { line: 2, column: 'value' }],
  ['no publisher', 'a.csv', table('C-1,x,,,,domain,a.example,'), 'incident.invalid', { line: 2 }],
  [
    'two titles of one',
    'a.csv',
    table('C-1,x,y,,,domain,a.example,', 'C-1,z,y,,,domain,b.example,'),
    'incident.invalid',
    { line: 3, field: 'title' },
  ],
  [
    'a column nobody knows',
    'a.csv',
    'id,title,type,value,colour\nC-1,x,domain,a.example,red',
    'list.unknown-column',
    { column: 'colour' },
  ],
  [
    'an address that is none',
    'a.csv',
    table('C-1,x,y,,,ip,198.51.100.300,'),
    'incident.invalid',
    { field: '/indicators/0/value' },
  ],
  ['the network of half the world', 'a.csv', table('C-1,x,y,,,ip,198.0.0.0/8,'), 'incident.invalid', { line: 2 }],
  [
    'a field nobody knows',
    'a.json',
    one({ colour: 'red' }),
    'incident.invalid',
    { object: 'incident 1', field: '/colour' },
  ],
  ['an end before the beginning', 'a.json', one({ from: '2016', to: '2015-01' }), 'incident.invalid', { field: '/to' }],
  ['neither ours nor a bundle', 'a.json', '{"x": 1}', 'incident.invalid', { field: '/incidents' }],
  ['no JSON', 'a.json', '{"incidents": [', 'file.unreadable', { line: 1 }],
  ['an object without an id', 'a.json', bundle({}, { type: 'campaign' }), 'incident.invalid', { object: 'object 13' }],
  [
    'a campaign without a name',
    'a.json',
    bundle({ [campaign]: { name: undefined } }),
    'incident.invalid',
    { object: campaign },
  ],
  [
    'a moment that is none',
    'a.json',
    bundle({ [campaign]: { modified: 'yesterday' } }),
    'incident.invalid',
    { object: campaign, field: '/modified' },
  ],
  [
    'a marking that is defined nowhere',
    'a.json',
    bundle({ [campaign]: { object_marking_refs: ['marking-definition--0a1b2c3d-0000-4000-8000-0000000000ff'] } }),
    'incident.invalid',
    { object: campaign },
  ],
  [
    'nobody whose it is',
    'a.json',
    bundle({ [campaign]: { created_by_ref: undefined } }),
    'incident.invalid',
    { object: campaign },
  ],
  [
    'STIX 2.0',
    'a.json',
    bundle({ [campaign]: { spec_version: '2.0' } }),
    'incident.invalid',
    { field: '/spec_version' },
  ],
];
for (const [name, file, content, code, facts] of wrong)
  test(`${name} is refused, and told where it stands`, async (context) => {
    await assertProblem(
      () => read(context, file, content),
      code as Parameters<typeof assertProblem>[1],
      facts as Parameters<typeof assertProblem>[2],
    );
  });
