// Two words of names in, the odds that they are one word out. Like with like first: characters, then readings, then letters.
import type { PairReason } from '../model/evidence.ts';
import type { Name, NameToken, Script } from '../names/name.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { TRADITION } from '../names/sound-collection.ts';
import { missingClasses } from '../names/consonant-classes.ts';
import { consonantOdds } from './consonant-odds.ts';
import { hanOdds, hanReadingOdds } from './han-odds.ts';
import { mayShareSound } from './sound-hashes.ts';
import { transliterationOdds, type SpelledWord } from './transliteration-odds.ts';

/** Natural-log odds of words that are equal, and of words that have nothing in common: the ends of the scale. */
export const SAME_ODDS = 8;
export const OTHER_ODDS = -8;

/** The traditions in which both names can be read, so that spellings of them may stand for each other. */
export interface Traditions {
  readonly chinese: boolean;
  readonly korean: boolean;
  readonly japanese: boolean;
  readonly vietnamese: boolean;
  /** Both are names of persons with a family name of Japan. */
  readonly japaneseNames: boolean;
  /** One of the first three, whose spellings stand for readings. */
  readonly any: boolean;
}

export function commonTraditions(query: Name, listed: Name): Traditions {
  const chinese = query.canBeChinese && listed.canBeChinese;
  const korean = query.canBeKorean && listed.canBeKorean;
  const japanese = canBeJapanese(query) && canBeJapanese(listed);
  const japaneseNames = query.hasJapaneseFamily && listed.hasJapaneseFamily;
  const vietnamese = query.canBeVietnamese && listed.canBeVietnamese;
  return (
    TRADITIONS[
      Number(chinese) + 2 * Number(korean) + 4 * Number(japanese) + 8 * Number(vietnamese) + 16 * Number(japaneseNames)
    ] ?? NO_TRADITION
  );
}

/** A single word, or a company's, may be Japanese whatever it looks like. */
function canBeJapanese(name: Name): boolean {
  return name.canBeJapanese || name.ofOrganisation || name.tokens.length === 1;
}

/** Names that are read in no tradition in common: by their letters alone. */
export const NO_TRADITION: Traditions = {
  chinese: false,
  korean: false,
  japanese: false,
  vietnamese: false,
  japaneseNames: false,
  any: false,
};
const TRADITIONS: readonly Traditions[] = Array.from({ length: 32 }, (_, bits) => ({
  chinese: (bits & 1) !== 0,
  korean: (bits & 2) !== 0,
  japanese: (bits & 4) !== 0,
  vietnamese: (bits & 8) !== 0,
  japaneseNames: (bits & 16) !== 0,
  any: (bits & 7) !== 0,
}));

/**
 * Natural-log odds from `OTHER_ODDS` to `SAME_ODDS` that the two words stand for one. Symmetrical. What is less likely than `least` is not
 * told apart. `maySoundAlike`: false where it is known that they have no sound in common.
 */
