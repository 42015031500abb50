// Initials in, with which packed letters the words begin that they may stand for out.
import { letterSkeleton } from '../names/letter-skeleton.ts';

/** By the first letter of a packed word, 1 where a word in Latin letters that begins with one of the initials may be packed so. */
export function packedBeginnings(initials: readonly string[]): Uint8Array {
  if (initials.length === 0) return NONE;
  const packed = new Uint8Array(128);
  for (const initial of initials) for (const letter of packedAs(initial)) packed[letter.charCodeAt(0) & 0x7f] = 1;
  return packed;
}

const NONE = new Uint8Array(128);

const known = new Map<string, ReadonlySet<string>>();

/** The first letters of the skeletons of all words that begin so: what comes after the first letter has a part in it. */
function packedAs(initial: string): ReadonlySet<string> {
  let letters = known.get(initial);
  if (!letters)
    known.set(initial, (letters = new Set(CONTINUED.map((rest) => letterSkeleton(initial + rest).charAt(0)))));
  return letters;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Two letters more, and the one spelling of four that is one letter of a skeleton (tsch). */
const CONTINUED = ['', ...LETTERS, ...LETTERS.flatMap((letter) => LETTERS.map((next) => letter + next)), 'sch'];
