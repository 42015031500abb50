// Characters and sounds of a name in, how likely its parts are read so out.
import type { Spoken } from '../names/japanese-spoken.ts';
import type { JapaneseNames } from '../reference/japanese-names.ts';
import type { JapaneseWeights } from '../reference/japanese-weights.ts';
import {
  emptyOdds,
  listenTo,
  oddsAt,
  reach,
  readPart,
  soundCost,
  soundPlaces,
  type PartOdds,
} from './japanese-lattice.ts';
import type { Written } from './japanese-written.ts';

/** What speaks for a reading. */
export interface Evidence {
  /** Log probability of the sounds under the readings over that of the same sounds in any name. */
  readonly odds: number;
  /** The first of the two alone. */
  readonly chance: number;
}

export interface PersonReading {
  /** `person`: both parts; else the one part is in `family` and in `given`. */
  readonly kind: 'person' | 'family' | 'given' | 'whole';
  readonly family: Evidence;
  readonly given: Evidence;
  /** Characters, and sounds, of the family name. */
  readonly cut: number;
  readonly soundCut: number;
}

/** How a person's name is read: where its parts may be cut, and in which of them a reading may be one that no table knows. */
export interface Attempt {
  readonly cutting: 'between words' | 'anywhere';
  readonly guessing: 'nothing' | 'given' | 'family';
}

/** A person's name, the family name in front; `family` when that can be read so, but not the rest. */
export function readPerson(
  written: Written,
  spoken: Spoken,
  { cutting, guessing }: Attempt,
  japanese: JapaneseNames,
): PersonReading | 'family' | undefined {
  const rows = written.characters.length;
  if (rows < 2) return undefined;
  listenTo(spoken, japanese.soundCosts);
  const betweenWords = cutting === 'between words';
  const lastRow = betweenWords && written.isSplit ? lastBoundary(written) : Math.min(rows - 1, MOST_FAMILY);
  const family = readPart(written.part('family'), startOf(rows), 0, lastRow, guessing === 'family', japanese.weights);
  const cuts = cutsAfter(family, written, spoken, betweenWords);
  return cuts && (givenAfter(cuts, guessing === 'given', written, japanese) ?? 'family');
}

/** The last place before the end where a word begins. */
function lastBoundary({ characters, boundaries }: Written): number {
  return boundaries.subarray(0, characters.length).lastIndexOf(1);
}

/** A family or a given name alone; either of them when it is not said which. */
export function readSingle(
  written: Written,
  spoken: Spoken,
  role: 'family' | 'given' | undefined,
  japanese: JapaneseNames,
): { readonly part: 'family' | 'given'; readonly of: Evidence } | undefined {
  let best: { readonly part: 'family' | 'given'; readonly of: Evidence } | undefined;
  for (const part of ['family', 'given'] as const) {
    if (role !== undefined && role !== part) continue;
    const of = readAll(written, spoken, part, japanese);
    if (of && (!best || best.of.odds < of.odds)) best = { part, of };
  }
  return best;
}

/** A name of several words in a row, as companies have. */
export function readWords(written: Written, spoken: Spoken, japanese: JapaneseNames): Evidence | undefined {
  return readAll(written, spoken, 'word', japanese);
}

/** Log odds of a part of a person's name beside near but different ones. */
export function partScore(evidence: Evidence, { partBias, partOdds, partChance }: JapaneseWeights): number {
  return partBias + partOdds * within(evidence.odds, -10, 8) + partChance * within(evidence.chance, -14, -3);
}

/** What `partBias`, `partOdds` and `partChance` are times of. */
export function partEvidence({ odds, chance }: Evidence): readonly number[] {
  return [1, within(odds, -10, 8), within(chance, -14, -3)];
}

/** Log odds of a company's name of so many sounds beside near but different ones. */
export function wholeScore(evidence: Evidence, sounds: number, weights: JapaneseWeights): number {
  const [bias = 1, chancePerSound = 0] = wholeEvidence(evidence, sounds);
  return weights.wholeBias * bias + weights.wholeChancePerSound * chancePerSound;
}

/** What the weights of a whole name are times of. */
export function wholeEvidence({ chance }: Evidence, sounds: number): readonly number[] {
  return [1, within(chance / (sounds + 4), -4, 0)];
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** No family name has more characters. */
const MOST_FAMILY = 6;

function startOf(rows: number): PartOdds {
  const start = emptyOdds(rows);
  reach(start, 0, 0, 0, 0);
  return start;
}

function readAll(
  written: Written,
  spoken: Spoken,
  part: 'family' | 'given' | 'word',
  japanese: JapaneseNames,
): Evidence | undefined {
  const rows = written.characters.length;
  listenTo(spoken, japanese.soundCosts);
  const start = startOf(rows);
  for (const guessing of [false, true]) {
    const ends = readPart(written.part(part), start, 0, rows, guessing, japanese.weights);
    const total = oddsAt(ends, rows, spoken.codes.length);
    if (total !== -Infinity) return evidence(total, 0, spoken.codes.length);
  }
  return undefined;
}

/** Where the given name can begin; undefined when there is no such place. */
function cutsAfter(
  family: PartOdds,
  { characters, boundaries, isSplit }: Written,
  spoken: Spoken,
  betweenWords: boolean,
): PartOdds | undefined {
  const rows = characters.length;
  const width = soundPlaces();
  const cuts = emptyOdds(rows);
  let any = false;
  for (let row = 1; row < rows && row <= MOST_FAMILY; row++) {
    if (betweenWords && isSplit && boundaries[row] === 0) continue;
    const atCharacter = !isSplit ? UNSPLIT : boundaries[row] === 1 ? AT_WORD : INSIDE_CHARACTERS;
    const last = Math.min(family.high[row] ?? -1, width - 2);
    for (let place = Math.max(1, family.low[row] ?? width); place <= last; place++) {
      const odds = family.odds[row * width + place] ?? -Infinity;
      if (odds === -Infinity) continue;
      const isInside = spoken.isSplit && spoken.cuts[place] === 0;
      if (isInside && betweenWords) continue;
      const atSound = isInside ? INSIDE_SOUNDS : 0;
      reach(cuts, row, place, odds - atCharacter - atSound, 0);
      any = true;
    }
  }
  return any ? cuts : undefined;
}

/** What it costs to begin the given name where no word begins. Words in characters may be cut by guess. */
const UNSPLIT = 0.7;
const AT_WORD = 0.1;
const INSIDE_CHARACTERS = 2.5;
const INSIDE_SOUNDS = 4;

function givenAfter(
  cuts: PartOdds,
  guessing: boolean,
  written: Written,
  japanese: JapaneseNames,
): PersonReading | undefined {
  const rows = written.characters.length;
  const width = soundPlaces();
  const ends = readPart(written.part('given'), cuts, 1, rows, guessing, japanese.weights);
  const total = oddsAt(ends, rows, width - 1);
  if (total === -Infinity) return undefined;
  const origin = ends.origins[rows * width + width - 1] ?? 0;
  const family = cuts.odds[origin] ?? 0;
  const soundCut = origin % width;
  return {
    kind: 'person',
    family: evidence(family, 0, soundCut),
    given: evidence(total - family, soundCut, width - 1),
    cut: (origin - soundCut) / width,
    soundCut,
  };
}

function evidence(odds: number, from: number, to: number): Evidence {
  return { odds, chance: odds - soundCost(from, to) };
}