export function tokenOdds(
  query: NameToken,
  listed: NameToken,
  traditions: Traditions,
  reference: NameReference,
  least = OTHER_ODDS,
  maySoundAlike = true,
): number {
  const { weights } = reference;
  if (query.script === listed.script && query.text === listed.text) return SAME_ODDS;
  if (query.kind === 'number' || listed.kind === 'number')
    return query.number !== undefined && query.number === listed.number ? SAME_ODDS : OTHER_ODDS;
  if (query.kind === 'initial' || listed.kind === 'initial')
    return isInitialOf(query, listed) ? weights.initialOdds : OTHER_ODDS;
  if (query.ally !== undefined && query.ally === listed.ally) {
    if (query.concept === listed.concept && !areOtherWords(query, listed)) return weights.conceptOdds;
    if (query.script !== listed.script) return weights.alliedConceptOdds;
  }
  if (query.script === 'han' && listed.script === 'han') return hanOdds(query, listed, reference);
  const quality = maySoundAlike ? bestCommonSound(query, listed, traditions) : 0;
  const sound = quality === 0 ? OTHER_ODDS : weights.readingOdds * (2 * quality - 1);
  const group = Math.max(groupOdds(query, listed, weights), stemOdds(query, listed, weights));
  const known = sound < group ? group : sound;
  if (SURE_ODDS < known) return known;
  if (query.script === 'han') return Math.max(known, hanReadingOdds(query, listed, reference));
  if (listed.script === 'han') return Math.max(known, hanReadingOdds(listed, query, reference));
  let letters = slipOdds(query.latin, listed.latin);
  if (canBeSpellings(query, listed)) letters = Math.max(letters, letterOdds(query, listed, reference, least));
  else if (letters === OTHER_ODDS && !query.compound && !query.inRussian && !listed.inRussian) return known;
  if (query.inRussian || listed.inRussian) letters = Math.max(letters, oddsInRussian(query, listed, reference, least));
  if (areKnownApart(query, listed)) letters = Math.min(letters, KNOWN_APART_ODDS);
  // Abd al-Rahim and Abd al-Rahman: long in common and of other names of God
  if (query.tellingPart !== undefined && listed.tellingPart !== undefined && query.tellingPart !== listed.tellingPart)
    letters = compoundOdds(query, listed, letters, reference, least);
  if (SYLLABIC_ODDS < letters && traditions.japaneseNames && areOtherRomaji(query, listed)) letters = SYLLABIC_ODDS;
  if (SYLLABIC_ODDS < letters && bothSyllabic(query, listed, traditions)) letters = SYLLABIC_ODDS;
  if (OTHER_SYLLABLE_ODDS < letters && areOtherSyllables(query, listed, traditions)) letters = OTHER_SYLLABLE_ODDS;
  if (query.concept !== undefined && listed.concept !== undefined && letters < SURE_ODDS) letters = OTHER_ODDS;
  return letters < known ? known : letters;
}

const COMPOUND_COST = 2;

/** سيف الدين beside Saif al-Din: what stands before the faith, by the letters of the two scripts. */
function compoundOdds(
  { compound: a }: NameToken,
  { compound: b }: NameToken,
  whole: number,
  reference: NameReference,
  least: number,
): number {
  if (!a || !b || a.script === b.script || a.kind !== b.kind) return whole - COMPOUND_COST;
  const part = transliterationOdds(a, b, reference, least);
  return Math.max(part, 0 < part ? whole : whole - COMPOUND_COST);
}

/** 電力 and 電機 would translate the same word, and tell companies apart where both are written; 建設 and 建設業 do not. */
function areOtherWords({ script, text }: NameToken, other: NameToken): boolean {
  return (
    (script === 'han' || script === 'hangul') &&
    script === other.script &&
    !text.startsWith(other.text) &&
    !other.text.startsWith(text)
  );
}

/** Техприлад beside Техприбор: as the first would be in the language of the second. */
function oddsInRussian(query: NameToken, listed: NameToken, reference: NameReference, least: number): number {
  return query.script === listed.script
    ? transliterationOdds(query.inRussian ?? query, listed.inRussian ?? listed, reference, least)
    : OTHER_ODDS;
}

/** Hassan and Hussein, Aleksandr and Aleksei: near in letters, and known as two names. */
const KNOWN_APART_ODDS = -3;

/** From here on nothing better is looked for. */
const SURE_ODDS = 3;
/** Chinese and Korean syllables are few: one letter's difference is another name (Jianbin, Jianmin), not a slip. */
const SYLLABIC_ODDS = -1.5;
/** One syllable beside one that no romanisation of it can be (Woo, Won). */
const OTHER_SYLLABLE_ODDS = -5;

/** Why the two words are linked, given their odds. */
export function pairReason(query: NameToken, listed: NameToken, odds: number, traditions: Traditions): PairReason {
  if (query.script === listed.script && query.text === listed.text) return 'equal';
  if (query.kind === 'initial' || listed.kind === 'initial') return 'initial';
  if (query.concept !== undefined && query.concept === listed.concept) return 'same-reading';
  if (query.script === 'han' && listed.script === 'han') return odds < 0 ? 'contradicted' : 'edit-distance';
  if (0 < bestCommonSound(query, listed, traditions))
    return isSpoken(query.script) || isSpoken(listed.script) ? 'same-reading' : 'romanisation';
  const group = commonGroup(query, listed);
  if (group !== undefined) return group === 'short' ? 'nickname' : 'romanisation';
  if (
    (query.stem !== undefined || listed.stem !== undefined) &&
    (query.stem ?? query.latin) === (listed.stem ?? listed.latin)
  )
    return 'romanisation';
  return query.script === listed.script ? 'edit-distance' : 'romanisation';
}

