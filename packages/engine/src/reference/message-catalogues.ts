// `data/messages/<lang>.json` in, the sentences of each language by code out, with who answers for a translation.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { invalid } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

/** The main language of the interface first. */
export const languages = ['id', 'en', 'zh', 'ja', 'ar', 'fr'] as const;
export type Language = (typeof languages)[number];

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, pattern: '\\S' });
/** Of which language the sentences were translated, and who has confirmed them; made by a machine until a person has. */
const TranslationShape = Type.Object(
  {
    of: Type.Unsafe<Language>(Type.Enum([...languages])),
    confirmedBy: Type.Union([text, Type.Null()]),
    confirmedOn: Type.Optional(Type.String({ format: 'calendar-date' })),
  },
  closed,
);
const CatalogueShape = Type.Record(Type.String({ pattern: '^[a-z][a-z-]*\\.[A-Za-z0-9_.-]+$' }), text, closed);

export interface LanguageCatalogue {
  readonly language: Language;
  readonly sentences: Readonly<Record<string, string>>;
  /** Absent: written by people in this language. */
  readonly translation?: Type.Static<typeof TranslationShape>;
}

/** Where the header of a translated catalogue stands in its file. */
const HEADER = '$translation';

/** @throws Problem `reference.invalid`: a file missing or not JSON, another shape, a translation of itself. */
export function buildMessageCatalogues(files: ReferenceFiles): ReadonlyMap<Language, LanguageCatalogue> {
  return new Map(languages.map((language) => [language, readCatalogue(files, language)]));
}

/** True until a person has confirmed the translation. */
export function isMachineMade({ translation }: LanguageCatalogue): boolean {
  return translation?.confirmedBy === null;
}

function readCatalogue(files: ReferenceFiles, language: Language): LanguageCatalogue {
  const file = `messages/${language}.json`;
  const { [HEADER]: header, ...sentences } = readObject(files, file);
  if (!Check(CatalogueShape, sentences)) {
    const [error] = Errors(CatalogueShape, sentences);
    throw invalid(file, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  if (header === undefined) return { language, sentences };
  if (
    !Check(TranslationShape, header) ||
    header.of === language ||
    (header.confirmedBy === null) !== (header.confirmedOn === undefined)
  )
    throw invalid(file, HEADER, 'does not say of which other language it is, and who has confirmed it on which day');
  return { language, sentences, translation: header };
}

function readObject(files: ReferenceFiles, file: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(files.get(file) ?? '') as Record<string, unknown>) };
  } catch {
    throw invalid(file, 1, 'is missing or is no JSON');
  }
}
