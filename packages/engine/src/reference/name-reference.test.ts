import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { Problem } from '../model/problem.ts';
import { buildNameReference } from './name-reference.ts';

const changes: readonly (readonly [string, string, (text: string) => string])[] = [
  ['a missing file', 'names/titles.yml', () => ''],
  ['another column', 'readings/han-variants.tsv', (text) => text.replace('variant\tkey', 'variant\tvalue')],
  ['a row with a cell too many', 'names/letters.tsv', (text) => `${text}x\ty\tz\n`],
  ['a letter twice', 'names/letters.tsv', (text) => `${text}ß\tss\n`],
  ['an unknown weight', 'names/weights.yml', (text) => `${text}  another: { value: 1, description: x }\n`],
  ['a missing weight', 'names/weights.yml', (text) => text.replace(/^ {2}hitScore:.*\n/m, '')],
  ['a legal form twice', 'names/legal-forms.yml', (text) => `${text}\n${text}`],
  ['an unknown field', 'names/legal-forms.yml', (text) => text.replace('display:', 'displayed:')],
  ['no YAML', 'names/particles.yml', () => 'light: [a'],
  ['a cost above one', 'names/letter-costs.tsv', (text) => `${text}!#\t2\n`],
  ['a word of two concepts', 'names/company-words.tsv', (text) => `${text}other\ttechnology\n`],
  ['hangul letters out of order', 'readings/romanisation/hangul.tsv', (text) => `${text}lead\t7\tx\n`],
];
for (const [what, file, change] of changes)
  test(`${what} is refused with the file`, () => {
    const files = new Map(referenceFiles).set(file, change(referenceFiles.get(file) ?? ''));
    assert.throws(
      () => buildNameReference(files),
      (error) => error instanceof Problem && error.code === 'reference.invalid' && error.facts['file'] === file,
    );
  });

test('the reference is frozen', () => assert.ok(Object.isFrozen(buildNameReference(referenceFiles))));
