// Neighbouring words of one name and a word of another in, the odds that they are the same written apart and as one out.
import { joinedToken } from '../names/joined-token.ts';
import type { NameToken } from '../names/name.ts';
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
  if (!isWorthJoining(tokens, from, count, first, word, traditions)) return OTHER_ODDS;
  const joined = rememberedJoin(tokens, from, count, reference);
  const odds = tokenOdds(joined, word, traditions, reference);
  const least = first.script === 'latin' && word.script === 'latin' ? LEAST_LATIN_ODDS : LEAST_ODDS;
  return odds < least ? OTHER_ODDS : odds - reference.weights.joinedCost;
}

const LEAST_ODDS = 2;
/** Words that share their letters are joined only when they hardly differ. */
const LEAST_LATIN_ODDS = 4;

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
  for (let index = from; index < from + count; index++) letters += (tokens[index] as NameToken).letters.length;
  const difference = Math.abs(letters - word.letters.length);
  if (first.script !== word.script) return difference <= MOST_LETTERS_APART + letters / 2;
  if (MOST_LETTERS_APART < difference) return false;
  return traditions.any || first.letters[0] === word.letters[0];
}

const MOST_LETTERS_APART = 2;

/** Joined words of names that were compared before: names of an index are compared many times. */
const remembered = new WeakMap<readonly NameToken[], Map<number, NameToken>>();

function rememberedJoin(
  tokens: readonly NameToken[],
  from: number,
  count: number,
  reference: NameReference,
): NameToken {
  let joins = remembered.get(tokens);
  if (!joins) remembered.set(tokens, (joins = new Map()));
  const place = from * 32 + count;
  let joined = joins.get(place);
  if (!joined)
    joins.set(place, (joined = joinedToken(tokens.slice(from, from + count), false, ALL_TRADITIONS, reference)));
  return joined;
}

const ALL_TRADITIONS = ['zh:', 'yue:', 'ja:', 'ko:', 'la:'];
