// The measures imposed on a target, by their words or by the names of their elements, in; what they are and their effects out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { effects, type Effect } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';

export interface Measure {
  /** As the list names it first: `Asset freeze`. */
  readonly name: string;
  readonly effects: readonly Effect[];
}

/** The measures of a cell, `Asset freeze|Travel Ban`. @throws Problem `list.unknown-value` for one that the table lacks. */
export function measuresIn(text: string, where: FieldOfList): Measure[] {
  return text
    .split('|')
    .filter((word) => word.trim() !== '')
    .map((word) => {
      const measure = measureByKey.get(keyOf(word));
      if (!measure) throw new Problem('list.unknown-value', { ...where, value: word.trim() });
      return measure;
    });
}

/** The names of the elements that the XML has for measures. */
export function measureIndicators(): readonly string[] {
  return rows.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator]));
}

/** The measure of such an element. */
export function measureOfIndicator(indicator: string): Measure {
  const row = rows.find((candidate) => candidate.indicator === indicator);
  if (!row) throw new Problem('internal', { reason: `"${indicator}" is no element of a measure` });
  return measureOf(row);
}

const FILE = 'measures.yml';

const text = Type.String({ minLength: 1 });
const RowShape = Type.Object(
  {
    words: Type.Array(text, { minItems: 1 }),
    indicator: Type.Optional(text),
    effects: Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects])), { minItems: 1 }),
    source: text,
    note: Type.Optional(text),
  },
  { additionalProperties: false },
);

const rows = parseShape(
  Type.Object({ measures: Type.Array(RowShape) }, { additionalProperties: false }),
  parse(readFileSync(new URL(`./${FILE}`, import.meta.url), 'utf8')),
  'reference.invalid',
  { file: FILE },
).measures;

const measureByKey: ReadonlyMap<string, Measure> = new Map(
  rows.flatMap((row) => row.words.map((word) => [keyOf(word), measureOf(row)] as const)),
);

function measureOf(row: Type.Static<typeof RowShape>): Measure {
  return { name: row.words[0] ?? '', effects: row.effects };
}

function keyOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}
