import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Party } from '@sekisho/engine/model/application.ts';
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { groundsFor } from './grounds.ts';
import { hitFields, type HitField } from './hit-fields.ts';

const party: Party = { id: 'buyer', roles: ['buyer'], schema: 'Person', names: [{ text: '陳国強' }] };
const entry = {
  source: 'own-notices',
  recordId: 'N-1',
  schema: 'Person',
  names: [{ text: 'CHEN Guoqiang', kind: 'primary' }],
} as const;

function verdictOf(field: HitField['field'], of: Partial<Party>, listed: Partial<Entity>): string | undefined {
  const fields = hitFields({ ...party, ...of }, entityOf({ ...entry, ...listed }));
  return fields.find((one) => one.field === field)?.verdict;
}

const born = (text: string) => [parseDateRange(text)].filter((range) => range !== undefined);

const cases: readonly [HitField['field'], Partial<Party>, Partial<Entity>, string | undefined][] = [
  ['names', {}, {}, 'unlike'],
  ['names', { names: [{ text: 'Chen  GUOQIANG' }] }, {}, 'same'],
  ['schema', { schema: 'Company' }, {}, 'differs'],
  ['schema', { schema: 'LegalEntity' }, {}, 'unlike'],
  ['birth-date', { birthDate: '1989-07-21' }, { birthDates: born('1961') }, 'differs'],
  ['birth-date', { birthDate: '1989' }, { birthDates: born('1989-03-01') }, 'same'],
  ['birth-date', {}, { birthDates: born('1961') }, 'one-side'],
  ['birth-date', {}, {}, undefined],
  ['country', { country: 'jp', addresses: [{ full: 'x', country: 'cn' }] }, { countries: ['cn'] }, 'same'],
  ['nationality', { nationalities: ['jp'] }, { nationalities: ['kp'] }, 'differs'],
  ['documents', {}, { identifiers: [{ type: 'passport', value: 'A 123' }] }, 'one-side'],
  [
    'identifiers',
    { identifiers: [{ type: 'jp-corporate-number', value: '9-8000' }] },
    { identifiers: [{ type: 'jp-corporate-number', value: '98000' }] },
    'same',
  ],
  [
    'identifiers',
    { identifiers: [{ type: 'lei', value: 'A' }] },
    { identifiers: [{ type: 'tax-id', value: 'B' }] },
    'unlike',
  ],
];

for (const [field, of, listed, expected] of cases)
  test(`${field}: ${JSON.stringify(of)} beside ${JSON.stringify(listed).slice(0, 80)} is ${String(expected)}`, () => {
    assert.equal(verdictOf(field, of, listed), expected);
  });

test('what is known of a listed person is protected, of a company it is not', () => {
  const isProtected = (schema: Entity['schema'], field: HitField['field']) =>
    hitFields(party, entityOf({ ...entry, schema, birthDates: born('1961'), nationalities: ['kp'] })).find(
      (one) => one.field === field,
    )?.isSpecialCare;
  assert.deepEqual([isProtected('Person', 'birth-date'), isProtected('Person', 'nationality')], [true, true]);
  assert.equal(isProtected('Company', 'nationality'), false);
});

test('the ground that the facts suggest comes first', () => {
  const fields = hitFields({ ...party, nationalities: ['jp'] }, entityOf({ ...entry, nationalities: ['kp'] }));
  assert.equal(groundsFor('false-positive', fields)[0], 'other-nationality');
  assert.equal(groundsFor('undetermined', fields)[0], 'too-little-known');
});
