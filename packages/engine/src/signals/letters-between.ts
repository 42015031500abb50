// Two words in, how many letters lie between them out.

/** Letters left out, put in, changed, or exchanged with their neighbour. */
export function lettersBetween(a: string, b: string): number {
  const [one, two] = [[...a], [...b]];
  let [before, last]: [number[], number[]] = [[], Array.from({ length: two.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= two.length; at++) {
      const isSame = one[row - 1] === two[at - 1];
      const isSwap = one[row - 1] === two[at - 2] && one[row - 2] === two[at - 1];
      next[at] = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap && 1 < row && 1 < at ? (before[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return last[two.length] ?? 0;
}
