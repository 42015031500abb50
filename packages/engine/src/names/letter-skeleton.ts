// A word in Latin letters in, the same with one letter for each sound out, so that edits are counted in sounds.

/**
 * Digraphs become single letters, doubled letters one, long vowels short; a
 * silent h goes: Muhammad muhamad, Khrushchev xru$cev, Youssef yusef, Schmidt $mit… Empty for an empty word.
 */
export function letterSkeleton(latin: string): string {
  return withVowels(withConsonants(latin.includes('x') ? latin.replace(/x/g, 'ks') : latin));
}

/** Every word of every name passes here: read letter by letter, not by a row of patterns. */
function withConsonants(word: string): string {
  let result = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word[index] ?? '';
    const next = word[index + 1];
    const withH = next === 'h' ? DIGRAPHS[letter] : undefined;
    if (withH !== undefined) {
      result += withH;
      index++;
    } else if (letter === 't' && (word.startsWith('sch', index + 1) || word.startsWith('ch', index + 1))) {
      result += 'c';
      index += next === 's' ? 3 : 2;
    } else if (letter === 't' && (next === 's' || next === 'z') && word[index + 2] !== 'h') {
      result += '7';
      index++;
    } else if (letter === 't' && next === 'j') {
      result += 'c';
      index++;
    } else if (letter === 's' && next === 'c' && word[index + 2] === 'h') {
      result += '$';
      index += 2;
    } else if (letter === 'c') {
      if (next === 'e' || next === 'i' || next === 'y') result += 's';
      else {
        result += 'k';
        if (next === 'k' && word[index + 2] !== 'h') index++;
      }
    } else if (letter !== 'd' || next !== 'j') result += letter;
  }
  return result;
}

const DIGRAPHS: Readonly<Record<string, string>> = {
  s: '$',
  c: 'c',
  k: 'x',
  t: '0',
  d: '6',
  g: '9',
  z: '3',
  p: 'f',
};

function withVowels(word: string): string {
  let result = '';
  let last = ''; // asking the end of `result` instead would copy it for every letter
  let before = '';
  for (let index = 0; index < word.length; index++) {
    let letter = word[index] ?? '';
    const next = word[index + 1];
    if (letter === 'o' && (next === 'u' || next === 'o' || next === 'e')) {
      letter = next === 'e' ? '8' : 'u';
      index++;
    } else if (
      (letter === 'e' && next === 'e') ||
      (letter === 'i' && (next === 'y' || next === 'j')) ||
      (letter === 'y' && next === 'i')
    ) {
      letter = 'i';
      index++;
    }
    const isSilent = letter === "'" || (letter === 'h' && VOWELS.includes(before) && !isVowelAt(word, index + 1));
    if (!isSilent && letter !== last) {
      result += letter;
      last = letter;
    }
    before = letter;
  }
  return result;
}

/** An h is said before it; oe is one sound that is none of these. */
function isVowelAt(word: string, index: number): boolean {
  const letter = word[index];
  if (letter === undefined || (letter === 'o' && word[index + 1] === 'e')) return false;
  return letter === 'y' || VOWELS.includes(letter);
}

const VOWELS: readonly string[] = ['a', 'e', 'i', 'o', 'u'];
