// Allowed sets of names in, `data/names/letter-weights.tsv` out: what letters say quickly of words, with held-out figures.
//
//   SEKISHO_DEV_DATA=<folder> node run.mjs scripts/train/letter-weights.ts            writes the table
//   SEKISHO_DEV_DATA=<folder> node run.mjs scripts/train/letter-weights.ts --check    writes nothing
//
// It foretells what `match/token-odds.ts` says of words that share a key by their letters: to be made anew after the tables of
// spellings (`transliteration.ts`) or the keys of the search have changed.
import { writeFileSync } from 'node:fs';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { NO_TRADITION, tokenOdds } from '@sekisho/engine/match/token-odds.ts';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import type { NameToken } from '@sekisho/engine/names/name.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { LETTERS_OF_SOUNDS, writings } from '@sekisho/engine/reference/letter-weights.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { openIndex, type EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { eachByLetters, LEAST_ODDS, mayBeSlip } from '@sekisho/engine/search/expand-word.ts';
import { letterKeys, spokenLetters, writingOf } from '@sekisho/engine/search/keys.ts';
import { LetterDistance, PACKED_LETTERS, SLOT } from '@sekisho/engine/search/letter-distance.ts';
import { mostLetterOdds } from '@sekisho/engine/search/letter-odds.ts';
import { readAllowedSet } from './allowed-sets.ts';
import { readCells } from './csv.ts';
import { foreignScripts, readWords } from './labelled-words.ts';
import { figuresOf, learnLetterWeights, marginOf, textOf, type LetterPair } from './letter-weights-model.ts';
import { randomNumbers, shuffle } from './random.ts';

const FILE = 'names/letter-weights.tsv';
const COLUMNS = 'first\tsecond\trow\tweights';
const ASKED = 30_000;
const MOST_OF_ONE_WORD = 60;
const MOST_OF_ONE_TABLE = 300_000;
const FEWEST = 3_000;
const HELD_OUT = 0.1;

const folder = process.env['SEKISHO_DEV_DATA'];
if (folder === undefined) throw new Error('SEKISHO_DEV_DATA names the folder of development data');
// without what is learned here
const reference = buildNameReference(new Map(referenceFiles).set(FILE, `${COLUMNS}\n`));
const random = randomNumbers(1);

/** Words in Latin letters of listed parties, and those of the other scripts beside them. */
function readAllWords(from: string): { readonly words: readonly string[]; readonly sources: readonly string[] } {
  const primary = readAllowedSet(from, 'ofac_primary');
  const aliases = readAllowedSet(from, 'ofac_aliases');
  const words = new Set<string>();
  const addName = (name: string) => {
    for (const word of name.split(/[^\p{L}\p{M}'’]+/u)) if (1 < word.length) words.add(word.toLowerCase());
  };
  for (const [id = '', name = ''] of readCells(primary.text)) if (/^\d+$/.test(id)) addName(name);
  for (const [id = '', , , name = ''] of readCells(aliases.text)) if (/^\d+$/.test(id)) addName(name);
  const sources = [primary.source, aliases.source];
  for (const script of foreignScripts) {
    if (script === 'han') continue;
    const read = readWords(from, script, reference);
    sources.push(...read.sources);
    for (const { source, latin } of read.words) words.add(source).add(latin);
  }
  return { words: [...words], sources };
}

function indexOf(words: readonly string[]): EntityIndex {
  const entities = words.map((text, number) =>
    entityOf({ source: 'words', recordId: String(number), schema: 'Person', names: [{ text, kind: 'primary' }] }),
  );
  return openIndex(buildIndex([{ source: 'words', editionId: 'words', entities }], reference).bytes, reference);
}

/** Pairs of the words asked for with words that share a key by letters and none by sound or meaning, by both writings. */
function pairsOf(index: EntityIndex): ReadonlyMap<number, LetterPair[]> {
  const byWritings = new Map<number, LetterPair[]>();
  const asked = Array.from({ length: index.parts.wordFlags.length }, (_, word) => word);
  shuffle(asked, random);
  for (const word of asked.slice(0, ASKED)) {
    const token = index.tokenAt(word);
    if (!isCompared(token)) continue;
    const near = wordsNear(index, token);
    shuffle(near, random);
    for (const other of near.slice(0, MOST_OF_ONE_WORD)) addPair(byWritings, token, index.tokenAt(other));
  }
  return byWritings;
}

function isCompared({ script, kind, letters }: NameToken): boolean {
  return script !== 'han' && (kind === 'word' || kind === 'concept') && 1 < letters.length;
}

function wordsNear(index: EntityIndex, token: NameToken): number[] {
  const { wordLetters } = index.parts;
  const distance = new LetterDistance(spokenLetters(token));
  const near = new Set<number>();
  for (const key of letterKeys(token))
    eachByLetters(index.letterKeys, key, (word, relation) => {
      const slot = word * SLOT;
      const slips = distance.to(wordLetters, slot);
      const shorter = distance.shorter(wordLetters, slot);
      const odds = mostLetterOdds(key.kind, relation, shorter, slips);
      if (LEAST_ODDS <= odds && !mayBeSlip(key.kind, relation, shorter, slips)) near.add(word);
    });
  return [...near];
}

function addPair(byWritings: Map<number, LetterPair[]>, token: NameToken, listed: NameToken): void {
  if (!isCompared(listed) || token.groups.some(({ id }) => listed.groups.some((group) => group.id === id))) return;
  const [a, b] = [writingOf(token.script), writingOf(listed.script)];
  const [first, second] = a <= b ? [token, listed] : [listed, token];
  const both = Math.min(a, b) * writings.length + Math.max(a, b);
  const pairs = byWritings.get(both) ?? [];
  byWritings.set(both, pairs);
  if (MOST_OF_ONE_TABLE <= pairs.length) return;
  const odds = tokenOdds(token, listed, NO_TRADITION, reference, undefined, false);
  pairs.push({ first: numbersOf(first), second: numbersOf(second), odds });
}

function numbersOf(token: NameToken): Uint8Array {
  return Uint8Array.from(
    spokenLetters(token).slice(0, PACKED_LETTERS),
    (letter) => LETTERS_OF_SOUNDS.indexOf(letter) + 1,
  );
}

const { words, sources } = readAllWords(folder);
const byWritings = pairsOf(indexOf(words));
const rows: string[] = [];
for (const [both, pairs] of [...byWritings].sort(([a], [b]) => a - b)) {
  const [own, other] = [Math.floor(both / writings.length), both % writings.length];
  const named = `${writings[own] ?? ''}\t${writings[other] ?? ''}`;
  if (pairs.length < FEWEST) {
    console.log(`${named}: ${pairs.length} pairs, too few`);
    continue;
  }
  const heldOut = pairs.filter(() => random() < HELD_OUT);
  const kept = new Set(heldOut);
  const learned = pairs.filter((pair) => !kept.has(pair));
  const weights = learnLetterWeights(learned, own === other, random);
  const margin = marginOf(weights, heldOut);
  console.log(named, JSON.stringify({ learned: learned.length, margin, ...figuresOf(weights, heldOut, margin) }));
  rows.push(...textOf(weights, margin, own === other).map((row) => `${named}\t${row}`));
}
if (!process.argv.includes('--check'))
  writeFileSync(
    new URL(`../../data/${FILE}`, import.meta.url),
    [
      '# What letters of two words say quickly for one word, in hundredths of natural-log odds, in the order of the letters',
      `# ${LETTERS_OF_SOUNDS} (names in sounds): beside one another, or alone at the start, in the middle or at the end;`,
      '# and what as many letters of both words together add. Made by scripts/train/letter-weights.ts; words of:',
      ...sources.map((source) => `# - ${source}`),
      COLUMNS,
      ...rows,
      '',
    ].join('\n'),
  );
