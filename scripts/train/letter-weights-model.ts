// Pairs of words with their odds in, weights of letters that hardly any pair exceeds out.
import {
  alonePlaces,
  LETTERS_OF_SOUNDS,
  MOST_LETTERS,
  weightOfEach,
} from '@sekisho/engine/reference/letter-weights.ts';
import { shuffle, type Random } from './random.ts';

export interface LetterPair {
  /** Numbers of letters, from 1 on. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** Natural-log odds of the comparison in full. */
  readonly odds: number;
}

const LETTERS = LETTERS_OF_SOUNDS.length + 1;
const PLACES = alonePlaces.length;
const FIRST = LETTERS * LETTERS;
const SECOND = FIRST + LETTERS * PLACES;
const LENGTHS = SECOND + LETTERS * PLACES;
const COUNT = LENGTHS + MOST_LETTERS + 1;
const [START, MIDDLE, END] = [0, 1, 2];

/** Of so many pairs one may have more than is foretold. */
const QUANTILE = 0.98;
/** Pairs whose odds agree count so much more, as it is they that must not be lost. */
const WEIGHT_OF_ONE = 6;
const WEIGHT_OF_AGREEING = 3;
const AGREEING = -1;
const LIKELY = 1;
/** What is foretold below the one of pairs below the other is right. */
const FAR_FROM_ONE = [-4, -5] as const;
const EPOCHS = 6;
const STEP = 0.15;
const STEP_OF_LENGTHS = 0.3;
/** Differences below this pull in proportion. */
const SMALL = 0.3;

/** @param isSymmetrical both words are in one writing. */
export function learnLetterWeights(pairs: readonly LetterPair[], isSymmetrical: boolean, random: Random): Float64Array {
  const weights = firstGuess();
  const pulls = new Float64Array(COUNT).fill(1e-3);
  const pull = (place: number, twin: number, gradient: number, step: number) => {
    pulls[place] = (pulls[place] as number) + gradient * gradient;
    weights[place] = (weights[place] as number) - (step * gradient) / Math.sqrt(pulls[place]);
    if (!isSymmetrical) return;
    weights[twin] = weights[place];
    pulls[twin] = pulls[place];
  };
  const order = [...pairs];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const pair of order) {
      const { first, second, odds } = pair;
      const foretold = foretell(weights, pair);
      if (odds <= FAR_FROM_ONE[1] && foretold <= FAR_FROM_ONE[0]) continue;
      const difference = odds - foretold;
      const weight = LIKELY <= odds ? WEIGHT_OF_ONE : AGREEING <= odds ? WEIGHT_OF_AGREEING : 1;
      const slope = (0 < difference ? -QUANTILE : 1 - QUANTILE) * weight * Math.min(1, Math.abs(difference) / SMALL);
      const letters = lettersOf(pair);
      pull(LENGTHS + letters, LENGTHS + letters, slope, STEP_OF_LENGTHS);
      const gradient = slope * weightOfEach(letters);
      eachStep(first, second, (place, twin) => pull(place, twin, gradient, STEP));
    }
  }
  return weights;
}

function firstGuess(): Float64Array {
  const weights = new Float64Array(COUNT);
  const isVowel = Array.from({ length: LETTERS }, (_, letter) =>
    '8aeiouy'.includes(LETTERS_OF_SOUNDS[letter - 1] ?? '-'),
  );
  for (let own = 0; own < LETTERS; own++) {
    for (let other = 0; other < LETTERS; other++)
      weights[own * LETTERS + other] =
        own === other ? (isVowel[own] ? 0.5 : 1) : isVowel[own] !== isVowel[other] ? -3 : isVowel[own] ? -0.6 : -1.5;
    for (let place = 0; place < PLACES; place++)
      weights[FIRST + own * PLACES + place] = weights[SECOND + own * PLACES + place] = isVowel[own] ? -1 : -2;
  }
  return weights;
}

function lettersOf({ first, second }: LetterPair): number {
  return Math.min(MOST_LETTERS, first.length + second.length);
}

const WIDTH = 16;
const best = new Float64Array(WIDTH * WIDTH);
const steps = new Uint8Array(WIDTH * WIDTH);
const [BESIDE, FIRST_ALONE, SECOND_ALONE] = [0, 1, 2];

