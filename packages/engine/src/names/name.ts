// A name as it is read: words with their script, what they sound like, and what was set aside.
import type { NameKind } from '../model/entity.ts';
import type { PlacedLegalForm } from './legal-forms.ts';

export type Script =
  'latin' | 'han' | 'kana' | 'hangul' | 'cyrillic' | 'greek' | 'arabic' | 'hebrew' | 'digits' | 'other';

/** How a sound was found: the reason that a comparison gives. */
export type ReadingSystem =
  | 'as-written'
  | 'pinyin'
  | 'wade-giles'
  | 'cantonese'
  | 'on-reading'
  | 'kun-reading'
  | 'japanese-name'
  | 'romaji'
  | 'kana'
  | 'chinese-in-kana'
  | 'palladius'
  | 'hangul'
  | 'sino-korean'
  | 'korean-romanisation'
  | 'vietnamese'
  | 'family-name-spelling'
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
}

export interface NameToken {
  /** Folded; kana as katakana. */
  readonly text: string;
  readonly script: Script;
  /** `light`: articles, prepositions, filiation. `concept`: an ordinary word of company names. */
  readonly kind: 'word' | 'initial' | 'number' | 'light' | 'concept';
  readonly concept?: string;
  /** When the source or the way of writing says so. */
  readonly role?: 'family' | 'given';
  /** In Latin letters by the table of the script, for comparing letters; empty for Han. */
  readonly latin: string;
  /** `latin` with one letter for each sound (`letter-skeleton.ts`). */
  readonly letters: string;
  /** Best first. */
  readonly sounds: readonly Sound[];
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
  readonly tokens: readonly NameToken[];
  readonly titles: readonly string[];
  readonly legalForms: readonly PlacedLegalForm[];
  /** Every word can be Chinese (Korean) and one is a family name there. */
  readonly canBeChinese: boolean;
  readonly canBeKorean: boolean;
}

export interface RawName {
  readonly text: string;
  readonly language?: string;
  readonly kind?: NameKind;
  readonly family?: string;
  readonly given?: string;
}
