import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../model/problem.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { parsePolicy } from './parse-policy.ts';

const origin = { file: 'policy.yml', sha256: 'ab'.repeat(32) };

const head = `id: sample
version: 1
title: A sample
validFrom: 2026-01-01
sources: [{ source: un-sc, required: true, maxAgeDays: 7 }]
minScore: 0.5
`;
const rule = (text: string) => `${head}rules:\n  - id: a-rule\n    outcome: review\n    message: a-message\n${text}`;
const harmless = rule('    when: size(hits) > 0\n');

test('a policy with everything left out that can be', () => {
  assert.deepEqual(parsePolicy(harmless, origin), {
    id: 'sample',
    version: 1,
    title: 'A sample',
    validFrom: '2026-01-01',
    sources: [{ source: 'un-sc', required: true, maxAgeDays: 7 }],
    registers: [],
    minScore: 0.5,
    requiredAnswers: [],
    parameters: {},
    products: [],
    acceptsByItself: false,
    rules: [{ id: 'a-rule', outcome: 'review', message: 'a-message', when: 'size(hits) > 0', facts: {} }],
    sha256: origin.sha256,
  });
});

test('the policies that are shipped', () => {
  for (const id of ['jp-only-edition', 'hosting', 'customer-screening', 'controlled-software-worldwide']) {
    const policy = parsePolicy(referenceFiles.get(`policies/${id}/policy.yml`) ?? '', origin);
    assert.equal(policy.id, id);
    assert.equal(policy.validFrom, '2016-01-01');
    assert.ok(policy.sources.some(({ required }) => required));
  }
});

test('what people must agree on and how long a clearance holds', () => {
  const terms = `secondPersonFor: [ACCEPT]
clearance: { days: 90, partyFields: [names, birthDate], entityFields: [names] }
weakAliasesMakeHits: true
`;
  const policy = parsePolicy(`${harmless}${terms}`, origin);
  assert.deepEqual(policy.secondPersonFor, ['ACCEPT']);
  assert.deepEqual(policy.clearance, { days: 90, partyFields: ['names', 'birthDate'], entityFields: ['names'] });
  assert.equal(policy.weakAliasesMakeHits, true);
});

interface WrongPolicy {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly field: string;
  readonly reason: RegExp;
  readonly rule?: string;
}

