import assert from 'node:assert/strict';
import test from 'node:test';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { companyNumbersIn, labelledCompanyNumbersIn } from './company-numbers.ts';

const territories = buildTerritories(referenceFiles);

/** `type value country note` of each number. */
const shown = (identifiers: ReturnType<typeof companyNumbersIn>) =>
  identifiers.map(({ type, value, country = '-', note = '-' }) => `${type} ${value} ${country} ${note}`);

const cases: readonly [field: string, ...numbers: string[]][] = [
  ['394678', 'registration-number 394678 - -'],
  ['1 149 102 007 933', 'registration-number 1 149 102 007 933 - -'],
  ['SL033858', 'registration-number SL033858 - -'],
  ['59058C IOM', 'registration-number 59058C - IOM'],
  ['1534407 (BVI)', 'registration-number 1534407 vg -'],
  ['UK Company no. 06527449', 'uk-company-number 06527449 gb UK Company no'],
  ['Business Registration Number 14850239 (Estonia)', 'registration-number 14850239 ee Business Registration Number'],
  [
    '1117746568829 (Russia). Tax ID No. 7735579027 (Russia)',
    'ru-ogrn 1117746568829 ru -',
    'ru-inn 7735579027 ru Tax ID No',
  ],
  ['1037804006811 (Russia). Tax ID 7802059185', 'ru-ogrn 1037804006811 ru -', 'ru-inn 7802059185 ru Tax ID'],
  [
    'License number: 328 INN: 7831000122 OGRN: 1027800000084',
    'other 328 ru License number',
    'ru-inn 7831000122 ru INN',
    'ru-ogrn 1027800000084 ru OGRN',
  ],
  ['Tax Identification Number: INN: 7806496845', 'ru-inn 7806496845 ru INN'],
  [
    '(1) Taxpayer ID: 7727214569 (2) OGRN 1037739468084',
    'ru-inn 7727214569 ru Taxpayer ID',
    'ru-ogrn 1037739468084 ru OGRN',
  ],
  [
    'OGRN: 1247700291200\nKPP: 770701001\nINN: 9707028663',
    'ru-ogrn 1247700291200 ru OGRN',
    'other 770701001 ru KPP',
    'ru-inn 9707028663 ru INN',
  ],
  ['OGRN 1037739044111 dated 31/01/1994', 'ru-ogrn 1037739044111 ru OGRN; dated 31/01/1994'],
  ['USREOU code 3482347', 'registration-number 3482347 ua USREOU code'],
  ['not known'],
];
for (const [field, ...numbers] of cases)
  test(`"${field.replaceAll('\n', ' / ')}"`, () =>
    assert.deepEqual(shown(companyNumbersIn(field, territories)), numbers));

test('the seat tells a Russian number by its form, and gives no country to others', () => {
  assert.deepEqual(shown(companyNumbersIn('1027700132195', territories, 'ru')), ['ru-ogrn 1027700132195 ru -']);
  assert.deepEqual(shown(companyNumbersIn('394678', territories, 'ru')), ['registration-number 394678 - -']);
});

test('in running text only numbers behind a label are taken', () =>
  assert.deepEqual(
    shown(
      labelledCompanyNumbersIn(
        'Founded in 1999. Tax ID No.: 7831000122 (Russia). IMO 9074729, built 1988',
        territories,
      ),
    ),
    ['ru-inn 7831000122 ru Tax ID No', 'imo-number 9074729 - IMO'],
  ));
