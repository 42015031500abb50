// The trainer's list of sets: what may not be learned from is refused.
import assert from 'node:assert/strict';
import test from 'node:test';
import { allowedSets, readAllowedSet, rowsOf } from '../scripts/train/allowed-sets.ts';

const forbidden = [
  'zh_en_cn_countermeasures',
  'zh_en_company_szse',
  'name_bench',
  'ja_en_company_jpx',
  'toString',
  '__proto__',
];
for (const name of forbidden)
  test(`${name} is refused`, () => assert.throws(() => readAllowedSet('.', name), /not among the sets/));

test('no allowed set is of a source that forbids it, and each has its licence', () => {
  for (const { file, licence } of Object.values(allowedSets)) {
    assert.doesNotMatch(file, /countermeasures|szse|sse\b|jpx|interpol|opensanctions|nsdc|name_bench/i);
    assert.match(licence, /public domain|CC0|Open Government|reuse|Public Data License|Apache-2.0/);
  }
});

test('of a set of several sources only the rows of the allowed ones are handed out', () => {
  const text = 'name1,name2,source\na,b,UK OFSI consolidated list\nc,d,UA NSDC sanctions\n"EU, e",f,Japan MOF\n';
  assert.equal(rowsOf(text, ['UK OFSI ', 'EU ']), 'name1,name2,source\na,b,UK OFSI consolidated list\n');
});
