// A word in sounds (`letter-skeleton.ts`) in, its consonants by kind and the vowels between them out: two cheap measures of likeness.

/** The consonants of a word by kind, and what stands between them. */
export interface ConsonantFrame {
  /** One letter for each consonant; letters that spellings confuse are one, neighbours that are one are written once. */
  readonly kinds: string;
  /** Two bits for each place before, between and after the consonants: no vowel, a, e or i, o or u. */
  readonly vowels: number;
}

export function consonantFrame(letters: string): ConsonantFrame {
  let kinds = '';
  let last = '';
  let vowels = 0;
  let vowel = 0;
  for (let index = 0; index < letters.length; index++) {
    const code = letters.charCodeAt(index);
    const kind = KINDS[code];
    if (kind === undefined) {
      if (vowel === 0) vowel = VOWELS[code] ?? 0;
      continue;
    }
    if (kind === last && vowel === 0) continue;
    vowels |= placed(vowel, kinds.length);
    vowel = 0;
    kinds += kind;
    last = kind;
  }
  return { kinds, vowels: vowels | placed(vowel, kinds.length) };
}

/** Places that are kept: a word of more consonants is compared by its beginning. */
export const PLACES = 15;

function placed(vowel: number, place: number): number {
  return place < PLACES ? vowel << (2 * place) : 0;
}

function tableOf<Value>(byValue: readonly (readonly [string, Value])[]): readonly (Value | undefined)[] {
  const table = new Array<Value | undefined>(128).fill(undefined);
  for (const [letters, value] of byValue) for (const letter of letters) table[letter.charCodeAt(0)] = value;
  return table;
}

const KINDS = tableOf([
  ['kqgxc9', 'k'],
  ['szj$73', 's'],
  ['td06', 't'],
  ['pbvf', 'p'],
  ['lr', 'l'],
  ['m', 'm'],
  ['n', 'n'],
]);
const VOWELS = tableOf([
  ['a', 1],
  ['eiy8', 2],
  ['ouw', 3],
]);

/** The frame without one consonant, each in turn; the vowels beside it become one place. */
export function shortenedFrames({ kinds, vowels }: ConsonantFrame): readonly ConsonantFrame[] {
  const frames: ConsonantFrame[] = [];
  for (let index = 0; index < kinds.length && index < PLACES; index++) {
    const before = vowels & ((1 << (2 * index)) - 1);
    const beside = (vowels >>> (2 * index)) & 3 || (vowels >>> (2 * index + 2)) & 3;
    const after = index + 2 < PLACES ? vowels >>> (2 * index + 4) : 0;
    frames.push({
      kinds: kinds.slice(0, index) + kinds.slice(index + 1),
      vowels: before | placed(beside, index) | placed(after, index + 1),
    });
  }
  return frames;
}

/** Bits of the places at which a frame has a vowel, both bits of each. */
export function voicedPlaces(vowels: number): number {
  const some = (vowels | (vowels >>> 1)) & ONE_BIT_EACH;
  return some | (some << 1);
}

/** How many places differ; of those outside `mask` none is counted. */
export function differingPlaces(a: number, b: number, mask: number): number {
  const differing = (a ^ b) & mask;
  let bits = (differing | (differing >>> 1)) & ONE_BIT_EACH;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const ONE_BIT_EACH = 0x15555555;

/** All places: the two bits above them are free. */
export const ALL_PLACES = 0x3fffffff;
