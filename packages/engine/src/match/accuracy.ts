// Scored pairs of which it is known whether they match in, how well the scores tell them apart out.

export interface ScoredPair {
  readonly score: number;
  readonly isMatch: boolean;
}

/** At one threshold: a pair with that score or more is a hit. */
export interface ThresholdFigures {
  readonly pairs: number;
  readonly matches: number;
  readonly hits: number;
  readonly rightHits: number;
  /** The share of hits that match; undefined without a hit. */
  readonly precision: number | undefined;
  /** The share of matches that are hits; undefined without a match, as is F1. */
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  /** The share of the others that are hits; undefined without any. */
  readonly falsePositiveRate: number | undefined;
}

export function figuresAt(threshold: number, pairs: Iterable<ScoredPair>): ThresholdFigures {
  const counted = new HitCount(threshold);
  for (const pair of pairs) counted.add(pair);
  return counted.figures();
}

/** Counts pair by pair, for sets that are not kept. */
export class HitCount {
  readonly #threshold: number;
  #pairs = 0;
  #matches = 0;
  #hits = 0;
  #rightHits = 0;

  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  add({ score, isMatch }: ScoredPair): void {
    const isHit = this.#threshold <= score;
    this.#pairs += 1;
    if (isMatch) this.#matches += 1;
    if (isHit) this.#hits += 1;
    if (isHit && isMatch) this.#rightHits += 1;
  }

  figures(): ThresholdFigures {
    const [pairs, matches, hits, rightHits] = [this.#pairs, this.#matches, this.#hits, this.#rightHits];
    return {
      pairs,
      matches,
      hits,
      rightHits,
      precision: shareOf(rightHits, hits),
      recall: shareOf(rightHits, matches),
      f1: matches === 0 ? undefined : (2 * rightHits) / (hits + matches),
      falsePositiveRate: shareOf(hits - rightHits, pairs - matches),
    };
  }
}

function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** How likely a match scores higher than a pair that is none, equal scores counting half; undefined without both kinds. */
export function rocAuc(pairs: readonly ScoredPair[]): number | undefined {
  let [others, matches, wins] = [0, 0, 0];
  for (const { matches: tiedMatches, others: tiedOthers } of tiesFromTop(pairs).reverse()) {
    wins += tiedMatches * (others + tiedOthers / 2);
    others += tiedOthers;
    matches += tiedMatches;
  }
  return matches === 0 || others === 0 ? undefined : wins / (matches * others);
}

export interface RecallAtRate {
  readonly recall: number;
  /** The lowest score that counts as a hit. */
  readonly threshold: number;
}

/** The most recall that any threshold reaches with at most this share of false positives; undefined without both kinds. */
export function recallAtFalsePositiveRate(pairs: readonly ScoredPair[], rate: number): RecallAtRate | undefined {
  const matches = pairs.filter(({ isMatch }) => isMatch).length;
  if (matches === 0 || matches === pairs.length) return undefined;
  const mostFalse = rate * (pairs.length - matches);
  let [found, falseHits] = [0, 0];
  let best: RecallAtRate = { recall: 0, threshold: Infinity };
  for (const { score, matches: tiedMatches, others } of tiesFromTop(pairs)) {
    found += tiedMatches;
    falseHits += others;
    if (mostFalse < falseHits) break;
    best = { recall: found / matches, threshold: score };
  }
  return best;
}

/** The threshold of the highest F1, and that F1; undefined without a pair. */
export function bestF1(pairs: readonly ScoredPair[]): { readonly f1: number; readonly threshold: number } | undefined {
  const matches = pairs.filter(({ isMatch }) => isMatch).length;
  let [hits, rightHits] = [0, 0];
  let best: { readonly f1: number; readonly threshold: number } | undefined;
  for (const tie of tiesFromTop(pairs)) {
    hits += tie.matches + tie.others;
    rightHits += tie.matches;
    const f1 = (2 * rightHits) / (hits + matches);
    if (best === undefined || best.f1 < f1) best = { f1, threshold: tie.score };
  }
  return best;
}

interface Tie {
  readonly score: number;
  readonly matches: number;
  readonly others: number;
}

/** Pairs of equal score together, the highest first. */
function tiesFromTop(pairs: readonly ScoredPair[]): Tie[] {
  const ties: { score: number; matches: number; others: number }[] = [];
  for (const { score, isMatch } of pairs.toSorted((a, b) => b.score - a.score)) {
    let tie = ties.at(-1);
    if (tie?.score !== score) ties.push((tie = { score, matches: 0, others: 0 }));
    if (isMatch) tie.matches += 1;
    else tie.others += 1;
  }
  return ties;
}
