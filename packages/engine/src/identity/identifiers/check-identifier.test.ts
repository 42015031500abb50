import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { identifierTypes, type IdentifierType } from '../../model/identifier.ts';
import { checkIdentifier } from './check-identifier.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { isJpCorporateNumber, jpCorporateNumberOf } from './jp-corporate-number.ts';

type Case = readonly [IdentifierType, string, IdentifierReading['state'], string?];

const cases: readonly Case[] = [
  ['jp-corporate-number', '7000012050002', 'VALID_UNCONFIRMED', '7000012050002'],
  ['jp-corporate-number', '1180301018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '5010401067252', 'VALID_UNCONFIRMED', '5010401067252'],
  ['jp-corporate-number', '1130001011420', 'VALID_UNCONFIRMED', '1130001011420'],
  ['jp-corporate-number', '4000012090001', 'VALID_UNCONFIRMED', '4000012090001'],
  ['jp-corporate-number', '8700110005901', 'VALID_UNCONFIRMED', '8700110005901'],
  // what the check digit cannot see: 0 for 9, 09 for 90, digits two apart exchanged
  ['jp-corporate-number', '7900012050002', 'VALID_UNCONFIRMED', '7900012050002'],
  ['jp-corporate-number', '4000012900001', 'VALID_UNCONFIRMED', '4000012900001'],
  ['jp-corporate-number', '1081301018771', 'VALID_UNCONFIRMED', '1081301018771'],
  // one wrong digit, two neighbours exchanged
  ['jp-corporate-number', '1180301018772', 'CHECK_INVALID', '1180301018772'],
  ['jp-corporate-number', '2180301018771', 'CHECK_INVALID', '2180301018771'],
  ['jp-corporate-number', '1180301081771', 'CHECK_INVALID', '1180301081771'],
  // as people write it
  ['jp-corporate-number', '１１８０３０１０１８７７１', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', ' 1-1803-0101-8771 ', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '1－1803－01－018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '1ー1803ー01ー018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '1 1803 0101\u30008771\u200b', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', 'T1180301018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', 'Ｔ1180301018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '180301018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '1803-01-018771', 'VALID_UNCONFIRMED', '1180301018771'],
  ['jp-corporate-number', '0180301018771', 'FORMAT_INVALID'],
  ['jp-corporate-number', '11803010187711', 'FORMAT_INVALID'],
  ['jp-corporate-number', '11803010187', 'FORMAT_INVALID'],
  ['jp-corporate-number', '118030101877X', 'FORMAT_INVALID'],
  ['jp-corporate-number', '', 'FORMAT_INVALID'],
  ['jp-registry-number', '1803-01-018771', 'VALID_UNCONFIRMED', '180301018771'],
  ['jp-registry-number', '０１０４－０１－０６７２５２', 'VALID_UNCONFIRMED', '010401067252'],
  ['jp-registry-number', '000012050002', 'FORMAT_INVALID'],
  ['jp-registry-number', '700110005901', 'FORMAT_INVALID'],
  ['jp-registry-number', '1180301018771', 'FORMAT_INVALID'],
  ['jp-invoice-number', 'T1180301018771', 'VALID_UNCONFIRMED', 'T1180301018771'],
  ['jp-invoice-number', 'ｔ-1180301018772', 'VALID_UNCONFIRMED', 'T1180301018772'],
  ['jp-invoice-number', '1180301018771', 'FORMAT_INVALID'],
  ['lei', 'HWUPKR0MPOU8FGXBT394', 'VALID_UNCONFIRMED', 'HWUPKR0MPOU8FGXBT394'],
  ['lei', '529900R5WX9N2OI2N910', 'VALID_UNCONFIRMED', '529900R5WX9N2OI2N910'],
  ['lei', '529900r5-wx9n-2oi2 n910', 'VALID_UNCONFIRMED', '529900R5WX9N2OI2N910'],
  ['lei', 'HWUPKR0MPOU8FGXBT395', 'CHECK_INVALID', 'HWUPKR0MPOU8FGXBT395'],
  ['lei', 'HWUPKR0MPOU8FGXTB394', 'CHECK_INVALID', 'HWUPKR0MPOU8FGXTB394'],
  ['lei', 'HWUPKR0MPOU8FGXBT3', 'FORMAT_INVALID'],
  ['lei', 'HWUPKR0MPOU8FGXBT3X4', 'FORMAT_INVALID'],
  ['imo-number', '9074729', 'VALID_UNCONFIRMED', '9074729'],
  ['imo-number', 'IMO 9074729', 'VALID_UNCONFIRMED', '9074729'],
  ['imo-number', '9074728', 'CHECK_INVALID', '9074728'],
  ['imo-number', '907472', 'FORMAT_INVALID'],
  ['duns', '060704780', 'VALID_UNCONFIRMED', '060704780'],
  ['duns', '06-070-4780', 'VALID_UNCONFIRMED', '060704780'],
  ['duns', '60704780', 'FORMAT_INVALID'],
  ['mmsi', '432123456', 'VALID_UNCONFIRMED', '432123456'],
  ['mmsi', '43212345', 'FORMAT_INVALID'],
  ['swift-bic', 'zzzzjpjt', 'VALID_UNCONFIRMED', 'ZZZZJPJT'],
  ['swift-bic', 'ZZZZJPJTX', 'FORMAT_INVALID'],
  ['call-sign', '7KZZ', 'VALID_UNCONFIRMED', '7KZZ'],
  ['passport', 'tk 1234567', 'VALID_UNCONFIRMED', 'TK1234567'],
  ['registration-number', '―', 'FORMAT_INVALID'],
  ['crypto-wallet', 'bc1qExample0', 'VALID_UNCONFIRMED', 'bc1qExample0'],
  ['crypto-wallet', ' ', 'FORMAT_INVALID'],
];

for (const [type, value, state, normalised] of cases)
  test(`${type} "${value}" is ${state}`, () => {
    assert.deepEqual(checkIdentifier({ type, value }), normalised === undefined ? { state } : { state, normalised });
  });

test('one digit changed, other than 0 and 9 for each other, is always noticed', () => {
  const base = fc.stringMatching(/^\d{12}$/);
  fc.assert(
    fc.property(base, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9 }), (digits, place, digit) => {
      const number = jpCorporateNumberOf(digits);
      assert.ok(isJpCorporateNumber(number));
      const difference = Math.abs(Number(number[place]) - digit);
      const changed = number.slice(0, place) + String(digit) + number.slice(place + 1);
      assert.equal(isJpCorporateNumber(changed), difference === 0 || (difference === 9 && place !== 0));
    }),
  );
});

test('one random number in nine has a right check digit', () => {
  let valid = 0;
  for (let number = 1_000_000_000_000; number < 1_000_000_009_000; number++)
    if (isJpCorporateNumber(String(number))) valid++;
  assert.equal(valid, 1000);
});

test('any text of any type gives a state', () => {
  fc.assert(
    fc.property(fc.constantFrom(...identifierTypes), fc.string({ unit: 'binary' }), (type, value) => {
      const { state, normalised } = checkIdentifier({ type, value });
      assert.equal(normalised === undefined, state === 'FORMAT_INVALID');
    }),
  );
});
