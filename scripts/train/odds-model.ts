// Pairs that are one word and pairs that are not in, weights of chunks and of their contexts that tell them apart out.
import { KINDS, LATIN_KINDS, LETTERS, USUAL_LENGTH } from '@sekisho/engine/reference/transliteration.ts';
import { ARC, arcsOf, type ChunkBook } from './chunk-alignment.ts';
import { contextKinds, type Context, type ContextKind, type LearnedTable, type Pair } from './learned-table.ts';
import { randomNumbers, shuffle } from './random.ts';

export interface LearningSettings {
  readonly epochs: number;
  readonly step: number;
  /** How strongly chunks are held to what alignment says of them, and contexts to nothing. */
  readonly holdOfChunks: number;
  readonly holdOfContexts: number;
  /** The share of labels that are wrong. */
  readonly noise: number;
  /** Contexts that are not learned. */
  readonly without: readonly ContextKind[];
  /** Symbols with a character and the number of what they are without it. */
  readonly characters: LearnedTable['characters'];
  readonly holdOfCharacters: number;
}

/**
 * Logistic regression on the best path through each pair (stochastic gradient with AdaGrad, the mean of the later epochs).
 * A label that everything speaks against moves nothing.
 */
export function learnOdds(
  pairs: readonly Pair[],
  book: ChunkBook,
  symbols: readonly string[],
  settings: LearningSettings,
): LearnedTable {
  const kinds = kindsOfSymbols(book, symbols.length);
  const contexts = new ContextBook(kinds.first, kinds.last, settings.without);
  const ways = pairs.map((pair) => waysOf(pair, book, contexts));
  const base = book.chunks.length;
  const weights = new Float64Array(base + contexts.list.length);
  const paths = pairs.map((pair, index) => new PathFinder(pair, ways[index] ?? new Int32Array()));
  startWeights(weights, book, paths, pairs);
  const start = weights.slice();
  const gradients = new Float64Array(weights.length).fill(0.5);
  const constants = new Float64Array(3);
  const gradientsOfConstants = new Float64Array(3).fill(1);
  const sum = new Float64Array(weights.length);
  const sumOfConstants = new Float64Array(3);
  const order = pairs.map((_, index) => index);
  const holds = contexts.list.map(({ kind }) =>
    kind === 'characters' ? settings.holdOfCharacters : settings.holdOfContexts,
  );
  const random = randomNumbers(1);
  let summed = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const pair = pairs[index];
      const path = paths[index];
      if (!pair || !path) continue;
      const features = constantFeatures(pair);
      const scale = Math.sqrt(USUAL_LENGTH / lettersOf(pair));
      const odds =
        path.weight(weights) * scale + features.reduce((all, value, k) => all + value * (constants[k] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const likely = settings.noise + (1 - 2 * settings.noise) * (pair.isMatch ? chance : 1 - chance);
      const gradient =
        (pair.weight * (1 - 2 * settings.noise) * chance * (1 - chance) * (pair.isMatch ? 1 : -1)) / likely;
      path.features((feature) => {
        const own = gradient * scale;
        const total = (gradients[feature] ?? 0) + own * own;
        gradients[feature] = total;
        weights[feature] = (weights[feature] ?? 0) + (settings.step * own) / Math.sqrt(total);
      });
      features.forEach((value, k) => {
        const own = gradient * value;
        const total = (gradientsOfConstants[k] ?? 0) + own * own;
        gradientsOfConstants[k] = total;
        constants[k] = (constants[k] ?? 0) + (settings.step * own) / Math.sqrt(total);
      });
    }
    for (let feature = 0; feature < weights.length; feature++) {
      const hold = feature < base ? settings.holdOfChunks : (holds[feature - base] ?? 0);
      const weight = weights[feature] ?? 0;
      weights[feature] =
        weight - Math.min(1, hold / Math.sqrt(gradients[feature] ?? 1)) * (weight - (start[feature] ?? 0));
    }
    if (epoch < settings.epochs / 2) continue;
    summed++;
    for (let feature = 0; feature < weights.length; feature++)
      sum[feature] = (sum[feature] ?? 0) + (weights[feature] ?? 0);
    constants.forEach((value, k) => (sumOfConstants[k] = (sumOfConstants[k] ?? 0) + value));
  }
  const mean = (feature: number) => (sum[feature] ?? 0) / summed;
  const [constant = 0, logLength = 0, length = 0] = [...sumOfConstants].map((value) => value / summed);
  return {
    symbols,
    characters: settings.characters,
    firstKind: kinds.first,
    lastKind: kinds.last,
    chunks: book.chunks.map((chunk, number) => ({ ...chunk, weight: mean(number) })),
    contexts: contexts.list.map((context, index) => ({ ...context, weight: mean(base + index) })),
    constants: { constant, logLength, length },
  };
}

function lettersOf({ source, latin }: Pair): number {
  return source.length + latin.length - 4;
}

function constantFeatures(pair: Pair): readonly number[] {
  const letters = lettersOf(pair);
  return [1, Math.log(letters / 10), letters / 10];
}

