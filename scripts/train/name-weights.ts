// Labelled pairs in, `data/names/name-weights.tsv` out: what each feature of two names weighs, by logistic regression.
//
// node run.mjs scripts/train/name-weights.ts   (needs SEKISHO_DEV_DATA)
import { readFileSync, writeFileSync } from 'node:fs';
import { analyseName } from '@sekisho/engine/names/analyse-name.ts';
import { nameFeatureValues } from '@sekisho/engine/match/compare-names.ts';
import { FEATURE, FEATURES, nameFeatures } from '@sekisho/engine/reference/name-features.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { readAllowedSet } from './allowed-sets.ts';
import { readCells, readCsv } from './csv.ts';
import { madePairs, numbersBelow, type LabelledPair } from './made-pairs.ts';
import { bounds, priors, setWeights } from './name-weights-prior.ts';

// the features may have changed since the table was written: it is not read
const reference = buildNameReference(new Map([...referenceFiles, ['names/name-weights.tsv', tableOf(priors, [])]]));
const folder = process.env['SEKISHO_DEV_DATA'];
if (folder === undefined) throw new Error('SEKISHO_DEV_DATA names the folder of development data');
const { pairs: made, sources } = madePairs(folder);
const pairs: LabelledPair[] = [...made];
const read = [...sources];
for (const set of Object.keys(setWeights).filter((name) => /^(netr|fullname|ja|watchlist)_/.test(name))) {
  const { text, source } = readAllowedSet(folder, set);
  read.push(source);
  for (const [schema = '', a = '', b = '', label, , origin = ''] of readCells(text))
    if (
      (label === 'true' || label === 'false') &&
      (set !== 'watchlist_cross_script' || (schema === 'Person' && /^(?:UK OFSI|EU) /.test(origin)))
    )
      pairs.push({ set, schema: schema as LabelledPair['schema'], a, b, isMatch: label === 'true' });
}
for (const { schema, name1 = '', name2 = '', expect } of readCsv(
  readFileSync(new URL('../../cases/names.csv', import.meta.url), 'utf8'),
))
  if (expect !== 'weak')
    pairs.push({
      set: 'cases',
      schema: schema as LabelledPair['schema'],
      a: name1,
      b: name2,
      isMatch: expect === 'match',
    });

interface Example {
  readonly set: string;
  readonly features: Float64Array;
  readonly label: number;
  readonly weight: number;
}

const random = numbersBelow(5);
const MOST_OF_A_SET = 3000;
const bySet = Map.groupBy(pairs, ({ set }) => set);
const examples: Record<'person' | 'organisation', Example[]> = { person: [], organisation: [] };
for (const [set, all] of bySet) {
  const share = setWeights[set];
  if (share === undefined) throw new Error(`the set "${set}" has no weight`);
  const kept = all.filter(() => random(all.length) < MOST_OF_A_SET);
  for (const { schema, a, b, isMatch } of kept) {
    const kind = schema === 'Person' ? 'person' : 'organisation';
    const read = (text: string) => analyseName({ text }, reference, schema);
    const features = nameFeatureValues(read(a), read(b), reference);
    examples[kind].push({ set, features, label: Number(isMatch), weight: share / kept.length });
  }
}

const learned = { person: learn('person'), organisation: learn('organisation') };
write();

/** Gradient descent on the weighted log loss; each weight is drawn to its prior and stays within its bounds. */
function learn(kind: 'person' | 'organisation'): Float64Array {
  const prior = priors[kind];
  const weights = Float64Array.from(prior);
  const list = examples[kind];
  const momentum = new Float64Array(FEATURES);
  const RATE = 0.4;
  const DRAW = 0.05;
  for (let round = 0; round < 1500; round++) {
    const gradient = new Float64Array(FEATURES);
    for (const { features, label, weight } of list) {
      let points = 0;
      for (let place = 0; place < FEATURES; place++) points += (features[place] as number) * (weights[place] as number);
      const error = (label - 1 / (1 + Math.exp(-points))) * weight;
      for (let place = 0; place < FEATURES; place++)
        gradient[place] = (gradient[place] as number) + error * (features[place] as number);
    }
    for (let place = 0; place < FEATURES; place++) {
      const drawn = (gradient[place] as number) - DRAW * ((weights[place] as number) - (prior[place] as number));
      momentum[place] = 0.9 * (momentum[place] as number) + drawn;
      const [least, most] = bounds[kind][place] ?? [-Infinity, Infinity];
      weights[place] = Math.min(most, Math.max(least, (weights[place] as number) + RATE * (momentum[place] as number)));
    }
  }
  report(kind, list, weights);
  return weights;
}

function report(kind: string, list: readonly Example[], weights: Float64Array): void {
  for (const [set, ofSet] of Map.groupBy(list, (example) => example.set)) {
    let loss = 0;
    let right = 0;
    for (const { features, label } of ofSet) {
      let points = 0;
      for (let place = 0; place < FEATURES; place++) points += (features[place] as number) * (weights[place] as number);
      const score = 1 / (1 + Math.exp(-points));
      loss -= Math.log(label === 1 ? score : 1 - score);
      right += Number(score >= reference.weights.hitScore === (label === 1));
    }
    console.log(
      `${kind} ${set}: ${ofSet.length} pairs, log loss ${(loss / ofSet.length).toFixed(3)}, right at the threshold ${(right / ofSet.length).toFixed(3)}`,
    );
  }
}

function write(): void {
  writeFileSync(
    new URL('../../data/names/name-weights.tsv', import.meta.url),
    tableOf(
      learned,
      read.map((source) => `# - ${source}`),
    ),
  );
}

function tableOf(weights: typeof priors, sourceLines: readonly string[]): string {
  const rows = nameFeatures.flatMap(({ name, size, factor, meaning }) =>
    factor === ''
      ? []
      : Array.from({ length: size }, (_, piece) =>
          [
            size === 1 ? name : `${name} ${piece + 1}`,
            (weights.person[FEATURE[name] + piece] ?? 0).toFixed(3),
            (weights.organisation[FEATURE[name] + piece] ?? 0).toFixed(3),
            meaning,
          ].join('\t'),
        ),
  );
  return [
    '# What each feature of two names weighs, in log-odds, for names of persons and of organisations.',
    '# Source: learned by scripts/train/name-weights.ts (drawn to the hand-set values of name-weights-prior.ts) from cases/names.csv and:',
    ...sourceLines,
    'feature\tperson\torganisation\tmeaning',
    ...rows,
    '',
  ].join('\n');
}
