// Numbers that say which draw it is in, a stream of numbers that look random and are the same in every run out.

/** From 0 to below 1. */
export type Random = () => number;

/** The stream of one thing: of an entity, a query, an invented word. No state is shared, so that each can be made again alone. */
export function randomOf(...which: readonly number[]): Random {
  let state = which.reduce((hash, number) => mixed(Math.imul(hash ^ number, 0x9e3779b1) + 0x7f4a7c15), 0x2545f491);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to below the given one. */
export function below(count: number, random: Random): number {
  return Math.floor(random() * count);
}

export function oneOf<T>(list: readonly T[], random: Random): T {
  const item = list[below(list.length, random)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** One of several by their shares, which need not sum to 1. */
export function oneByShare<T>(choices: readonly (readonly [share: number, item: T])[], random: Random): T {
  let left = random() * choices.reduce((sum, [share]) => sum + share, 0);
  for (const [share, item] of choices) {
    left -= share;
    if (left < 0) return item;
  }
  return oneOf(choices, random)[1];
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) | 0;
}