function isInitialOf(query: NameToken, listed: NameToken): boolean {
  const [initial, word] = query.kind === 'initial' ? [query, listed] : [listed, query];
  return initial.latin !== '' && word.latin.startsWith(initial.latin);
}

/** Scripts whose words are compared by how they are read. */
function isSpoken(script: Script): boolean {
  return script === 'han' || script === 'kana' || script === 'hangul';
}

/** The product of trust of the best sound in common; 0 when there is none that both names allow. */
function bestCommonSound(query: NameToken, listed: NameToken, traditions: Traditions): number {
  const bothLatin = query.script === 'latin' && listed.script === 'latin';
  if (bothLatin && !traditions.any) return 0;
  if (!mayShareSound(query, listed)) return 0;
  const isKorean =
    traditions.korean ||
    query.script === 'hangul' ||
    listed.script === 'hangul' ||
    (!bothLatin && query.script !== 'han' && listed.script !== 'han');
  let best = 0;
  for (const sound of query.sounds) {
    const { hash, quality } = sound;
    if (quality <= best) break; // best first
    for (const other of listed.sounds) {
      if (other.hash !== hash || quality * other.quality <= best || other.key !== sound.key) continue;
      if (isAllowed(sound.key, bothLatin, isKorean, traditions)) best = quality * other.quality;
    }
  }
  return best;
}

function isAllowed(key: string, bothLatin: boolean, isKorean: boolean, traditions: Traditions): boolean {
  if (key.startsWith('yue')) return traditions.chinese;
  if (key.startsWith('ko')) return isKorean;
  if (key.startsWith('ja')) return traditions.japanese;
  return bothLatin && key.startsWith('zh') ? traditions.chinese : true;
}

/** Words that lack several kinds of each other's consonants are not; kana and hangul have no r at the end and one row for many sounds. */
function canBeSpellings({ script: a, classes }: NameToken, { script: b, classes: others }: NameToken): boolean {
  const isSyllabary = a === 'kana' || b === 'kana' || a === 'hangul' || b === 'hangul';
  return missingClasses(classes, others) <= (isSyllabary ? MOST_MISSING_IN_SYLLABLES : MOST_MISSING);
}

const MOST_MISSING = 1;
const MOST_MISSING_IN_SYLLABLES = 2;

/** Learned odds; in one script, few letters prove little, as any vowel makes another short word (Lina, Luna). */
function letterOdds(query: NameToken, listed: NameToken, reference: NameReference, least: number): number {
  let odds = transliterationOdds(query, listed, reference, least);
  if (query.script === 'arabic') odds = Math.max(odds, withoutArticle(query, listed, reference, least));
  if (listed.script === 'arabic') odds = Math.max(odds, withoutArticle(listed, query, reference, least));
  if (query.script !== listed.script) return consonantOdds(query, listed, odds);
  if (query.script === 'arabic' && 1 < Math.abs(query.text.length - listed.text.length))
    return Math.min(odds, OTHER_ARABIC_ODDS);
  if (query.letters === listed.letters) return odds;
  const length = Math.min(query.latin.length, listed.latin.length);
  return length < SHORT_ODDS.length ? Math.min(odds, SHORT_ODDS[length] as number) : odds;
}

/** Arabic writes little but consonants: two letters more (الحسن, الحسيني) are another name. */
const OTHER_ARABIC_ODDS = -4;

/** القذافي beside Gaddafi: the Arabic article is written as part of the word. */
function withoutArticle(word: NameToken, other: NameToken, reference: NameReference, least: number): number {
  if (word.text.length < SHORTEST_WITH_ARTICLE || !word.text.startsWith('ال')) return OTHER_ODDS;
  if (other.script === 'arabic' || other.latin.startsWith('al')) return OTHER_ODDS;
  let bare = bareWords.get(word);
  if (!bare) {
    const { script, latin, codes } = word;
    bareWords.set(word, (bare = { script, latin: latin.replace(/^a?l/, ''), codes: codes.subarray(2) }));
  }
  return transliterationOdds(bare, other, reference, least) - ARTICLE_COST;
}

const bareWords = new WeakMap<NameToken, SpelledWord>();

const SHORTEST_WITH_ARTICLE = 5;
const ARTICLE_COST = 0.3;

