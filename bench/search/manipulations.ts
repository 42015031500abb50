// A name in, the same name as somebody else would write it or get it wrong out.
//
// What is never made, as nothing could be found by it or it would be another name:
// - A typo is one letter of a word of four letters or more, any letter of it, once a word. Figures and legal forms are left
//   alone, and so is hangul, where a mistyped letter is a part of a syllable; of Han names those of companies with five
//   characters or more have some, as one character makes another person.
// - A part is left out of three words or more besides the legal form, never the first or the last; initials stand for one word
//   of three, or of two when the word that stays has eight letters.
// - Words that were changed are not changed again.
// - Order changes for persons alone: companies are not written backwards.
import { legalFormIn, otherFormOf } from './legal-form-spellings.ts';
import { below, oneOf, type Random } from './random.ts';

export const manipulations = [
  'letter-deleted',
  'letter-inserted',
  'letter-substituted',
  'letters-exchanged',
  'order',
  'part-missing',
  'initial',
  'joined',
  'split',
  'legal-form',
  'marks',
  'script',
] as const;
export type Manipulation = (typeof manipulations)[number];

export interface Word {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A name on its way to becoming a query. */
export interface Draft {
  readonly words: readonly Word[];
  readonly isPerson: boolean;
  /** The whole name in another script. */
  readonly otherScript?: string;
}

/** `FAMILY, Given` is asked for as it is said, like a form with one field would have it. */
export function draftOf(text: string, isPerson: boolean, otherScript?: string): Draft {
  const said = isPerson ? text.replace(/^([^,]+), ([^,]+)$/, '$2 $1') : text;
  return { words: wordsOf(said), isPerson, ...(otherScript === undefined ? {} : { otherScript }) };
}

export function textOf({ words }: Draft): string {
  return words.map(({ text }) => text).join(' ');
}

/** The name after one manipulation; undefined when the name is not one that it can be done to. */
export function manipulated(draft: Draft, manipulation: Manipulation, random: Random): Draft | undefined {
  return byManipulation[manipulation](draft, random);
}

const byManipulation: Readonly<Record<Manipulation, (draft: Draft, random: Random) => Draft | undefined>> = {
  'letter-deleted': (draft, random) => withTypo(draft, random, (letters, place) => letters.toSpliced(place, 1)),
  'letter-inserted': (draft, random) =>
    withTypo(draft, random, (letters, place) =>
      letters.toSpliced(place, 0, otherLetter(draft, letters, place, random)),
    ),
  'letter-substituted': (draft, random) =>
    withTypo(draft, random, (letters, place) =>
      letters.toSpliced(place, 1, otherLetter(draft, letters, place, random)),
    ),
  'letters-exchanged': (draft, random) =>
    withTypo(draft, random, (letters, place) => {
      const first = Math.min(place, letters.length - 2);
      return letters.toSpliced(first, 2, letters[first + 1] ?? '', letters[first] ?? '');
    }),
  order: inOtherOrder,
  'part-missing': withoutPart,
  initial: withInitial,
  joined: withJoinedWords,
  split: withSplitWord,
  'legal-form': withOtherForm,
  marks: withOtherMarks,
  script: inOtherScript,
};

function wordsOf(text: string): Word[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, isChanged: false }));
}

