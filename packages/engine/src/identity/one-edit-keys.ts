// A key that a company is looked up by in, the keys one slip of the pen away from it out.

/** In a shorter one every slip makes another name; in a longer one there are too many, and `search` finds it by its words. */
const [MIN_CHARACTERS, MAX_CHARACTERS] = [4, 60];

const LATIN = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
/** As `kanaKey` writes them: large letters alone. */
const KANA = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー',
  ...'ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ',
];

/**
 * Keys with one character left out, put in, changed, or exchanged with its neighbour; never the key itself. Of Han characters
 * and mixed scripts there are too many to put in: only those left out and exchanged.
 */
export function oneEditKeys(key: string): readonly string[] {
  const characters = [...key];
  if (characters.length < MIN_CHARACTERS || MAX_CHARACTERS < characters.length) return [];
  const alphabet = alphabetOf(key);
  const keys = new Set<string>();
  let [before, from] = ['', key];
  for (let at = 0; at <= characters.length; at++) {
    const [here, next] = [characters[at] ?? '', characters[at + 1] ?? ''];
    const after = from.slice(here.length);
    if (here !== '') keys.add(before + after);
    if (next !== '') keys.add(before + next + here + after.slice(next.length));
    for (const letter of alphabet) {
      keys.add(before + letter + from);
      if (here !== '') keys.add(before + letter + after);
    }
    before += here;
    from = after;
  }
  keys.delete(key);
  return [...keys];
}

function alphabetOf(key: string): readonly string[] {
  if (/^[a-z0-9]+$/.test(key)) return LATIN;
  return /^[\p{Script=Katakana}ー]+$/u.test(key) ? KANA : [];
}
