// A word in a script that writes vowels loosely or not at all and a word in Latin letters in, what equal consonants say out.
import type { NameToken, Script } from '../names/name.ts';

/** Natural-log odds when all consonants of both are of one kind in one order; `otherwise` when they are not, or are few. */
export function consonantOdds(a: NameToken, b: NameToken, otherwise: number): number {
  const [word, latin] = b.script === 'latin' ? [a, b] : [b, a];
  const most = latin.script === 'latin' ? MOST_ODDS[word.script] : undefined;
  if (most === undefined || most <= otherwise) return otherwise;
  if (word.script === 'arabic' && !word.text.startsWith(ARTICLE)) return otherwise;
  const consonants = consonantsOf(word);
  return FEWEST_CONSONANTS <= consonants.length && consonants === consonantsOf(latin) ? most : otherwise;
}

const FEWEST_CONSONANTS = 3;
const ARTICLE = 'ال';

/** Tamil writes p for b, Thai says what it does not write; Arabic has a table of its own, which knows names with an article less. */
const MOST_ODDS: Partial<Readonly<Record<Script, number>>> = {
  arabic: 3,
  tamil: 3,
  thai: 3,
  lao: 3,
  khmer: 3,
  myanmar: 3,
  malayalam: 3,
};

const consonantsByToken = new WeakMap<NameToken, string>();

/** One letter for each kind; an Arabic article goes. */
function consonantsOf(token: NameToken): string {
  let consonants = consonantsByToken.get(token);
  if (consonants === undefined) {
    const bare =
      token.script === 'arabic' && token.text.startsWith(ARTICLE) ? token.latin.replace(/^a?l/, '') : token.latin;
    consonantsByToken.set(token, (consonants = kindsOf(bare)));
  }
  return consonants;
}

function kindsOf(latin: string): string {
  let kinds = '';
  for (const letter of latin) {
    const kind = KINDS[letter];
    if (kind !== undefined && !kinds.endsWith(kind)) kinds += kind;
  }
  return kinds;
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ b: 'p', p: 'p', f: 'f', d: 't', t: 't', k: 'k', g: 'k', q: 'k' },
  ...{ c: 's', j: 's', s: 's', z: 's', x: 's', m: 'm', n: 'n', l: 'l', r: 'r' },
};
