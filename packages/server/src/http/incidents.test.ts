// Incidents over the API: taken whole or not at all, linked to orders of before and after, what is claimed of whom behind a sealed view.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import { alertDetails } from '../flows/list-alerts.ts';
import { runLookBacks } from '../flows/look-back.ts';
import { formOf } from './testing/form-of.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

const incident = {
  id: 'C-2016-07',
  kind: 'campaign',
  title: 'Invented campaign',
  source: { publisher: 'Example Daily', language: 'ja', publishedOn: '2016-11-12' },
  from: '2016-06',
  markings: ['TLP:GREEN'],
  indicators: [
    { type: 'domain', value: 'kaku.example' },
    { type: 'name', value: 'Ichiro Kaku', schema: 'Person' },
  ],
  claims: [
    {
      name: 'Ichiro Kaku',
      status: 'SUSPECTED',
      authority: 'Example Police',
      reportedBy: 'Example Daily',
      date: '2016-11',
    },
  ],
};

let served: ServedFolder;
let order: Record<string, unknown>;
before(async () => {
  served = await openServedFolder();
  await served.folder.prepare();
  const told = (await served.folder.application('2016-11-honest.yml')) as { parties: object[] };
  const [buyer, ...others] = told.parties;
  order = { ...told, parties: [{ ...buyer, emails: ['orders@kaku.example'] }, ...others] };
  const { status, text } = await served.ask(['service'], 'POST /v1/applications', { ...order, id: 'A-1' });
  assert.equal(status, 201, text);
});
after(() => served.dispose());

test('an incident is taken, owes a look-back, and stands in the list', async () => {
  const { status, json } = await send('incident.json', JSON.stringify({ incidents: [incident] }));
  assert.equal(status, 201);
  assert.deepEqual([json.added, json.problems, json.lookBack.kind], [[incident.id], [], 'asked-look-back']);
  const { items, total } = (await served.ask(['auditor'], 'GET /v1/incidents')).json;
  assert.equal(total, 1);
  const { title, publisher, indicators, isRevoked } = items[0];
  assert.deepEqual([title, publisher, indicators, isRevoked], [incident.title, 'Example Daily', 2, false]);
  assert.equal((await send('incident.json', JSON.stringify({ incidents: [incident] }))).json.lookBack, undefined);
});

test('orders of before and after have it in common', async () => {
  await served.ask(['service'], 'POST /v1/applications', { ...order, id: 'A-2' });
  const { json } = await served.ask(['analyst'], `GET /v1/incidents/${incident.id}`);
  interface Link {
    readonly caseId: string;
    readonly isBefore: boolean;
    readonly matches: readonly { readonly type: string; readonly stated: string }[];
  }
  assert.deepEqual(
    json.links.map(({ caseId, isBefore, matches }: Link) => [caseId, isBefore, matches[0]?.type, matches[0]?.stated]),
    [
      ['A-1', true, 'domain', 'orders@kaku.example'],
      ['A-2', false, 'domain', 'orders@kaku.example'],
    ],
  );
  assert.equal(json.isCutOff, false);
});

test('orders that share a name alone are told after them, as what they are; of before once a look-back found them', async () => {
  const named = (id: string) => ({
    ...order,
    id,
    parties: [
      { id: 'buyer', roles: ['buyer', 'end-user'], schema: 'Person', names: [{ text: 'Ichiro Kaku' }], country: 'jp' },
    ],
  });
  const after = await served.ask(['service'], 'POST /v1/applications', named('N-1'));
  assert.equal(after.status, 201, after.text);
  const linked = async () => {
    const { json } = await served.ask(['analyst'], `GET /v1/incidents/${incident.id}`);
    return json.links.map(({ caseId, isByNameAlone }: { caseId: string; isByNameAlone: boolean }) => [
      caseId,
      isByNameAlone,
    ]);
  };
  const byKey = [
    ['A-1', false],
    ['A-2', false],
  ];
  assert.deepEqual(await linked(), [...byKey, ['N-1', true]]);
  const other = {
    ...incident,
    id: 'C-2016-08',
    indicators: [{ type: 'name', value: 'Ichiro Kaku', schema: 'Person' }],
  };
  assert.equal((await send('other.json', JSON.stringify({ incidents: [other] }))).status, 201);
  const links = async () => (await served.ask(['analyst'], 'GET /v1/incidents/C-2016-08')).json.links;
  assert.deepEqual(await links(), []);
  await runLookBacks(served.folder.parts);
  const [found, ...more] = await links();
  assert.deepEqual([found.caseId, found.isBefore, found.isByNameAlone, more], ['N-1', true, true, []]);
});

