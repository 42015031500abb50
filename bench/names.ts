// Labelled name pairs in; microseconds for reading a name and for comparing two that were read beforehand out, by script.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { analyseSubject, compareEntities, type AnalysedSubject } from '@sekisho/engine/match/compare-entities.ts';
import { namePoints } from '@sekisho/engine/match/compare-names.ts';
import { writingOf, writingPair } from '@sekisho/engine/match/writing.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { analyseName } from '@sekisho/engine/names/analyse-name.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { nameCases, readRows } from '@sekisho/engine/testing/name-cases.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';

/** The sets that are read beside our own cases, where they are. */
const SETS = [
  'name_bench',
  'fullname_korean',
  'fullname_hebrew',
  'netr_arabic',
  'netr_katakana',
  'watchlist_cross_script',
  'ja_kanji_romaji',
  'ja_kanji_kana',
  'zh_en_company_szse',
];
/** Of each set, so that no set outweighs the others. */
const MOST_PAIRS_OF_A_SET = 1000;
/** Of each group and kind; more say no more. */
const MOST_PAIRS = 300;
const ROUNDS = 9;
/** A round goes over its pairs until this much time has passed: shorter ones would measure the clock. */
const ROUND_MS = 15;
/** Fewer say nothing. */
const MIN_PAIRS = 8;

const groups = [
  'latin person',
  'latin company',
  'han / latin',
  'kana / latin',
  'hangul / latin',
  'arabic / latin',
  'cyrillic / latin',
  'hebrew / latin',
  'han / kana',
  'han / han',
];

interface Pair {
  readonly schema: Schema;
  readonly name1: string;
  readonly name2: string;
  readonly isMatch: boolean;
}

const reference = buildNameReference(referenceFiles);

export function namesBench(): Promise<object> {
  const pairs = allPairs();
  const byGroup = Map.groupBy(pairs, groupOf);
  return Promise.resolve({
    comparison: Object.fromEntries(groups.map((group) => [group, comparisonFigures(byGroup.get(group) ?? [])])),
    analysis: analysisFigures(pairs),
  });
}

function allPairs(): Pair[] {
  const folder = path.join(process.env['SEKISHO_DEV_DATA'] ?? '', 'names/dev');
  const own = nameCases.map(({ schema, name1, name2, expect }) => ({
    schema,
    name1,
    name2,
    isMatch: expect === 'match',
  }));
  const ofSets = SETS.map((set) => path.join(folder, `${set}.csv`))
    .filter((file) => existsSync(file))
    .flatMap((file) => readRows(file).slice(0, MOST_PAIRS_OF_A_SET))
    .map((row) => ({
      schema: row['schema'] as Schema,
      name1: row['name1'] ?? '',
      name2: row['name2'] ?? '',
      isMatch: row['is_match'] === 'true',
    }));
  return [...own, ...ofSets];
}

function groupOf({ schema, name1, name2 }: Pair): string {
  const scripts = writingPair(name1, name2);
  return scripts === 'latin / latin' ? `latin ${kindOf(schema)}` : scripts;
}

function kindOf(schema: Schema): string {
  return schema === 'Person' ? 'person' : 'company';
}

interface Timing {
  readonly count: number;
  /** The median of the rounds. */
  readonly microseconds: number;
  readonly perSecond: number;
}

function comparisonFigures(pairs: readonly Pair[]): Record<string, Timings> {
  const others = pairs.filter(({ isMatch }) => !isMatch);
  // each first name beside the second name of a pair far off
  const random = pairs.map((pair, place) => {
    const { name2 } = pairs[(place + Math.ceil(pairs.length / 3)) % pairs.length] ?? pair;
    return { ...pair, name2 };
  });
  const kinds = { matches: pairs.filter(({ isMatch }) => isMatch), nearNonMatches: others, random };
  const timings = Object.entries(kinds)
    .filter(([, { length }]) => MIN_PAIRS <= length)
    .map(([kind, own]) => [kind, compareTiming(own.slice(0, MOST_PAIRS))] as const);
  return Object.fromEntries(timings);
}

interface Timings {
  /** The score alone, as a search asks it of every candidate. */
  readonly scored: Timing;
  /** With contributions and pairs, as a hit is shown. */
  readonly explained: Timing;
}

function compareTiming(pairs: readonly Pair[]): Timings {
  const read = ({ schema }: Pair, text: string) => analyseName({ text }, reference, schema);
  const names = pairs.map((pair) => [read(pair, pair.name1), read(pair, pair.name2)] as const);
  const subjects = pairs.map(
    ({ schema, name1, name2 }) => [subjectOf(schema, name1), subjectOf(schema, name2)] as const,
  );
  let sum = 0;
  const scored = timed(names, ([a, b]) => (sum += namePoints(a, b, reference)));
  const explained = timed(subjects, ([a, b]) => (sum += compareEntities(a, b, reference).score));
  if (!Number.isFinite(sum)) throw new Error('a score is no number');
  return { scored, explained };
}

function subjectOf(schema: Schema, text: string): AnalysedSubject {
  return analyseSubject(subjectNamed(text, schema), reference);
}

function analysisFigures(pairs: readonly Pair[]): Record<string, Timing> {
  const names = pairs.flatMap(({ schema, name1, name2 }) => [
    { schema, text: name1 },
    { schema, text: name2 },
  ]);
  const byWriting = Map.groupBy(names, ({ schema, text }) => {
    const writing = writingOf(text);
    return writing === 'latin' ? `latin ${kindOf(schema)}` : writing;
  });
  const timings = [...byWriting]
    .filter(([, { length }]) => MIN_PAIRS <= length)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([writing, own]) => {
      let words = 0;
      const timing = timed(
        own,
        ({ schema, text }) => (words += analyseName({ text }, reference, schema).tokens.length),
      );
      if (words === 0) throw new Error(`no word was read of ${writing}`);
      return [writing, timing] as const;
    });
  return Object.fromEntries(timings);
}

/** The first round is not counted: it warms up. */
function timed<Item>(items: readonly Item[], work: (item: Item) => void): Timing {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const start = performance.now();
    let done = 0;
    do {
      for (const item of items) work(item);
      done += items.length;
    } while (performance.now() - start < ROUND_MS);
    return (1000 * (performance.now() - start)) / done;
  }).slice(1);
  const median = rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  return {
    count: items.length,
    microseconds: Math.round(100 * median) / 100,
    perSecond: Math.round(1_000_000 / median),
  };
}
