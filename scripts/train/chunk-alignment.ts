// Pairs of words that are one in, the chunks of symbols and letters that stand beside each other in them, with odds, out.
import { bandOf } from '@sekisho/engine/match/transliteration-odds.ts';
import { LETTERS } from '@sekisho/engine/reference/transliteration.ts';
import type { Chunk, Pair } from './learned-table.ts';

/** Ways through a pair: five numbers each, place in source and latin, lengths, number of the chunk. */
export const ARC = 5;

/** Chunks by number, found by their symbols and letters. */
export class ChunkBook {
  readonly chunks: Chunk[] = [];
  readonly #numbers = new Map<number, Map<number, number>>();

  numberOf(pair: Pair, i: number, sourceLength: number, j: number, latinLength: number): number {
    return this.#numbers.get(keyOf(pair.source, i, sourceLength))?.get(keyOf(pair.latin, j, latinLength)) ?? -1;
  }

  add(chunk: Chunk): number {
    const source = keyOf(chunk.source, 0, chunk.source.length);
    const byLatin = this.#numbers.get(source) ?? new Map<number, number>();
    this.#numbers.set(source, byLatin);
    const latin = keyOf(chunk.latin, 0, chunk.latin.length);
    const known = byLatin.get(latin);
    if (known !== undefined) return known;
    byLatin.set(latin, this.chunks.length);
    return this.chunks.push(chunk) - 1;
  }
}

function keyOf(symbols: readonly number[], start: number, length: number): number {
  let key = length;
  for (let index = 0; index < length; index++) key = key * 256 + (symbols[start + index] ?? 0);
  return key;
}

/** All steps through a pair that stay near the straight line; with `create`, chunks that are new are put into the book. */
export function arcsOf(pair: Pair, book: ChunkBook, create: boolean): Int32Array {
  const { source, latin } = pair;
  const lastRow = source.length;
  const lastColumn = latin.length;
  const band = bandOf(lastRow - 2, lastColumn - 2);
  const arcs: number[] = [];
  for (let i = 0; i <= lastRow; i++)
    for (let j = 0; j <= lastColumn; j++) {
      if (band < Math.abs(j - (i * lastColumn) / lastRow)) continue;
      for (const [sourceLength, latinLength] of SIZES) {
        const toRow = i + sourceLength;
        const toColumn = j + latinLength;
        if (lastRow < toRow || lastColumn < toColumn) continue;
        // an edge only beside an edge
        if ((i === 0 && 0 < sourceLength) !== (j === 0 && 0 < latinLength)) continue;
        if ((toRow === lastRow && 0 < sourceLength) !== (toColumn === lastColumn && 0 < latinLength)) continue;
        if ((i === 0) !== (j === 0)) continue;
        let number = book.numberOf(pair, i, sourceLength, j, latinLength);
        if (number < 0) {
          if (!create) continue;
          number = book.add({ source: source.slice(i, toRow), latin: latin.slice(j, toColumn), weight: 0, count: 0 });
        }
        arcs.push(i, j, sourceLength, latinLength, number);
      }
    }
  return Int32Array.from(arcs);
}

/** A symbol or a letter alone, and up to two symbols beside up to three letters. */
const SIZES: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 1],
  [2, 2],
  [2, 3],
];

export interface AlignmentSettings {
  readonly rounds: number;
  /** A chunk that stands in fewer pairs is given up. */
  readonly leastCount: number;
}

/**
 * Learns by expectation and maximisation which chunks stand beside each other; pairs that fit badly (another part of the
 * person's name) are left out after some rounds. The weight is log P(both) − log P(symbols) − log P(letters).
 */
export function learnChunks(pairs: readonly Pair[], symbolCount: number, settings: AlignmentSettings): ChunkBook {
  const logSource = logFrequencies(
    pairs.map(({ source }) => source),
    symbolCount,
  );
  const logLatin = logFrequencies(
    pairs.map(({ latin }) => latin),
    LETTERS,
  );
  const chance = (chunk: Pick<Chunk, 'source' | 'latin'>) =>
    chunk.source.reduce((sum, symbol) => sum + (logSource[symbol] ?? 0), 0) +
    chunk.latin.reduce((sum, letter) => sum + (logLatin[letter] ?? 0), 0);
  const all = new ChunkBook();
  const arcs = pairs.map((pair) => arcsOf(pair, all, true));
  let odds = firstGuess(all, arcs);
  let counts = new Float64Array(all.chunks.length);
  const isOutlier = new Uint8Array(pairs.length);
  for (let round = 0; round < settings.rounds; round++) {
    counts = new Float64Array(all.chunks.length);
    for (const [index, pair] of pairs.entries()) {
      const log = expect(pair, arcs[index] ?? new Int32Array(), odds, isOutlier[index] === 0 ? counts : undefined);
      if (ROUNDS_BEFORE_OUTLIERS <= round)
        isOutlier[index] = Number(log - chance(pair) < LEAST_ODDS_OF_LETTER * (pair.source.length + pair.latin.length));
    }
    odds = maximise(all, counts);
  }
  return keptChunks(all, counts, chance, symbolCount, settings.leastCount);
}

