import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentence, type SentenceFacts } from './sentence.ts';

const catalogue = {
  plain: 'Nothing to say.',
  named: 'We could not confirm {name}.',
  placed: 'The file[ {file}][, line {line}] cannot be read[: {reason}].',
  quoted: '“{name}” is {name} again.',
  counted: '{count} of them.',
  worded: 'It is {state:state}.',
  'state.STALE': 'out of date',
  steps: '{name} is {steps, plural, =0 {here} one {# step} other {# steps}} away[ ({why})].',
  picked: '{kind, select, ship {A ship} other {Something else}} of {name}.',
  broken: 'Not {closed.',
  halved: '{steps, plural, one {# step}}',
};

const cases: readonly { code: string; facts?: SentenceFacts; expected: string }[] = [
  { code: 'plain', expected: 'Nothing to say.' },
  { code: 'named', facts: { name: '株式会社みなと' }, expected: 'We could not confirm 株式会社みなと.' },
  {
    code: 'placed',
    facts: { file: 'a.csv', line: 3, reason: 'cut off' },
    expected: 'The file a.csv, line 3 cannot be read: cut off.',
  },
  { code: 'placed', facts: { reason: undefined, line: '' }, expected: 'The file cannot be read.' },
  { code: 'placed', facts: { line: 0 }, expected: 'The file cannot be read.' },
  { code: 'counted', facts: { count: 0 }, expected: '0 of them.' },
  // a fact that ends like a sentence ends this one
  {
    code: 'placed',
    facts: { reason: 'odd at line 3, column 764:' },
    expected: 'The file cannot be read: odd at line 3, column 764.',
  },
  { code: 'placed', facts: { reason: 'It is cut off. ' }, expected: 'The file cannot be read: It is cut off.' },
  { code: 'placed', facts: { file: 'a:', line: 3 }, expected: 'The file a, line 3 cannot be read.' },
  { code: 'placed', facts: { file: 'a.', line: 3 }, expected: 'The file a., line 3 cannot be read.' },
  { code: 'named', facts: { name: 'Mihon Co., Ltd.' }, expected: 'We could not confirm Mihon Co., Ltd.' },
  { code: 'quoted', facts: { name: 'Mihon Co., Ltd.' }, expected: '“Mihon Co., Ltd.” is Mihon Co., Ltd. again.' },
  { code: 'named', facts: { name: '...' }, expected: 'We could not confirm ....' },
  { code: 'worded', facts: { state: 'STALE' }, expected: 'It is out of date.' },
  { code: 'worded', facts: { state: 'FRESH' }, expected: 'It is FRESH.' },
  // what a fact says is never read as part of the sentence
  { code: 'named', facts: { name: '[{name}] $& {file}' }, expected: 'We could not confirm [{name}] $& {file}.' },
  { code: 'placed', facts: { file: '{reason}', reason: '[x]' }, expected: 'The file {reason} cannot be read: [x].' },
  { code: 'steps', facts: { name: 'It', steps: 0 }, expected: 'It is here away.' },
  { code: 'steps', facts: { name: 'It', steps: 1, why: '#' }, expected: 'It is 1 step away (#).' },
  { code: 'steps', facts: { name: '{# steps}', steps: 3 }, expected: '{# steps} is 3 steps away.' },
  { code: 'steps', facts: { name: 'It' }, expected: 'steps (name: It)' },
  { code: 'picked', facts: { kind: 'ship', name: 'Mihon' }, expected: 'A ship of Mihon.' },
  { code: 'picked', facts: { kind: 'plane', name: 'Mihon' }, expected: 'Something else of Mihon.' },
  // a template that cannot be read hides nothing either
  { code: 'broken', facts: { name: 'Mihon' }, expected: 'broken (name: Mihon)' },
  { code: 'halved', facts: { steps: 2 }, expected: 'halved (steps: 2)' },
  // nothing is hidden and nothing is thrown
  { code: 'named', facts: { other: 1 }, expected: 'named (other: 1)' },
  {
    code: 'unheard-of',
    facts: { a: 1, b: true, c: undefined, d: ['x'] },
    expected: 'unheard-of (a: 1, b: true, d: ["x"])',
  },
  { code: 'unheard-of', expected: 'unheard-of' },
  { code: 'constructor', facts: {}, expected: 'constructor' },
  { code: 'named', facts: Object.create({ name: 'inherited' }) as SentenceFacts, expected: 'named' },
];

for (const { code, facts, expected } of cases)
  test(`${code} ${JSON.stringify(facts)}`, () => assert.equal(sentence(catalogue, code, facts), expected));
