// A raw name in, the name as it is read out: words, scripts, sounds, titles, legal forms.
import type { Schema } from '../model/entity.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { compactText, foldText } from './fold.ts';
import { splitLegalForm } from './legal-forms.ts';
import type { Name, NameToken, RawName, Script } from './name.ts';
import { letterSkeleton } from './letter-skeleton.ts';
import { romanise } from './romanise.ts';
import { katakanaOf, wordsOf, type Word } from './script.ts';
import { joinedSounds, soundsOf } from './sounds.ts';

/**
 * Reads a name in any script. Without a schema it may be a person's or an organisation's: legal forms are taken off, and
 * Han or hangul names of two to four characters are read as a family name and a given name as well.
 * Never throws; a text of more than `MAX_WORDS` words is read as far as that, and says so (`isCutOff`).
 */
export function analyseName(raw: RawName, reference: NameReference, schema?: Schema, memo?: TokenMemo): Name {
  const folded = foldText(raw.text, reference);
  const person = schema === 'Person';
  const { core, forms } = person ? { core: folded, forms: [] } : splitLegalForm(folded, reference);
  const { family, rest } = familyBeforeComma(core, person);
  const read = (text: string) => wordsOf(text, (parts) => parts.every(isSyllable));
  const all = [
    ...read(family ?? '').map((word) => ({ ...word, role: 'family' as const })),
    ...read(rest).map((word) => (family === undefined ? word : { ...word, role: 'given' as const })),
  ];
  const marked = all.slice(0, MAX_WORDS);
  const { titles, words } = withoutTitles(marked, schema, reference);
  const placed = withRoles(splitPlainWords(words, schema, reference), raw, reference);
  const tokens = placed.map((word, index) => {
    const canBeFamily = schema !== 'Company' && schema !== 'Vessel' && (index === 0 || index === placed.length - 1);
    const place = { canBeFamily, ofOrganisation: !person, isOnly: placed.length === 1 };
    if (!memo) return tokenOf(word, place, reference);
    const key = `${Number(canBeFamily)}${Number(person)}${Number(place.isOnly)}${Number(word.dotted)}${word.role ?? ''} ${word.text}`;
    const token = memo.get(key) ?? tokenOf(word, place, reference);
    memo.set(key, token);
    return token;
  });
  return {
    original: raw.text,
    isCutOff: marked.length < all.length,
    isPlaceholder: reference.words.placeholders.has(compactText(folded)),
    kind: raw.kind ?? 'primary',
    ...(raw.language === undefined ? {} : { language: raw.language }),
    ofOrganisation: !person,
    tokens,
    titles,
    legalForms: forms,
    canBeChinese: canBe(tokens, 'zh-name:', ['zh:', 'yue:'], 'han'),
    canBeKorean: canBe(tokens, 'ko-name:', ['ko:'], 'hangul'),
  };
}

/**
 * Joined neighbours as one word (Guo Qiang as Guoqiang), with the sounds of the given traditions (`zh:`, `ja:`).
 * Characters are looked up anew: they may be a name that the table of Japanese names knows.
 */
export function joinedToken(
  parts: readonly NameToken[],
  ofOrganisation: boolean,
  traditions: readonly string[],
  reference: NameReference,
): NameToken {
  const script = parts[0]?.script ?? 'other';
  const text = parts.map((part) => part.text).join('');
  const latin = parts.map((part) => part.latin).join('');
  const family = {
    han: reference.surnames.chinese.has(text),
    spelled: reference.surnames.chineseBySpelling.get(latin) ?? [],
  };
  const own =
    script === 'han'
      ? soundsOf({ text, script, latin, canBeFamily: family.han, ofOrganisation }, reference)
      : family.spelled.map((name) => ({
          key: `zh-name:${name}`,
          quality: reference.weights.surnameSpellingQuality,
          system: 'family-name-spelling' as const,
        }));
  return {
    text,
    script,
    kind: 'word',
    latin,
    letters: letterSkeleton(latin),
    sounds: joinedSounds(
      parts.map(({ sounds }) => sounds),
      own,
      traditions,
    ),
  };
}

