// Words in kanji with their readings in kana in, how often each character is read how in which place of a name out.

/** Where a character stands: first or later in a family name, first or later in a given name, in any other word. */
const PLACES = 5;

export type Part = 'family' | 'given' | 'word';

export interface Headword {
  /** Folded as the engine folds names. */
  readonly characters: readonly string[];
  /** Katakana. */
  readonly reading: string;
  readonly part: Part;
  readonly weight: number;
}

/** character -> reading -> how often, by place. */
export type ReadingCounts = ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;

/** Place of a character in its part of a name. */
export function placeOf(part: Part, index: number): number {
  return part === 'word' ? 4 : (part === 'family' ? 0 : 2) + Math.min(index, 1);
}

/**
 * Cuts every reading into one piece for each character so that the whole list agrees with itself best
 * (expectation–maximisation), beginning from the readings that a dictionary of characters gives.
 */
export function alignReadings(
  headwords: readonly Headword[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
  rounds: number,
): ReadingCounts {
  let model = firstModel(known);
  for (let round = 0; round < rounds; round++) {
    const counts = new Map<string, Map<string, Float64Array>>();
    for (const headword of headwords) addExpected(headword, model, round === 0, counts);
    model = modelOf(counts, known);
    if (round === rounds - 1) return counts;
  }
  return new Map();
}

/** Log probability of the best way to read the characters so, and -Infinity when there is none. */
export function bestAlignment(counts: ReadingModel, headword: Headword): number {
  const { characters, reading, part } = headword;
  let best = new Float64Array(reading.length + 1).fill(-Infinity);
  best[0] = 0;
  characters.forEach((character, index) => {
    const next = new Float64Array(reading.length + 1).fill(-Infinity);
    for (let start = 0; start < reading.length; start++) {
      const before = best[start] ?? -Infinity;
      if (before === -Infinity) continue;
      for (let end = start + 1; end <= Math.min(reading.length, start + LONGEST); end++) {
        const p = counts(character, reading.slice(start, end), placeOf(part, index));
        if (0 < p) next[end] = Math.max(next[end] ?? -Infinity, before + Math.log(p));
      }
    }
    best = next;
  });
  return best[reading.length] ?? -Infinity;
}

/** Probability of a reading of a character in a place. */
export type ReadingModel = (character: string, piece: string, place: number) => number;

/** The probabilities behind counts: a place with few examples leans on all places together. */
export function modelOf(counts: ReadingCounts, known: ReadonlyMap<string, ReadonlySet<string>>): ReadingModel {
  const totals = new Map<string, Float64Array>();
  for (const [character, readings] of counts) {
    const total = new Float64Array(PLACES + 1);
    for (const byPlace of readings.values())
      for (let place = 0; place < PLACES; place++) {
        total[place] = (total[place] ?? 0) + (byPlace[place] ?? 0);
        total[PLACES] = (total[PLACES] ?? 0) + (byPlace[place] ?? 0);
      }
    totals.set(character, total);
  }
  return (character, piece, place) => {
    if (isKana(character) && character === piece) return 0.95;
    const total = totals.get(character);
    const byPlace = counts.get(character)?.get(piece);
    const listed = known.get(character);
    let sum = 0;
    for (let at = 0; byPlace && at < PLACES; at++) sum += byPlace[at] ?? 0;
    if (sum < LEAST && listed?.has(piece) !== true) return 0;
    const pooled =
      (sum + (listed?.has(piece) === true ? 0.3 : 0)) / ((total?.[PLACES] ?? 0) + 0.3 * (listed?.size ?? 1));
    return ((byPlace?.[place] ?? 0) + LEANING * pooled) / ((total?.[place] ?? 0) + LEANING);
  };
}

const LONGEST = 6;
/** A piece seen less often than this, in all, was a guess. */
const LEAST = 0.3;
const LEANING = 3;

function isKana(character: string): boolean {
  return /^[\u30a1-\u30fc]$/.test(character);
}

/** Voicing (ハシ, バシ) and doubling before the next part (イチ, イッ). */
export function soundChanges(reading: string): readonly string[] {
  const first = VOICED[reading[0] ?? ''] ?? '';
  const heads = [reading, ...[...first].map((kana) => kana + reading.slice(1))];
  return heads.flatMap((head) =>
    1 < head.length && /[ツチクキ]$/.test(head) ? [head, `${head.slice(0, -1)}ッ`] : [head],
  );
}

const VOICED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'カキクケコサシスセソタチツテトハヒフヘホ'].map((kana) => [
    kana,
    String.fromCharCode(kana.charCodeAt(0) + 1) +
      ('ハヒフヘホ'.includes(kana) ? String.fromCharCode(kana.charCodeAt(0) + 2) : ''),
  ]),
);

