// Words written without spaces in, their parts out: family and given name, an organisation's ordinary words, numbers.
import type { Schema } from '../model/entity.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { japaneseFamilyLength } from './japanese-readings.ts';
import { hanNumberLength, kanaNumberAt } from './numbers.ts';
import { conceptOf } from './concepts.ts';
import type { PlacedWord } from './placed-word.ts';
import { katakanaOf, type Word } from './script.ts';

/** Han and hangul are written without spaces: a person's family name, an organisation's ordinary words are cut off. */
export function splitPlainWords(
  words: readonly PlacedWord[],
  schema: Schema | undefined,
  reference: NameReference,
): readonly PlacedWord[] {
  if (words.every(({ script }) => script === 'latin')) return words;
  const canBePerson = schema === undefined || schema === 'Person' || schema === 'LegalEntity';
  if (canBePerson) {
    const [only] = words;
    const length = only && words.length === 1 ? familyLength(only, reference) : 0;
    if (only && 0 < length)
      return [
        { ...only, text: only.text.slice(0, length), role: 'family' },
        { ...only, text: only.text.slice(length), role: 'given' },
      ];
  }
  return schema === 'Person'
    ? words
    : words
        .flatMap(splitNumber)
        .flatMap((word) => (word.number === undefined ? splitConcepts(word, reference) : [word]));
}

/** How many UTF-16 units of a whole name are the family name; 0 when that cannot be told. */
function familyLength({ text, script }: Word, { surnames, japanese }: NameReference): number {
  if (script !== 'han' && script !== 'hangul') return 0;
  const length = [...text].length;
  if (length < 2 || 6 < length) return 0;
  if (script === 'hangul') {
    if (4 < length) return 0;
    return 2 < length && surnames.korean.has(text.slice(0, 2)) ? 2 : surnames.korean.has(text[0] ?? '') ? 1 : 0;
  }
  const [first = '', second = ''] = text;
  if (2 < length && surnames.chinese.has(first + second)) return first.length + second.length;
  // 高橋 alone is a family name, though 高 can be a Chinese one
  if (MIN_PEOPLE_ALONE <= Math.max(...NAME_PARTS.map((part) => japanese.word(part, text)?.people ?? 0))) return 0;
  const japaneseLength = japaneseFamilyLength(text, japanese);
  const japaneseFamily = [...text].slice(0, japaneseLength).join('');
  // 小林健 is 小林 and 健, though 小 can be a Chinese family name
  if (1 < japaneseLength && MIN_PEOPLE <= (japanese.word('family', japaneseFamily)?.people ?? 0))
    return japaneseFamily.length;
  if (length <= 3 && (surnames.chinese.has(first) || surnames.koreanByHan.has(first))) return first.length;
  return japaneseFamily.length;
}

/** A Japanese family name that so many people were seen with is no chance beginning of a Chinese name. */
const MIN_PEOPLE = 2;
/** A family or given name that so many were seen with is no chance likeness of a Chinese name. */
const MIN_PEOPLE_ALONE = 5;
const NAME_PARTS = ['family', 'given'] as const;

/** 中国第一汽车 is 中国, 第一 and 汽车. The number stays as it is written, so that it can still be read aloud. */
function splitNumber(word: PlacedWord): readonly PlacedWord[] {
  if (word.script === 'kana') return splitKanaNumber(word);
  const start = word.script === 'han' ? word.text.indexOf('第') : -1;
  if (start < 0 || MAX_PARTED < word.text.length) return [word];
  const found = hanNumberLength(word.text.slice(start + 1));
  if (!found) return [word];
  const end = start + 1 + found.length;
  return [
    ...(0 < start ? [{ ...word, text: word.text.slice(0, start) }] : []),
    { ...word, text: word.text.slice(start, end), number: found.number },
    ...(end < word.text.length ? [{ ...word, text: word.text.slice(end) }] : []),
  ];
}

/** ノミナナンバースリーゼロ is ノミナ, ナンバー and 30. */
function splitKanaNumber(word: PlacedWord): readonly PlacedWord[] {
  const found = MAX_PARTED < word.text.length ? undefined : kanaNumberAt(katakanaOf(word.text));
  if (!found) return [word];
  const { sign, start, number } = found;
  return [
    { ...word, text: word.text.slice(0, sign) },
    ...(sign < start ? [{ ...word, text: word.text.slice(sign, start), isLight: true }] : []),
    { ...word, text: word.text.slice(start), number },
  ];
}

/** 华为技术 is 华为 and 技术; a word that is nothing but ordinary words stays in its parts. */
function splitConcepts(word: PlacedWord, reference: NameReference): readonly PlacedWord[] {
  const { concepts, joinedConcepts } = reference.words;
  if (word.script === 'cyrillic') return splitCyrillic(word, reference);
  if (word.script !== 'han' && word.script !== 'hangul' && word.script !== 'kana') return [word];
  if (MAX_PARTED < word.text.length) return [word];
  const katakana = katakanaOf(word.text);
  if (concepts.has(katakana)) return [word];
  const ending = (joinedConcepts.get(katakana.at(-1) ?? '') ?? []).find(
    (concept) => concept.length < katakana.length && katakana.endsWith(concept),
  );
  if (ending === undefined || katakana.length - ending.length < 2) return [word];
  // 設計局 is 設計 and 局, a 局 behind another word is part of it
  if (ending.length === 1 && !endsInConcept(katakana.slice(0, -1), reference)) return [word];
  return [
    ...splitConcepts({ ...word, text: word.text.slice(0, -ending.length) }, reference),
    { ...word, text: word.text.slice(-ending.length) },
  ];
}

/** Инвестиционнопромышленный: two ordinary words of what a company does; a noun (Электросервис) may be its name. */
function splitCyrillic(word: PlacedWord, reference: NameReference): readonly PlacedWord[] {
  const { text } = word;
  if (text.length < SHORTEST_COMPOUND || MAX_PARTED < text.length || !ADJECTIVE.test(text)) return [word];
  if (conceptOf(text, 'cyrillic', reference) !== undefined) return [word];
  for (let cut = SHORTEST_HALF; cut <= text.length - SHORTEST_HALF; cut++) {
    if (!'ое'.includes(text[cut - 1] as string)) continue;
    const [first, second] = [text.slice(0, cut), text.slice(cut)];
    if (conceptOf(first, 'cyrillic', reference) !== undefined && conceptOf(second, 'cyrillic', reference) !== undefined)
      return [
        { ...word, text: first },
        { ...word, text: second },
      ];
  }
  return [word];
}

const SHORTEST_COMPOUND = 12;
const SHORTEST_HALF = 5;
/** Russian, Ukrainian and Belarusian, of any gender. */
const ADJECTIVE = /(?:[нвч]|сь?к|ць?к)(?:[ыио]й|а|ая|о?е|ае|[ыи]я|[ыи]е|і|ої|[оа]га|ого|[иы]х)$/;

function endsInConcept(text: string, { words: { joinedConcepts } }: NameReference): boolean {
  return (joinedConcepts.get(text.at(-1) ?? '') ?? []).some((concept) => 1 < concept.length && text.endsWith(concept));
}

/** Words longer than this are compared as written. */
const MAX_PARTED = 40;
