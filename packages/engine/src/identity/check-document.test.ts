import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { parseApplication, type Application } from '../model/application.ts';
import type { ApplicationDocument, DocumentField } from '../model/document.ts';
import { Problem } from '../model/problem.ts';
import type { Confirmation, RegisterRow } from '../model/register.ts';
import { buildJapaneseAddresses } from '../reference/japanese-addresses.ts';
import { buildLatinAddresses } from '../reference/latin-addresses.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { checkDocument } from './check-document.ts';
import { ADDRESS, factOf, honest, MIHON, partyOf } from './confirm-cases.ts';

const names = buildNameReference(referenceFiles);
const reference = {
  names,
  japaneseAddresses: buildJapaneseAddresses(referenceFiles, names.characters),
  latinAddresses: buildLatinAddresses(referenceFiles),
};

const buyer = partyOf('株式会社見本商事', { ...honest, foundedOn: '2001-04-02' });
const application: Application = {
  id: 'A-1',
  policy: 'jp-only-edition',
  receivedOn: '2026-11-02',
  product: { id: 'p' },
  parties: [buyer, { id: 'chief', roles: ['representative'], schema: 'Person', names: [{ text: '見本 太郎' }] }],
};
const certificate: ApplicationDocument = {
  file: 'certificate.pdf',
  sha256: '0'.repeat(64),
  kind: 'full-register-certificate',
  issuer: '見本法務局',
  issuedOn: '2026-10-20',
};

type Stated = NonNullable<ApplicationDocument['fields']>;

function check(fields: Stated, row: Partial<RegisterRow> = {}, history: readonly Partial<RegisterRow>[] = []) {
  const fact = factOf(row, ...history);
  const { register, editionId } = fact;
  const confirmation: Confirmation = {
    ...{ party: 'buyer', register, editionId, verdict: 'CONFIRMED', basis: 'number', reason: 'number-and-name-agree' },
    fields: [],
    fact,
    candidates: [],
  };
  return checkDocument(
    { ...certificate, fields },
    { application, party: buyer, confirmation, today: '2026-11-02' },
    reference,
  );
}

const verdicts = (fields: readonly DocumentField[]) =>
  fields.map(({ against, field, verdict }) => `${against} ${field} ${verdict}`);

const cases: readonly (readonly [
  what: string,
  fields: Stated,
  expected: readonly string[],
  row?: Partial<RegisterRow>,
  history?: readonly Partial<RegisterRow>[],
])[] = [
  ['nothing read', {}, []],
  ['its name', { name: '株式会社見本商事' }, ['register name SAME', 'application name SAME']],
  ['another name', { name: '株式会社架空通商' }, ['register name DIFFERENT', 'application name DIFFERENT']],
  [
    'a former name',
    { name: '株式会社旧見本' },
    ['register name FORMER', 'application name DIFFERENT'],
    {},
    [{ name: '株式会社旧見本' }],
  ],
  ['the number of the certificate', { number: '9900-01-000001' }, ['register number SAME', 'application number SAME']],
  ['the corporate number', { number: `${MIHON}` }, ['register number SAME', 'application number SAME']],
  ['another number', { number: '9900-01-000002' }, ['register number DIFFERENT', 'application number DIFFERENT']],
  [
    'its seat',
    { address: '東京都千代田区霞が関八丁目９番１０号' },
    ['register address SAME', 'application address SAME'],
  ],
  [
    'another seat',
    { address: '大阪府大阪市北区梅田9-8-7' },
    ['register address DIFFERENT', 'application address DIFFERENT'],
  ],
  [
    'the day of establishment',
    { establishedOn: '2001-04-02' },
    ['register established SIMILAR', 'application established SAME'],
  ],
  [
    'a day after the numbers were given',
    { establishedOn: '2019-01-10' },
    ['register established DIFFERENT', 'application established DIFFERENT'],
  ],
  [
    'a day long before the number was given',
    { establishedOn: '2001-04-02' },
    ['register established DIFFERENT', 'application established SAME'],
    { assignedOn: '2020-06-01' },
  ],
  [
    'a day that the register has',
    { establishedOn: '2001-04-02' },
    ['register established SAME', 'application established SAME'],
    { foundedOn: '2001-04-02' },
  ],
  ['the representative', { representatives: ['例示 花子', '見本太郎'] }, ['application representative SAME']],
  ['the representative in Latin letters', { representatives: ['Taro Mihon'] }, ['application representative SIMILAR']],
  ['another representative', { representatives: ['例示 花子'] }, ['application representative DIFFERENT']],
  ['purpose and capital', { purposes: ['飲食店の経営'], capital: { amount: 1_000_000, currency: 'JPY' } }, []],
];
for (const [what, fields, expected, row, history] of cases)
  test(`a certificate that states ${what}: ${expected.join(', ') || 'nothing to compare'}`, () =>
    assert.deepEqual(verdicts(check(fields, row, history).fields), expected));

test('what a certificate came to tells both values, the file, its age and the edition', () => {
  assert.deepEqual(check({ name: '株式会社架空通商' }), {
    party: 'buyer',
    file: 'certificate.pdf',
    sha256: '0'.repeat(64),
    kind: 'full-register-certificate',
    issuer: '見本法務局',
    issuedOn: '2026-10-20',
    ageDays: 13,
    register: 'jp-nta',
    editionId: 'edition',
    fields: [
      {
        against: 'register',
        field: 'name',
        verdict: 'DIFFERENT',
        stated: '株式会社架空通商',
        other: '株式会社見本商事',
      },
      {
        against: 'application',
        field: 'name',
        verdict: 'DIFFERENT',
        stated: '株式会社架空通商',
        other: '株式会社見本商事',
      },
    ],
  });
});

test('a company that no register has is held against the application alone', () => {
  const { register, fields } = checkDocument(
    { ...certificate, fields: { name: '株式会社見本商事', address: ADDRESS } },
    { application, party: buyer, today: '2026-10-19' },
    reference,
  );
  assert.deepEqual([register, verdicts(fields)], [undefined, ['application name SAME', 'application address SAME']]);
});

for (const [what, change, field] of [
  ['of an unknown kind', { kind: 'photograph' }, '/documents/0/kind'],
  ['of a party that is not there', { party: 'nobody' }, '/documents/0/party'],
  ['with a field nobody knows', { colour: 'red' }, '/documents/0/colour'],
  ['with a day that is none', { issuedOn: '2026-02-30' }, '/documents/0/issuedOn'],
] as const)
  test(`a document ${what} is refused`, () =>
    assert.throws(
      () => parseApplication({ ...application, documents: [{ ...certificate, ...change }] }),
      (error) => error instanceof Problem && error.code === 'application.invalid' && error.facts['field'] === field,
    ));
