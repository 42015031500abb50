// A raw name in, the name as it is read out: words, scripts, sounds, titles, legal forms.
import type { Schema } from '../model/entity.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { withCompounds } from './compounds.ts';
import { withPatronymics } from './endings.ts';
import { compactText, foldText } from './fold.ts';
import { withJoinedLetters, withPartedInitials, withSpelledLetters } from './initials.ts';
import { splitLegalForm } from './legal-forms.ts';
import type { Name, NameToken, RawName, Script } from './name.ts';
import { withNumbers } from './numbers.ts';
import type { PlacedWord } from './placed-word.ts';
import { wordsOf } from './script.ts';
import { TRADITION } from './sound-collection.ts';
import { splitPlainWords } from './split-words.ts';
import { areTitlesAfter, withoutTitles } from './titles.ts';
import { tokenOf, type Place } from './token.ts';
import { tokenRecord } from './token-record.ts';
import { capitalsOf, partAtCapitals, type Capitals } from './written-case.ts';

export { joinedToken } from './joined-token.ts';

/**
 * Reads a name in any script. Without a schema it may be a person's or an organisation's: legal forms are taken off, and
 * Han or hangul names of two to four characters are read as a family name and a given name as well.
 * Never throws; a text of more than `MAX_WORDS` words is read as far as that, and says so (`isCutOff`).
 */
export function analyseName(raw: RawName, reference: NameReference, schema?: Schema, memo?: TokenMemo): Name {
  const person = schema === 'Person';
  const folded = foldText(partAtCapitals(raw.text, person, reference), reference);
  const { core, forms } = person ? { core: folded, forms: [] } : splitLegalForm(folded, reference);
  const written = writtenWords(person ? withoutFigures(core) : core, person, reference);
  const { titles, words } = withoutTitles(written.words.slice(0, MAX_WORDS), schema, reference);
  const capitals = person ? capitalsOf(raw.text, reference) : undefined;
  const people = person ? peopleIn(words, core, reference) : 1;
  const placed = person
    ? asSaid(personWords(words, raw, capitals, reference), written.hasComma, reference)
    : otherWords(words, raw, schema, 0 < forms.length, reference);
  const tokens = tokensOf(placed, schema, reference, memo);
  const { surnames } = reference;
  const name: { -readonly [Field in keyof Name]: Name[Field] } = {
    original: raw.text,
    isCutOff: MAX_WORDS < written.words.length,
    isPlaceholder: written.words.length <= MAX_PLACEHOLDER && isPlaceholder(folded, reference),
    kind: raw.kind ?? 'primary',
    ofOrganisation: !person,
    order: isOrderStated(raw, written.hasComma, capitals) ? 'stated' : 'unknown',
    tokens,
    titles,
    legalForms: forms,
    canBeChinese: canBe(tokens, TRADITION.chineseFamily, TRADITION.chinese | TRADITION.cantonese, 'han'),
    canBeKorean: canBe(tokens, TRADITION.koreanFamily, TRADITION.korean, 'hangul'),
    canBeJapanese: canBeJapanese(tokens),
    hasJapaneseFamily:
      person && canBeJapanese(tokens) && [0, -1].some((end) => surnames.japanese.has(tokens.at(end)?.text ?? '')),
    canBeVietnamese: person && isVietnamese(tokens, reference),
    canBeBurmese: person && tokens.every(({ text }) => reference.words.burmese.has(text)),
    hasFiliation: hasFiliation(tokens, reference),
  };
  if (raw.language !== undefined) name.language = raw.language;
  if (1 < people) name.people = people;
  return name;
}

/** Words that were read already, by their records (`token-record.ts`), for reading many names: words repeat. Only for one reference. */
export interface TokenMemo {
  get(record: string): NameToken | undefined;
  set(record: string, token: NameToken): unknown;
}

const MAX_WORDS = 60;
/** Words of what stands in place of a name: "to be determined", "N / A". */
const MAX_PLACEHOLDER = 4;

/** Told by the first two letters for most names. */
function isPlaceholder(folded: string, { words: { placeholders, placeholderStarts } }: NameReference): boolean {
  return (
    (placeholderStarts.has(folded.slice(0, 2)) || !TWO_LETTERS.test(folded)) && placeholders.has(compactText(folded))
  );
}

const TWO_LETTERS = /^\p{L}{2}/u;

interface WrittenWords {
  readonly words: readonly PlacedWord[];
  /** A comma parted the family name from the others. */
  readonly hasComma: boolean;
}

function writtenWords(core: string, person: boolean, reference: NameReference): WrittenWords {
  const read = (text: string): readonly PlacedWord[] =>
    wordsOf(text, (parts) => parts.every(isSyllable), reference.lookAlikes);
  if (!person) return { words: read(withoutOrdinalEndings(core)), hasComma: false };
  const comma = core.indexOf(',');
  if (comma <= 0) return { words: read(core), hasComma: false };
  const [family = '', ...others] = core
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const rest = others.map((part) => read(part));
  // "King, Martin Luther, Jr." and "Martin Luther King, Jr."
  const given = rest.filter(
    (words) =>
      !areTitlesAfter(
        words.map(({ text }) => text),
        reference,
      ),
  );
  if (given.length !== 1) return { words: [...read(family), ...rest.flat()], hasComma: false };
  return {
    words: [
      ...read(family).map((word) => ({ ...word, role: 'family' as const })),
      ...rest.flatMap((words) =>
        words === given[0] ? words.map((word) => ({ ...word, role: 'given' as const })) : words,
      ),
    ],
    hasComma: true,
  };
}

