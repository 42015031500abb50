// Scored pairs of one set in, every figure that the document gives of it out: totals only.
import {
  bestF1,
  figuresAt,
  recallAtFalsePositiveRate,
  rocAuc,
  type ScoredPair,
  type ThresholdFigures,
} from '@sekisho/engine/match/accuracy.ts';

const MOST_FALSE_POSITIVES = 0.01;
/** Smaller groups say little. */
const MIN_GROUP = 50;
const BINS = 10;

export interface JudgedPair extends ScoredPair {
  readonly name1: string;
  readonly name2: string;
  readonly schema: string;
  /** `han / latin` */
  readonly scripts: string;
  readonly category: string;
  readonly tier?: string;
  readonly peerScore?: number;
}

export interface GroupFigures {
  readonly name: string;
  readonly at: ThresholdFigures;
  readonly auc: number | undefined;
  readonly recallAtRate: number | undefined;
}

export interface TierFigures {
  readonly tier: string;
  readonly pairs: number;
  readonly right: number;
  readonly matches: number;
  /** Of matches. */
  readonly meanScore: number | undefined;
}

export interface Bin {
  readonly pairs: number;
  readonly meanScore: number;
  readonly shareOfMatches: number;
}

export interface SetFigures extends GroupFigures {
  readonly bestF1: number | undefined;
  readonly brier: number;
  /** Expected calibration error: the mean distance of score and share of matches in a bin. */
  readonly calibrationError: number;
  readonly bins: readonly (Bin | undefined)[];
  readonly byScripts: readonly GroupFigures[];
  readonly bySchema: readonly GroupFigures[];
  readonly byCategory: readonly GroupFigures[];
  readonly byTier: readonly TierFigures[];
}

export function figuresOf(name: string, pairs: readonly JudgedPair[], threshold: number): SetFigures {
  const bins = binsOf(pairs);
  const error = bins.reduce(
    (sum, bin) => sum + (bin ? bin.pairs * Math.abs(bin.meanScore - bin.shareOfMatches) : 0),
    0,
  );
  return {
    ...groupFigures(name, pairs, threshold),
    bestF1: bestF1(pairs)?.f1,
    brier: pairs.reduce((sum, { score, isMatch }) => sum + (score - Number(isMatch)) ** 2, 0) / pairs.length,
    calibrationError: error / pairs.length,
    bins,
    byScripts: groupsBy(pairs, ({ scripts }) => scripts, threshold),
    bySchema: groupsBy(pairs, ({ schema }) => schema, threshold),
    byCategory: groupsBy(pairs, ({ category }) => category.replace(/-neg$/, ''), threshold), // beside the matches they were made from
    byTier: tierFigures(pairs, threshold),
  };
}

/** The largest first, without those that are too small to tell. */
function groupsBy(
  pairs: readonly JudgedPair[],
  nameOf: (pair: JudgedPair) => string,
  threshold: number,
): GroupFigures[] {
  return [...Map.groupBy(pairs, nameOf)]
    .filter(([, { length }]) => MIN_GROUP <= length)
    .toSorted(([nameA, a], [nameB, b]) => b.length - a.length || (nameA < nameB ? -1 : 1))
    .map(([name, own]) => groupFigures(name, own, threshold));
}

function groupFigures(name: string, pairs: readonly JudgedPair[], threshold: number): GroupFigures {
  return {
    name,
    at: figuresAt(threshold, pairs),
    auc: rocAuc(pairs),
    recallAtRate: recallAtFalsePositiveRate(pairs, MOST_FALSE_POSITIVES)?.recall,
  };
}

function binsOf(pairs: readonly JudgedPair[]): (Bin | undefined)[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = pairs.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
    if (own.length === 0) return undefined;
    return {
      pairs: own.length,
      meanScore: meanOf(own.map(({ score }) => score)) ?? 0,
      shareOfMatches: own.filter(({ isMatch }) => isMatch).length / own.length,
    };
  });
}

/** The strongest first. */
const tiers = ['STRONG', 'MEDIUM', 'WEAK'];

function tierFigures(pairs: readonly JudgedPair[], threshold: number): TierFigures[] {
  return tiers.flatMap((tier) => {
    const own = pairs.filter((pair) => pair.tier === tier);
    if (own.length === 0) return [];
    const matches = own.filter(({ isMatch }) => isMatch);
    return {
      tier,
      pairs: own.length,
      right: own.filter(({ score, isMatch }) => threshold <= score === isMatch).length,
      matches: matches.length,
      meanScore: meanOf(matches.map(({ score }) => score)),
    };
  });
}

/** True when every tier's matches score less on average than those of the tier above. */
export function tiersFall(byTier: readonly TierFigures[]): boolean {
  const means = byTier.flatMap(({ meanScore }) => meanScore ?? []);
  return means.every((mean, place) => place === 0 || mean < (means[place - 1] ?? 0));
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