const ROUNDS_BEFORE_OUTLIERS = 3;
const LEAST_ODDS_OF_LETTER = -0.1;
/** Long chunks must be worth more than the short ones that they are made of. */
const SIZE_PENALTY = 1.5;
const COUNT_DISCOUNT = 0.5;

function logFrequencies(words: readonly (readonly number[])[], size: number): Float64Array {
  const counts = new Float64Array(size).fill(1);
  for (const word of words) for (const symbol of word) counts[symbol] = (counts[symbol] ?? 0) + 1;
  counts[0] = 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, symbol) => (symbol === 0 ? 0 : Math.log(count / total)));
}

function firstGuess({ chunks }: ChunkBook, arcs: readonly Int32Array[]): Float64Array {
  const odds = new Float64Array(chunks.length);
  for (const ways of arcs)
    for (let arc = 0; arc < ways.length; arc += ARC) {
      const number = ways[arc + 4] ?? 0;
      odds[number] = (odds[number] ?? 0) + 1;
    }
  chunks.forEach(({ source, latin }, number) => {
    odds[number] = (odds[number] ?? 0) * Math.exp(-SIZE_PENALTY * (source.length + latin.length));
  });
  return normalised(odds);
}

function normalised(odds: Float64Array): Float64Array {
  const total = odds.reduce((sum, value) => sum + value, 0);
  return odds.map((value) => value / total);
}

/** The log-probability of the pair; adds how often each chunk is expected to stand in it. */
function expect(pair: Pair, arcs: Int32Array, odds: Float64Array, counts: Float64Array | undefined): number {
  const width = pair.latin.length + 1;
  const end = pair.source.length * width + pair.latin.length;
  const forward = new Float64Array(end + 1);
  const backward = new Float64Array(end + 1);
  forward[0] = 1;
  backward[end] = 1;
  const from = (arc: number) => (arcs[arc] ?? 0) * width + (arcs[arc + 1] ?? 0);
  const to = (arc: number) => from(arc) + (arcs[arc + 2] ?? 0) * width + (arcs[arc + 3] ?? 0);
  const oddsOf = (arc: number) => odds[arcs[arc + 4] ?? 0] ?? 0;
  for (let arc = 0; arc < arcs.length; arc += ARC)
    forward[to(arc)] = (forward[to(arc)] ?? 0) + (forward[from(arc)] ?? 0) * oddsOf(arc);
  const total = forward[end] ?? 0;
  if (!(0 < total)) return -Infinity;
  if (!counts) return Math.log(total);
  for (let arc = arcs.length - ARC; 0 <= arc; arc -= ARC)
    backward[from(arc)] = (backward[from(arc)] ?? 0) + (backward[to(arc)] ?? 0) * oddsOf(arc);
  for (let arc = 0; arc < arcs.length; arc += ARC) {
    const share = ((forward[from(arc)] ?? 0) * oddsOf(arc) * (backward[to(arc)] ?? 0)) / total;
    const number = arcs[arc + 4] ?? 0;
    counts[number] = (counts[number] ?? 0) + share * pair.weight;
  }
  return Math.log(total);
}

function maximise({ chunks }: ChunkBook, counts: Float64Array): Float64Array {
  return normalised(
    counts.map((count, number) => {
      const { source, latin } = chunks[number] ?? { source: [], latin: [] };
      const extra = source.length + latin.length - 2;
      return Math.max(extra <= 0 ? 1e-3 : 0, count - COUNT_DISCOUNT * Math.max(0, extra));
    }),
  );
}

/** Every single symbol and letter and every two of them have a weight; longer chunks where they are frequent enough. */
function keptChunks(
  all: ChunkBook,
  counts: Float64Array,
  chance: (chunk: Pick<Chunk, 'source' | 'latin'>) => number,
  symbolCount: number,
  leastCount: number,
): ChunkBook {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const kept = new ChunkBook();
  const add = (source: readonly number[], latin: readonly number[], count: number) => {
    const weight = Math.log((count + UNSEEN_COUNT) / total) - chance({ source, latin });
    kept.add({ source, latin, count, weight: Math.max(LEAST_CHUNK_WEIGHT, weight) });
  };
  kept.add({ source: [0], latin: [0], count: total, weight: 0 });
  all.chunks.forEach(({ source, latin }, number) => {
    const count = counts[number] ?? 0;
    if (source.length + latin.length <= 2 || leastCount <= count) add(source, latin, count);
  });
  for (let letter = 1; letter < LETTERS; letter++) add([], [letter], 0);
  for (let symbol = 1; symbol < symbolCount; symbol++) {
    add([symbol], [], 0);
    for (let letter = 1; letter < LETTERS; letter++) add([symbol], [letter], 0);
  }
  return kept;
}

const UNSEEN_COUNT = 0.3;
const LEAST_CHUNK_WEIGHT = -8;
