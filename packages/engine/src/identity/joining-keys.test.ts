// What parties have in common, as people write it: pairs that are the same thing, and pairs that are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Application, Party } from '../model/application.ts';
import type { JoiningFact } from '../model/chain.ts';
import { buildReference } from '../reference/reference.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { sampleApplication, sampleBuyer } from '../../testing/sample-evidence.ts';
import { joiningKeys } from './joining-keys.ts';

const reference = buildReference(referenceFiles);

interface KeyCase {
  readonly fact: JoiningFact;
  readonly one: string;
  readonly other: string;
  readonly isSame: boolean;
  readonly country?: string;
}

const cases: readonly KeyCase[] = [
  { fact: 'phone', one: '03-9999-0001', other: '+81 3 9999 0001', isSame: true },
  { fact: 'phone', one: '０３（９９９９）０００１', other: '0081-3-9999-0001', isSame: true },
  { fact: 'phone', one: '+81 (0)3 9999 0001', other: '03 9999 0001', isSame: true },
  { fact: 'phone', one: '03-9999-0001', other: '03-9999-0002', isSame: false },
  { fact: 'phone', one: '+1 212 999 0001', other: '+44 212 999 0001', isSame: false },
  { fact: 'mail', one: 'Info@Mihon.example', other: 'info@mihon.example', isSame: true },
  { fact: 'mail', one: 'info+shop@mihon.example', other: 'info@mihon.example', isSame: true },
  { fact: 'mail', one: 'info@mihon.example', other: 'inf@mihon.example', isSame: false },
  { fact: 'address', one: '東京都千代田区霞が関9丁目8番7号', other: '千代田区霞が関9-8-7', isSame: true },
  {
    fact: 'address',
    one: '〒100-0013 東京都千代田区霞が関九丁目8-7 見本ビル501',
    other: '千代田区霞が関9-8-7',
    isSame: true,
  },
  { fact: 'address', one: '千代田区霞が関9-8-7-501', other: '千代田区霞が関９－８－７', isSame: true },
  { fact: 'address', one: '千代田区霞が関9-8-7', other: '千代田区霞が関9-8-8', isSame: false },
  { fact: 'address', one: '千代田区霞が関1-23', other: '千代田区霞が関12-3', isSame: false },
  { fact: 'address', one: '横浜市中区海岸通9-2', other: '大阪市中央区海岸通9-2', isSame: false },
  {
    fact: 'address',
    one: '9 Sample Street, Sampleton',
    other: '9, SAMPLE STREET  Sampleton',
    isSame: true,
    country: 'sg',
  },
  { fact: 'address', one: '9 Sample Road, Sampleton', other: '8 Sample Road, Sampleton', isSame: false, country: 'sg' },
];

function keysOf(party: Partial<Party>, changes: Partial<Application> = {}) {
  const { delivery: _, network: __, payment: ___, ...plain } = sampleApplication;
  const bare: Party = { id: 'buyer', roles: ['buyer'], schema: 'Company', names: sampleBuyer.names, country: 'jp' };
  return joiningKeys({ ...plain, parties: [{ ...bare, ...party }], ...changes }, reference);
}

function valueOf(fact: JoiningFact, text: string, country = 'jp'): string | undefined {
  const party: Partial<Party> =
    fact === 'phone'
      ? { phones: [text] }
      : fact === 'mail'
        ? { emails: [text] }
        : { addresses: [{ full: text, country }] };
  return keysOf(party).find((key) => key.fact === fact)?.value;
}

for (const { fact, one, other, isSame, country } of cases)
  test(`${fact}: ${one} / ${other}`, () => {
    const [first, second] = [valueOf(fact, one, country), valueOf(fact, other, country)];
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(first === second, isSame, `${first} / ${second}`);
  });

const nothing: readonly (readonly [name: string, party: Partial<Party>])[] = [
  ['a telephone too short', { phones: ['110'] }],
  ['a town without a number', { addresses: [{ full: '東京都千代田区霞が関', country: 'jp' }] }],
  ['a house without a town', { addresses: [{ full: 'House 9', country: 'sg' }] }],
  ['a website that is none', { websites: ['not yet'] }],
  ['a number whose check digit is wrong', { identifiers: [{ type: 'jp-corporate-number', value: '4800001000023' }] }],
  ['a name without a birth date', { schema: 'Person' }],
  ['a year of birth', { schema: 'Person', birthDate: '1980' }],
];

for (const [name, party] of nothing)
  test(`${name} joins nobody`, () => {
    assert.deepEqual(keysOf(party), []);
  });

test('a mailbox of a free provider joins by the mailbox alone', () => {
  assert.deepEqual(
    keysOf({ emails: ['someone@gmail.com'] }).map(({ fact, value }) => [fact, value]),
    [['mail', 'someone@gmail.com']],
  );
});

test('device, payer and where goods go are of the party they belong to', () => {
  const keys = keysOf(
    {},
    {
      parties: [
        { id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: 'A' }], country: 'jp' },
        { id: 'payer', roles: ['payer'], schema: 'Company', names: [{ text: 'B' }] },
        { id: 'there', roles: ['end-user'], schema: 'Company', names: [{ text: 'C' }] },
      ],
      network: { deviceId: ' dev-1 ' },
      payment: { payerName: 'ｶ)ﾐﾎﾝ' },
      delivery: { address: '千代田区霞が関9-8-7', country: 'jp', recipient: 'there' },
    },
  );
  assert.deepEqual(
    keys.map(({ party, fact }) => `${party} ${fact}`),
    ['there address', 'buyer device', 'payer payer'],
  );
});
