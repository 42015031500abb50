// A word of a name in, the keys under which words that may be one with it are found out, each with the most odds it can mean.
import type { Name, NameToken, Script, Sound } from '../names/name.ts';
import { joinedToken } from '../names/analyse-name.ts';
import { letterSkeleton } from '../names/letter-skeleton.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { consonantFrame, PLACES, shortenedFrames, type ConsonantFrame } from './consonant-frame.ts';

export interface WordKey {
  /** Of the text of the key, 32 bits, unsigned. */
  readonly hash: number;
  /** The most natural-log odds of two words that share it. */
  readonly odds: number;
}

/** A key by the letters of a word: the vowels say how near two words are that share it. */
export interface LetterKey {
  readonly hash: number;
  readonly kind: LetterKeyKind;
  /** Places for vowels in the frame, one more than consonants. */
  readonly places: number;
  /** Of the frame (`consonant-frame.ts`); in the two bits above, how its script writes vowels. */
  readonly vowels: number;
}

export const WRITING_SHIFT = 30;
export const LATIN = 0;
/** Vowels are mostly left out. */
export const ABJAD = 1;
const OTHER = 2;
/** A sign is a syllable, which spells what is foreign loosely. */
export const SYLLABIC = 3;

/** `frame`: the same consonants; `shortened`: but for one on either side; `letters`: all letters, but for one on either side. */
export type LetterKeyKind = 'frame' | 'shortened' | 'letters';

/** Neighbours of a name written as one word. */
export interface JoinedWord {
  readonly token: NameToken;
  readonly from: number;
  readonly count: number;
}

/** In which traditions the spellings of a name's words are read, as bits: only where the name as a whole can be of them. */
export function traditionBits({ canBeChinese, canBeKorean }: Name): number {
  return (canBeChinese ? CHINESE : 0) | (canBeKorean ? KOREAN : 0);
}

const CHINESE = 1;
const KOREAN = 2;

/** Text, meaning, sounds, groups of names, letters and consonants of a word. */
export function wordKeys(token: NameToken, traditions: number, reference: NameReference): readonly WordKey[] {
  const { weights } = reference;
  const keys = new Keys();
  keys.add(textKey(token), SAME_ODDS);
  if (token.kind === 'initial') return keys.all;
  if (token.number !== undefined) keys.add(`n:${token.number}`, SAME_ODDS);
  if (token.concept !== undefined) keys.add(conceptKey(token), weights.conceptOdds);
  for (const { id, kind } of token.groups)
    keys.add(`g:${String(id)}`, kind === 'short' ? weights.nicknameOdds : weights.nameFormOdds);
  for (const sound of token.sounds)
    if (isKey(sound, token, traditions)) keys.add(sound.key, weights.readingOdds * (2 * sound.quality - 1));
  if (token.latin !== '') keys.add(`la:${token.latin}`, SAME_ODDS);
  if (token.stem !== undefined) keys.add(`la:${token.stem}`, weights.nameFormOdds);
  if (token.script === 'han' && LONG_HAN <= token.text.length) {
    keys.add(`h:${token.text.slice(0, 3)}`, weights.hanSlipOdds);
    keys.add(`h:${token.text.slice(-3)}`, weights.hanSlipOdds);
  }
  return keys.all;
}

const LONG_HAN = 6;

/**
 * Consonants by kind survive other vowels and romanisations; one more or less is found by the word without it, and in words
 * of few consonants by the letters without one. Of Han characters, the consonants of how they are read, as they spell foreign words.
 */
export function letterKeys(token: NameToken): readonly LetterKey[] {
  if (token.kind === 'initial') return NO_KEYS;
  if (token.script === 'han') return readingKeys(token);
  const { letters } = token;
  if (letters.length < 2) return NO_KEYS;
  const writing = writingOf(token.script);
  const keys: LetterKey[] = [];
  addFrames(keys, letters, token.latin, writing);
  if (token.script === 'arabic' && SHORTEST_WITH_ARTICLE <= token.text.length && token.text.startsWith(ARTICLE)) {
    const bare = token.latin.replace(/^a?l/, '');
    addFrames(keys, letterSkeleton(bare), bare, writing);
  }
  return keys;
}

