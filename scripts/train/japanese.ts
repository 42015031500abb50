// Labelled Japanese names in, `data/names/japanese-weights.yml` out: what a reading that fits or does not fit weighs.
//
// node run.mjs scripts/train/japanese.ts   (needs SEKISHO_DEV_DATA)
import { readFileSync, writeFileSync } from 'node:fs';
import { bestReading } from '@sekisho/engine/match/japanese-odds.ts';
import { partEvidence, wholeEvidence } from '@sekisho/engine/match/japanese-reading.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { analyseName } from '@sekisho/engine/names/analyse-name.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { readAllowedSet } from './allowed-sets.ts';
import { readCsv } from './csv.ts';
import { recallAt } from './figures.ts';
import { hashOf } from './random.ts';

interface Example {
  readonly set: string;
  /** What the weights are times of; none when there is no reading. */
  readonly values: readonly number[];
  readonly isMatch: boolean;
  /** Of the two halves that each other's weights are tried on. */
  readonly half: number;
}

const PERSON_SETS = ['ja_kanji_kana', 'ja_kanji_romaji', 'ja_kana_person_edinet'];
const COMPANY_SETS = ['ja_kana_company_edinet'];
const PERSON_WEIGHTS = ['partBias', 'partOdds', 'partChance'];
const COMPANY_WEIGHTS = ['wholeBias', 'wholeChancePerSound'];
const NO_READING = 'noReading';
/** How hard weights are pulled towards 0. */
const RIDGE = 0.01;

const folder = process.env['SEKISHO_DEV_DATA'];
if (folder === undefined) throw new Error('SEKISHO_DEV_DATA names the folder of the sets');
const reference = buildNameReference(referenceFiles);
const sources: string[] = [];
const people = PERSON_SETS.flatMap((set) => examplesOf(set, PERSON_WEIGHTS.length));
const companies = COMPANY_SETS.flatMap((set) => examplesOf(set, COMPANY_WEIGHTS.length));
const heldOut = [...report(people), ...report(companies)].join(', ');
writeWeights(
  new Map<string, number>([
    ...named(PERSON_WEIGHTS, fit(people)),
    ...named(COMPANY_WEIGHTS, fit(companies)),
    [NO_READING, noReadingOdds(people)],
  ]),
);

function examplesOf(set: string, length: number): Example[] {
  const { text, source } = readAllowedSet(String(folder), set);
  sources.push(source);
  return readCsv(text).flatMap((row) => {
    const schema = row['schema'] as Schema;
    const analyse = (name = '') => analyseName({ text: name }, reference, schema);
    const isMatch = row['is_match'] === 'true';
    const best = bestReading(analyse(row['name1']), analyse(row['name2']), reference);
    const { found, spoken } = best ?? {};
    if (found?.kind === 'family' || found?.kind === 'given') return [];
    const values =
      !found || !spoken
        ? []
        : found.kind === 'whole'
          ? wholeEvidence(found.family, spoken.codes.length)
          : sumOf(partEvidence(found.family), partEvidence(found.given));
    return values.length === 0 || values.length === length
      ? [{ set, values, isMatch, half: hashOf(row['name1'] ?? '') % 2 }]
      : [];
  });
}

/** Log odds of a match among pairs that have no reading. */
function noReadingOdds(examples: readonly Example[]): number {
  const unread = examples.filter(({ values }) => values.length === 0);
  const matches = unread.filter(({ isMatch }) => isMatch).length;
  return Math.log((matches + 0.5) / (unread.length - matches + 0.5));
}

function sumOf(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, index) => value + (b[index] ?? 0));
}

/** What each half's weights reach on the other half. */
function report(examples: readonly Example[]): readonly string[] {
  const lines: string[] = [];
  const halves = [0, 1].map((half) => fit(examples.filter((example) => example.half !== half)));
  for (const set of new Set(examples.map((example) => example.set))) {
    const scored = examples
      .filter((example) => example.set === set)
      .map(({ values, isMatch, half }) => ({
        isMatch,
        odds: values.length === 0 ? noReadingOdds(examples) : dot(halves[half] ?? [], values),
      }));
    const oddsOf = (label: boolean) => scored.filter(({ isMatch }) => isMatch === label).map(({ odds }) => odds);
    const recall = recallAt(oddsOf(true), oddsOf(false), 0.01);
    lines.push(`${set} ${recall.toFixed(3)}`);
    console.log(`${set}: ${scored.length} pairs, recall ${recall.toFixed(4)} at 1 % false positives, held out`);
  }
  return lines;
}

/** Logistic regression by Newton's method, with a little pull towards 0. */
function fit(examples: readonly Example[]): number[] {
  const size = Math.max(...examples.map(({ values }) => values.length));
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 40; round++) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const curvature = weights.map((_, row) => weights.map((__, column): number => (row === column ? RIDGE : 0)));
    for (const { values, isMatch } of examples) {
      if (values.length === 0) continue;
      const chance = 1 / (1 + Math.exp(-dot(weights, values)));
      values.forEach((value, row) => {
        gradient[row] = (gradient[row] ?? 0) + (Number(isMatch) - chance) * value;
        const line = curvature[row] ?? [];
        values.forEach((other, column) => (line[column] = (line[column] ?? 0) + chance * (1 - chance) * value * other));
      });
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, index) => weight + (step[index] ?? 0));
  }
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Gaussian elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  rows.forEach((pivot, at) => {
    const scale = pivot[at] ?? 1;
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const factor = (row[at] ?? 0) / scale;
      row.forEach((value, column) => (row[column] = value - factor * (pivot[column] ?? 0)));
    }
  });
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

function named(names: readonly string[], values: readonly number[]): [string, number][] {
  return names.map((name, index) => [name, values[index] ?? 0]);
}

/** Puts the learned values into the file, whose descriptions and other values stay. */
function writeWeights(learned: ReadonlyMap<string, number>): void {
  const file = new URL('../../data/names/japanese-weights.yml', import.meta.url);
  let text = readFileSync(file, 'utf8').replace(
    /(?:# - .*\n)+(?:# Held out.*\n)?/,
    `${sources.map((source) => `# - ${source}\n`).join('')}# Held out (2 halves), recall at 1 % false positives: ${heldOut}.\n`,
  );
  for (const [name, value] of learned)
    text = text.replace(new RegExp(`(${name}:\\s*\\{ value: )-?[\\d.]+`), `$1${Number(value.toFixed(3))}`);
  writeFileSync(file, text);
}
