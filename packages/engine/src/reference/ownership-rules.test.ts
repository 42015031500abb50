import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../model/problem.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildChainReference } from './chain-reference.ts';
import { buildOwnershipReference } from './ownership-rules.ts';
import type { ReferenceFiles } from './reference-files.ts';

test('what is shipped', () => {
  const { rules, controlWords } = buildOwnershipReference(referenceFiles);
  assert.deepEqual(
    rules.map(({ rule, percent, bound, aggregates, control }) => [rule, percent, bound, aggregates, control]),
    [
      ['ofac-50', 50, 'or-more', true, false],
      ['eu-50', 50, 'or-more', true, true],
      ['uk-50', 50, 'more-than', false, true],
      ['bis-affiliates', 50, 'or-more', true, false],
    ],
  );
  assert.ok(controlWords.has('significant-influence-or-control'));
  assert.equal(buildChainReference(referenceFiles).most.hops, 4);
});

interface Spoiled {
  readonly name: string;
  readonly file: string;
  readonly change: (text: string) => string;
  readonly build: (files: ReferenceFiles) => unknown;
  readonly reason: RegExp;
}

const rules = { file: 'ownership-rules.yml', build: buildOwnershipReference };
const chain = { file: 'chain.yml', build: buildChainReference };
const spoiled: readonly Spoiled[] = [
  {
    ...rules,
    name: 'a rule twice',
    change: (text) => text.replace('rule: eu-50', 'rule: ofac-50'),
    reason: /has an entry already/,
  },
  {
    ...rules,
    name: 'periods that overlap',
    change: (text) => text.replace('from: 2026-11-10', 'from: 2025-11-09'),
    reason: /begins before the one above it ends/,
  },
  {
    ...rules,
    name: 'a period that ends before it begins',
    change: (text) => text.replace('to: 2025-11-09', 'to: 2025-09-28'),
    reason: /ends before it begins/,
  },
  { ...rules, name: 'an unknown effect', change: (text) => text.replace('[block]', '[dislike]'), reason: /./ },
  { ...rules, name: 'another bound', change: (text) => text.replace('or-more', 'about'), reason: /./ },
  { ...rules, name: 'an unknown field', change: (text) => text.replace('percent:', 'part:'), reason: /./ },
  {
    ...chain,
    name: 'a kind of link without a strength',
    change: (text) => text.replace('  pays-for: 0.7\n', ''),
    reason: /lacks a strength/,
  },
  {
    ...chain,
    name: 'a strength of no kind of link',
    change: (text) => `${text}  likes: 0.5\n`,
    reason: /no kind of link/,
  },
  { ...chain, name: 'a strength above 1', change: (text) => text.replace('owns: 0.9', 'owns: 1.9'), reason: /./ },
];

for (const { name, file, change, build, reason } of spoiled)
  test(`refused: ${name}`, () => {
    const text = referenceFiles.get(file) ?? '';
    assert.notEqual(change(text), text);
    assert.throws(
      () => build(new Map([...referenceFiles, [file, change(text)]])),
      (error) => error instanceof Problem && error.code === 'reference.invalid' && reason.test(error.message),
    );
  });
