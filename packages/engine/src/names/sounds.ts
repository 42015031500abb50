// A word and its script in, every way it can be said out, each with the system behind it and how far to trust it.
import type { HanReadings } from '../reference/romanisation.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { japaneseKey, kunReadings, onReadings } from './japanese.ts';
import { koreanKey, withoutInitial } from './korean.ts';
import type { ReadingSystem, Script, Sound } from './name.ts';
import { romanise } from './romanise.ts';
import { combinations, fewestSyllables, syllabify } from './syllables.ts';

export interface SpokenWord {
  readonly text: string;
  readonly script: Script;
  readonly latin: string;
  /** It stands where a family name can stand: names of persons begin or end with one. */
  readonly canBeFamily: boolean;
  readonly ofOrganisation: boolean;
}

/** Best first, one for each key. */
export function soundsOf(word: SpokenWord, reference: NameReference): readonly Sound[] {
  const sounds = new Map<string, Sound>();
  const add = (key: string, quality: number, system: ReadingSystem) => {
    const known = sounds.get(key);
    if (!known || known.quality < quality) sounds.set(key, { key, quality, system });
  };
  if (word.script === 'han') addHan(word, reference, add);
  else if (word.latin !== '' && word.script !== 'digits') addLatin(word, reference, add);
  return [...sounds.values()].sort((a, b) => b.quality - a.quality || (a.key < b.key ? -1 : 1));
}

/** The sounds of neighbours said as one word in the given traditions (`zh:`), besides those of the joined word itself. */
export function joinedSounds(
  parts: readonly (readonly Sound[])[],
  own: readonly Sound[],
  traditions: readonly string[],
): readonly Sound[] {
  const sounds = new Map(own.map((sound) => [sound.key, sound]));
  for (const prefix of traditions) {
    let joined: readonly Sound[] = [{ key: prefix, quality: 1, system: 'as-written' }];
    for (const part of parts)
      joined = joined
        .flatMap((before) =>
          part
            .filter(({ key }) => key.startsWith(prefix))
            .map(({ key, quality, system }) => ({
              key: before.key + key.slice(prefix.length),
              quality: Math.min(before.quality, quality),
              system,
            })),
        )
        .sort((a, b) => b.quality - a.quality || (a.key < b.key ? -1 : 1))
        .slice(0, MAX_JOINED);
    for (const sound of joined) {
      const known = sounds.get(sound.key);
      if (!known || known.quality < sound.quality) sounds.set(sound.key, sound);
    }
  }
  return [...sounds.values()].sort((a, b) => b.quality - a.quality || (a.key < b.key ? -1 : 1));
}

/** Two words of a dozen Japanese readings each. */
const MAX_JOINED = 256;

type Add = (key: string, quality: number, system: ReadingSystem) => void;

/** Readings of one word that are kept for each system. */
const MAX_READINGS = 12;
/** A rarer reading of a character is trusted less for each step down its list; after this many steps no further. */
const MAX_STEPS = 3;

function addLatin(word: SpokenWord, reference: NameReference, add: Add): void {
  const { latin, script } = word;
  const { weights, romanisation } = reference;
  add(
    `la:${latin}`,
    script === 'latin' ? 1 : weights.transliterationQuality,
    script === 'latin' ? 'as-written' : 'transliteration',
  );
  if (script === 'kana') addKana(word, reference, add);
  else if (script === 'hangul') {
    addKorean(latin, weights.koreanQuality, 'hangul', add);
    if (word.canBeFamily && reference.surnames.korean.has(word.text)) add(`ko-name:${word.text}`, 1, 'hangul');
  } else if (script === 'cyrillic')
    for (const key of syllabify(word.text, romanisation.chinese.palladius, MAX_READINGS))
      add(`zh:${key}`, weights.chineseInKanaQuality, 'palladius');
  else if (script === 'latin') addSpellings(word, reference, add);
}

function addKana({ text, latin }: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation } = reference;
  add(`ja:${latin}`, weights.kanaQuality, 'kana');
  // bank text has no small kana: シユン is シュン, コツキヨウ is コッキョウ
  const small = text.replace(
    /(?<=[キシチニヒミリギジビピ])[ヤユヨ]/g,
    (kana) => ({ ヤ: 'ャ', ユ: 'ュ', ヨ: 'ョ' })[kana] ?? kana,
  );
  for (const variant of new Set([small, small.replace(/(?<=.)ツ(?=[カ-コサ-ソタ-トパピプペポ])/g, 'ッ')]))
    if (variant !== text)
      add(`ja:${romanise(variant, 'kana', reference)}`, weights.kanaQuality * weights.rarerReadingFactor, 'kana');
  for (const key of syllabify(latin, romanisation.chinese.kana, MAX_READINGS))
    add(`zh:${key}`, weights.chineseInKanaQuality, 'chinese-in-kana');
}

