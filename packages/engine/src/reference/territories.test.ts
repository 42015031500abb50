import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { Problem } from '../model/problem.ts';
import { buildTerritories } from './territories.ts';

const territories = buildTerritories(referenceFiles);

const names: readonly (readonly [string, string | undefined])[] = [
  ['Japan', 'jp'],
  ['日本', 'jp'],
  ['北朝鮮', 'kp'],
  ['North Korea', 'kp'],
  ['Korea, North', 'kp'],
  ["Democratic People's Republic of Korea", 'kp'],
  ['Democratic People’s Republic of Korea', 'kp'],
  ['RPDC', 'kp'],
  ['韓国', 'kr'],
  ['Korea, South', 'kr'],
  ['Congo, Democratic Republic of the', 'cd'],
  ['Congo, Republic of the', 'cg'],
  ['Congo', 'cg'],
  ['Guinea', 'gn'],
  ['Equatorial Guinea', 'gq'],
  ['Papua New Guinea', 'pg'],
  ['Niger', 'ne'],
  ['Nigeria', 'ng'],
  ['Iran (Islamic Republic of)', 'ir'],
  ['Islamic Republic of Iran', 'ir'],
  ['Persia', 'ir'],
  ['Burma', 'mm'],
  ['Bahamas, The', 'bs'],
  ['The Gambia', 'gm'],
  ['Man, Isle of', 'im'],
  ['Virgin Islands, British', 'vg'],
  ['Macedonia, The Former Yugoslav Republic of', 'mk'],
  ['North Macedonia, The Republic of', 'mk'],
  ["COTE D'IVOIRE", 'ci'],
  ['Côte d’Ivoire', 'ci'],
  ['Türkiye', 'tr'],
  ['Turkey', 'tr'],
  ['Taiwan', 'tw'],
  ['台湾', 'tw'],
  ['香港', 'hk'],
  ['China, Hong Kong Special Administrative Region', 'hk'],
  ['ｲﾗﾝ', 'ir'],
  ['アラブ首長国連邦', 'ae'],
  ['Afghan', 'af'],
  ['USSR', 'su'],
  ['Netherlands Antilles', 'an'],
  ['Kosovo', 'xk'],
  ['JP', 'jp'],
  ['JPN', 'jp'],
  ['undetermined', undefined],
  ['na', undefined],
  ['', undefined],
  [',', undefined],
  ['Region: Crimea', undefined],
  ['Sudan/South Sudan', undefined],
];
for (const [name, code] of names)
  test(`"${name}" is ${code ?? 'no territory'}`, () => assert.equal(territories.codeOf(name), code));

test('a name that stands for two codes is refused with its line', () => {
  const file = 'territories/territories.tsv';
  const files = new Map(referenceFiles).set(file, 'code\tname\tkind\tsource\njp\tGermany\tlist\tinvented\n');
  assert.throws(
    () => buildTerritories(files),
    (error) => error instanceof Problem && error.code === 'reference.invalid' && error.facts['line'] === 2,
  );
});
