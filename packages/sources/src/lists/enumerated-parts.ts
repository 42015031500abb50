// A field with several values that its list counts up in, the values out: `(1) Sudan (2) Chad`, `a) 1955 b) 1958`.

/** How the values are counted: `(1)`, `(2)`, …, or `a)`, `b)`, …; a letter may have an opening bracket too. */
export type Count = 'numbers' | 'letters';

/**
 * The values in their order, each without its mark and without white space around it; empty values stay. A text that does
 * not begin with the first mark is one value. A mark counts only where its turn is: `(1) Annex (3) (2) x` has two values.
 */
export function enumeratedParts(text: string, count: Count): string[] {
  const starts: { readonly mark: number; readonly value: number }[] = [];
  for (;;) {
    const mark = markOf(starts.length, count);
    if (!mark) break;
    mark.lastIndex = starts.at(-1)?.value ?? 0;
    const found = mark.exec(text);
    const isFirstInPlace = starts.length > 0 || (found !== null && text.slice(0, found.index).trim() === '');
    if (!found || !isFirstInPlace) break;
    starts.push({ mark: found.index, value: found.index + found[0].length });
  }
  if (starts.length === 0) return [text.trim()];
  return starts.map(({ value }, index) => text.slice(value, starts[index + 1]?.mark).trim());
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Undefined behind the last letter. */
function markOf(index: number, count: Count): RegExp | undefined {
  if (count === 'numbers') return new RegExp(`\\(${index + 1}\\)`, 'g');
  const letter = letters[index];
  return letter === undefined ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])\\(?${letter}\\)`, 'gu');
}
