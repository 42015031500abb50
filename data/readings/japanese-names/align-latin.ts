// Foreign words in Latin letters with their katakana in, which letters become which sounds out.
import { codesOfKana, soundLetters } from '../../../packages/engine/src/reference/japanese-codes.ts';

export interface LatinPair {
  /** Small letters. */
  readonly latin: string;
  readonly katakana: string;
}

/** Up to so many letters become at most so many sounds together; `$` is the end of a word and stands with the last letters. */
const MOST_LETTERS = 3;
const MOST_SOUNDS = 4;
/** A cut may be so far from where it would be if all letters were equally long. */
const BAND = 0.35;
/** A pair that is less likely than this for each letter is no transcription. */
const LEAST_LOG = -4;

/** chunk of letters -> sounds -> how often, by expectation–maximisation; pairs that are translations drop out. */
export function alignLatin(pairs: readonly LatinPair[], rounds: number): Map<string, Map<string, number>> {
  const words = pairs.flatMap(({ latin, katakana }) => {
    const sounds = soundLetters(codesOfKana(katakana) ?? []);
    return sounds === '' ? [] : [{ letters: `${latin}$`, sounds }];
  });
  let counts = new Map<string, Map<string, number>>();
  for (let round = 0; round < rounds; round++) {
    const total = [...counts.values()].reduce(
      (sum, sounds) => sum + [...sounds.values()].reduce((a, b) => a + b, 0),
      0,
    );
    const before = counts;
    const chance = (letters: string, sounds: string): number =>
      round === 0 ? firstChance(letters, sounds) : Math.max(0, ((before.get(letters)?.get(sounds) ?? 0) - 0.5) / total);
    counts = new Map();
    for (const word of words) addExpected(word, chance, 2 <= round, counts);
  }
  return counts;
}

/** A letter sounds most like itself. */
function firstChance(letters: string, sounds: string): number {
  const alike = [...letters].filter((letter) => sounds.includes(LIKE[letter] ?? letter)).length;
  return 0.001 * 8 ** alike * 0.3 ** (letters.replace('$', '').length + sounds.length);
}

const LIKE: Readonly<Record<string, string>> = { l: 'r', v: 'b', f: 'h', c: 'k', q: 'k', j: 'z', x: 'k' };

function addExpected(
  { letters, sounds }: { readonly letters: string; readonly sounds: string },
  chance: (letters: string, sounds: string) => number,
  dropping: boolean,
  counts: Map<string, Map<string, number>>,
): void {
  const width = sounds.length + 1;
  const forward = new Float64Array((letters.length + 1) * width);
  const backward = new Float64Array(forward.length);
  const steps: { from: number; to: number; letters: string; sounds: string; p: number }[] = [];
  forward[0] = 1;
  for (let at = 0; at < letters.length; at++)
    for (let place = 0; place <= sounds.length; place++) {
      const before = forward[at * width + place] ?? 0;
      if (before === 0) continue;
      for (let end = at + 1; end <= Math.min(letters.length, at + MOST_LETTERS); end++) {
        if (end === letters.length - 1 && end - at === MOST_LETTERS) continue;
        const last = end === letters.length ? sounds.length : Math.min(sounds.length, place + MOST_SOUNDS);
        for (let until = end === letters.length ? sounds.length : place; until <= last; until++) {
          if (MOST_SOUNDS < until - place || BAND < Math.abs(until / sounds.length - end / letters.length)) continue;
          const chunk = letters.slice(at, end);
          const spoken = sounds.slice(place, until);
          const p = chance(chunk, spoken);
          if (p === 0) continue;
          const to = end * width + until;
          steps.push({ from: at * width + place, to, letters: chunk, sounds: spoken, p });
          forward[to] = (forward[to] ?? 0) + before * p;
        }
      }
    }
  const whole = forward.at(-1) ?? 0;
  if (whole === 0 || (dropping && Math.log(whole) / letters.length < LEAST_LOG)) return;
  backward[backward.length - 1] = 1;
  for (const { from, to, p } of steps.reverse()) backward[from] = (backward[from] ?? 0) + p * (backward[to] ?? 0);
  for (const { from, to, letters: chunk, sounds: spoken, p } of steps) {
    const share = ((forward[from] ?? 0) * p * (backward[to] ?? 0)) / whole;
    if (share < 0.01) continue;
    const readings = counts.get(chunk) ?? new Map<string, number>();
    counts.set(chunk, readings.set(spoken, (readings.get(spoken) ?? 0) + share));
  }
}
