// Neighbouring words of one name and a word of another in, the odds that they are the same written apart and as one out.
import { joinedToken } from '../names/joined-token.ts';
import { missingClasses } from '../names/consonant-classes.ts';
import type { NameToken } from '../names/name.ts';
import { TRADITION } from '../names/sound-collection.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { OTHER_ODDS, tokenOdds, type Traditions } from './token-odds.ts';

/**
 * Natural-log odds that `count` words from `from` on, written as one, are the word: Guo Qiang and Guoqiang, Van Der Bilt and
 * Vanderbilt. Joined words must agree nearly in full, as joining makes long words in which a difference proves little.
 */
export function joinedOdds(
  tokens: readonly NameToken[],
  from: number,
  count: number,
  word: NameToken,
  traditions: Traditions,
  reference: NameReference,
): number {
  const first = tokens[from] as NameToken;
  if (word.kind === 'initial' || word.kind === 'number' || word.kind === 'light') return OTHER_ODDS;
  if (first.kind === 'light' && isJoinedArticle(first, tokens, from, count, word))
    return reference.weights.nameFormOdds;
  if (!isWorthJoining(tokens, from, count, first, word, traditions)) return OTHER_ODDS;
  const least = first.script === 'latin' && word.script === 'latin' ? LEAST_LATIN_ODDS : LEAST_ODDS;
  const isSaid = first.script === 'han' || mayBeSaidAs(tokens, from, count, word);
  const joined = rememberedJoin(tokens, from, count, isSaid, reference);
  const odds = tokenOdds(joined, word, traditions, reference, LEAST_TOLD);
  return odds < least ? OTHER_ODDS : odds - reference.weights.joinedCost;
}

/** Odds that all words of the one name, written as one, are all words of the other. */
export function wholeOdds(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  traditions: Traditions,
  reference: NameReference,
): number {
  const odds = tokenOdds(
    rememberedJoin(query, 0, query.length, true, reference),
    rememberedJoin(listed, 0, listed.length, true, reference),
    traditions,
    reference,
  );
  return odds < LEAST_ODDS ? OTHER_ODDS : odds - reference.weights.joinedCost;
}

const LEAST_ODDS = 1.2;
/** How far odds are told apart: well below what is asked, as a likely path may begin badly. */
const LEAST_TOLD = -3;
/** Words that share their letters are joined only when they hardly differ. */
const LEAST_LATIN_ODDS = 4;

/** el Bashir and Albashir: the Arabic article is spelled either way. */
function isJoinedArticle(
  { latin, script }: NameToken,
  tokens: readonly NameToken[],
  from: number,
  count: number,
  word: NameToken,
): boolean {
  const named = tokens[from + 1] as NameToken;
  return (
    count === 2 &&
    script === 'latin' &&
    ARTICLE.test(latin) &&
    ARTICLE.test(word.latin.slice(0, 2)) &&
    word.latin.length === named.latin.length + 2 &&
    word.latin.endsWith(named.latin)
  );
}

const ARTICLE = /^[aeu]l$/;

/** Of about the same letters, or of a script or tradition that is compared by its readings. */
function isWorthJoining(
  tokens: readonly NameToken[],
  from: number,
  count: number,
  first: NameToken,
  word: NameToken,
  traditions: Traditions,
): boolean {
  if (first.script === 'han' || word.script === 'han') return true;
  let letters = 0;
  let classes = 0;
  for (let index = from; index < from + count; index++) {
    const token = tokens[index] as NameToken;
    letters += token.letters.length;
    classes |= token.classes;
  }
  if (classes !== 0 && word.classes !== 0 && MOST_MISSING < missingClasses(classes, word.classes)) return false;
  const difference = Math.abs(letters - word.letters.length);
  if (first.script !== word.script) return difference <= MOST_LETTERS_APART + letters / 2;
  if (MOST_LETTERS_APART < difference) return false;
  return traditions.any || first.letters[0] === word.letters[0];
}

const MOST_LETTERS_APART = 2;
/** Kinds of consonants that joined words and the word may lack of each other. */
const MOST_MISSING = 2;

/** Whether any sound of the word may be the sounds of the others said one after the other: told without joining them all. */
function mayBeSaidAs(tokens: readonly NameToken[], from: number, count: number, word: NameToken): boolean {
  for (const { key } of word.sounds) {
    // a family name in its own character is looked up by the letters of all
    if (key.startsWith('zh-name:')) return true;
    const start = key.indexOf(':') + 1;
    if (isSaidFrom(key, start, key.slice(0, start), tokens, from, from + count)) return true;
  }
  return false;
}

/** Whether the key from this place on is made of one sound of each of the words from `index` on. */
function isSaidFrom(
  key: string,
  place: number,
  prefix: string,
  tokens: readonly NameToken[],
  index: number,
  end: number,
): boolean {
  if (index === end) return place === key.length;
  for (const sound of (tokens[index] as NameToken).sounds) {
    const said = sound.key;
    if (!said.startsWith(prefix)) continue;
    const length = said.length - prefix.length;
    if (
      (index === end - 1 ? place + length === key.length : place + length <= key.length) &&
      key.startsWith(said.slice(prefix.length), place) &&
      isSaidFrom(key, place + length, prefix, tokens, index + 1, end)
    )
      return true;
  }
  return false;
}

/** Joined words of names that were compared before: names of an index are compared many times. */
const remembered = new WeakMap<readonly NameToken[], Map<number, NameToken>>();

/** Without its sounds where no sound is asked for: joined words have very many. */
function rememberedJoin(
  tokens: readonly NameToken[],
  from: number,
  count: number,
  isSaid: boolean,
  reference: NameReference,
): NameToken {
  let joins = remembered.get(tokens);
  if (!joins) remembered.set(tokens, (joins = new Map<number, NameToken>()));
  const place = (from * 32 + count) * 2 + (isSaid ? 1 : 0);
  let joined = joins.get(place);
  if (!joined) {
    const parts = tokens.slice(from, from + count);
    joined = isSaid ? joinedToken(parts, false, ALL_TRADITIONS, reference) : silentToken(parts, reference);
    joins.set(place, joined);
  }
  return joined;
}

function silentToken(parts: readonly NameToken[], reference: NameReference): NameToken {
  const token = joinedToken(parts, false, NO_TRADITIONS, reference);
  return { ...token, traditions: token.traditions | parts.reduce((all, { traditions }) => all & traditions, SPOKEN) };
}

const ALL_TRADITIONS = ['zh:', 'yue:', 'ja:', 'ko:', 'la:'];
const NO_TRADITIONS: readonly string[] = [];
/** Those that words joined are said in when each of them is. */
const SPOKEN = TRADITION.chinese | TRADITION.cantonese | TRADITION.japanese | TRADITION.korean;