const wrong: readonly WrongPolicy[] = [
  { name: 'not YAML', text: 'id: [', line: 1, field: '/', reason: /flow/i },
  { name: 'not a mapping', text: '- 1', line: 1, field: '/', reason: /object/ },
  { name: 'empty', text: '', line: 1, field: '/', reason: /object/ },
  { name: 'a key twice', text: `${harmless}title: Again\n`, line: 12, field: '/', reason: /unique/ },
  { name: 'a field missing', text: 'id: sample\n', line: 1, field: '/', reason: /lacks the field/ },
  { name: 'an unknown field', text: `${harmless}color: red\n`, line: 12, field: '/color', reason: /not a known field/ },
  {
    name: 'an unknown field of a rule',
    text: rule('    when: "true"\n    unless: "false"\n'),
    line: 12,
    field: '/rules/0/unless',
    reason: /not a known field/,
  },
  {
    name: 'an approving rule',
    text: harmless.replace('outcome: review', 'outcome: approve'),
    line: 9,
    field: '/rules/0/outcome',
    reason: /not one of "review", "refuse"/,
  },
  {
    name: 'a day that is none',
    text: harmless.replace('01-01', '02-30'),
    line: 4,
    field: '/validFrom',
    reason: /calendar date/,
  },
  {
    name: 'an end before the beginning',
    text: `${harmless}validTo: 2025-12-31\n`,
    line: 12,
    field: '/validTo',
    reason: /before validFrom/,
  },
  {
    name: 'a register that is no source',
    text: `${harmless}registers:\n  - { source: jp-nta, country: jp }\n`,
    line: 13,
    field: '/registers/0/source',
    reason: /not among the sources/,
  },
  {
    name: 'accepting by itself on no required source',
    text: `${harmless.replace('required: true', 'required: false')}acceptsByItself: true\n`,
    line: 12,
    field: '/acceptsByItself',
    reason: /required: true/,
  },
  {
    name: 'a mapping that contains itself',
    text: `${harmless}parameters: &p { limit: *p }\n`,
    line: 12,
    field: '/parameters/limit',
    reason: /contains itself/,
  },
  {
    name: 'two rules of one id',
    text: `${harmless}  - id: a-rule\n    outcome: refuse\n    message: another\n    when: "true"\n`,
    line: 12,
    field: '/rules/1/id',
    reason: /another rule/,
  },
  {
    name: 'a parameter without a value',
    text: `${harmless}parameters:\n  limit:\n    description: A limit\n    unit: EUR\n    values: {}\n`,
    line: 16,
    field: '/parameters/limit/values',
    reason: /no value/,
  },
  {
    name: 'a parameter of two types',
    text: `${harmless}parameters:\n  limit:\n    description: A limit\n    unit: EUR\n    values:\n      2024-01-01: { value: 1, reference: A }\n      2025-01-01: { value: x, reference: A }\n`,
    line: 16,
    field: '/parameters/limit/values',
    reason: /two types/,
  },
  {
    name: 'two norms of one product',
    text: `${harmless}products:\n  - { product: a, most: 1, reference: A }\n  - { product: a, most: 2, reference: A }\n`,
    line: 14,
    field: '/products/1/product',
    reason: /norm already/,
  },
  {
    name: 'a norm of nothing at all',
    text: `${harmless}products:\n  - { product: a, most: 0, reference: A }\n`,
    line: 13,
    field: '/products/0/most',
    reason: /0/,
  },
  {
    name: 'an alias that unfolds too often',
    text: `a: &a [1]\nb: &b [${'*a,'.repeat(9)}]\nc: [${'*b,'.repeat(9)}]\n`,
    line: 1,
    field: '/',
    reason: /alias/i,
  },
  { name: 'an unknown alias', text: `${head}rules: *nothing\n`, line: 1, field: '/', reason: /alias/i },
  ...Object.entries({
    'size(hits >': /Unexpected|Expected/,
    'size(hit) > 0': /Unknown variable: hit/,
    'item.score > 0.5': /Unknown variable: item/,
    'hits.exists(h, h.scroe > 0.5)': /No such key: scroe/,
    'has(application.deliverry)': /No such key: deliverry/,
    'has(application.parties[0].country)': /has\(\) invalid argument/,
    'parameters.limit > 1.0': /No such key: limit/,
    'application.id == 1': /no such overload/,
    'size(hits)': /gives int instead of bool/,
    'application.id.matches("(a+)+$")': /"matches" is not a function/,
    'nothing(hits)': /"nothing" is not a function/,
    'hits.exists(a, hits.exists(b, hits.exists(c, a == b && b == c)))': /more than 2 lists/,
  }).map(([expression, reason]): WrongPolicy => ({
    name: expression,
    text: rule(`    when: '${expression}'\n`),
    line: 11,
    field: '/rules/0/when',
    reason,
    rule: 'a-rule',
  })),
  {
    name: 'a fact that is no value',
    text: rule('    when: size(hits) > 0\n    facts:\n      names: hits.map(h, h.partyName)\n'),
    line: 13,
    field: '/rules/0/facts/names',
    reason: /gives list.* instead of string/,
    rule: 'a-rule',
  },
  {
    name: 'an element of another part',
    text: rule('    each: gaps\n    when: item.score > 0.5\n'),
    line: 12,
    field: '/rules/0/when',
    reason: /No such key: score/,
    rule: 'a-rule',
  },
];

for (const { name, text, line, field, reason, rule: ruleId } of wrong)
  test(`refused: ${name}`, () => {
    assert.throws(
      () => parsePolicy(text, origin),
      (error) => {
        assert.ok(error instanceof Problem, String(error));
        assert.equal(error.code, 'policy.invalid');
        assert.match(String(error.facts['reason']), reason);
        assert.deepEqual(
          {
            file: error.facts['file'],
            line: error.facts['line'],
            field: error.facts['field'],
            rule: error.facts['rule'],
          },
          { file: origin.file, line, field, rule: ruleId },
        );
        return true;
      },
    );
  });

test('as long a text as one likes is refused before it is read', () => {
  assert.throws(() => parsePolicy(`# ${'x'.repeat(1_000_000)}`, origin), { code: 'policy.invalid' });
});