/** As `match/token-odds.ts` has it: القذافي is Gaddafi too. */
const SHORTEST_WITH_ARTICLE = 5;
const ARTICLE = 'ال';

function addFrames(keys: LetterKey[], letters: string, latin: string, writing: number): void {
  const frame = consonantFrame(letters);
  keys.push(letterKey('frame', frame, writing));
  if (FEW_CONSONANTS <= frame.kinds.length) keys.push(letterKey('shortened', frame, writing));
  if (FEW_CONSONANTS < frame.kinds.length) addShortened(keys, frame, latin, writing);
  else if (latin.length <= SHORT_WORD) addSlips(keys, latin, frame, writing);
}

/**
 * The word without one of its consonants; and without one of its letters, where that changes more of its sounds than one: an x (natural,
 * naxural), a letter between two of one sound (Cartridge, Carridge), one after a c (Central, Cdntral).
 */
function addShortened(keys: LetterKey[], frame: ConsonantFrame, latin: string, writing: number): void {
  const known = new Set([frame.kinds]);
  for (const shorter of shortenedFrames(frame)) {
    known.add(shorter.kinds);
    keys.push(letterKey('shortened', shorter, writing));
  }
  for (let index = 0; index < latin.length && index < LONGEST_SLIP; index++) {
    const shorter = consonantFrame(letterSkeleton(`${latin.slice(0, index)}${latin.slice(index + 1)}`));
    if (known.has(shorter.kinds)) continue;
    known.add(shorter.kinds);
    keys.push(letterKey('shortened', shorter, writing));
  }
}

/** Of longer words the beginning alone. */
const LONGEST_SLIP = 20;

const NO_KEYS: readonly LetterKey[] = [];

function addSlips(keys: LetterKey[], latin: string, { kinds }: ConsonantFrame, writing: number): void {
  const add = (rest: string) =>
    keys.push({
      hash: keyHash(`d:${rest}`),
      kind: 'letters',
      places: kinds.length + 1,
      vowels: (writing << WRITING_SHIFT) >>> 0,
    });
  add(latin);
  for (let index = 0; index < latin.length; index++)
    if (latin[index] !== latin[index - 1]) add(`${latin.slice(0, index)}${latin.slice(index + 1)}`);
}

const FEW_CONSONANTS = 3;
const SHORT_WORD = 9;

function letterKey(kind: 'frame' | 'shortened', { kinds, vowels }: ConsonantFrame, writing: number): LetterKey {
  const hash = keyHash((kind === 'frame' ? 's:' : 'x:') + kinds);
  const places = Math.min(PLACES, kinds.length + 1);
  return { hash, kind, places, vowels: (vowels | (writing << WRITING_SHIFT)) >>> 0 };
}

/** How the script writes vowels. */
export function writingOf(script: Script): number {
  if (script === 'arabic' || script === 'hebrew') return ABJAD;
  if (script === 'kana' || script === 'hangul') return SYLLABIC;
  return script === 'latin' ? LATIN : OTHER;
}

/** The letters of a word; of characters, those of how they are read most likely. */
export function spokenLetters({ script, letters, sounds }: NameToken): string {
  if (script !== 'han') return letters;
  const said = sounds.find(({ key }) => key.startsWith('zh:')) ?? sounds.find(({ key }) => key.startsWith('ja:'));
  return said ? letterSkeleton(said.key.slice(3)) : '';
}

function readingKeys({ text, sounds }: NameToken): readonly LetterKey[] {
  if (text.length < 2) return NO_KEYS;
  const readings = [
    ...sounds.filter(({ key }) => key.startsWith('zh:')).slice(0, 1),
    ...sounds.filter(({ key }) => key.startsWith('ja:')).slice(0, 2),
  ];
  return readings
    .map(({ key }) => consonantFrame(key.slice(3)))
    .filter(({ kinds }) => 2 <= kinds.length)
    .map((frame) => letterKey('frame', frame, OTHER));
}

/** Natural-log odds of equal words (`match/token-odds.ts`). */
export const SAME_ODDS = 8;

/** The key under which a word is counted, for its rarity. */
export function textKey({ text }: NameToken): string {
  return `t:${text}`;
}

