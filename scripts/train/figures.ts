// Odds of pairs with their labels in, how well they tell them apart out.

/** The share of matches above the odds that a share of the others reach. */
export function recallAt(matches: readonly number[], others: readonly number[], falsePositives: number): number {
  const threshold = [...others].sort((a, b) => b - a)[Math.floor(others.length * falsePositives)] ?? -Infinity;
  return matches.filter((odds) => threshold < odds).length / matches.length;
}

/** The line through the odds that fits the labels best (logistic regression of one value, matches and others weighing alike). */
export function fitLine(values: readonly { readonly value: number; readonly isMatch: boolean }[]): {
  readonly slope: number;
  readonly intercept: number;
} {
  const count = { true: 0, false: 0 };
  for (const { isMatch } of values) count[`${isMatch}`]++;
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 50; round++) {
    const g = [0, 0];
    const h = [1e-6, 0, 1e-6];
    for (const { value, isMatch } of values) {
      const chance = 1 / (1 + Math.exp(-(slope * value + intercept)));
      const weight = 1 / count[`${isMatch}`];
      const error = weight * (Number(isMatch) - chance);
      const curve = weight * chance * (1 - chance);
      g[0] = (g[0] ?? 0) + error * value;
      g[1] = (g[1] ?? 0) + error;
      h[0] = (h[0] ?? 0) + curve * value * value;
      h[1] = (h[1] ?? 0) + curve * value;
      h[2] = (h[2] ?? 0) + curve;
    }
    const [g0 = 0, g1 = 0] = g;
    const [a = 1, b = 0, c = 1] = h;
    const determinant = a * c - b * b;
    slope += step((c * g0 - b * g1) / determinant);
    intercept += step((a * g1 - b * g0) / determinant);
  }
  return { slope, intercept };
}

/** Newton's steps are shortened, for far from the best line they lead farther away. */
function step(value: number): number {
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, value));
}

const LONGEST_STEP = 0.2;
