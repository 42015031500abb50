// A language's tag in, how it is written and its catalogues out; loaded when it is chosen.
import type { MessageCatalogue } from '@sekisho/engine/messages/sentence.ts';
import type english from '../../../../data/messages/ui/en.json';

export type TextId = keyof typeof english;

/** `comma`: between words that stand in a row. */
export const languages = [
  { tag: 'id', name: 'Bahasa Indonesia', locale: 'id', dir: 'ltr', comma: ', ' },
  { tag: 'en', name: 'English', locale: 'en-GB', dir: 'ltr', comma: ', ' },
  { tag: 'zh', name: '中文', locale: 'zh-CN', dir: 'ltr', comma: '、' },
  { tag: 'ja', name: '日本語', locale: 'ja', dir: 'ltr', comma: '、' },
  // Numbers stand beside those of registers and documents, which are in Western digits.
  { tag: 'ar', name: 'العربية', locale: 'ar-u-nu-latn', dir: 'rtl', comma: '، ' },
  { tag: 'fr', name: 'Français', locale: 'fr', dir: 'ltr', comma: ', ' },
] as const;
export type Language = (typeof languages)[number];

export interface Catalogue {
  readonly language: Language;
  readonly texts: Readonly<Record<string, string>>;
  /** Sentences for codes of the engine: findings, signals; those that only English has come from `loadEnglishSentences`. */
  readonly sentences: MessageCatalogue;
  /** Translated by a machine, and not confirmed by a person yet. */
  readonly isMachineMade: boolean;
}

interface TextsFile {
  readonly $translation?: { readonly of: string; readonly confirmedBy: string | null };
  readonly [id: string]: unknown;
}

const interfaceTexts = import.meta.glob<TextsFile>('../../../../data/messages/ui/*.json', { import: 'default' });
const engineSentences = import.meta.glob<MessageCatalogue>('../../../../data/messages/*.json', { import: 'default' });

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const [texts, sentences] = await Promise.all([
    load(interfaceTexts, `ui/${language.tag}`),
    load(engineSentences, language.tag),
  ]);
  const { $translation, ...rest } = texts;
  return {
    language,
    texts: rest as Readonly<Record<string, string>>,
    sentences,
    isMachineMade: $translation !== undefined && $translation.confirmedBy === null,
  };
}

/** What stands in for a sentence that a language has not yet: asked for when one is missing, as few visits need any. */
export async function loadEnglishSentences(): Promise<MessageCatalogue> {
  return load(engineSentences, 'en');
}

/** The person's choice, else the browser's; Indonesian is the product's main language. */
export function preferredLanguage(chosen?: string): Language {
  const wanted = [chosen, localStorage.getItem(CHOSEN) ?? undefined, ...navigator.languages];
  for (const tag of wanted) {
    const found = languages.find((language) => language.tag === tag?.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return languages[0];
}

export function rememberLanguage(tag: string): void {
  localStorage.setItem(CHOSEN, tag);
}

const CHOSEN = 'sekisho-language';

async function load<T>(
  files: Readonly<Record<string, () => Promise<T>>>,
  name: string,
): Promise<T | Record<string, never>> {
  return (await files[`../../../../data/messages/${name}.json`]?.()) ?? {};
}
