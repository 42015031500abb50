import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { undisguised } from './disguise.ts';
import { foldText } from './fold.ts';
import { wordsOf } from './script.ts';

const reference = buildNameReference(referenceFiles);
const read = (text: string) => undisguised(foldText(text, reference), reference.lookAlikes);

const disguises = [
  ['Vlad1mir', 'vladimir'],
  ['B0eing', 'boeing'],
  ['M1crosoft', 'microsoft'],
  ['G00gle', 'google'],
  ['Wi11iam', 'william'],
  ['0racle', 'oracle'],
  ['S3rgey', 'sergey'],
  ['Micro\u0441oft', 'microcoft'],
  ['Sams\u043eng', 'samsong'],
  ['S\u0435rg\u0435y', 'sergey'],
  ['\u0421\u0435рг\u0435й'.replace('\u0435', 'e'), 'сергей'],
  ['\u039Amart', 'kmart'],
] as const;
for (const [text, plain] of disguises) test(`${text} is ${plain}`, () => assert.equal(read(text), plain));

const plainWords = [
  'Level3',
  'Food4Less',
  'H2O',
  'H1N1',
  'Formula1Team',
  'Web3Labs',
  '3com',
  'ABCпром',
  'Сергей',
  'Google',
  'ООО',
  'A1',
  '陈1强',
  '',
];
for (const text of plainWords) test(`${text} is what it says`, () => assert.equal(read(text), undefined));

test('a word says that it was disguised', () => {
  const words = wordsOf(foldText('Vlad1mir Petrov', reference), () => false, reference.lookAlikes);
  assert.deepEqual(
    words.map(({ text, script, isDisguised }) => ({ text, script, isDisguised })),
    [
      { text: 'vladimir', script: 'latin', isDisguised: true },
      { text: 'petrov', script: 'latin', isDisguised: undefined },
    ],
  );
});

test('any text is read, and a disguise taken off is none', () => {
  const letters = fc.constantFrom(...'abeo01355аеосαοκvlmtr');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
      const plain = undisguised(text, reference.lookAlikes);
      if (plain !== undefined) assert.equal(undisguised(plain, reference.lookAlikes), undefined);
    }),
    { numRuns: 3000 },
  );
});