/** Words that were read already, for reading many names: words repeat. Only for one reference. */
export type TokenMemo = Map<string, NameToken>;

const MAX_WORDS = 60;

type PlacedWord = Word & { readonly role?: 'family' | 'given' };

/** "PETROV, Ivan": what stands before the one comma is the family name of a person. */
function familyBeforeComma(core: string, person: boolean): { readonly family?: string; readonly rest: string } {
  const comma = core.indexOf(',');
  if (!person || comma <= 0 || core.includes(',', comma + 1) || comma === core.length - 1) return { rest: core };
  return { family: core.slice(0, comma), rest: core.slice(comma + 1) };
}

/** One vowel or vowel group: Guo-qiang is one word, Jean-Pierre two. */
function isSyllable(part: string): boolean {
  return /^[a-z]{1,6}$/.test(part) && /^[^aeiouy]*y?[aeiou]+y?[^aeiouy]*$|^[^aeiouy]*y[^aeiouy]*$/.test(part);
}

/** Titles of persons and of ships; "General Electric" has none. */
function withoutTitles(
  words: readonly PlacedWord[],
  schema: Schema | undefined,
  { words: { titlesBefore, titlesAfter, titlesOfShips, joinedTitles } }: NameReference,
): { titles: readonly string[]; words: readonly PlacedWord[] } {
  const [prefix] = words;
  if (schema === 'Vessel' && prefix && 1 < words.length && titlesOfShips.has(prefix.text))
    return { titles: [prefix.text], words: words.slice(1) };
  if (schema !== 'Person') return { titles: [], words };
  const titles: string[] = [];
  const rest = [...words];
  for (;;) {
    const [first, second] = rest;
    const pair = `${first?.text} ${second?.text}`;
    if (first && second && 2 < rest.length && titlesBefore.has(pair))
      titles.push(...rest.splice(0, 2).map(({ text }) => text));
    // one letter ("U Thein Sein") is a title only before two words, and not when it is written as an initial
    else if (
      first &&
      titlesBefore.has(first.text) &&
      (first.text.length === 1 ? 2 < rest.length && !first.dotted : 1 < rest.length)
    )
      titles.push(...rest.splice(0, 1).map(({ text }) => text));
    else break;
  }
  while (1 < rest.length && titlesAfter.has(rest.at(-1)?.text ?? '')) titles.push(rest.pop()?.text ?? '');
  const last = rest.at(-1);
  const joined = last && joinedTitles.find((title) => last.text.endsWith(title) && title.length + 1 < last.text.length);
  if (last && joined !== undefined) {
    titles.push(joined);
    rest[rest.length - 1] = { ...last, text: last.text.slice(0, -joined.length) };
  }
  return { titles, words: rest };
}

/** Han and hangul are written without spaces: a person's family name, an organisation's ordinary words are cut off. */
function splitPlainWords(
  words: readonly PlacedWord[],
  schema: Schema | undefined,
  reference: NameReference,
): readonly PlacedWord[] {
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
  return schema === 'Person' ? words : words.flatMap((word) => splitConcepts(word, reference));
}

/** How many UTF-16 units of a whole name are the family name; 0 when that cannot be told. */
function familyLength({ text, script }: Word, { surnames }: NameReference): number {
  const length = [...text].length;
  if ((script !== 'han' && script !== 'hangul') || length < 2 || 6 < length) return 0;
  if (script === 'hangul') {
    if (4 < length) return 0;
    return 2 < length && surnames.korean.has(text.slice(0, 2)) ? 2 : surnames.korean.has(text[0] ?? '') ? 1 : 0;
  }
  for (const units of [3, 2]) {
    const head = text.slice(0, units);
    if (units < text.length && (surnames.japaneseFamily.has(head) || surnames.chinese.has(head))) return units;
  }
  const [first = ''] = text;
  if (length <= 3 && (surnames.chinese.has(first) || surnames.koreanByHan.has(first))) return first.length;
  // most Japanese names of four or five characters have a family name of two
  return length === 4 || length === 5 ? [...text].slice(0, 2).join('').length : 0;
}