/** The kinds of the first and last letter of the likeliest chunk of each symbol. */
function kindsOfSymbols(
  { chunks }: ChunkBook,
  size: number,
): { readonly first: Uint8Array; readonly last: Uint8Array } {
  const first = new Uint8Array(size).fill(KINDS - 1);
  const last = new Uint8Array(size).fill(KINDS - 1);
  const most = new Float64Array(size).fill(0);
  for (const { source, latin, count } of chunks) {
    const [symbol = 0] = source;
    if (source.length !== 1 || symbol === 0 || latin.includes(0) || count <= (most[symbol] ?? 0)) continue;
    most[symbol] = count;
    first[symbol] = latin.length === 0 ? KINDS - 1 : (LATIN_KINDS[latin[0] ?? 0] ?? 0);
    last[symbol] = latin.length === 0 ? KINDS - 1 : (LATIN_KINDS[latin.at(-1) ?? 0] ?? 0);
  }
  return { first, last };
}

class ContextBook {
  readonly list: Context[] = [];
  readonly #numbers = new Map<number, number>();
  readonly firstKind: Uint8Array;
  readonly lastKind: Uint8Array;

  readonly #without: ReadonlySet<ContextKind>;

  constructor(firstKind: Uint8Array, lastKind: Uint8Array, without: readonly ContextKind[]) {
    this.firstKind = firstKind;
    this.lastKind = lastKind;
    this.#without = new Set(without);
  }

  numberOf(kind: Context['kind'], symbol: number, letter: number, key: number): number {
    const place = ((contextKinds.indexOf(kind) * 256 + symbol) * LETTERS + letter) * 128 + key;
    return this.#numberAt(place, { kind, symbol, letter, key, weight: 0 });
  }

  numberOfCharacters(characters: readonly number[], chunk: number): number {
    const place = -(CHARACTERS_FROM + (characters.reduce((all, one) => all * 2048 + one, 0) * 65_536 + chunk));
    return this.#numberAt(place, { kind: 'characters', symbol: 0, letter: 0, chunk, key: 0, characters, weight: 0 });
  }

  numberOfChunk(kind: Context['kind'], chunk: number, key: number): number {
    const place = -((contextKinds.indexOf(kind) * 65_536 + chunk) * KINDS + key);
    return this.#numberAt(place, { kind, symbol: 0, letter: 0, chunk, key, weight: 0 });
  }

  #numberAt(place: number, context: Context): number {
    if (this.#without.has(context.kind)) return -1;
    let number = this.#numbers.get(place);
    if (number === undefined) {
      number = this.list.push(context) - 1;
      this.#numbers.set(place, number);
    }
    return number;
  }
}

const CHARACTERS_FROM = 2 ** 30;

/** Numbers of one step: four of the arc, its chunk, and up to eight contexts (−1: none). */
const WAY = 13;

function waysOf(pair: Pair, book: ChunkBook, contexts: ContextBook): Int32Array {
  const arcs = arcsOf(pair, book, false);
  const ways = new Int32Array((arcs.length / ARC) * WAY).fill(-1);
  const base = book.chunks.length;
  for (let arc = 0, way = 0; arc < arcs.length; arc += ARC, way += WAY) {
    ways.set(arcs.subarray(arc, arc + ARC), way);
    const [i = 0, j = 0, sourceLength = 0, latinLength = 0, chunk = 0] = arcs.subarray(arc, arc + ARC);
    const found =
      2 < sourceLength + latinLength
        ? contextsOfChunk(pair, i, j, sourceLength, latinLength, chunk, contexts)
        : contextsOf(pair, i, j, sourceLength, latinLength, contexts);
    let place = way + ARC;
    for (const number of found) if (0 <= number) ways[place++] = base + number;
    const characters = pair.characters.slice(i, i + sourceLength);
    if (characters.length === 0 || characters.includes(0)) continue;
    const number = contexts.numberOfCharacters(characters, chunk);
    if (0 <= number) ways[place++] = base + number;
  }
  return ways;
}

function contextsOfChunk(
  { source, latin }: Pair,
  i: number,
  j: number,
  sourceLength: number,
  latinLength: number,
  chunk: number,
  book: ContextBook,
): readonly number[] {
  return [
    book.numberOfChunk('chunk-next-kind', chunk, LATIN_KINDS[latin[j + latinLength] ?? 0] ?? 0),
    book.numberOfChunk('chunk-before-kind', chunk, LATIN_KINDS[latin[j - 1] ?? 0] ?? 0),
    book.numberOfChunk('chunk-symbol-next-kind', chunk, edgedKind(source[i + sourceLength] ?? 0, book.firstKind)),
    book.numberOfChunk('chunk-symbol-before-kind', chunk, edgedKind(source[i - 1] ?? 0, book.lastKind)),
  ];
}

function edgedKind(symbol: number, kinds: Uint8Array): number {
  return symbol === 0 ? 0 : (kinds[symbol] ?? 0);
}

