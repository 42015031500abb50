import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Party } from '../model/application.ts';
import type { Evidence, Signal } from '../model/evidence.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildSignalReference } from '../reference/signal-reference.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { sampleApplication, sampleEvidence } from '../../testing/sample-evidence.ts';
import { companyCases } from './company-signal-cases.ts';
import { contactCases } from './contact-signal-cases.ts';
import { orderCases } from './order-signal-cases.ts';
import { raiseSignals } from './raise-signals.ts';
import { addressExistenceCases } from './address-existence-cases.ts';
import { certificateCases } from './certificate-cases.ts';
import { listedOwnerCases } from './listed-owner-cases.ts';
import { buying, unknown } from './signal-cases.ts';

const reference = buildSignalReference(referenceFiles, buildNameReference(referenceFiles));

const signalCases = [
  ...companyCases,
  ...addressExistenceCases,
  ...certificateCases,
  ...contactCases,
  ...orderCases,
  ...listedOwnerCases,
];

function signalsOf(changes: Partial<Evidence>): readonly Signal[] {
  return raiseSignals({ ...sampleEvidence, ...changes }, reference);
}

for (const { id, name, changes, expected, party = 'buyer', facts } of signalCases)
  test(`${id} ${name}`, () => {
    const found = signalsOf(changes).filter((signal) => signal.id === id && signal.party === party);
    assert.equal(found.length, 1);
    const [signal] = found;
    assert.equal(signal?.state === 'RAISED' ? `RAISED ${signal.severity}` : signal?.state, expected);
    if (facts)
      assert.deepEqual(Object.fromEntries(signal?.facts.map(({ name: fact, value }) => [fact, value]) ?? []), facts);
  });

test('every signal that is described is computed, with a case that raises it and one that does not', () => {
  const ids = [...reference.definitions.keys()];
  assert.deepEqual([...new Set(signalsOf({}).map(({ id }) => id))].sort(), [...ids].sort());
  for (const id of ids) {
    const own = signalCases.filter((signalCase) => signalCase.id === id);
    assert.ok(
      own.some(({ expected }) => expected.startsWith('RAISED')),
      `${id} raised`,
    );
    assert.ok(
      own.some(({ expected }) => expected === 'CLEAR'),
      `${id} clear`,
    );
    const saysNothing = own.some(({ expected }) => expected === 'UNKNOWN' || expected === 'NOT_APPLICABLE');
    assert.ok(saysNothing, `${id} unknown or not applicable`);
  }
  for (const { id, severity } of reference.definitions.values())
    for (const grade of Object.values(severity))
      assert.ok(
        signalCases.some((signalCase) => signalCase.id === id && signalCase.expected === `RAISED ${grade}`),
        `${id} ${grade}`,
      );
});

test('an honest company raises nothing', () => {
  assert.deepEqual(
    signalsOf({}).filter(({ state }) => state === 'RAISED'),
    [],
  );
});

test('what a register said carries its edition', () => {
  const [signal] = signalsOf(unknown).filter(({ id }) => id === 'EX-2');
  assert.deepEqual(signal?.sources, [{ source: 'jp-nta', editionId: 'e-nta' }]);
});

/** Names in several scripts and of several peoples, all invented. */
const personNames = [
  '見本 花子',
  '陳 国強',
  'Chen Guoqiang',
  'Иван Образцов',
  '김견본',
  'محمد نموذج',
  'チン コクキョウ',
  'Maria Muster',
  'Nguyễn Văn Mẫu',
];
const countries = ['jp', 'cn', 'kp', 'ir', 'ru', 'us', 'fr'];

test('neither a nationality nor the name or script of a person raises a signal', () => {
  const people = fc.record({
    name: fc.constantFrom(...personNames),
    nationalities: fc.subarray(countries),
    gender: fc.constantFrom('male' as const, 'female' as const),
    birthDate: fc.constantFrom('1950', '1990-01', '2001-02-03'),
  });
  // EX-10 reads the form of a company, which is no name of a person: it has a property of its own below
  const cases = signalCases.filter(({ id }) => id !== 'EX-10').map((signalCase) => signalCase.changes);
  const changes = fc.constantFrom<Partial<Evidence>>({}, ...cases);
  fc.assert(
    fc.property(changes, fc.array(people, { minLength: 4, maxLength: 4 }), (evidence, others) => {
      const application = evidence.application ?? sampleApplication;
      const swapped = application.parties.map((party, index): Party => {
        const { name = '', ...personal } = others[index % others.length] ?? {};
        return party.schema === 'Person' && !party.roles.includes('buyer')
          ? { ...party, ...personal, names: [{ text: name }] }
          : { ...party, nationalities: others[0]?.nationalities ?? [] };
      });
      const states = (signals: readonly Signal[]) =>
        signals.map(({ id, party, state, severity }) => ({ id, party, state, severity }));
      assert.deepEqual(
        states(signalsOf({ ...evidence, application: { ...application, parties: swapped } })),
        states(signalsOf(evidence)),
      );
    }),
  );
});

test('nor does the name of a natural person who buys and pays', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personNames), fc.subarray(countries), (name, nationalities) => {
      const { application } = buying({ schema: 'Person', names: [{ text: name }], nationalities });
      const signals = signalsOf({
        confirmations: [],
        application: { ...sampleApplication, ...application, payment: { payerName: name } },
      });
      assert.deepEqual(
        signals.filter(({ state }) => state === 'RAISED'),
        [],
      );
    }),
  );
});

test('the form of a company is found beside any name, and in none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personNames), fc.constantFrom('', ' Ltd.', '（株）', ' 有限公司'), (name, form) => {
      const raised = signalsOf(buying({ schema: 'Person', names: [{ text: `${name}${form}` }], identifiers: [] }))
        .filter(({ id, state }) => id === 'EX-10' && state === 'RAISED')
        .map(({ party }) => party);
      assert.deepEqual(raised, form === '' ? [] : ['buyer']);
    }),
  );
});
