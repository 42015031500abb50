// Vetting with a past: chains to earlier applications that were refused, to listed parties beyond the order, and listed owners.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { parseApplication } from '@sekisho/engine/model/application.ts';
import type { Path } from '@sekisho/engine/model/evidence.ts';
import { sampleConfirmation } from '@sekisho/engine/testing/sample-evidence.ts';
import { disposeHit } from '../dispose-hit.ts';
import { runLookBacks } from '../look-back.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from '../testing/played-folder.ts';
import { refuseCase } from '../testing/refuse-case.ts';
import { vetApplication } from '../vet-application.ts';
import { earlierApplications } from './earlier-applications.ts';
import { joiningKeysVersionOf } from './joining-key-hashes.ts';

const FIRST = 'B-1';

describe('the chain beyond an application', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
  });
  afterEach(() => folder.dispose());

  const order = (id: string, changes: object = {}, buyer: object = {}, more: readonly object[] = []) => ({
    id,
    policy: 'jp-only-edition',
    receivedOn: '2016-11-14',
    product: { id: 'kabura-endpoint' },
    parties: [
      { id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: `架空${id}商事` }], country: 'jp', ...buyer },
      ...more,
    ],
    ...changes,
  });
  const vet = (value: object) => vetApplication(value, folder.parts);
  const refuse = (id: string) => refuseCase(id, folder.parts);
  const beyond = (paths: readonly Path[]) =>
    paths
      .filter(({ reaches }) => reaches !== undefined)
      .map(({ to, entityId, reaches, hops }) => [
        reaches,
        to,
        entityId,
        hops.map(({ kind, direction }) => (direction === 'forward' ? `${kind}>` : `<${kind}`)).join(' '),
      ]);

  test('every fact in common joins a new order with one that was refused, and each hop has source and date', async () => {
    const contact = {
      id: 'contact',
      roles: ['contact'],
      schema: 'Person',
      names: [{ text: '架空 三郎' }],
      birthDate: '1980-05-06',
      identifiers: [{ type: 'passport', value: 'ZX1234567', country: 'jp' }],
    };
    const facts = {
      addresses: [{ full: '東京都千代田区霞が関9丁目9番9号 見本ビル3階' }],
      phones: ['03-9999-0001'],
      emails: ['office+1@kaku.example'],
    };
    const whole = {
      network: { deviceId: 'dev-1' },
      payment: { payerName: 'カ)ミホンショウジ' },
    };
    await vet(order(FIRST, whole, facts, [contact]));
    await refuse(FIRST);
    const tries: readonly (readonly [string, object])[] = [
      ['shares-address>', order('B-2', {}, { addresses: [{ full: '千代田区霞が関九丁目9-9', country: 'jp' }] })],
      ['shares-phone>', order('B-2', {}, { phones: ['+81 3 9999 0001'] })],
      ['shares-mail>', order('B-2', {}, { emails: ['Office@kaku.example'] })],
      ['shares-domain>', order('B-2', {}, { websites: ['https://www.kaku.example/'] })],
      ['shares-device>', order('B-2', { network: { deviceId: 'dev-1' } })],
      ['shares-payer>', order('B-2', { payment: { payerName: 'ｶ)ﾐﾎﾝｼﾖｳｼﾞ' } })],
      [
        '<contact same-person>',
        order('B-2', {}, {}, [{ ...contact, id: 'c2', names: [{ text: '架空　三郎' }], identifiers: [] }]),
      ],
      ['<contact same-number>', order('B-2', {}, {}, [{ ...contact, id: 'c2', names: [{ text: '別名 花子' }] }])],
    ];
    for (const [expected, value] of tries) {
      const { evidence, decision } = await vet(value);
      const [[reaches, , entityId, way] = [], ...others] = beyond(evidence.paths);
      assert.deepEqual([reaches, way, others.length], ['refused', expected, 0]);
      assert.ok(entityId?.startsWith(`${FIRST}/`));
      for (const path of evidence.paths)
        for (const hop of path.hops) assert.ok(hop.statedBy !== '' && hop.date === '2016-11-14', expected);
      assert.ok(decision.findings.some(({ message }) => message === 'path-to-refused'));
    }
  });

  test('a mailbox of a free provider, half a birth date and another number join nobody', async () => {
    const person = { id: 'p', roles: ['contact'], schema: 'Person', names: [{ text: '架空 三郎' }], birthDate: '1980' };
    await vet(order(FIRST, {}, { emails: ['a@gmail.com'], phones: ['03-9999-0001'] }, [person]));
    await refuse(FIRST);
    const { evidence } = await vet(order('B-2', {}, { emails: ['b@gmail.com'], phones: ['03-9999-0002'] }, [person]));
    assert.deepEqual(beyond(evidence.paths), []);
  });

  test('over an order in between, and one that is only proposed to be refused is told as that', async () => {
    await vet(order(FIRST, { answers: [{ question: 'resale', answer: 'yes' }] }, { phones: ['03-9999-0001'] }));
    await vet(order('B-2', {}, { phones: ['03-9999-0001'], emails: ['x@kaku.example'] }));
    const { evidence } = await vet(order('B-3', {}, { websites: ['kaku.example'] }));
    assert.deepEqual(beyond(evidence.paths), [
      ['refusal-proposed', 'buyer', 'B-2/buyer', 'shares-domain>'],
      ['refusal-proposed', 'buyer', `${FIRST}/buyer`, 'shares-domain> shares-phone>'],
    ]);
  });

  test('an address of too many parties joins nobody, and the evidence says so', async () => {
    const seat = { addresses: [{ full: '東京都千代田区霞が関9-9-9', country: 'jp' }] };
    const loaded = folder.parts.policies.get('jp-only-edition');
    assert.ok(loaded);
    const values = { '2016-01-01': { value: 2, reference: 'a test' } };
    const parameters = {
      ...loaded.policy.parameters,
      massAddressParties: { description: 'a test', unit: 'parties', values },
    };
    const policies = new Map([['jp-only-edition', { ...loaded, policy: { ...loaded.policy, parameters } }]]);
    const parts = { ...folder.parts, policies };
    await vetApplication(order(FIRST, {}, seat), parts);
    await refuse(FIRST);
    await vetApplication(order('B-2', {}, seat), parts);
    const joined = await vetApplication(order('B-3', {}, seat), parts);
    assert.ok(beyond(joined.evidence.paths).some(([, , , way]) => way === 'shares-address>'));
    assert.equal(joined.evidence.massAddresses, undefined);
    const mass = await vetApplication(order('B-4', {}, seat), parts);
    assert.deepEqual(beyond(mass.evidence.paths), []);
    assert.deepEqual(mass.evidence.massAddresses, [
      { party: 'buyer', address: '東京都千代田区霞が関9-9-9', source: 'applications', count: 3 },
    ]);
  });

  test('an address joins nobody when the register says that too many companies are there', async () => {
    const seat = { addresses: [{ full: '東京都千代田区霞が関9-9-9', country: 'jp' }] };
    await vet(order(FIRST, {}, seat));
    await refuse(FIRST);
    const application = parseApplication(order('B-2', {}, seat));
    const tries = [
      { count: 900, percentile: 99.9, links: 0 },
      { count: 2, percentile: 99.9, links: 1 },
      { count: 900, percentile: 90, links: 1 },
    ];
    for (const { count, percentile, links } of tries) {
      const addressCompanies = { register: 'jp-nta', edition: 'e', count, percentile };
      const confirmations = [{ ...sampleConfirmation(), addressCompanies }];
      const found = await earlierApplications(application, { massAddressParties: 20, confirmations }, folder.parts);
      assert.equal(found.links.filter(({ kind }) => kind === 'shares-address').length, links);
      assert.deepEqual(
        found.massAddresses.map((mass) => [mass.source, mass.count]),
        links === 0 ? [['jp-nta', 900]] : [],
      );
    }
  });

  test('somebody behind an earlier order who came to be listed is at the end of the chain', async () => {
    const instructing = { id: 'i', roles: ['instructing-person'], schema: 'Person', names: [{ text: '架空 一郎' }] };
    await vet(order(FIRST, {}, { phones: ['03-9999-0001'] }, [instructing]));
    await folder.importNotices([noticeRow('N-1', { kanji: '架空 一郎' })], '2016-11-14');
    await runLookBacks(folder.parts);
    const { evidence, decision } = await vet(order('B-2', {}, { phones: ['03-9999-0001'] }));
    const listed = beyond(evidence.paths).filter(([reaches]) => reaches === 'listed');
    assert.deepEqual(listed, [['listed', 'buyer', 'own-notices:N-1', 'shares-phone> <instructing-person hit>']]);
    assert.ok(decision.findings.some(({ message }) => message === 'path-beyond'));
  });

  test('a hit that a person found to be somebody else leads nowhere, in a chain either, until it ends', async () => {
    const instructing = { id: 'i', roles: ['instructing-person'], schema: 'Person', names: [{ text: '架空 一郎' }] };
    const first = order(FIRST, {}, { phones: ['03-9999-0001'] }, [instructing]);
    await vet(first);
    await folder.importNotices([noticeRow('N-1', { kanji: '架空 一郎' })], '2016-11-14');
    await runLookBacks(folder.parts);
    await vet(first);
    const word = {
      verdict: 'false-positive',
      ground: 'other-birth-date',
      reason: 'born in another year',
      by: 'K. Hayashi',
    };
    await disposeHit(FIRST, { ...word, party: 'i', entityId: 'own-notices:N-1', until: '2016-11-20' }, folder.parts);
    const listed = async (id: string) => {
      const { evidence } = await vet(order(id, {}, { phones: ['03-9999-0001'] }));
      return beyond(evidence.paths).filter(([reaches]) => reaches === 'listed').length;
    };
    assert.equal(await listed('B-2'), 0);
    folder.playOn('2016-11-21');
    assert.equal(await listed('B-3'), 1);
  });

  test('the same application again is joined with itself by nothing', async () => {
    await vet(order(FIRST, {}, { phones: ['03-9999-0001'] }));
    await refuse(FIRST);
    const { evidence } = await vet(order(FIRST, {}, { phones: ['03-9999-0001'] }));
    assert.deepEqual(beyond(evidence.paths), []);
  });

  test('what was received before there were keys gets them with the next order', async () => {
    await vet(order(FIRST, {}, { phones: ['03-9999-0001'] }));
    await refuse(FIRST);
    const parts = { ...folder.parts, nameKeysVersion: 'names are folded otherwise' };
    const version = joiningKeysVersionOf(parts);
    assert.equal((await folder.parts.store.applicationsWithoutKeys(version, 9)).length, 1);
    const { evidence } = await vetApplication(order('B-2', {}, { phones: ['03-9999-0001'] }), parts);
    assert.equal(beyond(evidence.paths).length, 1);
    assert.deepEqual(await folder.parts.store.applicationsWithoutKeys(version, 9), []);
  });

  test('a listed owner makes the buyer owned by the rule in force, and signal OW-2 says so', async () => {
    const owner = {
      id: 'owner',
      roles: ['beneficial-owner'],
      schema: 'Company',
      names: [{ text: 'Sample Machine Works LLC' }],
    };
    const owns = (share?: number) => [
      { from: 'owner', to: 'buyer', kind: 'owns', ...(share !== undefined && { share }) },
    ];
    const tries = [
      [60, 'OWNED', 'RAISED B'],
      [undefined, 'MAY_BE_OWNED', 'RAISED H'],
    ] as const;
    for (const [share, state, signal] of tries) {
      const { evidence, decision } = await vet(order('B-5', { links: owns(share) }, {}, [owner]));
      assert.deepEqual(
        evidence.ownership?.map((answer) => [answer.party, answer.rule, answer.state]),
        [['buyer', 'ofac-50', state]],
      );
      const [holder] = evidence.ownership[0]?.holders ?? [];
      assert.deepEqual([holder?.id, holder?.standing, holder?.statedBy], ['owner', 'listed', 'application']);
      const raised = evidence.signals.find(({ id, party }) => id === 'OW-2' && party === 'buyer');
      assert.equal(`${raised?.state ?? ''} ${raised?.severity ?? ''}`, signal);
      assert.notEqual(decision.outcome, 'approve');
    }
  });

  test('an honest buyer with another honest one before it has neither chain nor listed owner', async () => {
    await vet(await folder.application('2016-11-honest.yml'));
    const { decision, evidence } = await vet({ ...(await folder.application('2016-11-honest.yml')), id: 'A-9' });
    assert.deepEqual([decision.outcome, beyond(evidence.paths)], ['approve', []]);
    assert.ok(evidence.ownership?.every(({ state }) => state === 'UNKNOWN'));
  });
});
