import assert from 'node:assert/strict';
import test from 'node:test';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { countryInWords } from './country-in-words.ts';

const territories = buildTerritories(referenceFiles);

const cases: readonly [text: string, country: string | undefined][] = [
  ['Libya number', 'ly'],
  ['British passport number', 'gb'],
  ['Syrian Arab Republic national identification card.', 'sy'],
  ['Saudi Arabia, issue date: 06/11/1990', 'sa'],
  ['(Afghan) Issued in Kabul on 13 Sep 1998', 'af'],
  ['Expires 21 Aug 2005 (Iraq)', 'iq'],
  ['US social security', 'us'],
  ['Social Security Number (United States)', 'us'],
  ['ID card', undefined],
  ['Issued in Jordan', undefined],
  ['', undefined],
];
for (const [text, country] of cases)
  test(`"${text}" is of ${country ?? 'no country that it names'}`, () =>
    assert.equal(countryInWords(text, territories), country));
