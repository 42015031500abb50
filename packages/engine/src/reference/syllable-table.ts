// Spellings of syllables in, a tree of letters out in which a word is read letter by letter.

/** A spelling of one syllable to the syllables it can stand for. Node 0 is the beginning; walk it with `nextNode`. */
export interface SyllableTable {
  /** The number of a letter, by its code less `first`; 0 for a letter that no spelling has. */
  readonly letters: Uint16Array;
  readonly first: number;
  /** A row of `width` children for each node. */
  readonly children: Int32Array;
  readonly width: number;
  /** What the letters up to a node spell; undefined when they are only a beginning. */
  readonly syllables: readonly (readonly string[] | undefined)[];
}

/** The node behind one more UTF-16 unit; 0 when no spelling goes on so. */
export function nextNode({ letters, first, children, width }: SyllableTable, node: number, code: number): number {
  const place = code - first;
  if (place < 0 || letters.length <= place) return 0;
  const letter = letters[place] ?? 0;
  return letter === 0 ? 0 : (children[node * width + letter] ?? 0);
}

/** A letter has a number of its own, so that a node is a row of few numbers whatever the script. */
export function syllableTable(spellings: ReadonlyMap<string, readonly string[]>): SyllableTable {
  const codes = codesOf(spellings.keys());
  const first = codes[0] ?? 0;
  const letters = new Uint16Array((codes.at(-1) ?? 0) - first + 1);
  codes.forEach((code, index) => (letters[code - first] = index + 1));
  const width = codes.length + 1;
  let building = new Int32Array(width * FIRST_NODES);
  const syllables: (readonly string[] | undefined)[] = [undefined];
  for (const [spelling, stands] of spellings) {
    let node = 0;
    for (let index = 0; index < spelling.length; index++) {
      const place = node * width + (letters[spelling.charCodeAt(index) - first] ?? 0);
      if (building[place] === 0) building[place] = syllables.push(undefined) - 1;
      node = building[place] ?? 0;
      if (building.length <= node * width) {
        const larger = new Int32Array(2 * building.length);
        larger.set(building);
        building = larger;
      }
    }
    syllables[node] = stands;
  }
  return { letters, first, children: building.slice(0, syllables.length * width), width, syllables };
}

const FIRST_NODES = 1024;

/** Every UTF-16 unit that a spelling has, in order. */
function codesOf(spellings: Iterable<string>): readonly number[] {
  const codes = new Set<number>();
  for (const spelling of spellings)
    for (let index = 0; index < spelling.length; index++) codes.add(spelling.charCodeAt(index));
  return [...codes].sort((a, b) => a - b);
}