/** One vowel or vowel group: Guo-qiang is one word, Jean-Pierre two. */
function isSyllable(part: string): boolean {
  return /^[a-z]{1,6}$/.test(part) && /^[^aeiouy]*y?[aeiou]+y?[^aeiouy]*$|^[^aeiouy]*y[^aeiouy]*$/.test(part);
}

/** "1st", "2ème": the number alone. */
function withoutOrdinalEndings(core: string): string {
  return /\d(?:st|nd|rd|th|er|[eè]me|ère)/.test(core)
    ? core.replace(/(\d)(?:st|nd|rd|th|er|[eè]me|ère)(?![\p{L}\p{N}])/gu, '$1')
    : core;
}

/** Of a person: tones of syllables (Chen2 Guo2qiang2) are left out, and an ordinal is a Roman one (Charles 3rd, Charles III). */
function withoutFigures(core: string): string {
  if (!/\d/.test(core)) return core;
  if (WITH_TONES.test(core)) return core.replace(/\d/g, '');
  return core.replace(ORDINAL, (_, figure: string) => ROMAN[figure] ?? '');
}

const WITH_TONES = /^(?:[a-z]{1,6}[1-5])+(?:[ -](?:[a-z]{1,6}[1-5])+)+$/;
const ORDINAL = /(?<![\p{L}\p{N}])([234])(?:nd|rd|th)(?![\p{L}\p{N}])/gu;
const ROMAN: Readonly<Record<string, string>> = { 2: 'ii', 3: 'iii', 4: 'iv' };

function personWords(
  words: readonly PlacedWord[],
  raw: RawName,
  capitals: Capitals | undefined,
  reference: NameReference,
): readonly PlacedWord[] {
  const family = raw.family ?? (capitals && raw.given === undefined ? capitals.family.join(' ') : undefined);
  const isRest = raw.family === undefined && family !== undefined && family !== '';
  let placed = withRoles(
    splitPlainWords(withSpelledLetters(words), 'Person', reference),
    { ...raw, ...(isRest ? { family } : {}) },
    isRest,
    reference,
  );
  const inCapitals = capitals ? new Set(capitals.all.map((word) => word.toLowerCase())) : NONE_IN_CAPITALS;
  placed = withPartedInitials(placed, inCapitals, reference);
  placed = withCompounds(placed, reference);
  placed = withPatronymics(placed, reference);
  return withoutRepetition(withVietnameseWords(placed, reference), reference);
}

/**
 * "JADID, Milad" is said Milad Jadid, so that words that are joined or left out are neighbours as they are elsewhere. Family names
 * of East Asia stay in front, and those of scripts whose lists have them in front without a comma as well.
 */
function asSaid(words: readonly PlacedWord[], hasComma: boolean, reference: NameReference): readonly PlacedWord[] {
  if (!hasComma) return words;
  const family = words.filter(({ role }) => role === 'family');
  const isFirst = family.some(({ text, script }) => !SAID_GIVEN_FIRST.has(script) || isOfEastAsia(text, reference));
  return isFirst ? words : [...words.filter(({ role }) => role !== 'family'), ...family];
}

const SAID_GIVEN_FIRST: ReadonlySet<Script> = new Set(['latin', 'arabic', 'hebrew', 'greek']);

function isOfEastAsia(text: string, { surnames }: NameReference): boolean {
  const { chineseBySpelling, koreanBySpelling, vietnamese, japanese } = surnames;
  return chineseBySpelling.has(text) || koreanBySpelling.has(text) || vietnamese.has(text) || japanese.has(text);
}

const NONE_IN_CAPITALS: ReadonlySet<string> = new Set();

function otherWords(
  words: readonly PlacedWord[],
  raw: RawName,
  schema: Schema | undefined,
  hasForm: boolean,
  reference: NameReference,
): readonly PlacedWord[] {
  const canBePerson = !hasForm && (schema === undefined || schema === 'LegalEntity');
  const placed = withRoles(splitPlainWords(words, schema, reference), raw, false, reference);
  return withoutRepetition(withNumbers(withJoinedLetters(placed, !canBePerson), reference), reference);
}

/** The parts that the source itself gives say which word is which; with `isRest` the others are given names. */
function withRoles(
  words: readonly PlacedWord[],
  raw: RawName,
  isRest: boolean,
  reference: NameReference,
): readonly PlacedWord[] {
  if (raw.family === undefined && raw.given === undefined) return words;
  const family = raw.family === undefined ? '' : compactText(foldText(raw.family, reference));
  const given = raw.given === undefined ? '' : compactText(foldText(raw.given, reference));
  if (family === '' && given === '') return words;
  return words.map((word): PlacedWord => {
    if (word.role !== undefined && isRest) return word;
    const isFamily = family.includes(word.text);
    const isGiven = isRest ? !isFamily : given.includes(word.text);
    return isFamily === isGiven ? word : { ...word, role: isFamily ? 'family' : 'given' };
  });
}

