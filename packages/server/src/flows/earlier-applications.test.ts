// What an order shares with earlier ones of others, the companies it can be taken for, and the register nobody asked.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { parseApplication, type Party } from '@sekisho/engine/model/application.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import { earlierApplications } from './earlier-applications.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { vetApplication } from './vet-application.ts';

const purpose =
  'Protects the computers of our own office in Yokohama, and those of nobody else, against programs that mean harm.';

describe('what came before', () => {
  let folder: PlayedFolder;
  beforeEach(async () => {
    folder = await openPlayedFolder();
    await folder.prepare();
  });
  afterEach(() => folder.dispose());

  /** The honest order under another id, its buyer changed. */
  const order = async (id: string, changes: Partial<Party> = {}, endUse = 'Our own office.') => {
    const honest = await folder.application('2016-11-honest.yml');
    const [buyer, contact] = honest['parties'] as [Party, Party];
    return {
      ...honest,
      id,
      parties: [
        { ...buyer, ...changes },
        { ...contact, emails: changes.emails ?? contact.emails ?? [] },
      ],
      answers: [
        { question: 'instructed-by', answer: 'nobody' },
        { question: 'resale', answer: 'no' },
        { question: 'end-use', answer: endUse },
      ],
    };
  };
  const other: Partial<Party> = {
    names: [{ text: '有限会社みなと活版ジャパン' }],
    identifiers: [],
    addresses: [{ full: '大阪府大阪市北区9-9-9', country: 'jp', use: 'seat' }],
    emails: ['a@betsumono.example'],
    websites: [],
  };
  const policyOf = (id: string) => {
    const loaded = folder.parts.policies.get(id);
    assert.ok(loaded);
    return loaded.policy;
  };
  const statesOf = ({ signals }: Evidence, ...ids: string[]) =>
    signals.filter(({ id }) => ids.includes(id)).map(({ id, state, severity }) => `${id} ${state} ${severity}`);

  test('another buyer with the telephone of one who came before, and of one who was refused', async () => {
    const first = await vetApplication(await order('E-1'), folder.parts);
    assert.deepEqual(first.evidence.earlierApplications, []);
    const second = await vetApplication(await order('E-2', other), folder.parts);
    assert.deepEqual(second.evidence.earlierApplications, [
      { applicationId: 'E-1', outcome: 'ACCEPT', shared: 'phone', sameBuyer: false },
      { applicationId: 'E-1', outcome: 'ACCEPT', shared: 'address', sameBuyer: false }, // where the goods go
    ]);
    assert.deepEqual(statesOf(second.evidence, 'CO-6', 'NE-1'), ['CO-6 RAISED M', 'NE-1 CLEAR H']);

    await refuseCase('E-1', folder.parts);
    const again = await vetApplication(await order('E-2', other), folder.parts);
    assert.deepEqual(statesOf(again.evidence, 'CO-6', 'NE-1'), ['CO-6 RAISED H', 'NE-1 RAISED H']);
  });

  test('a customer who comes back, written otherwise, shares everything and raises nothing', async () => {
    await vetApplication(await order('E-1'), folder.parts);
    const { evidence } = await vetApplication(
      await order('E-2', {
        phones: ['+81 45 900 0113'],
        addresses: [{ full: '神奈川県横浜市中区海岸通９丁目２', country: 'jp', use: 'seat' }],
      }),
      folder.parts,
    );
    const shared = evidence.earlierApplications?.map((one) => `${one.shared} ${String(one.sameBuyer)}`).sort();
    assert.deepEqual(shared, ['address true', 'domain true', 'mail true', 'phone true']);
    assert.deepEqual(statesOf(evidence, 'CO-6', 'NE-1'), ['CO-6 CLEAR H', 'NE-1 CLEAR H']);
  });

  test('a purpose in the words of another buyer', async () => {
    await vetApplication(await order('E-1', {}, purpose), folder.parts);
    const stranger = { ...other, phones: ['06-9999-0002'] };
    const copied = await vetApplication(
      await order('E-2', stranger, purpose.replace('office', 'offices')),
      folder.parts,
    );
    const found = copied.evidence.earlierApplications?.find(({ shared }) => shared === 'end-use');
    assert.ok(0.9 <= (found?.similarity ?? 0));
    assert.deepEqual(statesOf(copied.evidence, 'PU-3'), ['PU-3 RAISED M']);
    const own = await vetApplication(await order('E-3', stranger, 'Printing of visiting cards.'), folder.parts);
    assert.deepEqual(statesOf(own.evidence, 'PU-3'), ['PU-3 CLEAR H']);
  });

  test('a building is shared, but for those who name another room in it; with too many it is shared by nobody', async () => {
    const at = async (id: string, name: string, full: string) => {
      const changes = { ...other, names: [{ text: name }], phones: [], addresses: [{ full, country: 'jp' }] };
      const { delivery: _, ...rest } = (await order(id, changes)) as Record<string, unknown>;
      return rest;
    };
    const sharing = async (application: object, policy = policyOf('jp-only-edition')) =>
      (await earlierApplications(parseApplication(application), policy, folder.parts)).map(
        ({ applicationId, shared }) => `${applicationId} ${shared}`,
      );
    await vetApplication(await at('R-1', '架空一商事', '大阪府大阪市北区9-8-7 見本ビル501号室'), folder.parts);
    await vetApplication(await at('R-2', '架空二商事', '大阪市北区９丁目８番７号'), folder.parts);
    const [plain, room, otherRoom] = await Promise.all([
      at('R-3', '架空三商事', '大阪府大阪市北区9-8-7'),
      at('R-4', '架空四商事', '大阪府大阪市北区9-8-7見本ビル５０１号室'),
      at('R-5', '架空五商事', '大阪府大阪市北区9-8-7見本ビル６０２号室'),
    ]);
    const addresses = async (application: object) =>
      (await sharing(application)).filter((shared) => shared.endsWith('address'));
    assert.deepEqual(await addresses(plain), ['R-1 address', 'R-2 address']);
    assert.deepEqual(await addresses(room), ['R-1 address', 'R-2 address']);
    assert.deepEqual(await addresses(otherRoom), ['R-2 address']);
    const policy = policyOf('jp-only-edition');
    const bound = { description: 'one', unit: 'parties', values: { '2016-01-01': { value: 1, reference: 'test' } } };
    const strict = { ...policy, parameters: { ...policy.parameters, massAddressParties: bound } };
    assert.ok(!(await sharing(plain, strict)).some((shared) => shared.endsWith('address')));
  });

  test('of many that share a thing some stand for all', async () => {
    const { store, clock } = folder.parts;
    for (let count = 10; count < 40; count++) {
      const application = await order(`E-${String(count)}`);
      const { id } = application;
      await store.write(async (writer) => {
        const { sequence } = await writer.seal('application-received', id, { application, revision: 1 }, clock());
        await writer.saveApplication({ id, revision: 1, receivedAt: clock(), entry: sequence });
      });
    }
    const { evidence } = await vetApplication(await order('E-1', other), folder.parts);
    assert.deepEqual(
      evidence.earlierApplications?.map(({ applicationId }) => applicationId),
      Array.from({ length: 20 }, (_, at) => `E-${String(at + 10)}`),
    );
  });

  test('more than the policy calls usual of the product', async () => {
    const honest = await order('E-1');
    const many = { ...honest, product: { ...(honest as { product?: object }).product, quantity: 501 } };
    const { evidence } = await vetApplication(many, folder.parts);
    assert.equal(evidence.productNorm?.most, 500);
    assert.deepEqual(statesOf(evidence, 'PU-1', 'PU-2'), ['PU-1 NOT_APPLICABLE M', 'PU-2 RAISED M']);
  });

  test('a name that is a known one with a word more, elsewhere', async () => {
    const { evidence } = await vetApplication(await order('E-1', other), folder.parts);
    const [answer] = evidence.confirmations;
    assert.deepEqual(
      answer?.lookAlikes?.map(({ name, difference, addressVerdict }) => [name, difference, addressVerdict]),
      [['有限会社みなと活版', 'extra-word', 'DIFFERENT']],
    );
    assert.deepEqual(statesOf(evidence, 'EX-9'), ['EX-9 RAISED H']);
  });

  test('a confirmed company is not looked for among those of like names', async () => {
    const { evidence } = await vetApplication(await order('E-1'), folder.parts);
    assert.equal(evidence.confirmations[0]?.lookAlikes, undefined);
    assert.deepEqual(statesOf(evidence, 'EX-9'), ['EX-9 CLEAR H']);
  });

  test('a company stated to be a person is a gap, and a person decides', async () => {
    const changed = await order('E-1');
    const payer = { id: 'payer', roles: ['payer'], schema: 'Person', names: [{ text: 'Sample Trading Ltd' }] };
    const { evidence, decision } = await vetApplication(
      { ...changed, parties: [...changed.parties, payer] },
      folder.parts,
    );
    assert.deepEqual(
      evidence.gaps.map(({ kind, subject }) => `${kind} ${subject}`),
      ['register-not-asked Sample Trading Ltd'],
    );
    assert.ok(decision.findings.some(({ message }) => message === 'gap-register-not-asked'));
  });
});
