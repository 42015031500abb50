// A word in letters or kana in, what it spells in the traditions of Han names and of Japan and Korea out.
import type { NameReference } from '../reference/name-reference.ts';
import { grownTogether, japaneseKey } from './japanese.ts';
import { koreanOfCyrillic, koreanOfHangul, koreanOfKana, koreanOfLatin } from './korean.ts';
import type { ReadingSystem } from './name.ts';
import { otherCyrillicSpellings, romanise } from './romanise.ts';
import type { Add } from './sound-collection.ts';
import type { SpokenWord } from './sounds.ts';
import { fewestSyllables, syllabify } from './syllables.ts';

/** Spellings of one word that are kept for each system. */
const MAX_READINGS = 12;
/** Kana tell few Chinese sounds apart: チン is jin, jing, qin and qing. */
const MAX_KANA_READINGS = 32;

export function addSpelled(word: SpokenWord, reference: NameReference, add: Add): void {
  const { latin, script } = word;
  if (script === 'latin') {
    add(`la:${latin}`, 1, 'as-written');
    if (latin.length <= MAX_SYLLABIC && SYLLABIC.test(latin)) addRomanisations(word, reference, add);
    return;
  }
  add(`la:${latin}`, reference.weights.transliterationQuality, 'transliteration');
  if (script === 'kana') addKana(word, reference, add);
  else if (script === 'hangul') addHangul(word, reference, add);
  else if (script === 'cyrillic') addCyrillic(word, reference, add);
  else if (script === 'armenian') {
    const western = romanise(word.text, 'armenian', reference, 'western').replaceAll("'", '');
    add(`la:${western}`, reference.weights.transliterationQuality, 'transliteration');
  }
}

/** Three syllables of six letters and a little more; longer words are not of these traditions. */
const MAX_SYLLABIC = 24;
const SYLLABIC = /^[a-z]+$/;
/** Letters that no mora has, ends that no word has. */
const NO_ROMAJI = /[lqx]|[^aeiounh]$/;

function addRomanisations({ latin, canBeFamily }: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation, surnames } = reference;
  addMandarin(latin, reference, add);
  for (const key of syllabify(latin, romanisation.cantonese, MAX_READINGS))
    add(`yue:${key}`, weights.cantoneseQuality, 'cantonese');
  const japanese = NO_ROMAJI.test(latin) ? undefined : japaneseKey(latin, romanisation.romaji);
  if (japanese !== undefined) addJapanese(japanese, 'romaji', reference, add);
  const korean = koreanOfLatin(latin, romanisation.korean);
  addKorean(korean, weights.koreanQuality, 'korean-romanisation', reference, add);
  if (korean.length === 0 || GERMAN_END.test(latin)) {
    const short = withoutUmlauts(latin);
    if (short !== undefined) add(`la:${short}`, weights.transliterationQuality, 'umlaut');
  }
  if (!canBeFamily) return;
  for (const name of surnames.chineseBySpelling.get(latin) ?? [])
    add(`zh-name:${name}`, weights.surnameSpellingQuality, 'family-name-spelling');
  for (const name of surnames.koreanBySpelling.get(latin) ?? [])
    add(`ko-name:${name}`, weights.surnameSpellingQuality, 'family-name-spelling');
}

function addJapanese(key: string, system: ReadingSystem, { weights }: NameReference, add: Add): void {
  add(`ja:${key}`, weights.kanaQuality, system);
  const grown = grownTogether(key);
  if (grown !== undefined) add(`ja:${grown}`, weights.kanaQuality * weights.rarerReadingFactor, system);
}

/** Jae of Jaehyun is no ä, that of Jäger is. */
const GERMAN_END = /e[lrn]s?$/;

/** Mueller is Müller, which is folded as muller; likewise Soerensen, Haakon. Undefined where no letters can be an umlaut. */
function withoutUmlauts(latin: string): string | undefined {
  if (latin.length < MIN_UMLAUT_WORD || !UMLAUT.test(latin)) return undefined;
  return latin.replace(UMLAUTS, '$1');
}

const MIN_UMLAUT_WORD = 4;
/** Not that of Michael, Manuela, Joel. */
const UMLAUT = /(?<![aeiouyq])(?:[aou]e|aa)(?![aeiouy]|l+[ae]?$)/;
const UMLAUTS = /(?<![aeiouyq])([aou])(?:e|(?<=a)a)(?![aeiouy]|l+[ae]?$)/g;

