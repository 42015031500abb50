// A name in, plain data on how it is read out: for `sekisho explain` and for people who ask why.
import { legalFormDisplay } from './legal-forms.ts';
import type { NameReference } from '../reference/name-reference.ts';
import type { Name, NameToken, ReadingSystem } from './name.ts';

export interface NameDescription {
  readonly original: string;
  readonly titles: readonly string[];
  readonly legalForms: readonly {
    readonly form: string;
    readonly display: string;
    readonly position: 'before' | 'after';
  }[];
  readonly words: readonly {
    readonly text: string;
    readonly script: NameToken['script'];
    readonly kind: NameToken['kind'];
    readonly role?: 'family' | 'given';
    readonly latin?: string;
    /** Best first; how likely 0 to 1. */
    readonly readings: readonly {
      readonly tradition: Tradition;
      readonly text: string;
      readonly system: ReadingSystem;
      readonly quality: number;
    }[];
  }[];
}

export type Tradition = 'letters' | 'chinese' | 'cantonese' | 'japanese' | 'korean' | 'family-name';

const traditionByPrefix: Readonly<Record<string, Tradition>> = {
  la: 'letters',
  zh: 'chinese',
  yue: 'cantonese',
  ja: 'japanese',
  ko: 'korean',
  'zh-name': 'family-name',
  'ko-name': 'family-name',
};

/** How the name is read: its words with script and readings, its titles and legal forms. */
export function describeName(name: Name, reference: NameReference): NameDescription {
  return {
    original: name.original,
    titles: name.titles,
    legalForms: name.legalForms.map(({ form, position }) => ({
      form,
      display: legalFormDisplay(form, reference),
      position,
    })),
    words: name.tokens.map(({ text, script, kind, role, latin, sounds }) => ({
      text,
      script,
      kind,
      ...(role ? { role } : {}),
      ...(latin === '' || latin === text ? {} : { latin }),
      readings: sounds.map(({ key, system, quality }) => {
        const colon = key.indexOf(':');
        return {
          tradition: traditionByPrefix[key.slice(0, colon)] ?? 'letters',
          text: key.slice(colon + 1),
          system,
          quality,
        };
      }),
    })),
  };
}
