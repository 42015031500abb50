// Incidents and orders: linked before the order comes and after, over what both share; taken back, changed, never a refusal.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import { addIncidentClaim, importIncidents } from './import-incidents.ts';
import { runLookBacks } from './look-back.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const ID = 'C-1';

describe('incidents', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
  });
  afterEach(() => folder.dispose());

  const incident = (indicators: readonly object[], changes: object = {}) => ({
    id: ID,
    title: 'Invented campaign',
    source: { publisher: 'Example Daily' },
    indicators,
    ...changes,
  });
  const take = async (...incidents: object[]) => {
    const file = path.join(folder.path, 'incidents.json');
    await writeFile(file, JSON.stringify({ incidents }));
    return importIncidents({ file, by: 'test' }, folder.parts);
  };
  const order = async (id: string, buyer: object = {}, changes: object = {}) => {
    const honest = await folder.application('2016-11-honest.yml');
    const [first, ...others] = honest['parties'] as object[];
    return { ...honest, id, parties: [{ ...first, ...buyer }, ...others], ...changes };
  };
  const vet = async (...given: Parameters<typeof order>) => vetApplication(await order(...given), folder.parts);
  const alerts = async () =>
    (await folder.parts.store.alerts()).map(({ applicationId, party, entityId, change }) =>
      [applicationId, party, entityId, change].join(' '),
    );

  const shared: readonly (readonly [name: string, indicator: object, buyer: object, changes: object])[] = [
    ['a domain', { type: 'domain', value: 'kaku.example' }, { emails: ['a@kaku.example'] }, {}],
    ['the domain of a site', { type: 'url', value: 'https://www.seki.example/' }, { websites: ['seki.example'] }, {}],
    ['a page', { type: 'url', value: 'https://sites.example/kaku/' }, { websites: ['http://sites.example/kaku'] }, {}],
    ['a mailbox', { type: 'mail', value: 'Kaku@gmail.com' }, { emails: ['kaku+1@gmail.com'] }, {}],
    ['a telephone', { type: 'phone', value: '+81 3 9999 0001' }, { phones: ['03-9999-0001'] }, {}],
    ['an address', { type: 'ip', value: '198.51.100.7' }, {}, { network: { ipAddress: '::ffff:198.51.100.7' } }],
    ['a network', { type: 'ip', value: '203.0.113.0/26' }, {}, { network: { ipAddress: '203.0.113.63' } }],
    ['one of IPv6', { type: 'ip', value: '2001:db8:7::/49' }, {}, { network: { ipAddress: '2001:db8:7::1' } }],
    ['a name', { type: 'name', value: '有限会社みなと活版', schema: 'Company' }, {}, {}],
  ];
  test('what both share is found by a look back, and by the next order', async () => {
    for (const [place, [, , buyer, changes]] of shared.entries()) {
      const { evidence } = await vet(`A-${String(place)}`, buyer, changes);
      assert.equal(evidence.incidents, undefined);
    }
    const named = ({ indicator, id }: { indicator: object; id: string }) => incident([indicator], { id });
    await take(...shared.map(([, indicator], place) => named({ indicator, id: `C-${String(place)}` })));
    await runLookBacks(folder.parts);
    const expected = shared.flatMap(([name], place) =>
      name === 'a name'
        ? shared.map((_, other) => `A-${String(other)} buyer C-${String(place)} added`)
        : [`A-${String(place)} buyer C-${String(place)} added`],
    );
    assert.deepEqual((await alerts()).toSorted(), expected.toSorted());
    assert.equal((await folder.parts.store.case('A-1'))?.state, 'HOLD');
    for (const [place, [name, , buyer, changes]] of shared.entries()) {
      const { evidence, decision } = await vet(`B-${String(place)}`, buyer, changes);
      const found = evidence.incidents?.map(({ party, incidentId }) => `${party} ${incidentId}`);
      assert.ok(found?.includes(`buyer C-${String(place)}`), name);
      assert.equal(decision.outcome, 'review', 'a report refuses nobody');
      assert.ok(decision.findings.some(({ facts }) => facts['signal'] === 'NE-3'));
    }
    await runLookBacks(folder.parts);
    assert.equal((await alerts()).length, expected.length);
  });

  const apart: readonly (readonly [name: string, indicator: object, buyer: object, changes: object])[] = [
    ['a provider of mail', { type: 'domain', value: 'gmail.com' }, { emails: ['b@gmail.com'] }, {}],
    ['the next network', { type: 'ip', value: '198.51.100.0/26' }, {}, { network: { ipAddress: '198.51.100.64' } }],
    [
      'another page of a site',
      { type: 'url', value: 'https://sites.example/kaku' },
      { websites: ['sites.example/x'] },
      {},
    ],
    [
      'an indicator that was taken back',
      { type: 'domain', value: 'kaku.example', revoked: true },
      { emails: ['a@kaku.example'] },
      {},
    ],
    ['a hash', { type: 'file-hash', value: 'ab12' }, {}, {}],
  ];
  test('what many have, and what its source took back, links nobody', async () => {
    for (const [place, [, , buyer, changes]] of apart.entries()) await vet(`A-${String(place)}`, buyer, changes);
    await take(...apart.map(([, indicator], place) => incident([indicator], { id: `C-${String(place)}` })));
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), []);
    for (const [place, [name, , buyer, changes]] of apart.entries())
      assert.deepEqual((await vet(`B-${String(place)}`, buyer, changes)).evidence.incidents, [], name);
  });

  test('a claim of a legal status is told as it was reported, a later one of its source instead of it', async () => {
    const name = '有限会社みなと活版';
    await vet('A-1');
    await take(incident([{ type: 'name', value: name, schema: 'Company' }]));
    await runLookBacks(folder.parts);
    const claim = { name, authority: 'Example Prosecutors', reportedBy: 'Example Daily' };
    await addIncidentClaim(ID, { ...claim, status: 'SUSPECTED', date: '2016-12-01' }, 'K. Hayashi', folder.parts);
    await addIncidentClaim(ID, { ...claim, status: 'NOT_INDICTED', date: '2017-10-01' }, 'K. Hayashi', folder.parts);
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), [
      `A-1 buyer ${ID} added`,
      ...Array.from({ length: 2 }, () => `A-1 buyer ${ID} changed`),
    ]);
    const last = (await folder.parts.store.alerts()).at(-1);
    assert.match(last?.verdictBefore ?? '', /SUSPECTED/);
    assert.match(
      last?.verdictAfter ?? '',
      /NOT_INDICTED by Example Prosecutors on 2017-10-01, as Example Daily reported/,
    );
    assert.doesNotMatch(last?.verdictAfter ?? '', /SUSPECTED/);
    const { evidence } = await vet('A-2');
    assert.deepEqual(
      evidence.incidents?.[0]?.claims?.map(({ status }) => status),
      ['NOT_INDICTED'],
    );
    await take(incident([{ type: 'name', value: name, schema: 'Company' }], { description: 'more is known' }));
    assert.equal((await folder.parts.store.incident(ID))?.incident?.claims?.length, 2, 'what people added stays');
    await assert.rejects(
      addIncidentClaim(ID, { ...claim, name: 'Nobody', status: 'SUSPECTED' }, 'K. Hayashi', folder.parts),
      (error: unknown) => error instanceof Problem && error.code === 'incident.invalid',
    );
  });

  test('an incident that its source takes back is told, and links to nothing from then on', async () => {
    const domain = { type: 'domain', value: 'kaku.example' };
    await vet('A-1', { emails: ['a@kaku.example'] });
    await take(incident([domain], { modified: '2016-11-01T00:00:00Z' }));
    await runLookBacks(folder.parts);
    await take(incident([domain], { modified: '2016-11-02T00:00:00Z', revoked: true }));
    await runLookBacks(folder.parts);
    assert.deepEqual(await alerts(), [`A-1 buyer ${ID} added`, `A-1 buyer ${ID} removed`]);
    assert.deepEqual((await vet('A-2', { emails: ['a@kaku.example'] })).evidence.incidents, []);
    const older = await take(incident([domain], { modified: '2016-11-01T00:00:00Z' }));
    assert.deepEqual([older.changed, older.problems.map(({ code }) => code)], [[], ['incident.older']]);
  });

  test('the same file again changes nothing; one with a mistake leaves everything as it was', async () => {
    const domain = { type: 'domain', value: 'kaku.example' };
    assert.deepEqual((await take(incident([domain]))).added, [ID]);
    assert.deepEqual((await take(incident([domain]))).unchanged, [ID]);
    const head = await folder.parts.store.head();
    await assert.rejects(
      take(incident([domain], { id: 'C-2' }), incident([{ type: 'ip', value: 'x' }], { id: 'C-3' })),
      (error: unknown) => error instanceof Problem && error.facts['object'] === 'incident 2',
    );
    const dated = incident([domain], { modified: '2016-11-01T00:00:00Z' });
    await take(dated);
    await assert.rejects(
      take({ ...dated, title: 'Something else' }),
      (error: unknown) => error instanceof Problem && error.facts['field'] === '/modified',
    );
    assert.equal((await folder.parts.store.incidents()).length, 1);
    assert.notEqual(head, undefined);
    assert.deepEqual(await tablesAgainstRecord(folder.parts.store), []);
  });
});