test('neither an alert nor a case tells what is claimed of whom; the case does for a reason', async () => {
  const { items } = (await served.ask(['analyst'], 'GET /v1/alerts')).json;
  const alert = items.find(({ caseId }: { caseId: string }) => caseId === 'N-1');
  const [kept] = await served.folder.parts.store.alerts('N-1');
  assert.match(kept?.verdictAfter ?? '', /SUSPECTED by Example Police/);
  assert.match(alert.verdictAfter, /^name Ichiro Kaku \(\d\.\d\d\)$/);
  const named = await served.ask(['analyst'], 'GET /v1/cases/N-1');
  assert.ok(named.json.withheld.includes(incident.id), named.text);
  for (const { text } of [named, await served.ask(['analyst'], 'GET /v1/alerts')])
    assert.doesNotMatch(text, /SUSPECTED/);
  const seen = await served.ask(['analyst'], 'POST /v1/cases/N-1/views', { reason: 'work on a case' });
  assert.match(seen.text, /SUSPECTED/);
});

test('what is claimed of whom is left out, and shown for a reason that is sealed', async () => {
  const place = `/v1/incidents/${incident.id}`;
  const plain = await served.ask(['analyst'], `GET ${place}`);
  assert.equal(plain.json.withheld, 1);
  assert.doesNotMatch(plain.text, /SUSPECTED/);
  assert.equal((await served.ask(['analyst'], `POST ${place}/views`, { reason: ' ' })).status, 400);
  const cleared = {
    name: 'Ichiro Kaku',
    status: 'NOT_INDICTED',
    authority: 'Example Prosecutors',
    reportedBy: 'Example Daily',
    date: '2021-10',
  };
  const added = await served.ask(['officer'], `POST ${place}/claims`, cleared);
  assert.equal(added.status, 201, added.text);
  assert.equal(added.json.withheld, 2);
  const { json } = await served.ask(['analyst'], `POST ${place}/views`, { reason: 'work on a case' });
  assert.deepEqual(json.incident.claims, [cleared]); // who was not indicted is not shown as a suspect
  const [entry] = (await served.folder.parts.store.entriesAbout([incident.id])).slice(-1);
  assert.equal(entry?.kind, 'incident-viewed');
  assert.deepEqual(
    [JSON.parse(entry.payload ?? '{}').by, JSON.parse(entry.payload ?? '{}').reason],
    ['analyst', 'work on a case'],
  );
  assert.deepEqual((await served.ask(['auditor'], 'GET /v1/record/verification')).json.differences, []);
});

