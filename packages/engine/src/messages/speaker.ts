// The catalogues and a language in, codes and facts as sentences of that language out.
import { isMachineMade, type Language, type LanguageCatalogue } from '../reference/message-catalogues.ts';
import { conventionsOf } from './conventions.ts';
import { sentence, type SentenceFacts } from './sentence.ts';

export interface Speaker {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly say: (code: string, facts?: SentenceFacts) => string;
  /** The language that its sentences were translated from by a machine, when no person has confirmed them. */
  readonly machineMadeFrom?: Language;
}

/** What a language lacks is said in English: nothing is left out. */
export function speakerOf(language: Language, catalogues: ReadonlyMap<Language, LanguageCatalogue>): Speaker {
  const own = catalogues.get(language);
  const sentences = { ...catalogues.get('en')?.sentences, ...own?.sentences };
  const conventions = conventionsOf(language);
  const { of } = own?.translation ?? {};
  return {
    language,
    direction: conventions.direction,
    say: (code, facts) => sentence(sentences, code, facts, conventions),
    ...(own && of !== undefined && isMachineMade(own) && { machineMadeFrom: of }),
  };
}
