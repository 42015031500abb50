// An item of an OFAC entry in, the label it begins with out: what kind of value follows it.
import Type from 'typebox';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

const plainFields = ['emails', 'websites', 'phones', 'faxes', 'names', 'countries'] as const;

export interface Label {
  readonly text: string;
  readonly goesTo: 'identifiers' | (typeof plainFields)[number];
  /** Of identifiers. */
  readonly type: IdentifierType;
  readonly pattern?: RegExp;
  /** As lists write it, in brackets behind the value. */
  readonly countries?: readonly string[];
}

/** `Passport issued in Samplegrad` has no number; tail numbers and call signs need no digit. */
const lettersAlone: readonly IdentifierType[] = ['swift-bic', 'aircraft-registration', 'call-sign'];

/** The first label that the item begins with and whose conditions its value meets; undefined when none is known. */
export function labelOf(item: string): { readonly label: Label; readonly value: string } | undefined {
  for (const label of labels.get(firstWord(item)) ?? []) {
    if (!item.startsWith(label.text)) continue;
    const value = /^(?::\s*|\s+)(.+)$/.exec(item.slice(label.text.length))?.[1];
    if (value === undefined) continue;
    if (label.goesTo !== 'identifiers' || isNumberOf(label, value)) return { label, value };
  }
  return undefined;
}

function isNumberOf({ type, pattern, countries }: Label, value: string): boolean {
  if (!lettersAlone.includes(type) && !/\d/.test(value)) return false;
  if (countries && !countries.some((country) => value.includes(` (${country})`))) return false;
  return pattern?.test(value.replace(/ \(.*$/, '').replace(/ (?:issued|expires) .*$/, '')) ?? true;
}

function firstWord(text: string): string {
  return text.split(/[\s:]/, 1)[0] ?? '';
}

const texts = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });
const LabelsShape = Type.Object(
  {
    identifiers: Type.Array(
      Type.Object(
        {
          type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])),
          labels: texts,
          pattern: Type.Optional(Type.String()),
          countries: Type.Optional(texts),
        },
        { additionalProperties: false },
      ),
    ),
    emails: texts,
    websites: texts,
    phones: texts,
    faxes: texts,
    names: texts,
    countries: texts,
  },
  { additionalProperties: false },
);

const labels = readLabels(new URL('./labels.yml', import.meta.url));

/** Longest labels first, by their first word. */
function readLabels(file: URL): ReadonlyMap<string, readonly Label[]> {
  const table = readVocabulary(file, LabelsShape);
  const all: Label[] = [
    ...table.identifiers.flatMap(({ type, labels: names, pattern, countries }) =>
      names.map((text) => ({
        text,
        goesTo: 'identifiers' as const,
        type,
        ...(pattern !== undefined && { pattern: new RegExp(pattern) }),
        ...(countries && { countries }),
      })),
    ),
    ...plainFields.flatMap((goesTo) => table[goesTo].map((text) => ({ text, goesTo, type: 'other' as const }))),
  ];
  return Map.groupBy(
    all.toSorted((a, b) => b.text.length - a.text.length),
    ({ text }) => firstWord(text),
  );
}