function foretell(weights: Float64Array, pair: LetterPair): number {
  const { first, second } = pair;
  const letters = lettersOf(pair);
  const weight = (place: number) => weights[place] as number;
  best[0] = 0;
  for (let j = 1; j <= second.length; j++) {
    best[j] = (best[j - 1] as number) + weight(SECOND + (second[j - 1] as number) * PLACES + START);
    steps[j] = SECOND_ALONE;
  }
  for (let i = 1; i <= first.length; i++) {
    const own = first[i - 1] as number;
    best[i * WIDTH] = (best[(i - 1) * WIDTH] as number) + weight(FIRST + own * PLACES + START);
    steps[i * WIDTH] = FIRST_ALONE;
    for (let j = 1; j <= second.length; j++) {
      const other = second[j - 1] as number;
      const here = i * WIDTH + j;
      const beside = (best[here - WIDTH - 1] as number) + weight(own * LETTERS + other);
      const ownAlone =
        (best[here - WIDTH] as number) + weight(FIRST + own * PLACES + (j === second.length ? END : MIDDLE));
      const otherAlone =
        (best[here - 1] as number) + weight(SECOND + other * PLACES + (i === first.length ? END : MIDDLE));
      const most = Math.max(beside, ownAlone, otherAlone);
      best[here] = most;
      steps[here] = most === beside ? BESIDE : most === ownAlone ? FIRST_ALONE : SECOND_ALONE;
    }
  }
  return (best[first.length * WIDTH + second.length] as number) * weightOfEach(letters) + weight(LENGTHS + letters);
}

/** The places of the weights of the pair that was foretold last, each with that of the same for both words exchanged. */
function eachStep(first: Uint8Array, second: Uint8Array, found: (place: number, twin: number) => void): void {
  let [i, j] = [first.length, second.length];
  while (0 < i || 0 < j) {
    const step = i === 0 ? SECOND_ALONE : j === 0 ? FIRST_ALONE : (steps[i * WIDTH + j] as number);
    const [own, other] = [first[i - 1] ?? 0, second[j - 1] ?? 0];
    if (step === BESIDE) {
      found(own * LETTERS + other, other * LETTERS + own);
      i--;
      j--;
    } else if (step === FIRST_ALONE) {
      const place = own * PLACES + (j === 0 ? START : j === second.length ? END : MIDDLE);
      found(FIRST + place, SECOND + place);
      i--;
    } else {
      const place = other * PLACES + (i === 0 ? START : i === first.length ? END : MIDDLE);
      found(SECOND + place, FIRST + place);
      j--;
    }
  }
}

/** What is added so that hardly any agreeing pair is foretold not to agree. */
export function marginOf(weights: Float64Array, pairs: readonly LetterPair[]): number {
  for (let margin = 0.5; margin < MOST_MARGIN; margin += 0.25)
    if (figuresOf(weights, pairs, margin).agreeingLost <= MOST_LOST) return margin;
  return MOST_MARGIN;
}

const MOST_MARGIN = 4;
const MOST_LOST = 0.01;

/** Shares of pairs: agreeing ones that are lost, likely ones that have more than is foretold, others that are passed over. */
export function figuresOf(weights: Float64Array, pairs: readonly LetterPair[], margin: number) {
  const foretold = pairs.map((pair) => ({ odds: pair.odds, most: foretell(weights, pair) + margin }));
  const agreeing = foretold.filter(({ odds }) => AGREEING <= odds);
  const likely = foretold.filter(({ odds }) => LIKELY <= odds);
  const others = foretold.filter(({ odds }) => odds < AGREEING);
  const share = (part: readonly unknown[], all: readonly unknown[]) =>
    all.length === 0 ? 0 : Math.round((1e4 * part.length) / all.length) / 1e4;
  return {
    heldOut: pairs.length,
    agreeing: agreeing.length,
    agreeingLost: share(
      agreeing.filter(({ most }) => most < AGREEING),
      agreeing,
    ),
    likelyExceeding: share(
      likely.filter(({ odds, most }) => most < odds),
      likely,
    ),
    othersPassedOver: share(
      others.filter(({ most }) => most < AGREEING),
      others,
    ),
  };
}

/** Rows of the table. */
export function textOf(weights: Float64Array, margin: number, isSymmetrical: boolean): readonly string[] {
  const letters = [...LETTERS_OF_SOUNDS].map((letter, index) => ({ letter, number: index + 1 }));
  const row = (name: string, values: readonly number[]) =>
    `${name}\t${values.map((value) => Math.round(100 * value)).join(' ')}`;
  const at = (place: number) => weights[place] as number;
  const alone = (name: string, from: number) =>
    alonePlaces.map((place, index) =>
      row(
        `${name} ${place}`,
        letters.map(({ number }) => at(from + number * PLACES + index)),
      ),
    );
  return [
    row(
      'lengths',
      Array.from({ length: MOST_LETTERS }, (_, index) => at(LENGTHS + index + 1) + margin),
    ),
    ...letters.map(({ letter, number }) =>
      row(
        `beside ${letter}`,
        letters.map((other) => at(number * LETTERS + other.number)),
      ),
    ),
    ...alone('first', FIRST),
    ...alone('second', isSymmetrical ? FIRST : SECOND),
  ];
}
