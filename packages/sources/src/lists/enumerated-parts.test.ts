import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { enumeratedParts, type Count } from './enumerated-parts.ts';

const cases: readonly [text: string, count: Count, ...parts: string[]][] = [
  ['(1) Sudan. (2) Chad (3) -', 'numbers', 'Sudan.', 'Chad', '-'],
  ['(1)223611 (2)C00146605', 'numbers', '223611', 'C00146605'],
  ['(1) Annex (3) (2) Other', 'numbers', 'Annex (3)', 'Other'],
  ['Member (1) of (2)', 'numbers', 'Member (1) of (2)'],
  ['Sudan', 'numbers', 'Sudan'],
  ['', 'numbers', ''],
  ['a) 1955 b) 1958', 'letters', '1955', '1958'],
  ['  (a) 1955 (b) 1958', 'letters', '1955', '1958'],
  ['a)1955 b)1958 c)1960', 'letters', '1955', '1958', '1960'],
  ['a) Syria (formerly b) c) Iraq', 'letters', 'Syria (formerly', '', 'Iraq'],
  ['Samba) Exampla b) x', 'letters', 'Samba) Exampla b) x'],
  ['b) 1955', 'letters', 'b) 1955'],
];
for (const [text, count, ...parts] of cases)
  test(`"${text}" has ${parts.length}`, () => assert.deepEqual(enumeratedParts(text, count), parts));

test('there is no letter behind z', () => {
  const text = [...'abcdefghijklmnopqrstuvwxyz{'].map((letter, index) => `${letter}) ${index}`).join(' ');
  assert.deepEqual(enumeratedParts(text, 'letters').slice(-2), ['24', '25 {) 26']);
});

test('values that were counted up come out again', () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Z]{1,8}$/), { minLength: 1, maxLength: 26 }), (values) => {
      const numbered = values.map((value, index) => `(${index + 1}) ${value}`).join(' ');
      const lettered = values.map((value, index) => `${String.fromCharCode(97 + index)}) ${value}`).join('  ');
      assert.deepEqual(enumeratedParts(numbered, 'numbers'), values);
      assert.deepEqual(enumeratedParts(lettered, 'letters'), values);
    }),
  ));