test('nor do alerts tell it, nor the record, nor the case: each names who is told it for a reason', async () => {
  const { folder } = served;
  const [buyer, ...others] = (order as { parties: { names: object[] }[] }).parties;
  const named = { ...buyer, names: [...(buyer?.names ?? []), { text: 'Ichiro Kaku' }] };
  assert.equal(
    (await served.ask(['service'], 'POST /v1/applications', { ...order, id: 'A-3', parties: [named, ...others] }))
      .status,
    201,
  );
  const claim = {
    name: 'Ichiro Kaku',
    status: 'ARRESTED',
    authority: 'Example Police',
    reportedBy: 'Example Daily',
    date: '2022',
  };
  await served.ask(['officer'], `POST /v1/incidents/${incident.id}/claims`, claim);
  await runLookBacks(folder.parts);
  const { json, text } = await served.ask(['analyst'], 'GET /v1/alerts');
  const alert = json.items.find(({ caseId, kind }: Alert) => caseId === 'A-3' && kind === 'incident');
  assert.equal(alert?.isWithheld, true, text);
  assert.match(alert.verdictAfter, /^domain kaku\.example; name Ichiro Kaku \(0\.\d+\)$/);
  const vetted = await served.ask(['analyst'], 'GET /v1/cases/A-3');
  const entries = await served.ask(['auditor'], 'GET /v1/record/latest?kind=alert-raised&limit=50');
  const { sequence } = entries.json.items.find(({ subject }: { subject: string }) => subject === alert.id);
  const taken = await served.ask(['auditor'], `GET /v1/record/latest?kind=incident-imported&limit=1`);
  const read = [sequence, taken.json.items[0].sequence].map(String);
  const withheld = await Promise.all(read.map((entry) => served.ask(['auditor'], `GET /v1/record/entries/${entry}`)));
  for (const { text: told } of [{ text }, vetted, ...withheld])
    assert.doesNotMatch(told, /ARRESTED|NOT_INDICTED|SUSPECTED/);
  assert.deepEqual(
    withheld.map((one) => one.json.isWithheld),
    [true, true],
  );
  assert.deepEqual(vetted.json.withheld, [incident.id, 'C-2016-08']);
  const kinds = async () =>
    (await folder.parts.store.latestEntries({}, 3)).map(({ kind, subject }) => `${kind} ${subject}`);
  const whole = await served.ask(['analyst'], 'POST /v1/cases/A-3/views', { reason: 'work on the case' });
  assert.match(whole.text, /Ichiro Kaku: ARRESTED by Example Police/);
  for (const entry of read) {
    const { text: told } = await served.ask(['auditor'], `POST /v1/record/entries/${entry}/views`, {
      reason: 'an audit',
    });
    assert.match(told, /ARRESTED/);
  }
  assert.deepEqual(await kinds(), [
    `incident-viewed ${incident.id}`,
    'protected-data-viewed A-3',
    'protected-data-viewed A-3',
  ]);
  const told = await alertDetails(alert.id, { by: 'R. Mori', reason: 'work on the case' }, folder.parts);
  assert.match(told?.alert.verdictAfter ?? '', /ARRESTED/);
  assert.deepEqual(await kinds(), [
    'protected-data-viewed A-3',
    `incident-viewed ${incident.id}`,
    'protected-data-viewed A-3',
  ]);
});

const table = 'id,title,type,value\n';
const refused: readonly (readonly [
  what: string,
  name: string,
  text: string | Uint8Array,
  status: number,
  told: RegExp,
])[] = [
  ['an empty file', 'x.json', '', 400, /empty/],
  ['half a bundle', 'x.json', '{"type":"bundle","objects":[', 400, /./],
  ['a table in another encoding', 'x.csv', Buffer.from([0x83, 0x65, 0xff, 0xfe]), 400, /./],
  ['an address that is none', 'x.csv', `${table}C-1,T,ip,somewhere\n`, 400, /line.*2|"line":2/],
  ['an unknown column', 'x.csv', 'id,title,type,value,extra\nC-1,T,domain,a.example,x\n', 400, /extra/],
  ['a prototype', 'x.json', '{"incidents":[{"__proto__":{"id":"x"}}]}', 400, /./],
  ['a file of another kind', 'x.exe', 'MZ', 400, /./],
];

for (const [what, name, content, status, told] of refused)
  test(`refused: ${what}; nothing of it is kept`, async () => {
    const before = await served.folder.parts.store.head();
    const answer = await send(name, content);
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.text, told);
    assert.deepEqual(await served.folder.parts.store.head(), before);
    assert.deepEqual(await readdir(path.join(served.folder.path, 'uploads')), []);
  });

test('an incident that nobody knows', async () => {
  assert.equal((await served.ask(['analyst'], 'GET /v1/incidents/C-0')).status, 404);
  assert.equal((await served.ask(['analyst'], 'POST /v1/incidents/C-0/views', { reason: 'work' })).status, 404);
});

async function send(name: string, content: string | Uint8Array) {
  const { body, headers } = await formOf({ source: 'Example CERT' }, [{ name, bytes: Buffer.from(content) }]);
  return served.ask(['officer'], 'POST /v1/incidents', body, headers);
}
