// `data/names/legal-forms.yml` in, a look-up of aliases by how they begin, end and are spelled out.
import Type from 'typebox';
import Value from 'typebox/value';
import { foldWith } from './folding.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface LegalFormAlias {
  /** Folded. */
  readonly text: string;
  readonly form: string;
  readonly positions: readonly ('before' | 'after')[];
}

export interface LegalForms {
  readonly byId: ReadonlyMap<string, LegalForm>;
  /** Aliases that need no space beside them (株式会社, (株), 주식회사), by first and last character, longest first. */
  readonly joined: {
    readonly byStart: ReadonlyMap<string, readonly LegalFormAlias[]>;
    readonly byEnd: ReadonlyMap<string, readonly LegalFormAlias[]>;
  };
  /** Aliases of words of their own, by their letters alone: `coltd`, `gmbh`. */
  readonly spaced: ReadonlyMap<string, LegalFormAlias>;
  /** The most words that a spaced alias has; initials count as words. */
  readonly longestSpaced: number;
}

const FILE = 'names/legal-forms.yml';

const LegalFormShape = Type.Object(
  {
    form: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$' }),
    display: Type.String({ minLength: 1 }),
    /** Forms of one generic may stand for each other in a translation. */
    generic: Type.String({ minLength: 1 }),
    territories: Type.Array(Type.String({ pattern: '^[a-z]{2}$' })),
    /** ISO 20275. */
    elf: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{4}$' })),
    positions: Type.Optional(
      Type.Array(Type.Unsafe<'before' | 'after'>(Type.Enum(['before', 'after'])), { minItems: 1 }),
    ),
    aliases: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    source: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);
export type LegalForm = Type.Static<typeof LegalFormShape>;

/** @throws Problem `reference.invalid`, with the entry. */
export function buildLegalForms(files: ReferenceFiles, characters: ReadonlyMap<string, string>): LegalForms {
  const entries = readYaml(files, FILE);
  if (!Array.isArray(entries)) throw invalid(FILE, 1, 'the file is not a list of legal forms');
  const byId = new Map<string, LegalForm>();
  const joined = new Map<string, LegalFormAlias>();
  const spaced = new Map<string, LegalFormAlias>();
  let longestSpaced = 0;
  entries.forEach((entry: unknown, index) => {
    const [error] = Value.Errors(LegalFormShape, entry);
    if (error) throw invalid(FILE, `${index + 1}`, `${error.instancePath || '/'} ${error.message}`);
    const form = entry as LegalForm;
    if (byId.has(form.form)) throw invalid(FILE, form.form, 'the form has an entry already');
    byId.set(form.form, form);
    for (const written of form.aliases) {
      const text = foldWith(characters, written);
      const alias = { text, form: form.form, positions: form.positions ?? (['after'] as const) };
      const known = isJoined(text) ? joined.get(text) : spaced.get(letters(text));
      if (known && known.form !== form.form)
        throw invalid(FILE, form.form, `"${written}" is an alias of ${known.form}`);
      if (isJoined(text)) joined.set(text, alias);
      else {
        spaced.set(letters(text), alias);
        longestSpaced = Math.max(
          longestSpaced,
          letters(text).length < 6 ? letters(text).length : 0,
          text.split(' ').length,
        );
      }
    }
  });
  const longestFirst = [...joined.values()].sort((a, b) => b.text.length - a.text.length);
  return Object.freeze({
    byId,
    joined: {
      byStart: Map.groupBy(longestFirst, ({ text }) => text[0] ?? ''),
      byEnd: Map.groupBy(longestFirst, ({ text }) => text.at(-1) ?? ''),
    },
    spaced,
    longestSpaced,
  });
}

/** Written without spaces: in Han, kana, hangul or Thai, or as bank text in brackets. */
function isJoined(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text);
}

/** Letters, digits and `&`: what a spaced form is known by. */
export function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}&]+/gu, '');
}
