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

export interface LongAlias extends LegalFormAlias {
  readonly letters: string;
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
  /** How spaced aliases begin (those that stand before a name) and end (after), at every length. */
  readonly beginnings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  /** The long ones among them, by how they begin: in these a slip of the pen is still the form. */
  readonly long: ReadonlyMap<string, readonly LongAlias[]>;
  /** The most words that a spaced alias has; initials count as words. */
  readonly longestSpaced: number;
}

const FILE = 'names/legal-forms.yml';

const LegalFormShape = Type.Object(
  {
    form: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$' }),
    display: Type.String({ minLength: 1 }),
    /** What kind it is. Forms of one kind may stand for each other in a translation, `company` for any company. */
    generic: Type.String({ minLength: 1 }),
    /** In use for forms of other laws. */
    translation: Type.Optional(Type.Boolean()),
    /** The same form in another language. */
    counterparts: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
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
          text.split(/[ ,]+/).length,
        );
      }
    }
  });
  for (const { form, counterparts = [] } of byId.values())
    for (const other of counterparts) if (!byId.has(other)) throw invalid(FILE, form, `"${other}" has no entry`);
  const longestFirst = [...joined.values()].sort((a, b) => b.text.length - a.text.length);
  return Object.freeze({
    byId,
    joined: {
      byStart: Map.groupBy(longestFirst, ({ text }) => text[0] ?? ''),
      byEnd: Map.groupBy(longestFirst, ({ text }) => text.at(-1) ?? ''),
    },
    spaced,
    beginnings: new Set(
      [...spaced].flatMap(([spelled, { positions }]) =>
        positions.includes('before') ? Array.from(spelled, (_, index) => spelled.slice(0, index + 1)) : [],
      ),
    ),
    endings: new Set(
      [...spaced].flatMap(([spelled, { positions }]) =>
        positions.includes('after') ? Array.from(spelled, (_, index) => spelled.slice(index)) : [],
      ),
    ),
    long: Map.groupBy(
      [...spaced].flatMap(([spelled, alias]) =>
        LONG_LETTERS <= spelled.length ? [{ ...alias, letters: spelled }] : [],
      ),
      (alias) => beginningOf(alias.letters),
    ),
    longestSpaced,
  });
}

/** Letters of an alias in which up to two may be wrong. */
const LONG_LETTERS = 16;

/** What long aliases are looked up by. */
export function beginningOf(spelled: string): string {
  return spelled.slice(0, 6);
}

/** Written without spaces: in Han, kana, hangul or Thai, or as bank text in brackets. */
function isJoined(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text);
}

/** Letters, digits and `&`: what a spaced form is known by. */
export function letters(text: string): string {
  for (let index = 0; index < text.length; index++)
    if (!isPlain(text.charCodeAt(index))) return text.replace(/[^\p{L}\p{M}\p{N}&]+/gu, '');
  return text;
}

/** a to z, 0 to 9, and the letters in Cyrillic, Han and hangul that most names are of. */
function isPlain(code: number): boolean {
  return (
    (0x61 <= code && code <= 0x7a) ||
    (0x30 <= code && code <= 0x39) ||
    (0x430 <= code && code <= 0x45f) ||
    (0x4e00 <= code && code <= 0x9fff) ||
    (0xac00 <= code && code <= 0xd7a3)
  );
}
