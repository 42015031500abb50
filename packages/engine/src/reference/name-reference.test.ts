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
  ['a weight that is no number', 'names/name-weights.tsv', (text) => text.replace(/^base\t\S+/m, 'base\tmuch')],
  ['a word in more names than there are', 'names/word-frequencies.tsv', (text) => `${text}zzz\t99999999\n`],
  ['a row of letters too short', 'names/letter-weights.tsv', (text) => `${text}latin\tlatin\tbeside a\t1 2\n`],
  ['writings in another order', 'names/letter-weights.tsv', (text) => `${text}abjad\tlatin\tlengths\t1\n`],
  ['a word of two concepts', 'names/company-words.tsv', (text) => `${text}other\t\ttechnology\n`],
  ['an unknown relation', 'names/company-words.tsv', (text) => `${text}other\tpartly\tsomething\n`],
  ['a concept as one that is not there', 'names/company-words.tsv', (text) => `${text}other\tas nothing\tsomething\n`],
  ['a part of words twice', 'names/slavic-parts.tsv', (text) => `${text}строй\tприлад\n`],
  ['a part that is not Cyrillic', 'names/slavic-parts.tsv', (text) => `${text}строй\tbud\n`],
  ['a number word twice', 'names/numbers.tsv', (text) => `${text}3\tone\n`],
  ['a value that is no number', 'names/numbers.tsv', (text) => `${text}x\tsomething\n`],
  ['a name of two words in a group', 'names/given-names.tsv', (text) => `${text}other\tone two\t\n`],
  ['a name twice in a group', 'names/surname-variants.tsv', (text) => `${text}other\tone,two\ttwo\n`],
  [
    'an unknown counterpart',
    'names/legal-forms.yml',
    (text) => text.replace('counterparts: [', 'counterparts: [none-such, '),
  ],
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