function contextsOf(
  { source, latin }: Pair,
  i: number,
  j: number,
  sourceLength: number,
  latinLength: number,
  book: ContextBook,
): readonly number[] {
  const symbol = sourceLength === 0 ? 0 : (source[i] ?? 0);
  const letter = latinLength === 0 ? 0 : (latin[j] ?? 0);
  if (symbol === 0 && letter === 0) return [];
  const found: number[] = [];
  if (0 < letter) {
    const next = latin[j + 1] ?? 0;
    const before = latin[j - 1] ?? 0;
    const nextKind = neighbourKind(letter, next, LATIN_KINDS);
    const second = next === 0 ? 0 : (LATIN_KINDS[latin[j + 2] ?? 0] ?? 0);
    found.push(
      book.numberOf('next-kind', symbol, letter, nextKind),
      book.numberOf('before-kind', symbol, letter, neighbourKind(letter, before, LATIN_KINDS)),
      book.numberOf('next-letter', symbol, letter, next),
      book.numberOf('before-letter', symbol, letter, before),
      book.numberOf('next-two', symbol, letter, nextKind * KINDS + second),
    );
  } else
    found.push(
      book.numberOf('lost-before-kind', symbol, 0, LATIN_KINDS[latin[j] ?? 0] ?? 0),
      book.numberOf('lost-after-kind', symbol, 0, LATIN_KINDS[latin[j - 1] ?? 0] ?? 0),
    );
  if (0 < symbol)
    found.push(
      book.numberOf('symbol-next-kind', symbol, letter, neighbourKind(symbol, source[i + 1] ?? 0, book.firstKind)),
      book.numberOf('symbol-before-kind', symbol, letter, neighbourKind(symbol, source[i - 1] ?? 0, book.lastKind)),
    );
  else
    found.push(
      book.numberOf('gained-before-kind', 0, letter, edgedKind(source[i] ?? 0, book.firstKind)),
      book.numberOf('gained-after-kind', 0, letter, edgedKind(source[i - 1] ?? 0, book.lastKind)),
    );
  return found;
}

function neighbourKind(own: number, other: number, kinds: Uint8Array): number {
  return other === 0 ? 0 : other === own ? 1 : (kinds[other] ?? 0);
}

const UNREACHED = -1e9;
let best = new Float64Array(1024);

class PathFinder {
  readonly #ways: Int32Array;
  readonly #width: number;
  readonly #end: number;
  readonly #back: Int32Array;

  constructor({ source, latin }: Pair, ways: Int32Array) {
    this.#ways = ways;
    this.#width = latin.length + 1;
    this.#end = source.length * this.#width + latin.length;
    this.#back = new Int32Array(this.#end + 1);
  }

  /** Of the best path, which is kept for `features`. */
  weight(weights: Float64Array): number {
    const ways = this.#ways;
    if (best.length <= this.#end) best = new Float64Array(2 * this.#end + 2);
    best.fill(UNREACHED, 0, this.#end + 1);
    best[0] = 0;
    this.#back.fill(-1);
    for (let way = 0; way < ways.length; way += WAY) {
      const from = (ways[way] ?? 0) * this.#width + (ways[way + 1] ?? 0);
      const value = best[from] ?? 0;
      if (value <= UNREACHED / 2) continue;
      let sum = value;
      for (let index = way + 4; index < way + WAY; index++) {
        const feature = ways[index] ?? -1;
        if (feature < 0) break;
        sum += weights[feature] ?? 0;
      }
      const to = from + (ways[way + 2] ?? 0) * this.#width + (ways[way + 3] ?? 0);
      if ((best[to] ?? 0) < sum) {
        best[to] = sum;
        this.#back[to] = way;
      }
    }
    return Math.max(LEAST_PATH, best[this.#end] ?? 0);
  }

  features(each: (feature: number) => void): void {
    const ways = this.#ways;
    for (let place = this.#end; 0 < place;) {
      const way = this.#back[place] ?? -1;
      if (way < 0) return;
      for (let index = way + 4; index < way + WAY; index++) {
        const feature = ways[index] ?? -1;
        if (feature < 0) break;
        each(feature);
      }
      place = (ways[way] ?? 0) * this.#width + (ways[way + 1] ?? 0);
    }
  }
}

const LEAST_PATH = -64;

/** Half the odds of the alignment, moved so that nothing stands in the middle between pairs that are one and that are not. */
function startWeights(
  weights: Float64Array,
  { chunks }: ChunkBook,
  paths: readonly PathFinder[],
  pairs: readonly Pair[],
): void {
  chunks.forEach(({ weight }, number) => (weights[number] = weight / 2));
  const perSymbol = pairs.map((pair, index) => ({
    isMatch: pair.isMatch,
    mean: (paths[index]?.weight(weights) ?? 0) / (pair.source.length + pair.latin.length),
  }));
  const middle = (median(perSymbol, true) + median(perSymbol, false)) / 2;
  chunks.forEach(({ source, latin }, number) => {
    weights[number] = (weights[number] ?? 0) - middle * (source.length + latin.length);
  });
}

function median(values: readonly { readonly isMatch: boolean; readonly mean: number }[], isMatch: boolean): number {
  const sorted = values
    .filter((value) => value.isMatch === isMatch)
    .map(({ mean }) => mean)
    .sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
