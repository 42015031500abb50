// A Japanese text with brackets in, its parts outside of brackets out.

const opening = '（(「『';
const closing = '）)」』';

/** True when every bracket and quotation mark is closed. */
export function closedAll(text: string): boolean {
  return [...text].reduce(depthAfter, 0) === 0;
}

/** The parts between separators that stand outside of brackets and quotation marks, trimmed; none is empty. */
export function parted(text: string, separators: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth = depthAfter(depth, letter);
    if (depth === 0 && separators.includes(letter)) parts.push('');
    else parts.push((parts.pop() ?? '') + letter);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function depthAfter(depth: number, letter: string): number {
  if (opening.includes(letter)) return depth + 1;
  return closing.includes(letter) ? Math.max(0, depth - 1) : depth;
}
