// A field of company registration numbers in, each number with its kind and country out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { identifierTypes, type Identifier, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import { parse } from 'yaml';

/**
 * The numbers in their order: `1117746568829 (Russia). Tax ID No. 7735579027 (Russia)` are two. What stands behind a number
 * and is not its country goes into the note; a country that the field names once is that of all its numbers. Without a label
 * a number is a `registration-number`.
 * @param seat the country of the company's only seat: a number of Russian form is taken for a Russian one when it is `ru`.
 */
export function companyNumbersIn(text: string, territories: Territories, seat?: string): Identifier[] {
  const found: FoundNumber[] = [];
  let before: string | undefined;
  for (const piece of piecesOf(text)) {
    const label = labelOf(piece);
    const rest = piece.slice(label?.length ?? 0).replace(/^[\s:.#-]+/, '');
    const [, value, behind = ''] = /^((?:[A-Z]{1,3} ?)?\d[\dA-Z/-]*(?: \d+)*)(.*)$/is.exec(rest) ?? [];
    if (value !== undefined) found.push(numberOf(value, label ?? before, behind, territories));
    before = value === undefined ? label : undefined;
  }
  const [only, second] = [...new Set(found.map(({ country }) => country).filter((country) => country !== undefined))];
  return found.map((number) => identifierOf(number, second === undefined ? only : undefined, seat));
}

/** The numbers that stand behind a label in running text: `… Tax ID No.: 7831000122 (Russia) …`. */
export function labelledCompanyNumbersIn(text: string, territories: Territories, seat?: string): Identifier[] {
  return [...text.matchAll(labelled)].flatMap(([found]) => companyNumbersIn(found, territories, seat));
}

interface FoundNumber {
  readonly value: string;
  readonly row: LabelRow | undefined;
  readonly country: string | undefined;
  readonly note: string;
}

/** Kinds by the words before a number, in the order of trial. */
interface LabelRow {
  readonly type: IdentifierType;
  readonly words: readonly string[];
  readonly country?: string;
  readonly pattern?: string;
}

const FILE = 'company-numbers.yml';

const TableShape = Type.Object(
  {
    labels: Type.Array(
      Type.Object(
        {
          type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])),
          words: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
          country: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
          pattern: Type.Optional(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

const labels: readonly LabelRow[] = parseShape(
  TableShape,
  parse(readFileSync(new URL(`./${FILE}`, import.meta.url), 'utf8')),
  'reference.invalid',
  { file: FILE },
).labels;

/** The longest first, so that `Tax ID No` is not `Tax ID` with a `No` behind it. */
const alternatives = [...new Set(labels.flatMap(({ words }) => words))]
  .toSorted((a, b) => b.length - a.length)
  .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const atStart = new RegExp(`^(?:${alternatives})(?![A-Za-z])`, 'i');
const beforeLabel = new RegExp(`(?<![A-Za-z] |[A-Za-z-])(?=(?:${alternatives})(?![A-Za-z]))`, 'i');

const labelled = new RegExp(
  `(?<![A-Za-z])(?:${alternatives})(?![A-Za-z])[\\s:.#]*(?:[A-Z]{1,3} ?)?\\d[\\dA-Z/-]*(?: \\([^()]+\\))?`,
  'gi',
);

/** Between numbers stand `(2)`, `;`, a line end, a full stop or the label of the next one. */
function piecesOf(text: string): string[] {
  return text
    .split(/\(\d{1,2}\)\s|[;\n]|\.\s+(?=[A-Z\d])/)
    .flatMap((part) => part.split(beforeLabel))
    .map((piece) => piece.trim().replace(/[.,]$/, ''))
    .filter((piece) => piece !== '');
}

function labelOf(piece: string): string | undefined {
  return atStart.exec(piece)?.[0];
}

function numberOf(value: string, words: string | undefined, behind: string, territories: Territories): FoundNumber {
  const row = labels.find(
    (candidate) =>
      candidate.words.some((word) => word.toLowerCase() === words?.toLowerCase()) &&
      (candidate.pattern === undefined || new RegExp(candidate.pattern).test(value)),
  );
  const bracketed = /^\s*\(([^()]+)\)/.exec(behind);
  const named = bracketed?.[1] === undefined ? undefined : territories.codeOf(bracketed[1]);
  const rest = (named === undefined ? behind : behind.slice(bracketed?.[0].length)).replace(/^[\s,.]+/, '').trim();
  const note = [words, rest].filter((part) => part !== undefined && part !== '').join('; ');
  return { value, row, country: named ?? row?.country, note };
}

function identifierOf(number: FoundNumber, ofField: string | undefined, seat: string | undefined): Identifier {
  const { value, row, note } = number;
  const isGeneral = row === undefined || row.type === 'tax-id' || row.type === 'registration-number';
  const known = number.country ?? ofField;
  const russian = isGeneral && (known ?? seat) === 'ru' ? russianType(value) : undefined;
  const country = known ?? (russian === undefined ? undefined : 'ru');
  return {
    type: russian ?? row?.type ?? 'registration-number',
    value,
    ...(country !== undefined && { country }),
    ...(note !== '' && { note }),
  };
}

function russianType(digits: string): IdentifierType | undefined {
  if (/^\d{13}$/.test(digits)) return 'ru-ogrn';
  return /^(\d{10}|\d{12})$/.test(digits) ? 'ru-inn' : undefined;
}