/** In a Vietnamese name every syllable is a name: Trần Văn An, Lê Thị Do. */
function withVietnameseWords(words: readonly PlacedWord[], reference: NameReference): readonly PlacedWord[] {
  return 2 < words.length && reference.surnames.vietnamese.has(words[0]?.text ?? '') && isVietnamese(words, reference)
    ? words.map((word) => ({ ...word, isLight: false }))
    : words;
}

/** A family name of Vietnam at an end, and nothing but syllables of Vietnam. */
function isVietnamese(
  words: readonly { readonly text: string; readonly script: Script }[],
  { surnames: { vietnamese } }: NameReference,
): boolean {
  const first = words[0];
  const last = words[words.length - 1];
  return (
    1 < words.length &&
    first?.script === 'latin' &&
    (vietnamese.has(first.text) || vietnamese.has(last?.text ?? '')) &&
    words.every(({ text }) => text.length <= LONGEST_VIETNAMESE && VIETNAMESE.test(text))
  );
}

const LONGEST_VIETNAMESE = 6;
const VIETNAMESE = /^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$/;

/** A word said twice is one: "Ivan Ivan Petrov". Short syllables are doubled in real names (Lin Lin, Maung Maung). */
function withoutRepetition(
  words: readonly PlacedWord[],
  { words: { titlesBeforeNames } }: NameReference,
): readonly PlacedWord[] {
  const isRepeated = ({ text }: PlacedWord, index: number) =>
    MIN_REPEATED <= text.length && words[index - 1]?.text === text && !titlesBeforeNames.has(text);
  return 2 < words.length && words.some(isRepeated)
    ? words.map((word, index) => (isRepeated(word, index) ? { ...word, isLight: true } : word))
    : words;
}

const MIN_REPEATED = 5;

/** "Ivan Petrov and Anna Petrova", "Ivan Petrov / Anna Petrova": names of several people in one field. */
function peopleIn(words: readonly PlacedWord[], core: string, { words: { between } }: NameReference): number {
  let people = 1;
  for (let index = 1; index < words.length - 1; index++) if (between.has(words[index]?.text ?? '')) people++;
  return core.includes('/') || core.includes(';') ? people + (core.match(BETWEEN_PEOPLE)?.length ?? 0) : people;
}

/** A stroke with words on both sides; `a/l` is filiation. */
const BETWEEN_PEOPLE = /(?<=\p{L}{2})\s*[/;]\s*(?=\p{L}{2})/gu;

function isOrderStated(raw: RawName, hasComma: boolean, capitals: Capitals | undefined): boolean {
  return hasComma || raw.family !== undefined || raw.given !== undefined || (capitals?.family.length ?? 0) !== 0;
}

function tokensOf(
  placed: readonly PlacedWord[],
  schema: Schema | undefined,
  reference: NameReference,
  memo: TokenMemo | undefined,
): readonly NameToken[] {
  const person = schema === 'Person';
  const last = placed.length - 1;
  return placed.map((word, index) => {
    const place: Place = {
      canBeFamily: schema !== 'Company' && schema !== 'Vessel' && (index === 0 || index === last),
      ofOrganisation: !person,
      isAtEnd: index === 0 || index === last,
      isOnly: last === 0,
    };
    if (!memo) return tokenOf(word, place, reference);
    const record = tokenRecord(word, place);
    let token = memo.get(record);
    if (!token) memo.set(record, (token = tokenOf(word, place, reference)));
    return token;
  });
}

/** One word at an end is a family name of the tradition, and every word can be read in it (or is written in its script). */
function canBe(tokens: readonly NameToken[], family: number, traditions: number, own: Script): boolean {
  let words = 0;
  let hasFamily = false;
  for (const token of tokens) {
    if (token.kind === 'light') continue;
    if (MAX_SPOKEN_WORDS < ++words) return false;
    const isFamily = (token.traditions & family) !== 0;
    hasFamily ||= isFamily;
    if (!isFamily && token.script !== own && (token.traditions & traditions) === 0) return false;
  }
  return hasFamily;
}

const MAX_SPOKEN_WORDS = 5;

/** Between two words: at an end it says nothing. */
function hasFiliation(tokens: readonly NameToken[], { words: { filiation } }: NameReference): boolean {
  for (let index = 1; index < tokens.length - 1; index++) if (filiation.has(tokens[index]?.text ?? '')) return true;
  return false;
}

/** More than one word, and each can be read in Japanese. */
function canBeJapanese(tokens: readonly NameToken[]): boolean {
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'light') continue;
    if (MAX_SPOKEN_WORDS < ++words || (token.traditions & TRADITION.japanese) === 0) return false;
  }
  return 1 < words;
}