function firstModel(known: ReadonlyMap<string, ReadonlySet<string>>): ReadingModel {
  return (character, piece) => {
    if (isKana(character) && character === piece) return 0.95;
    const listed = known.get(character);
    if (listed?.has(piece) === true) return 0.9 / listed.size;
    return isKana(character) && !UNSTEADY.has(character) ? 0 : 1e-4 * 0.1 ** piece.length;
  };
}

/** Kana that stand for another sound inside names: ケ as ガ, ツ as ッ. */
const UNSTEADY: ReadonlySet<string> = new Set(['ケ', 'ヶ', 'ヵ', 'カ', 'ツ', 'ッ', 'ハ']);

/** Forward and backward over the cuts of one reading. */
function addExpected(
  { characters, reading, part, weight }: Headword,
  model: ReadingModel,
  anything: boolean,
  counts: Map<string, Map<string, Float64Array>>,
): void {
  const rows = characters.length;
  const width = reading.length + 1;
  if (reading.length < rows && !anything) return;
  const longest = anything ? 4 : LONGEST;
  const forward = new Float64Array((rows + 1) * width);
  const p: { row: number; start: number; end: number; p: number }[] = [];
  forward[0] = 1;
  for (let row = 0; row < rows; row++) {
    const character = characters[row] ?? '';
    const left = rows - row - 1;
    const place = placeOf(part, row);
    for (let start = 0; start < reading.length; start++) {
      const before = forward[row * width + start] ?? 0;
      if (before === 0) continue;
      const last = Math.min(reading.length - left, start + longest);
      for (let end = left === 0 ? reading.length : start + 1; end <= last; end++) {
        const chance = model(character, reading.slice(start, end), place);
        if (chance === 0) continue;
        p.push({ row, start, end, p: chance });
        forward[(row + 1) * width + end] = (forward[(row + 1) * width + end] ?? 0) + before * chance;
      }
    }
  }
  const whole = forward[rows * width + reading.length] ?? 0;
  if (whole === 0) return;
  const backward = new Float64Array((rows + 1) * width);
  backward[rows * width + reading.length] = 1;
  for (let index = p.length - 1; 0 <= index; index--) {
    const step = p[index];
    if (!step) continue;
    const after = backward[(step.row + 1) * width + step.end] ?? 0;
    if (after === 0) continue;
    backward[step.row * width + step.start] = (backward[step.row * width + step.start] ?? 0) + step.p * after;
    const share = ((forward[step.row * width + step.start] ?? 0) * step.p * after) / whole;
    if (share < 1e-3) continue;
    const character = characters[step.row] ?? '';
    const readings = counts.get(character) ?? new Map<string, Float64Array>();
    if (readings.size === 0) counts.set(character, readings);
    const piece = reading.slice(step.start, step.end);
    const byPlace = readings.get(piece) ?? new Float64Array(PLACES);
    readings.set(piece, byPlace);
    const place = placeOf(part, step.row);
    byPlace[place] = (byPlace[place] ?? 0) + weight * share;
  }
}