/** 华为技术 is 华为 and 技术; a word that is nothing but ordinary words stays in its parts. */
function splitConcepts(word: PlacedWord, reference: NameReference): readonly PlacedWord[] {
  const { concepts, joinedConcepts } = reference.words;
  if (word.script !== 'han' && word.script !== 'hangul' && word.script !== 'kana') return [word];
  if (MAX_SPOKEN < word.text.length) return [word];
  const katakana = katakanaOf(word.text);
  if (concepts.has(katakana)) return [word];
  const ending = joinedConcepts.find((concept) => concept.length < katakana.length && katakana.endsWith(concept));
  if (ending === undefined || katakana.length - ending.length < 2) return [word];
  return [
    ...splitConcepts({ ...word, text: word.text.slice(0, -ending.length) }, reference),
    { ...word, text: word.text.slice(-ending.length) },
  ];
}

/** The parts that the source itself gives say which word is which. */
function withRoles(words: readonly PlacedWord[], raw: RawName, reference: NameReference): readonly PlacedWord[] {
  const family = raw.family === undefined ? '' : compactText(foldText(raw.family, reference));
  const given = raw.given === undefined ? '' : compactText(foldText(raw.given, reference));
  if (family === '' && given === '') return words;
  return words.map((word): PlacedWord => {
    const isFamily = family.includes(word.text);
    const isGiven = given.includes(word.text);
    return isFamily === isGiven ? word : { ...word, role: isFamily ? 'family' : 'given' };
  });
}

interface Place {
  readonly canBeFamily: boolean;
  readonly ofOrganisation: boolean;
  readonly isOnly: boolean;
}

function tokenOf(
  word: PlacedWord,
  { canBeFamily, ofOrganisation, isOnly }: Place,
  reference: NameReference,
): NameToken {
  const number = ofOrganisation ? ROMAN_NUMBERS.get(word.text) : undefined;
  const script = number === undefined ? word.script : 'digits';
  const text = number ?? (script === 'kana' ? katakanaOf(word.text) : word.text);
  const spelled = romanise(text, script, reference);
  const latin = spelled.replaceAll("'", '');
  const concept = ofOrganisation ? reference.words.concepts.get(text) : undefined;
  return {
    text,
    script,
    kind: isOnly && script !== 'digits' ? 'word' : kindOf({ ...word, script }, concept, reference),
    ...(concept === undefined ? {} : { concept }),
    ...(word.role ? { role: word.role } : {}),
    latin,
    letters: letterSkeleton(spelled),
    sounds: text.length <= MAX_SPOKEN ? soundsOf({ text, script, latin, canBeFamily, ofOrganisation }, reference) : [],
  };
}

/** "Trust II" and "Trust III" are two companies. Absent: numbers that are words as well (I, V, X, VI, XI). */
const ROMAN_NUMBERS: ReadonlyMap<string, string> = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['vii', '7'],
  ['viii', '8'],
  ['ix', '9'],
  ['xii', '12'],
  ['xiii', '13'],
  ['xiv', '14'],
  ['xv', '15'],
]);

/** Words longer than this are compared as written. */
const MAX_SPOKEN = 40;

function kindOf(
  { text, script, dotted }: Word,
  concept: string | undefined,
  { words }: NameReference,
): NameToken['kind'] {
  if (script === 'digits') return 'number';
  const single = text.length === 1 && isAlphabetic(script);
  if (single && dotted) return 'initial';
  if (words.light.has(text)) return 'light';
  if (concept !== undefined) return 'concept';
  return single ? 'initial' : 'word';
}

function isAlphabetic(script: Script): boolean {
  return script === 'latin' || script === 'cyrillic' || script === 'greek';
}

/** One word at an end is a family name of the tradition, and every word can be read in it (or is written in its script). */
function canBe(tokens: readonly NameToken[], family: string, traditions: readonly string[], own: Script): boolean {
  const words = tokens.filter(({ kind }) => kind !== 'light');
  if (words.length < 1 || 5 < words.length) return false;
  const has = ({ sounds }: NameToken, prefixes: readonly string[]) =>
    sounds.some(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  return (
    words.some((token) => has(token, [family])) &&
    words.every((token) => token.script === own || has(token, [family, ...traditions]))
  );
}
