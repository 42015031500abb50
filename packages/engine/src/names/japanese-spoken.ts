// Words of kana or romaji in, their sounds as codes out, as Japanese readings are held against them.
import { codeOfLetter, codesOfKana, plainKana, SOUND, soundLetters } from '../reference/japanese-codes.ts';

/** What is compared with readings: sounds without long marks, and where such a mark stood. */
export interface Spoken {
  readonly text: string;
  readonly codes: Uint8Array;
  /** 1 where the vowel before is written long: タロー, Tarou, Tarō as Taroh. One longer than `codes`. */
  readonly long: Uint8Array;
  /** Latin letters: long vowels may be unmarked, n may be ン. */
  readonly isRomaji: boolean;
  /** Some long vowel is written. */
  readonly marksLong: boolean;
  /** By place in `codes`: 1 where a word begins, apart from the first. */
  readonly cuts: Uint8Array;
  readonly isSplit: boolean;
  /** By place in `codes`: where in `text` it stands. One longer than `codes`. */
  readonly offsets: Uint16Array;
}

/** Words of kana, in the order they are to be read; undefined when other characters are in them or they are very long. */
export function spokenKana(words: readonly string[]): Spoken | undefined {
  return spokenWords(words.map(plainKana), false, addKana);
}

/**
 * Latin words as romaji of any system; undefined when one is none. Long vowels are taken short and marked: Ohno, Oono,
 * Tarou, Yuuko.
 */
export function spokenRomaji(words: readonly string[]): Spoken | undefined {
  return spokenWords(words, true, addRomaji);
}

interface Collected {
  readonly codes: number[];
  /** Where in the text each code stands. */
  readonly offsets: number[];
  readonly long: Set<number>;
}

/** More sounds than any name has. */
const MOST_SOUNDS = 200;

function spokenWords(
  words: readonly string[],
  isRomaji: boolean,
  addWord: (word: string, offset: number, to: Collected) => boolean,
): Spoken | undefined {
  const text = words.join('');
  if (MOST_SOUNDS < text.length) return undefined;
  const to: Collected = { codes: [], offsets: [], long: new Set() };
  const begins: number[] = [];
  let offset = 0;
  for (const word of words) {
    begins.push(to.codes.length);
    if (!addWord(word, offset, to)) return undefined;
    offset += word.length;
  }
  const { codes, offsets, long } = to;
  const cuts = new Uint8Array(codes.length + 1);
  for (const begin of begins) if (0 < begin) cuts[begin] = 1;
  return {
    text,
    codes: Uint8Array.from(codes),
    long: Uint8Array.from({ length: codes.length + 1 }, (_, place) => Number(long.has(place))),
    isRomaji,
    marksLong: 0 < long.size,
    cuts,
    isSplit: 1 < words.length,
    offsets: Uint16Array.from([...offsets, text.length]),
  };
}

function addKana(word: string, offset: number, { codes, offsets, long }: Collected): boolean {
  for (let at = 0; at < word.length; at++) {
    const read = codesOfKana(word[at] ?? '');
    if (!read) return false;
    for (const code of read)
      if (code === SOUND.long) long.add(codes.length);
      else {
        codes.push(code);
        offsets.push(offset + at);
      }
  }
  return word !== '';
}

function addRomaji(word: string, offset: number, { codes, offsets, long }: Collected): boolean {
  const begin = codes.length;
  for (let at = 0; at < word.length;) {
    const add = (letters: string) => {
      for (const letter of letters) {
        codes.push(codeOfLetter(letter));
        offsets.push(offset + at);
      }
    };
    const letter = word[at] ?? '';
    const next = word[at + 1] ?? '';
    const last = codes.length === begin ? '' : soundLetters(codes.slice(-1));
    if (isVowel(letter)) {
      if ((letter === 'o' && last === 'o') || (letter === 'u' && (last === 'o' || last === 'u')))
        long.add(codes.length);
      else add(letter);
      at++;
    } else if (letter === 'h' && (last === 'o' || last === 'u') && !isVowel(next) && next !== 'y') {
      long.add(codes.length);
      at++;
    } else if ((letter === 'n' && !isVowel(next) && next !== 'y') || (letter === 'm' && BILABIAL.test(next))) {
      add('N');
      at++;
    } else if ((letter === next && DOUBLED.test(letter)) || (letter === 't' && word.startsWith('ch', at + 1))) {
      add('Q');
      at++;
    } else {
      const length = consonantLength(word, at);
      const vowel = word[at + length] ?? '';
      if (length === 0 || !isVowel(vowel)) return false;
      add(syllable(CONSONANTS.get(word.slice(at, at + length)) ?? '', vowel));
      at += length + 1;
    }
  }
  return begin < codes.length;
}

const BILABIAL = /[bmp]/;
const DOUBLED = /[bcdfghjkprstwyz]/;

function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'i' || letter === 'u' || letter === 'e' || letter === 'o';
}

function consonantLength(word: string, at: number): number {
  for (let length = 2; 0 < length; length--) if (CONSONANTS.has(word.slice(at, at + length))) return length;
  return 0;
}

/** Of a syllable, to letters of the codes; `*` is y before other vowels than i. */
const CONSONANTS: ReadonlyMap<string, string> = new Map([
  ...'k s t n h m y r w g z d b p'.split(' ').map((letter) => [letter, letter] as const),
  ...'k s t n h m r g z d b p'.split(' ').map((letter) => [`${letter}y`, `${letter}*`] as const),
  ['sh', 's*'],
  ['ch', 't*'],
  ['cy', 't*'],
  ['j', 'z*'],
  ['jy', 'z*'],
  ['ts', 't'],
  ['dz', 'z'],
  ['f', 'h'],
  ['l', 'r'],
  ['v', 'b'],
  ['c', 'k'],
]);

function syllable(consonant: string, vowel: string): string {
  if (consonant === 'w') return vowel === 'a' ? 'wa' : vowel;
  if (consonant === 'y') return vowel === 'i' || vowel === 'e' ? vowel : `y${vowel}`;
  if (consonant === 'd' && (vowel === 'i' || vowel === 'u')) return `z${vowel}`;
  if (!consonant.endsWith('*')) return consonant + vowel;
  const plain = consonant === 'd*' ? 'z' : consonant.slice(0, -1);
  return vowel === 'i' ? `${plain}i` : vowel === 'e' ? `${plain}ie` : `${plain}iy${vowel}`;
}
