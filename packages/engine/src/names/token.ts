// A word of a name in, its token out: kind, Latin letters, sounds, groups of names.
import type { NameReference } from '../reference/name-reference.ts';
import { consonantClasses } from './consonant-classes.ts';
import { conceptOf } from './concepts.ts';
import { sharedStem } from './endings.ts';
import { letterCodes } from './letter-codes.ts';
import { letterSkeleton } from './letter-skeleton.ts';
import type { NameToken, Script, SpelledPart } from './name.ts';
import { groupsOf } from './name-groups.ts';
import type { PlacedWord } from './placed-word.ts';
import { romanise } from './romanise.ts';
import { katakanaOf } from './script.ts';
import { traditionsOf } from './sound-collection.ts';
import { soundsOf } from './sounds.ts';

/** Where a word stands. */
export interface Place {
  readonly canBeFamily: boolean;
  readonly ofOrganisation: boolean;
  readonly isAtEnd: boolean;
  readonly isOnly: boolean;
}

export function tokenOf(word: PlacedWord, place: Place, reference: NameReference): NameToken {
  const token = silentToken(word, place, reference);
  const sounds = tokenSounds(token, place, reference);
  return { ...token, sounds, traditions: traditionsOf(sounds) };
}

/** All of a token but how it is said, which takes the longest to find out. */
export type SilentToken = Omit<NameToken, 'sounds' | 'traditions'>;

export function tokenSounds(
  { text, script, latin, role }: SilentToken,
  { canBeFamily, ofOrganisation }: Place,
  reference: NameReference,
): NameToken['sounds'] {
  return text.length <= MAX_SPOKEN
    ? soundsOf({ text, script, latin, canBeFamily, ofOrganisation, role }, reference)
    : [];
}

export function silentToken(word: PlacedWord, place: Place, reference: NameReference): SilentToken {
  const { script } = word;
  const text = script === 'kana' ? katakanaOf(word.text) : word.text;
  const spelled = romanise(text, script, reference);
  const latin = spelled.includes("'") ? spelled.replaceAll("'", '') : spelled;
  const { ofOrganisation } = place;
  const concept = ofOrganisation ? conceptOf(text, script, reference) : undefined;
  const kind = kindOf(word, text, place, concept, reference);
  const token: Writable<SilentToken> = {
    text,
    script,
    kind,
    latin,
    letters: letterSkeleton(spelled),
    classes: consonantClasses(latin),
    codes: letterCodes(text, script, latin, reference),
    isPatronymic: word.isPatronymic === true,
    groups: kind === 'word' || kind === 'concept' ? groupsOf(text, latin, reference) : NO_GROUPS,
    rarity: rarityOf(text, script, latin, reference),
  };
  if (concept !== undefined) {
    token.concept = concept;
    token.ally = reference.words.alliedConcepts.get(concept) ?? concept;
    const relation = reference.words.conceptRelations.get(concept);
    if (relation !== undefined) token.relation = relation;
  }
  if (word.number !== undefined) token.number = word.number;
  if (word.role !== undefined) token.role = word.role;
  if (word.isDisguised === true) token.isDisguised = true;
  if (word.tellingPart !== undefined) token.tellingPart = word.tellingPart;
  if (word.tellingPart !== undefined && word.compound !== undefined)
    token.compound = spelledPart(word.compound, word.tellingPart, script, reference);
  const russian = ofOrganisation && concept === undefined && script === 'cyrillic' ? inRussian(text, reference) : text;
  if (russian !== text) token.inRussian = spelledPart('russian', russian, script, reference);
  const stem = ofOrganisation || word.role === 'given' || kind !== 'word' ? undefined : sharedStem(latin);
  if (stem !== undefined) token.stem = stem;
  return token;
}

/** `kind`: what must be equal for two parts to be compared. */
function spelledPart(kind: string, text: string, script: Script, reference: NameReference): SpelledPart {
  const latin = romanise(text, script, reference).replaceAll("'", '');
  return { kind, script, latin, codes: letterCodes(text, script, latin, reference) };
}

/** The word with the parts that Russian has other words for put for them; long words alone are made of parts. */
function inRussian(text: string, { slavicParts: { pattern, russian } }: NameReference): string {
  return text.length < SHORTEST_OF_PARTS || MAX_SPOKEN < text.length
    ? text
    : text.replace(pattern, (part) => russian.get(part) ?? part);
}

const SHORTEST_OF_PARTS = 7;

/** While it is put together. */
type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** Family names of one syllable are few in China, Korea and Vietnam, whatever the table of words says of their spelling. */
function rarityOf(text: string, script: Script, latin: string, { wordRarity, surnames }: NameReference): number {
  const rarity = wordRarity(latin);
  const isCommon =
    (script === 'han' && surnames.chinese.has(text)) || (script === 'hangul' && surnames.korean.has(text));
  return isCommon ? Math.min(rarity, COMMON_FAMILY_NAME) : rarity;
}

const COMMON_FAMILY_NAME = 0.5;

const NO_GROUPS: NameToken['groups'] = [];

/** Words longer than this are compared as written. */
const MAX_SPOKEN = 40;

function kindOf(
  { script, dotted, number, isLight }: PlacedWord,
  text: string,
  { ofOrganisation, isAtEnd, isOnly }: Place,
  concept: string | undefined,
  { words }: NameReference,
): NameToken['kind'] {
  if (script === 'digits') return 'number';
  if (isOnly) return 'word';
  if (number !== undefined) return 'number';
  if (isLight === true) return 'light';
  const single = text.length === 1 && isAlphabetic(script);
  if (single && dotted) return 'initial';
  if (isLight === undefined) {
    if (words.light.has(text)) return 'light';
    if (words.lightInside.has(text) && (ofOrganisation || !isAtEnd)) return 'light';
    if (ofOrganisation && words.lightOfOrganisations.has(text)) return 'light';
  }
  if (concept !== undefined && !words.fullConcepts.has(concept)) return 'concept';
  return single ? 'initial' : 'word';
}

function isAlphabetic(script: Script): boolean {
  return script === 'latin' || script === 'cyrillic' || script === 'greek';
}
