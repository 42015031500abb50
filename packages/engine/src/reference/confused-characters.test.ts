import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { Problem } from '../model/problem.ts';
import { buildConfusedCharacters } from './confused-characters.ts';
import { buildCharacters } from './name-reference.ts';

const characters = buildCharacters(referenceFiles);

test('characters are put for each other in both directions', () => {
  const confused = buildConfusedCharacters(referenceFiles, characters);
  const [first = '', second = ''] = ['崎', '碕'].map((character) => characters.get(character) ?? character);
  assert.ok(confused.get(first)?.has(second));
  assert.ok(confused.get(second)?.has(first));
});

test('a row of one character, or of two that are folded into one, is a problem', () => {
  for (const row of ['崎', '島嶋', '崎碕埼']) {
    const files = new Map([['names/confused-characters.tsv', `characters\n${row}\n`]]);
    assert.throws(
      () => buildConfusedCharacters(files, characters),
      (error) => error instanceof Problem && error.code === 'reference.invalid',
    );
  }
});