function addSpellings({ latin, canBeFamily }: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation, surnames } = reference;
  if (!/^[a-z]+$/.test(latin)) return;
  const pinyin = syllabify(latin, romanisation.chinese.pinyin, MAX_READINGS);
  for (const key of pinyin) add(`zh:${key}`, weights.pinyinQuality, 'pinyin');
  const wadeGiles = syllabify(latin, romanisation.chinese['wade-giles'], MAX_READINGS);
  if (0 < wadeGiles.length) {
    // "kuochiang" is kuo-chiang in Wade-Giles, and kuo-chi-ang only by force in pinyin
    const ambiguous =
      0 < pinyin.length &&
      fewestSyllables(latin, romanisation.chinese.pinyin) <= fewestSyllables(latin, romanisation.chinese['wade-giles']);
    const quality = ambiguous ? weights.ambiguousWadeGilesQuality : weights.wadeGilesQuality;
    for (const key of wadeGiles) add(`zh:${key}`, quality, 'wade-giles');
  }
  for (const key of syllabify(latin, romanisation.cantonese, MAX_READINGS))
    add(`yue:${key}`, weights.cantoneseQuality, 'cantonese');
  const japanese = japaneseKey(latin, romanisation.romaji);
  if (japanese !== undefined) add(`ja:${japanese}`, weights.kanaQuality, 'romaji');
  addKorean(latin, weights.koreanQuality, 'korean-romanisation', add);
  if (!canBeFamily) return;
  for (const name of surnames.chineseBySpelling.get(latin) ?? [])
    add(`zh-name:${name}`, weights.surnameSpellingQuality, 'family-name-spelling');
  for (const name of surnames.koreanBySpelling.get(latin) ?? [])
    add(`ko-name:${name}`, weights.surnameSpellingQuality, 'family-name-spelling');
}

function addKorean(latin: string, quality: number, system: ReadingSystem, add: Add): void {
  const key = koreanKey(latin);
  if (key === '') return;
  add(`ko:${key}`, quality, system);
  const southern = withoutInitial(key);
  if (southern !== undefined) add(`ko:${southern}`, quality, system);
}

function addHan(word: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, romanisation, surnames } = reference;
  const characters = [...word.text].map(romanisation.hanReadings);
  if (characters.some((readings) => readings === undefined)) return;
  const readings = characters as readonly HanReadings[];
  const limit = readings.length <= 4 ? MAX_READINGS : 2;
  const each = (
    list: (reading: HanReadings) => readonly string[],
    prefix: string,
    quality: number,
    system: ReadingSystem,
  ) => {
    for (const { choice, cost } of combinations(readings.map(list), limit))
      add(prefix + choice.join(''), quality * weights.rarerReadingFactor ** Math.min(cost, MAX_STEPS), system);
  };
  each(({ mandarin }) => mandarin, 'zh:', weights.pinyinQuality, 'pinyin');
  each(({ cantonese }) => cantonese, 'yue:', weights.cantoneseQuality, 'cantonese');
  each(({ vietnamese }) => vietnamese, 'la:', weights.vietnameseQuality, 'vietnamese');
  for (const { choice } of combinations(
    readings.map(({ hangul }) => hangul),
    limit,
  ))
    addKorean(romanise(choice.join(''), 'hangul', reference), weights.sinoKoreanQuality, 'sino-korean', add);
  onReadings(readings, romanisation.romaji, limit).forEach((key, step) => {
    add(
      `ja:${key}`,
      weights.onReadingQuality * weights.rarerReadingFactor ** Math.min(step / 2, MAX_STEPS),
      'on-reading',
    );
  });
  if (readings.length <= 5)
    kunReadings(readings, romanisation.romaji, readings.length <= 3 ? KUN_READINGS : limit).forEach((key) => {
      add(`ja:${key}`, weights.kunReadingQuality, 'kun-reading');
    });
  for (const names of [surnames.japaneseFamily, surnames.japaneseGiven])
    for (const reading of names.get(word.text) ?? [])
      add(`ja:${japaneseKey(reading, romanisation.romaji) ?? reading}`, weights.nameReadingQuality, 'japanese-name');
  const pinyin = surnames.chinese.get(word.text);
  if (word.canBeFamily && pinyin !== undefined) {
    add(`zh:${pinyin}`, 1, 'pinyin');
    add(`zh-name:${word.text}`, 1, 'as-written');
  }
  if (word.canBeFamily)
    for (const name of surnames.koreanByHan.get(word.text) ?? []) add(`ko-name:${name}`, 1, 'as-written');
}

/** Kun readings are many: two characters of four stems and their voiced forms. */
const KUN_READINGS = 40;