/** The most that words of 0, 1, 2, … letters reach when they are not equal. */
const SHORT_ODDS = [-8, -8, -5, -2, 1];

/** Odds of one slip of the finger (a letter lost, added, struck for another, exchanged with its neighbour), by length. */
function slipOdds(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (1 < long.length - short.length || short.length < FEWEST_SLIP_LETTERS) return OTHER_ODDS;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < short.length - start &&
    short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)
  )
    end++;
  const differing = long.length - start - end;
  const isExchange =
    differing === 2 &&
    short.length === long.length &&
    short.charCodeAt(start) === long.charCodeAt(start + 1) &&
    short.charCodeAt(start + 1) === long.charCodeAt(start);
  if (1 < differing && !isExchange) return OTHER_ODDS;
  const odds = SLIP_ODDS[Math.min(long.length, SLIP_ODDS.length - 1)] as number;
  return start === 0 ? odds - FIRST_LETTER_COST : odds;
}

const FEWEST_SLIP_LETTERS = 4;
/** By letters of the longer word. */
const SLIP_ODDS = [-8, -8, -8, -8, -1.5, 1.5, 2.2, 3, 3.5, 4];
/** People seldom mistake the first letter. */
const FIRST_LETTER_COST = 1.5;

function areKnownApart({ groups: a }: NameToken, { groups: b }: NameToken): boolean {
  return a.length !== 0 && b.length !== 0;
}

function bothSyllabic(query: NameToken, listed: NameToken, { chinese, korean }: Traditions): boolean {
  return korean || (chinese && isPinyin(query) && isPinyin(listed));
}

/** Both are good romaji, and read otherwise: Kenji and Kenichi are two names, as one syllable more or less is. */
function areOtherRomaji(query: NameToken, listed: NameToken): boolean {
  return (
    query.script === 'latin' &&
    listed.script === 'latin' &&
    query.letters !== listed.letters &&
    isRomaji(query) &&
    isRomaji(listed)
  );
}

function isRomaji({ sounds }: NameToken): boolean {
  return sounds.some(({ key }) => key.startsWith('ja:'));
}

/** Both are short words of Korean or Vietnamese, and nothing that the one can stand for is what the other can. */
function areOtherSyllables(query: NameToken, listed: NameToken, { korean, chinese, vietnamese }: Traditions): boolean {
  // marks are folded away: what still differs is another name (Hùng, Hoàng), but for i and y (Quý, Quí)
  if (vietnamese) return query.text.replaceAll('y', 'i') !== listed.text.replaceAll('y', 'i');
  return (
    korean &&
    !chinese &&
    query.script === 'latin' &&
    listed.script === 'latin' &&
    query.text.length <= LONGEST_SYLLABLE &&
    listed.text.length <= LONGEST_SYLLABLE &&
    isKoreanSpelling(query) &&
    isKoreanSpelling(listed)
  );
}

const LONGEST_SYLLABLE = 4;

function isKoreanSpelling({ traditions }: NameToken): boolean {
  return (traditions & TRADITION.korean) !== 0;
}

function isPinyin({ traditions }: NameToken): boolean {
  return (traditions & TRADITION.chinese) !== 0;
}

/** Forms of one name in other languages, short forms, the forms of a family name for men and women. */
function groupOdds(query: NameToken, listed: NameToken, weights: NameReference['weights']): number {
  const group = commonGroup(query, listed);
  if (group !== undefined) return group === 'short' ? weights.nicknameOdds : weights.nameFormOdds;
  return OTHER_ODDS;
}

/** Forms of a family name for men and women, old and new spellings. */
function stemOdds(query: NameToken, listed: NameToken, weights: NameReference['weights']): number {
  if (query.stem === undefined && listed.stem === undefined) return OTHER_ODDS;
  return (query.stem ?? query.latin) === (listed.stem ?? listed.latin) ? weights.nameFormOdds : OTHER_ODDS;
}

function commonGroup(query: NameToken, listed: NameToken): 'form' | 'short' | undefined {
  if (query.groups.length === 0 || listed.groups.length === 0) return undefined;
  let best: 'form' | 'short' | undefined;
  for (const a of query.groups)
    for (const b of listed.groups)
      if (a.id === b.id) {
        if (a.kind === 'form' && b.kind === 'form') return 'form';
        best = 'short';
      }
  return best;
}