const PLAIN_LETTERS = /^[\p{L}\p{M}'’-]+$/u;

function withTypo(
  draft: Draft,
  random: Random,
  change: (letters: readonly string[], place: number) => readonly string[],
): Draft | undefined {
  const form = legalFormOf(draft);
  const place = placeWhere(draft, random, (word) => canHaveTypo(word, draft, form));
  if (place === undefined) return undefined;
  const { text = '' } = draft.words[place] ?? {};
  const [before, core, after] = withoutForm(text, form);
  const letters = Array.from(core);
  const changed = inCaseOf(core, change(letters, below(letters.length, random)).join(''));
  return changed === core ? undefined : withWords(draft, place, 1, [before + changed + after]);
}

function canHaveTypo({ text, isChanged }: Word, { isPerson }: Draft, form: string | undefined): boolean {
  if (isChanged || !PLAIN_LETTERS.test(text) || /\p{sc=Hangul}/u.test(text) || form?.split(' ').includes(text))
    return false;
  const letters = Array.from(withoutForm(text, form)[1]).length;
  return /\p{sc=Han}/u.test(text) ? !isPerson && LONG_HAN <= letters : SHORTEST_WITH_TYPO <= letters;
}

const SHORTEST_WITH_TYPO = 4;
const LONG_HAN = 5;

/** Where words are not spaced the form is a part of the word. */
function withoutForm(text: string, form = ''): readonly [before: string, core: string, after: string] {
  if (form === '' || form.length === text.length) return ['', text, ''];
  if (text.endsWith(form)) return ['', text.slice(0, -form.length), form];
  return text.startsWith(form) ? [form, text.slice(form.length), ''] : ['', text, ''];
}

/** Persons have none, whatever their name ends with. */
function legalFormOf(draft: Draft): string | undefined {
  return draft.isPerson ? undefined : legalFormIn(textOf(draft));
}

/** Who writes `Ivan` writes `Vian`, not `vIan`. */
function inCaseOf(pattern: string, word: string): string {
  if (pattern === pattern.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}\p{Ll}+$/u.test(pattern) ? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase() : word;
}

const lettersByScript: readonly (readonly [RegExp, string])[] = [
  [/\p{sc=Latin}/u, 'abcdefghijklmnoprstuvwyz'],
  [/\p{sc=Cyrillic}/u, 'абвгдеиклмнопрстуфчшя'],
  [/\p{sc=Arabic}/u, 'ابتجحدرسعفقكلمنهوي'],
  [/\p{sc=Hebrew}/u, 'אבגדהוחטילמנסעפקרשת'],
  [/\p{sc=Greek}/u, 'αβγδεικλμνοπρστυφ'],
  [/\p{sc=Katakana}/u, 'アイウエオカキクコサシスタテトナニマミラリルレロン'],
];

/** A letter of the same script and case; of other scripts one of the name's own. */
function otherLetter(draft: Draft, letters: readonly string[], place: number, random: Random): string {
  const old = letters[place] ?? '';
  const alphabet = lettersByScript.find(([script]) => script.test(old))?.[1] ?? textOf(draft).replace(/\P{L}/gu, '');
  const letter = oneOf(Array.from(alphabet), random);
  return old !== old.toLowerCase() ? letter.toUpperCase() : letter;
}

function inOtherOrder(draft: Draft, random: Random): Draft | undefined {
  const { words, isPerson } = draft;
  const last = words.at(-1);
  if (!isPerson || words.length < 2 || !last) return undefined;
  const rest = words.slice(0, -1);
  if (random() < 0.3) return { ...draft, words: [...words.slice(1), ...words.slice(0, 1)] };
  return { ...draft, words: [random() < 0.4 ? { ...last, text: `${last.text},` } : last, ...rest] };
}

function withoutPart(draft: Draft, random: Random): Draft | undefined {
  const form = legalFormOf(draft)?.split(' ') ?? [];
  const places = [...draft.words.keys()].filter((place) => !form.includes(draft.words[place]?.text ?? ''));
  return places.length < 3 ? undefined : withWords(draft, oneOf(places.slice(1, -1), random), 1, []);
}

function withInitial(draft: Draft, random: Random): Draft | undefined {
  const { words, isPerson } = draft;
  const last = words.at(-1)?.text ?? '';
  const isEnough = 3 <= words.length || (words.length === 2 && 8 <= last.length);
  if (!isPerson || !isEnough) return undefined;
  const place = below(words.length - 1, random);
  const { text = '', isChanged = true } = words[place] ?? {};
  if (isChanged || text.length < 3 || !/^\p{Lu}/u.test(text)) return undefined;
  return withWords(draft, place, 1, [`${text.slice(0, 1)}${random() < 0.5 ? '.' : ''}`]);
}

function withJoinedWords(draft: Draft, random: Random): Draft | undefined {
  const place = below(draft.words.length - 1, random);
  const [one, other] = draft.words.slice(place, place + 2);
  if (!one || !other || one.isChanged || other.isChanged) return undefined;
  const joined = inCaseOf(one.text, one.text + other.text);
  const isFit = [one, other].every(({ text }) => 2 < text.length && PLAIN_LETTERS.test(text)) && joined.length <= 20;
  return isFit && !legalFormOf(draft)?.split(' ').includes(other.text)
    ? withWords(draft, place, 2, [joined])
    : undefined;
}

function withSplitWord(draft: Draft, random: Random): Draft | undefined {
  const place = placeWhere(
    draft,
    random,
    ({ text, isChanged }) => !isChanged && 8 <= text.length && PLAIN_LETTERS.test(text),
  );
  if (place === undefined) return undefined;
  const text = draft.words[place]?.text ?? '';
  const at = 3 + below(text.length - 5, random);
  return withWords(draft, place, 1, [text.slice(0, at), text.slice(at)]);
}

function withOtherForm(draft: Draft, random: Random): Draft | undefined {
  const text = textOf(draft);
  const form = legalFormOf(draft);
  if (form === undefined) return undefined;
  const changed = text.replace(form, random() < 0.5 ? '' : otherFormOf(form, random)).trim();
  // what was changed before is known by its text: the form stands apart from it
  const before = new Set(draft.words.filter(({ isChanged }) => isChanged).map((word) => word.text));
  const words = wordsOf(changed).map((word) => ({ ...word, isChanged: before.has(word.text) }));
  return 0 < words.length && changed !== text ? { ...draft, words } : undefined;
}

const MARKS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  z: 'ž',
};

/** Marks are dropped where there are some, else one is added. */
function withOtherMarks(draft: Draft, random: Random): Draft | undefined {
  const text = textOf(draft);
  const isLatin = (letters: string) => /\p{sc=Latin}/u.test(letters);
  if (/[\u00c0-\u024f]/.test(text.normalize('NFC')))
    return {
      ...draft,
      words: draft.words.map((word) => ({
        ...word,
        text: isLatin(word.text) ? word.text.normalize('NFD').replace(/\p{M}/gu, '') : word.text,
      })),
    };
  const place = placeWhere(
    draft,
    random,
    (word) => 3 < word.text.length && isLatin(word.text) && /[aeiouncsz]/.test(word.text),
  );
  if (place === undefined) return undefined;
  const letters = Array.from(draft.words[place]?.text ?? '');
  const at = oneOf(
    [...letters.keys()].filter((index) => (letters[index] ?? '') in MARKS),
    random,
  );
  return withWords(draft, place, 1, [letters.with(at, MARKS[letters[at] ?? ''] ?? '').join('')], false);
}

function inOtherScript({ isPerson, otherScript }: Draft): Draft | undefined {
  return otherScript === undefined ? undefined : draftOf(otherScript, isPerson);
}

function placeWhere({ words }: Draft, random: Random, isFit: (word: Word) => boolean): number | undefined {
  const places = [...words.keys()].filter((place) => {
    const word = words[place];
    return word !== undefined && isFit(word);
  });
  return places.length === 0 ? undefined : oneOf(places, random);
}

function withWords(draft: Draft, place: number, count: number, texts: readonly string[], isChanged = true): Draft {
  return { ...draft, words: draft.words.toSpliced(place, count, ...texts.map((text) => ({ text, isChanged }))) };
}
