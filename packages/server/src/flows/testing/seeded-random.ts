// A number in, choices that look random and are the same on every machine out.

export interface SeededRandom {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** One of several. */
  oneOf<T>(choices: readonly T[]): T;
  /** True once in `times` on average. */
  once(times: number): boolean;
}

/** A linear congruential generator (Numerical Recipes). */
export function randomOf(seed: number): SeededRandom {
  let state = seed >>> 0;
  const below = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  return {
    below,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
    once: (times) => below(times) === 0,
  };
}
