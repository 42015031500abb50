// An analysed name in, the keys under which it is found out: words, sounds, consonants, beginnings and ends, joined words.
import { joinedToken } from '../names/analyse-name.ts';
import type { Name, NameToken, Sound } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';

/** The keys of one word, or of joined neighbours. */
export interface KeyedWord {
  readonly token: NameToken;
  /** How many words it stands for: joined words repeat what single ones say. */
  readonly joined: number;
  readonly keys: readonly string[];
}

/** Keys of words that were keyed already, for indexing many names; by word and by what its name can be. */
export type KeyMemo = Map<NameToken, (readonly string[] | undefined)[]>;

/** Keys of every word that says something, and of neighbours joined. A name of light words alone is keyed by these. */
export function keyedWords(name: Name, reference: NameReference, memo?: KeyMemo): readonly KeyedWord[] {
  const telling = name.tokens.filter(({ kind }) => kind !== 'light');
  const tokens = telling.length === 0 ? name.tokens : telling;
  const single = tokens.map((token) => ({ token, joined: 1, keys: rememberedKeys(token, name, memo) }));
  return [...single, ...joinedWords(name, reference)];
}

/** The key under which a word is counted, for its rarity. */
export function wordKey({ text }: NameToken): string {
  return `t:${text}`;
}

/** An initial in a listed name is found by every word that begins with it. */
export function initialKey({ latin }: NameToken): string {
  return `i:${latin[0] ?? ''}`;
}

function rememberedKeys(token: NameToken, name: Name, memo?: KeyMemo): readonly string[] {
  if (!memo) return tokenKeys(token, name);
  const byName = memo.get(token) ?? [];
  memo.set(token, byName);
  return (byName[Number(name.canBeChinese) + 2 * Number(name.canBeKorean)] ??= tokenKeys(token, name));
}

function tokenKeys(token: NameToken, name: Name): readonly string[] {
  const keys = [wordKey(token)];
  if (token.concept !== undefined) keys.push(`w:${token.concept}`);
  if (token.kind === 'initial') return [...keys, initialKey(token)];
  if (token.latin !== '') keys.push(`la:${token.latin}`);
  for (const sound of token.sounds) if (isKey(sound, token, name) && !keys.includes(sound.key)) keys.push(sound.key);
  keys.push(...letterKeys(token.letters));
  if (token.script === 'han' && LONG_HAN <= token.text.length)
    keys.push(`h:${token.text.slice(0, 3)}`, `h:${token.text.slice(-3)}`);
  return keys;
}

/** What can be said in a tradition is a key where the name can be of it; anything else would be found by every name. */
function isKey({ key, quality }: Sound, { script }: NameToken, { canBeChinese, canBeKorean }: Name): boolean {
  if (script !== 'latin') return true;
  if (key.startsWith('zh')) return canBeChinese || SURE_SPELLING <= quality;
  if (key.startsWith('yue')) return canBeChinese;
  return !key.startsWith('ko') || canBeKorean;
}

const SURE_SPELLING = 0.9;
const LONG_HAN = 6;

/**
 * Consonants by class survive other vowels and romanisations. What may differ besides (`compare-tokens.ts`) is one letter in
 * words of four to eight, found by the word without any one letter; in longer ones a consonant or two, found likewise.
 */
function letterKeys(letters: string): string[] {
  if (letters.length < 2) return [];
  const consonants = consonantClasses(letters);
  const keys = [`s:${consonants}`];
  if (letters.length < 4 || MAX_LETTERS < letters.length) return keys;
  if (letters.length <= 8) keys.push(`d:${letters}`, ...shortened(letters).map((rest) => `d:${rest}`));
  else {
    const once = shortened(consonants).map((rest) => rest.replace(/(.)\1+/g, '$1'));
    const all = letters.length < 13 ? once : [...once, ...once.flatMap(shortened)];
    keys.push(...[...new Set(all)].map((rest) => `s:${rest}`));
  }
  return keys;
}

/** Longer words are compared as written. */
const MAX_LETTERS = 24;

/** The word without one letter, each in turn. */
function shortened(word: string): string[] {
  return [...new Set(Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)))];
}

/** Vowels, h, y and w out; letters that spellings confuse are one class. */
function consonantClasses(letters: string): string {
  return letters
    .replace(/[aeiouyhw8]/g, '')
    .replace(/[kqgx9c]/g, 'k')
    .replace(/[s$z73j]/g, 's')
    .replace(/[td06]/g, 't')
    .replace(/[bpvf]/g, 'p')
    .replace(/[lr]/g, 'l')
    .replace(/(.)\1+/g, '$1');
}

/** Two or three neighbours as one word, for names of ordinary length. */
function joinedWords(name: Name, reference: NameReference): KeyedWord[] {
  const { tokens } = name;
  if (tokens.length < 2 || MAX_JOINED_WORDS < tokens.length) return [];
  const words: KeyedWord[] = [];
  for (let start = 0; start < tokens.length; start++)
    for (let count = 2; count <= 3 && start + count <= tokens.length; count++) {
      const parts = tokens.slice(start, start + count);
      const [first] = parts;
      if (!first || parts.some(({ script, kind }) => script !== first.script || kind === 'number')) break;
      const token = joinedToken(parts, name.ofOrganisation, traditionsOf(name, first), reference);
      words.push({ token, joined: count, keys: joinedKeys(token) });
    }
  return words;
}

const MAX_JOINED_WORDS = 6;

function traditionsOf(name: Name, { script }: NameToken): readonly string[] {
  if (script === 'han') return ['zh:', 'yue:', 'ja:', 'ko:'];
  if (script === 'kana') return ['ja:', 'zh:'];
  if (script === 'hangul') return ['ko:'];
  if (script !== 'latin') return [];
  return [
    ...(name.canBeChinese ? ['zh:', 'yue:'] : []),
    ...(name.canBeKorean ? ['ko:'] : []),
    ...(canBeJapanese(name) ? ['ja:'] : []),
  ];
}

function canBeJapanese({ tokens }: Name): boolean {
  return tokens.every(({ sounds }) => sounds.some(({ key }) => key.startsWith('ja:')));
}

function joinedKeys(token: NameToken): readonly string[] {
  const keys = [wordKey(token), ...token.sounds.map(({ key }) => key)];
  if (token.latin === '') return keys;
  keys.push(`la:${token.latin}`);
  const consonants = consonantClasses(token.letters);
  const enough = token.script === 'arabic' || token.script === 'hebrew' ? MIN_JOINED_LETTERS - 1 : MIN_JOINED_LETTERS;
  if (enough <= consonants.length || LONG_JOINED <= token.letters.length) keys.push(...letterKeys(token.letters));
  return keys;
}

/** Two consonants of a joined word are found in every tenth name; where vowels are not written they are a word. */
const MIN_JOINED_LETTERS = 3;
/** A joined word of so many letters is a name's, however few consonants it has. */
const LONG_JOINED = 7;
