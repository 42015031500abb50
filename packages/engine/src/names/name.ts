// A name as it is read: words with their script, what they sound like, and what was set aside.
import type { NameKind } from '../model/entity.ts';
import type { NameGroup } from '../reference/name-groups.ts';
import type { ConceptRelation } from '../reference/name-words.ts';
import type { SyllabicScript } from '../reference/syllabic-scripts.ts';
import type { PlacedLegalForm } from './legal-forms.ts';

/** `other` has no table of sounds. */
export type Script =
  | 'latin'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'georgian'
  | 'armenian'
  | SyllabicScript
  | 'digits'
  | 'other';

/** How a sound was found: the reason that a comparison gives. */
export type ReadingSystem =
  | 'as-written'
  | 'pinyin'
  | 'wade-giles'
  | 'taiwanese-spelling'
  | 'cantonese'
  | 'on-reading'
  | 'kun-reading'
  | 'japanese-name'
  | 'romaji'
  | 'kana'
  | 'chinese-in-kana'
  | 'chinese-in-hangul'
  | 'korean-in-kana'
  | 'korean-in-cyrillic'
  | 'palladius'
  | 'hangul'
  | 'sino-korean'
  | 'korean-romanisation'
  | 'vietnamese'
  | 'family-name-spelling'
  | 'umlaut'
  | 'transliteration';

/**
 * One way a word can be said. Equal keys sound alike. The prefix is the tradition: `la:` Latin letters, `zh:` pinyin,
 * `yue:` jyutping, `ja:` Japanese, `ko:` Korean, `zh-name:`/`ko-name:` a family name by its own character.
 */
export interface Sound {
  readonly key: string;
  /** How far it can be trusted, 0 to 1. */
  readonly quality: number;
  readonly system: ReadingSystem;
  /** Of the key: for comparing numbers. Equal hashes of different keys are possible. */
  readonly hash: number;
}

export interface NameToken {
  /** Folded; kana as katakana. */
  readonly text: string;
  readonly script: Script;
  /** `light`: articles, prepositions, filiation. `concept`: an ordinary word of company names. */
  readonly kind: 'word' | 'initial' | 'number' | 'light' | 'concept';
  readonly concept?: string;
  /** The concept that stands for all that are translated by one another. */
  readonly ally?: string;
  /** What an ordinary word says of the thing named: `part` of another (branch, plant), `another` beside it (group, holdings). */
  readonly relation?: ConceptRelation;
  /** The number that it is, in digits: 2 for II, third and 第二 alike. */
  readonly number?: string;
  /** It was written with letters or digits that only look like its own: Vlad1mir, a Cyrillic o in a Latin word. */
  readonly isDisguised?: true;
  /** When the source or the way of writing says so. */
  readonly role?: 'family' | 'given';
  /** In Latin letters by the table of the script, for comparing letters; empty for Han. */
  readonly latin: string;
  /** `latin` with one letter for each sound (`letter-skeleton.ts`). */
  readonly letters: string;
  /** Kinds of consonants in `latin` (`consonant-classes.ts`); 0 where there is none. */
  readonly classes: number;
  /** Numbers of its letters for learned spellings (`letter-codes.ts`). */
  readonly codes: Uint8Array;
  /**
   * `latin` in the form that other forms of the word share: ivanov of Ivanova, suharto of Soeharto. Words are one by stem when
   * `stem ?? latin` of both are equal.
   */
  readonly stem?: string;
  /** Of a compound, the part that tells it apart: rahman of Abd al-Rahman. */
  readonly tellingPart?: string;
  /** The telling part as a word of its own, and what the other part says. */
  readonly compound?: SpelledPart;
  /** Of a long Ukrainian or Belarusian word of an organisation, how it would be in Russian: мостдорстрой of Мостдорбуд. */
  readonly inRussian?: SpelledPart;
  /** It names the father. */
  readonly isPatronymic: boolean;
  /** Of names that are one in other languages or as nicknames. */
  readonly groups: readonly NameGroup[];
  /** Best first. */
  readonly sounds: readonly Sound[];
  /** Bits of the traditions that the sounds are of (`TRADITION`). */
  readonly traditions: number;
  /** How rare it is among names: 0 the commonest, 1 hardly ever seen. */
  readonly rarity: number;
}

/** A part of a word for learned spellings. */
export interface SpelledPart {
  /** Parts are compared where these are equal. */
  readonly kind: string;
  readonly script: Script;
  readonly latin: string;
  readonly codes: Uint8Array;
}

export interface Name {
  readonly original: string;
  /** There are more words than were read: what a search does not find may still be there. */
  readonly isCutOff: boolean;
  /** It stands where a name is missing: `N/A`, 不明. */
  readonly isPlaceholder: boolean;
  readonly kind: NameKind;
  readonly language?: string;
  /** False when the schema says that it is a person's. */
  readonly ofOrganisation: boolean;
  /** `stated`: the source, a comma or capitals say which word is the family name. */
  readonly order: 'stated' | 'unknown';
  /** When one field names several persons, how many. */
  readonly people?: number;
  readonly tokens: readonly NameToken[];
  readonly titles: readonly string[];
  readonly legalForms: readonly PlacedLegalForm[];
  /** Every word can be Chinese (Korean) and one is a family name there. */
  readonly canBeChinese: boolean;
  readonly canBeKorean: boolean;
  /** There is more than one word, and each can be read in Japanese. */
  readonly canBeJapanese: boolean;
  /** Of a person, in Latin letters: every word can be read in Japanese, and one at an end is a common family name there. */
  readonly hasJapaneseFamily: boolean;
  /** It begins or ends with a family name of Vietnam, and every word is a syllable there. */
  readonly canBeVietnamese: boolean;
  /** Every word is one that Burmese names are made of. */
  readonly canBeBurmese: boolean;
  /** A word within says who is whose child: bin, ibn, bint, a/l. */
  readonly hasFiliation: boolean;
}

export interface RawName {
  readonly text: string;
  readonly language?: string;
  readonly kind?: NameKind;
  readonly family?: string;
  readonly given?: string;
}
