import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongsInRegister, parseApplication, seatAddresses, type Party, type Role } from './application.ts';
import { Problem } from './problem.ts';

const buyer = { id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: '株式会社見本電機' }] };
const application = {
  id: 'A-1',
  policy: 'jp-only-edition',
  receivedOn: '2026-11-02',
  product: { id: 'edition' },
  parties: [buyer],
};

const refused: readonly (readonly [what: string, changes: object, field: string, reason: RegExp])[] = [
  [
    'a question answered twice',
    {
      answers: [
        { question: 'resale', answer: 'no' },
        { question: 'end-use', answer: 'Our office.' },
        { question: 'resale', answer: 'yes' },
      ],
    },
    '/answers/2/question',
    /is answered already/,
  ],
  [
    'a question answered twice alike',
    {
      answers: [
        { question: 'resale', answer: 'no' },
        { question: 'resale', answer: 'no' },
      ],
    },
    '/answers/1/question',
    /already/,
  ],
  ['two parties of one id', { parties: [buyer, { ...buyer, roles: ['payer'] }] }, '/parties/1/id', /another party/],
  [
    'a corporate number of a natural person',
    {
      parties: [
        buyer,
        {
          ...buyer,
          id: 'p',
          roles: ['end-user'],
          schema: 'Person',
          identifiers: [{ type: 'jp-corporate-number', value: '1' }],
        },
      ],
    },
    '/parties/1/identifiers/0/type',
    /number of organisations/,
  ],
  [
    'an owner without a part in the order',
    {
      parties: [buyer, { ...buyer, id: 'p', roles: ['related-person'] }],
      links: [{ from: 'p', kind: 'owns', to: 'buyer', share: 100 }],
    },
    '/parties/1/roles',
    /names no part in the order/,
  ],
  ['two buyers', { parties: [buyer, { ...buyer, id: 'b2' }] }, '/parties', /has 2 buyers; exactly one party buys/],
  ['a role twice', { parties: [{ ...buyer, roles: ['buyer', 'buyer'] }] }, '/parties/0/roles', /./],
];

for (const [what, changes, field, reason] of refused)
  test(`refused: ${what}`, () => {
    assert.throws(
      () => parseApplication({ ...application, ...changes }),
      (error) => {
        assert.ok(error instanceof Problem, String(error));
        assert.equal(error.facts['field'], field);
        assert.match(String(error.facts['reason']), reason);
        return true;
      },
    );
  });

test('the same link twice is harmless', () => {
  const link = { from: 'p', kind: 'owns', to: 'buyer' };
  const parties = [buyer, { ...buyer, id: 'p', roles: ['beneficial-owner'] }];
  assert.equal(parseApplication({ ...application, parties, links: [link, link] }).links?.length, 2);
});

const partyOf = (changes: Partial<Party>): Party => ({
  id: 'p',
  roles: ['buyer'],
  schema: 'Company',
  names: [{ text: '見本' }],
  ...changes,
});
const hearsay: readonly Role[] = ['related-person'];

const belonging: readonly (readonly [what: string, party: Partial<Party>, belongs: boolean])[] = [
  ['a company of the country', { country: 'jp' }, true],
  ['a company with an address in the country', { country: 'sg', addresses: [{ full: '東京都', country: 'jp' }] }, true],
  ['a company of another country', { country: 'sg' }, false],
  ['a company that names no country', {}, true],
  ['an address that names no country', { addresses: [{ full: '東京都港区' }] }, true],
  ['somebody, a person or an organisation, of no country', { schema: 'LegalEntity' }, true],
  ['a natural person', { schema: 'Person', country: 'jp' }, false],
  [
    'a company abroad with a number of the country',
    { country: 'sg', identifiers: [{ type: 'jp-corporate-number', value: '4800001000022' }] },
    true,
  ],
  [
    'a company abroad with a registration number of the country',
    { country: 'sg', identifiers: [{ type: 'registration-number', value: '4800001000022', country: 'jp' }] },
    true,
  ],
  [
    'a number of another country alone: it says no country itself',
    { identifiers: [{ type: 'registration-number', value: '201900001A', country: 'sg' }] },
    true,
  ],
  ['a body named by hearsay', { roles: [...hearsay], schema: 'Organization' }, false],
  ['a body named by hearsay, of the country', { roles: [...hearsay], country: 'jp' }, true],
  ['a body that pays and is named by hearsay too', { roles: [...hearsay, 'payer'] }, true],
];

for (const [what, party, belongs] of belonging)
  test(`${belongs ? 'asked about' : 'not asked about'}: ${what}`, () =>
    assert.equal(belongsInRegister(partyOf(party), 'jp'), belongs));

test('a seat is what is called one, else an address of no stated use, else an office', () => {
  const at = (...uses: NonNullable<Party['addresses']>[number]['use'][]) =>
    seatAddresses(partyOf({ addresses: uses.map((use) => ({ full: use ?? 'any', ...(use && { use }) })) })).map(
      ({ full }) => full,
    );
  assert.deepEqual(at('office', undefined, 'seat'), ['seat']);
  assert.deepEqual(at('office', undefined), ['any']);
  assert.deepEqual(at('office', 'billing'), ['office']);
  assert.deepEqual(at('billing', 'delivery', 'home', 'installation'), []);
});
