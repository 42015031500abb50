// A word and its script in, every way it can be said out, each with the system behind it and how far to trust it.
import type { HanReadings } from '../reference/romanisation.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { onReadings } from './japanese.ts';
import { wordReadings } from './japanese-readings.ts';
import { koreanOfHangul } from './korean.ts';
import type { ReadingSystem, Script, Sound } from './name.ts';
import { romanise } from './romanise.ts';
import { byQuality, SoundCollection, type Add } from './sound-collection.ts';
import { addKorean, addSpelled } from './spelled-sounds.ts';
import { joinedChoices } from './syllables.ts';

export interface SpokenWord {
  readonly text: string;
  readonly script: Script;
  readonly latin: string;
  /** It stands where a family name can stand: names of persons begin or end with one. */
  readonly canBeFamily: boolean;
  readonly ofOrganisation: boolean;
  readonly role?: 'family' | 'given' | undefined;
}

/** Best first, one for each key. */
export function soundsOf(word: SpokenWord, reference: NameReference): readonly Sound[] {
  const sounds = new SoundCollection();
  if (word.script === 'han') addHan(word, reference, sounds.add);
  else if (word.latin !== '' && word.script !== 'digits') addSpelled(word, reference, sounds.add);
  return sounds.sorted();
}

/** The sounds of neighbours said as one word in the given traditions (`zh:`), besides those of the joined word itself. */
export function joinedSounds(
  parts: readonly (readonly Sound[])[],
  own: readonly Sound[],
  traditions: readonly string[],
): readonly Sound[] {
  const sounds = new SoundCollection();
  for (const sound of own) sounds.addSound(sound);
  for (const prefix of traditions) {
    let joined: readonly Unhashed[] = [{ key: prefix, quality: 1, system: 'as-written' }];
    for (const part of parts) {
      const said = part.filter(({ key }) => key.startsWith(prefix));
      const rests = said.map(({ key }) => key.slice(prefix.length));
      const longer: Unhashed[] = [];
      for (const before of joined)
        for (const [index, { quality, system }] of said.entries())
          longer.push({ key: before.key + rests[index], quality: Math.min(before.quality, quality), system });
      joined = longer.sort(byQuality).slice(0, MAX_JOINED);
    }
    for (const { key, quality, system } of joined) sounds.add(key, quality, system);
  }
  return sounds.sorted();
}

/** There are very many of them, and few stay. */
type Unhashed = Omit<Sound, 'hash'>;

/** Two words of a dozen Japanese readings each. */
const MAX_JOINED = 256;

/** Readings of one word that are kept for each system. */
const MAX_READINGS = 12;
/** A rarer reading of a character is trusted less for each step down its list; after this many steps no further. */
const MAX_STEPS = 3;

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
    for (const { text, cost } of joinedChoices(readings.map(list), limit))
      add(prefix + text, quality * weights.rarerReadingFactor ** Math.min(cost, MAX_STEPS), system);
  };
  each(({ mandarin }) => mandarin, 'zh:', weights.pinyinQuality, 'pinyin');
  each(({ cantonese }) => cantonese, 'yue:', weights.cantoneseQuality, 'cantonese');
  each(({ vietnamese }) => vietnamese, 'la:', weights.vietnameseQuality, 'vietnamese');
  for (const { text } of joinedChoices(
    readings.map(({ hangul }) => hangul),
    limit,
  ))
    addKorean(koreanOfHangul(text, romanisation.korean), weights.sinoKoreanQuality, 'sino-korean', reference, add);
  onReadings(readings, romanisation.romaji, limit).forEach((key, step) => {
    add(
      `ja:${key}`,
      weights.onReadingQuality * weights.rarerReadingFactor ** Math.min(step / 2, MAX_STEPS),
      'on-reading',
    );
  });
  addJapaneseNames(word, reference, add);
  const pinyin = surnames.chinese.get(word.text);
  if (word.canBeFamily && pinyin !== undefined) {
    add(`zh:${pinyin}`, 1, 'pinyin');
    add(`zh-name:${word.text}`, 1, 'as-written');
  }
  if (word.canBeFamily)
    for (const name of surnames.koreanByHan.get(word.text) ?? []) add(`ko-name:${name}`, 1, 'as-written');
}

/** As a family or a given name, or as a word of an organisation's name. */
function addJapaneseNames(word: SpokenWord, reference: NameReference, add: Add): void {
  const { weights, japanese } = reference;
  const isListed = word.role !== undefined && japanese.word(word.role, word.text) !== undefined;
  const parts =
    word.role && isListed ? [word.role] : word.ofOrganisation && !word.canBeFamily ? ORGANISATION_PARTS : PERSON_PARTS;
  let everybody = 0;
  const read = parts.flatMap((part) => {
    const people = (japanese.word(part, word.text)?.people ?? 0) + UNLISTED_PEOPLE;
    everybody += people;
    const share = Math.log(people);
    return wordReadings(word.text, part, japanese, MAX_NAME_READINGS).map((reading) => ({
      ...reading,
      log: reading.log + share,
    }));
  });
  const usual = Math.log(everybody * USUAL_SHARE);
  for (const { kana, log, isListed } of read)
    add(
      `ja:${keyOfKana(kana, reference)}`,
      (isListed ? weights.nameReadingQuality : weights.kunReadingQuality) *
        weights.rarerReadingFactor ** Math.min(Math.max(0, usual - log), MAX_NAME_STEPS),
      isListed ? 'japanese-name' : 'kun-reading',
    );
}

/** A word that no list has as a family name may still be one. */
const UNLISTED_PEOPLE = 0.5;
/** A reading of so many of the bearers is trusted in full; each step is one that is e times as rare. */
const USUAL_SHARE = 0.35;
const MAX_NAME_STEPS = 6;

const keysByReference = new WeakMap<NameReference, Map<string, string>>();
/** Different readings of Japanese names: far fewer than names. */
const MAX_KEYS = 50_000;

function keyOfKana(kana: string, reference: NameReference): string {
  let keys = keysByReference.get(reference);
  if (!keys) keysByReference.set(reference, (keys = new Map<string, string>()));
  const known = keys.get(kana);
  if (known !== undefined) return known;
  const key = romanise(kana, 'kana', reference);
  if (keys.size < MAX_KEYS) keys.set(kana, key);
  return key;
}

const PERSON_PARTS = ['family', 'given'] as const;
const ORGANISATION_PARTS = ['word'] as const;
const MAX_NAME_READINGS = 8;
