// Numbers in, how they are spread out: how many, the middle one, the one that nine in ten do not exceed, the greatest.

export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly most: number;
}

/** By nearest rank, so that each figure is one of the numbers; undefined when there are none. */
export function spreadOf(numbers: readonly number[]): Spread | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const ranked = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  if (sorted.length === 0) return undefined;
  return { count: sorted.length, median: ranked(0.5), p90: ranked(0.9), most: ranked(1) };
}

/** Undefined where there is nothing to have a share of. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
