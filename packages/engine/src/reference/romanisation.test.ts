import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { Problem } from '../model/problem.ts';
import { buildKoreanSyllables } from './korean-syllables.ts';
import { buildLookAlikes } from './look-alikes.ts';
import { buildRomanisation } from './romanisation.ts';
import { nextNode, syllableTable } from './syllable-table.ts';
import { buildSyllabicScripts } from './syllabic-scripts.ts';

const noCharacters = new Map<string, string>();

/** The files with one of them changed. */
function changed(file: string, change: (text: string) => string): ReadonlyMap<string, string> {
  return new Map(referenceFiles).set(file, change(referenceFiles.get(file) ?? ''));
}

test('a tree of spellings is walked letter by letter', () => {
  const table = syllableTable(
    new Map([
      ['чжан', ['zhang']],
      ['чжань', ['zhan']],
    ]),
  );
  const walk = (word: string) =>
    Array.from(word).reduce((node, letter) => (node < 0 ? node : nextNode(table, node, letter.charCodeAt(0)) || -1), 0);
  assert.deepEqual(table.syllables[walk('чжан')], ['zhang']);
  assert.deepEqual(table.syllables[walk('чжань')], ['zhan']);
  assert.equal(table.syllables[walk('чж')], undefined);
  for (const word of ['чо', 'a', '\uffff', '\u0000']) assert.equal(walk(word), -1);
});

test('hangul has a sound for each of its syllables', () => {
  const { hangul } = buildKoreanSyllables(referenceFiles);
  assert.equal(hangul.length, 11_172);
  assert.equal(hangul['한'.charCodeAt(0) - 0xac00], 'haN');
  assert.equal(hangul['혜'.charCodeAt(0) - 0xac00], 'he');
});

const wrong: readonly (readonly [
  what: string,
  file: string,
  row: string,
  build: (f: ReadonlyMap<string, string>) => unknown,
])[] = [
  ['a system that is none', 'readings/romanisation/korean.tsv', 'greek\tlead\tκ\tk', buildKoreanSyllables],
  ['a part that is none', 'readings/romanisation/korean.tsv', 'latin\tmiddle\tk\tk', buildKoreanSyllables],
  ['a lead too many', 'readings/romanisation/korean.tsv', 'hangul\tlead\tㄱ\tk', buildKoreanSyllables],
  ['two letters', 'names/look-alikes.tsv', 'аа\ta', buildLookAlikes],
  ['a letter twice', 'names/look-alikes.tsv', 'а\tb', buildLookAlikes],
  [
    'a script that is none',
    'readings/romanisation/brahmic.tsv',
    'runic\tonset\tᚠ\tf',
    (f) => buildSyllabicScripts(f, noCharacters),
  ],
  [
    'a part of no syllable',
    'readings/romanisation/brahmic.tsv',
    'tamil\tcoda\tக\tk',
    (f) => buildSyllabicScripts(f, noCharacters),
  ],
  ['no Latin letters', 'readings/romanisation/georgian.tsv', 'ა\tא', (f) => buildRomanisation(f, noCharacters)],
  ['an empty cell', 'readings/romanisation/chinese.tsv', 'pinyin\t\ta', (f) => buildRomanisation(f, noCharacters)],
];
for (const [what, file, row, build] of wrong)
  test(`${what} in ${file} is a problem`, () =>
    assert.throws(
      () => build(changed(file, (text) => `${text}${row}\n`)),
      (error) => error instanceof Problem && error.code === 'reference.invalid',
    ));
