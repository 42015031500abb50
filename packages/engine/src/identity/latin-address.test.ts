import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { Address } from '../model/entity.ts';
import { buildLatinAddresses } from '../reference/latin-addresses.ts';
import type { AddressVerdict } from './japanese-address.ts';
import { compareLatinAddresses, latinAddressKey } from './latin-address.ts';

const reference = buildLatinAddresses(referenceFiles);

const london: Address = {
  full: 'Unit 4, 12 Invented Street, London, England, EC1A 1BB',
  street: 'Unit 4, 12 Invented Street',
  city: 'London',
  postalCode: 'EC1A 1BB',
  country: 'gb',
};
const berlin: Address = {
  full: 'Musterstraße 7, 10115 Berlin, DE',
  street: 'Musterstraße 7',
  city: 'Berlin',
  postalCode: '10115',
  country: 'de',
};
const taipei: Address = { full: '臺北市信義區松仁路100號', country: 'tw' };

const cases: readonly (readonly [claimed: string, seat: Address, verdict: AddressVerdict, postalCode?: string])[] = [
  ['Unit 4, 12 Invented Street, London, England, EC1A 1BB', london, 'SAME'],
  ['12 Invented St., London EC1A1BB', london, 'SAME'],
  ['12, INVENTED ST, LONDON', london, 'SAME'],
  ['14 Invented Street, London', london, 'SAME_TOWN'],
  ['3 Other Road, London', london, 'SAME_CITY'],
  ['12 Invented Street, Leeds, LS1 1AA', london, 'DIFFERENT', 'LS1 1AA'],
  ['12 Invented Street', london, 'UNPARSEABLE'],
  ['ロンドン市', london, 'UNPARSEABLE'],
  ['Musterstr. 7, 10115 Berlin', berlin, 'SAME'],
  ['Musterstrasse 7, Berlin', berlin, 'SAME'],
  ['Musterstrasse 9, Berlin', berlin, 'SAME_TOWN'],
  ['臺北市信義區松仁路100號', taipei, 'SAME'],
  ['臺北市信義區松仁路１００號', taipei, 'SAME'],
  ['臺北市信義區松仁路200號', taipei, 'UNPARSEABLE'],
  ['', london, 'UNPARSEABLE'],
];
for (const [full, seat, verdict, postalCode] of cases)
  test(`"${full}" beside "${seat.full}": ${verdict}`, () => {
    const claim = { full, ...(postalCode !== undefined && { postalCode }) };
    assert.equal(compareLatinAddresses(claim, seat, reference), verdict);
  });

test('another country is another seat', () => {
  assert.equal(compareLatinAddresses({ full: london.full, country: 'fr' }, london, reference), 'DIFFERENT');
});

test('an address has one key however capitals, accents, punctuation and words are set, and another in another country', () => {
  const keyOf = (full: string, country = 'de') => latinAddressKey(full, country, reference);
  const key = keyOf('Musterstraße 7, 10115 Berlin');
  assert.equal(key, 'de musterstrasse710115berlin');
  assert.equal(keyOf('MUSTERSTRASSE 7 - 10115 BERLIN'), key);
  assert.equal(keyOf('Musterstr. 7, 10115 Berlin'), key);
  assert.notEqual(keyOf('Musterstraße 7, 10115 Berlin', 'at'), key);
  assert.equal(keyOf('Berlin'), undefined);
});