/** The key of what an ordinary word means, or translators put for it. */
export function conceptKey({ concept, ally }: NameToken): string {
  return `w:${ally ?? concept ?? ''}`;
}

/** What can be said in a tradition is a key where the name can be of it; anything else would be found by every name. */
function isKey({ key, quality }: Sound, { script }: NameToken, traditions: number): boolean {
  if (script !== 'latin') return true;
  if (key.startsWith('zh')) return (traditions & CHINESE) !== 0 || SURE_SPELLING <= quality;
  if (key.startsWith('yue')) return (traditions & CHINESE) !== 0;
  return !key.startsWith('ko') || (traditions & KOREAN) !== 0;
}

const SURE_SPELLING = 0.9;

/** Keys of joined neighbours by their text and sounds; by their letters, `joinedFrame`. */
export function joinedKeys(token: NameToken): readonly WordKey[] {
  const keys = new Keys();
  keys.add(textKey(token), SAME_ODDS);
  for (const { key } of token.sounds) keys.add(key, SAME_ODDS);
  if (token.latin !== '') keys.add(`la:${token.latin}`, SAME_ODDS);
  return keys.all;
}

/** The consonants of joined neighbours, where they are enough to tell. */
export function joinedFrame({ letters, script }: NameToken): LetterKey | undefined {
  const frame = consonantFrame(letters);
  const enough = script === 'arabic' || script === 'hebrew' ? MIN_JOINED - 1 : MIN_JOINED;
  if (frame.kinds.length < enough && letters.length < LONG_JOINED) return undefined;
  return letterKey('frame', frame, writingOf(script));
}

/** Two consonants of a joined word are found in every tenth name; where vowels are not written they are a word. */
const MIN_JOINED = 3;
/** A joined word of so many letters is a name's, however few consonants it has. */
const LONG_JOINED = 7;

/**
 * Two or three neighbours as one word, for names of ordinary length.
 * @param remembered gives the word that these parts are in these traditions: by `join`, or as it was joined before.
 */
export function joinedWords(
  name: Name,
  reference: NameReference,
  remembered?: (parts: readonly NameToken[], traditions: readonly string[], join: () => NameToken) => NameToken,
): readonly JoinedWord[] {
  const { tokens } = name;
  if (tokens.length < 2 || MAX_JOINED_WORDS < tokens.length) return NO_WORDS;
  const words: JoinedWord[] = [];
  for (let from = 0; from < tokens.length; from++)
    for (let count = 2; count <= 3 && from + count <= tokens.length; count++) {
      const parts = tokens.slice(from, from + count);
      const [first] = parts;
      if (!first || parts.some(({ script, kind }) => script !== first.script || kind === 'number')) break;
      const traditions = traditionsOf(name, first);
      const join = () => joinedToken(parts, name.ofOrganisation, traditions, reference);
      words.push({ token: remembered ? remembered(parts, traditions, join) : join(), from, count });
    }
  return words;
}

const NO_WORDS: readonly JoinedWord[] = [];
const MAX_JOINED_WORDS = 12;

function traditionsOf(name: Name, { script }: NameToken): readonly string[] {
  if (script === 'han') return ['zh:', 'yue:', 'ja:', 'ko:'];
  if (script === 'kana') return ['ja:', 'zh:'];
  if (script === 'hangul') return ['ko:'];
  if (script !== 'latin') return [];
  return [
    ...(name.canBeChinese ? ['zh:', 'yue:'] : []),
    ...(name.canBeKorean ? ['ko:'] : []),
    ...(name.tokens.every(({ sounds }) => sounds.some(({ key }) => key.startsWith('ja:'))) ? ['ja:'] : []),
  ];
}

/** Each key once, with the most odds. */
class Keys {
  readonly all: { hash: number; odds: number }[] = [];

  add(text: string, odds: number): void {
    const hash = keyHash(text);
    for (const key of this.all)
      if (key.hash === hash) {
        if (key.odds < odds) key.odds = odds;
        return;
      }
    this.all.push({ hash, odds });
  }
}

/** FNV-1a over UTF-16 units, its bits mixed: the upper ones choose a bucket. */
export function keyHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
