// A changed policy over the decisions of the past: what would have been different, and what it cannot know.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import { diffPolicies } from './diff-policies.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';
import { tryPolicy } from './try-policy.ts';
import { vetApplication } from './vet-application.ts';

let folder: PlayedFolder;
let current: Policy;
let text = '';
beforeEach(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
  await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  const loaded = folder.parts.policies.get('jp-only-edition');
  assert.ok(loaded);
  ({ policy: current, text } = loaded);
});
afterEach(() => folder.dispose());

const changed = (from: string, to: string): Policy => {
  assert.ok(text.includes(from), from);
  return parsePolicy(text.replace(from, to), { file: 'policy.yml', sha256: 'ab'.repeat(32) });
};

test('the same policy changes nothing', async () => {
  const trial = await tryPolicy(current, {}, folder.parts);
  assert.deepEqual(trial, {
    decisions: 2,
    changed: [],
    outcomes: { 'approve → approve': 1, 'refuse → refuse': 1 },
    unknown: [],
  });
});

test('a shorter age of a list, a question more, a source more: each order that would not have passed is named', async () => {
  for (const [from, to, rule] of [
    [
      '{ source: jp-meti-eul, required: true, maxAgeDays: 31 }',
      '{ source: eu-fsf, required: true, maxAgeDays: 31 }',
      'always:gap-source-missing',
    ],
    [
      'requiredAnswers: [instructed-by, end-use, resale]',
      'requiredAnswers: [instructed-by, end-use, resale, foreign-instruction]',
      'always:gap-answer-missing',
    ],
  ] as const) {
    const { changed: tried, outcomes } = await tryPolicy(changed(from, to), {}, folder.parts);
    assert.equal(outcomes['approve → review'], 1, to);
    const honest = tried.find(({ decisionId }) => decisionId === 'A-2016-0113/1');
    assert.ok(honest?.rulesNow.includes(rule), JSON.stringify(honest));
  }
  const decisions = await folder.parts.store.decisions('A-2016-0113');
  assert.equal(decisions.length, 1, 'nothing is kept');
});

test('what the evidence of the past does not hold is said to be unknown', async () => {
  const { unknown } = await tryPolicy(changed('minScore: 0.6', 'minScore: 0.4'), {}, folder.parts);
  assert.deepEqual(unknown, [{ kind: 'hits', from: 0.4, to: 0.6 }]);
  const { unknown: registers } = await tryPolicy(
    changed(
      '  - { source: jp-nta, country: jp }',
      '  - { source: jp-nta, country: jp }\n  - { source: jp-meti-eul, country: kr }',
    ),
    {},
    folder.parts,
  );
  assert.deepEqual(registers, [{ kind: 'register', register: 'jp-meti-eul' }]);
});

test('two policies part by part', () => {
  const other = changed('minScore: 0.6', 'minScore: 0.7');
  assert.deepEqual(
    diffPolicies(current, other).map(({ part, change, before, after }) => [part, change, before, after]),
    [['minScore', 'changed', '0.6', '0.7']],
  );
  const without = parsePolicy(text.replace(/  - id: number-given[\s\S]*?\n\n/, ''), {
    file: 'p',
    sha256: 'ab'.repeat(32),
  });
  assert.deepEqual(
    diffPolicies(current, without).map(({ part, change }) => [part, change]),
    [
      ['rules/number-given', 'removed'],
      ['rules', 'changed'],
    ],
  );
});
