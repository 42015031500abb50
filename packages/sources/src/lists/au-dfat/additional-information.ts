// The running text of an entry in, the facts behind its regular labels out; the text itself stays whole in the remarks.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import { parse } from 'yaml';
import { labelledCompanyNumbersIn } from '../company-numbers.ts';
import { emailsIn, phonesIn, websitesIn } from '../contact-details.ts';
import { enumeratedParts } from '../enumerated-parts.ts';

export interface AdditionalInformation {
  readonly identifiers: readonly Identifier[];
  readonly genders: readonly ('male' | 'female')[];
  readonly positions: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
}

/** @param seat the one country that the entry is connected with, for company numbers whose country is not named. */
export function readAdditionalInformation(
  text: string,
  schema: Schema,
  territories: Territories,
  seat?: string,
): AdditionalInformation {
  return {
    identifiers: [
      ...unReference(text),
      ...rows.flatMap((row) => numbersOf(row, text, territories)),
      ...(schema === 'Person' ? [] : labelledCompanyNumbersIn(text, territories, seat)),
    ],
    genders: [...text.matchAll(/\bGender:?\s*\[?(male|female)\b/gi)].map(([, word]) =>
      word?.toLowerCase() === 'female' ? 'female' : 'male',
    ),
    positions: positionsIn(text),
    emails: emailsIn(text),
    phones: [
      ...text.matchAll(/\b(?:Tel(?:ephone)?|Phone)(?: numbers?| no)?[.:]*\s*([+(\d][\d\s()+,;/-]*\d)/gi),
    ].flatMap(([, numbers = '']) => phonesIn(numbers)),
    websites: websitesIn([...text.matchAll(/(?:https?:\/\/|www\.)\S+|\bWeb ?sites?:\s*\S+/gi)].join(' ')).filter(
      (website) => !/\b(?:interpol\.int|un\.org)\b/i.test(website),
    ),
  };
}

/** Since 2025 entries that Australia takes over begin with their number on the list of the Security Council. */
function unReference(text: string): Identifier[] {
  const value = /^([A-Z]{2}[ei]\.\d{3})\b/.exec(text.trim())?.[1];
  return value === undefined ? [] : [{ type: 'other', value, note: 'UN reference number' }];
}

/** `Designation: a) Minister of Mines b) Governor of Kabul.` ends with the sentence. */
function positionsIn(text: string): string[] {
  return [...text.matchAll(/\bDesignation:\s*(.+?)(?:\.(?=\s|$)|$)/gs)]
    .flatMap(([, designation = '']) => enumeratedParts(designation, 'letters'))
    .map((position) => position.replace(/\s+/g, ' ').replace(/[;,]$/, ''))
    .filter((position) => !/^(?:na)?$/i.test(position));
}

const FILE = 'additional-information.yml';

const TableShape = Type.Object(
  {
    identifiers: Type.Array(
      Type.Object(
        {
          type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])),
          label: Type.String({ minLength: 1 }),
          value: Type.String({ minLength: 1 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

interface NumberRow {
  readonly type: IdentifierType;
  readonly pattern: RegExp;
}

const rows: readonly NumberRow[] = parseShape(
  TableShape,
  parse(readFileSync(new URL(`./${FILE}`, import.meta.url), 'utf8')),
  'reference.invalid',
  { file: FILE },
).identifiers.map(({ type, label, value }) => ({
  type,
  pattern: new RegExp(
    `(?<before>(?:\\p{L}{1,30} ){0,3})(?<label>${label}) ?(?:[Nn]o\\b\\.?|[Nn]umber|NUMBER|Nr\\.)?[\\s:]*` +
      `(?<whose>\\p{Lu}\\p{Ll}+ )?(?<value>${value})(?:\\s*\\((?<behind>[^()]*)\\))?`,
    'gu',
  ),
}));

function numbersOf({ type, pattern }: NumberRow, text: string, territories: Territories): Identifier[] {
  return [...text.matchAll(pattern)].map(({ groups }) => {
    const { before = '', label = '', whose, value = '', behind } = groups ?? {};
    const country =
      countryAtEnd(before, territories) ??
      countryOf(whose, territories) ??
      countryOf(behind, territories) ??
      countryOf(/^\p{Lu}\p{Ll}+/u.exec(label)?.[0], territories);
    return {
      type,
      value: value.replace(/[./-]+$/, ''),
      ...(country !== undefined && { country }),
      ...(type === 'identity-document' && { note: label }),
    };
  });
}

/** `Saudi Arabian national`: the longest name of a country in the words, the last of several. */
function countryAtEnd(text: string, territories: Territories): string | undefined {
  const words = text.trim().split(/\s+/);
  for (let end = words.length; end > 0; end--)
    for (let start = 0; start < end; start++) {
      const country = countryOf(words.slice(start, end).join(' '), territories);
      if (country !== undefined) return country;
    }
  return undefined;
}

/** Words in small letters are none of a country's. */
function countryOf(text: string | undefined, territories: Territories): string | undefined {
  return text !== undefined && /^\p{Lu}\p{Ll}/u.test(text) ? territories.codeOf(text.trim()) : undefined;
}