function addMandarin(latin: string, { weights, romanisation }: NameReference, add: Add): void {
  const { pinyin, 'wade-giles': wadeGiles, taiwan } = romanisation.chinese;
  const inPinyin = fewestSyllables(latin, pinyin);
  if (inPinyin < Infinity)
    for (const key of syllabify(latin, pinyin, MAX_READINGS)) add(`zh:${key}`, weights.pinyinQuality, 'pinyin');
  const inWadeGiles = fewestSyllables(latin, wadeGiles);
  if (inWadeGiles < Infinity) {
    // "kuochiang" is kuo-chiang in Wade-Giles, and kuo-chi-ang only by force in pinyin
    const quality = inPinyin <= inWadeGiles ? weights.ambiguousWadeGilesQuality : weights.wadeGilesQuality;
    for (const key of syllabify(latin, wadeGiles, MAX_READINGS)) add(`zh:${key}`, quality, 'wade-giles');
  }
  // systems are mixed in Taiwan (Tsai Ing-wen, Ma Ying-jeou): asked where the word is no pinyin
  if (inPinyin < Infinity) return;
  const inTaiwan = fewestSyllables(latin, taiwan);
  if (inTaiwan === Infinity) return;
  const quality =
    inWadeGiles <= inTaiwan ? weights.ambiguousWadeGilesQuality : weights.wadeGilesQuality * weights.rarerReadingFactor;
  for (const key of syllabify(latin, taiwan, MAX_READINGS)) add(`zh:${key}`, quality, 'taiwanese-spelling');
}

function addKana({ text, latin, canBeFamily }: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation } = reference;
  addJapanese(latin, 'kana', reference, add);
  // bank text has no small kana: シユン is シュン, コツキヨウ is コッキョウ
  if (LARGE_KANA.test(text)) {
    const small = text.replace(LARGE_GLIDE, (kana) => SMALL[kana] ?? kana);
    for (const variant of new Set([small, small.replace(LARGE_TSU, 'ッ')]))
      if (variant !== text)
        add(`ja:${romanise(variant, 'kana', reference)}`, weights.kanaQuality * weights.rarerReadingFactor, 'kana');
  }
  for (const key of syllabify(latin, romanisation.chinese.kana, MAX_KANA_READINGS))
    add(`zh:${key}`, weights.chineseInKanaQuality, 'chinese-in-kana');
  const korean = koreanOfKana(latin, romanisation.korean);
  addKorean(korean, weights.chineseInKanaQuality, 'korean-in-kana', reference, add);
  if (canBeFamily) addKoreanFamilies(korean, reference, add);
}

/** キム and Ким are Kim. */
function addKoreanFamilies(keys: readonly string[], reference: NameReference, add: Add): void {
  if (keys.length === 0) return;
  const families = koreanFamilies(reference);
  for (const key of keys)
    for (const name of families.get(key) ?? [])
      add(`ko-name:${name}`, reference.weights.surnameSpellingQuality, 'family-name-spelling');
}

const familiesByReference = new WeakMap<NameReference, ReadonlyMap<string, readonly string[]>>();

/** Family names in hangul by how they sound. */
function koreanFamilies(reference: NameReference): ReadonlyMap<string, readonly string[]> {
  let families = familiesByReference.get(reference) as Map<string, string[]> | undefined;
  if (families) return families;
  families = new Map();
  for (const name of reference.surnames.korean)
    for (const key of koreanOfHangul(name, reference.romanisation.korean))
      families.set(key, [...(families.get(key) ?? []), name]);
  familiesByReference.set(reference, families);
  return families;
}

const LARGE_KANA = /[ヤユヨツ]/;
const LARGE_GLIDE = /(?<=[キシチニヒミリギジビピ])[ヤユヨ]/g;
const LARGE_TSU = /(?<=.)ツ(?=[カ-コサ-ソタ-トパピプペポ])/g;
const SMALL: Readonly<Record<string, string>> = { ヤ: 'ャ', ユ: 'ュ', ヨ: 'ョ' };

function addHangul({ text, canBeFamily }: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation, surnames } = reference;
  addKorean(koreanOfHangul(text, romanisation.korean), 1, 'hangul', reference, add);
  if (canBeFamily && surnames.korean.has(text)) add(`ko-name:${text}`, 1, 'hangul');
  for (const key of syllabify(text, romanisation.chinese.hangul, MAX_READINGS))
    add(`zh:${key}`, weights.chineseInKanaQuality, 'chinese-in-hangul');
}

/** A spelling that is read in several ways says the likeliest first. */
export function addKorean(
  keys: readonly string[],
  quality: number,
  system: ReadingSystem,
  { weights }: NameReference,
  add: Add,
): void {
  for (let place = 0; place < keys.length; place++)
    add(`ko:${keys[place]}`, place === 0 ? quality : quality * weights.rarerReadingFactor, system);
}

function addCyrillic({ text, canBeFamily }: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation } = reference;
  for (const spelling of otherCyrillicSpellings(text, reference))
    add(`la:${spelling}`, weights.transliterationQuality * weights.rarerReadingFactor, 'transliteration');
  for (const key of syllabify(text, romanisation.chinese.palladius, MAX_READINGS))
    add(`zh:${key}`, weights.chineseInKanaQuality, 'palladius');
  const korean = koreanOfCyrillic(text, romanisation.korean);
  addKorean(korean, weights.koreanQuality, 'korean-in-cyrillic', reference, add);
  if (canBeFamily) addKoreanFamilies(korean, reference, add);
}
