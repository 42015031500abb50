// `data/ownership-rules.yml` in, when holdings of listed parties restrict a company, by authority, out: checked and frozen.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { effects } from '../model/entity.ts';
import type { CalendarDate } from '../model/calendar.ts';
import type { OwnershipRule } from '../model/ownership.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface OwnershipReference {
  /** In the order of the file. */
  readonly rules: readonly OwnershipRule[];
  /** Words of a relation that mean control without a share. */
  readonly controlWords: ReadonlySet<string>;
}

const FILE = 'ownership-rules.yml';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, pattern: '\\S' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const RuleShape = Type.Object(
  {
    rule: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    authority: text,
    lists: Type.Array(
      Type.Object(
        {
          source: text,
          effects: Type.Optional(Type.Array(word(effects), { minItems: 1 })),
          programmes: Type.Optional(Type.Array(text, { minItems: 1 })),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    percent: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
    bound: word(['or-more', 'more-than'] as const),
    aggregates: Type.Boolean(),
    control: Type.Boolean(),
    periods: Type.Array(Type.Object({ from: day, to: Type.Optional(day), reference: text }, closed), { minItems: 1 }),
    source: text,
  },
  closed,
);
const FileShape = Type.Object(
  {
    rules: Type.Array(RuleShape, { minItems: 1 }),
    control: Type.Array(Type.Object({ word: text, source: text }, closed)),
  },
  closed,
);

/** @throws Problem `reference.invalid`: another shape, a rule twice, periods that overlap or end before they begin. */
export function buildOwnershipReference(files: ReferenceFiles): OwnershipReference {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const known = new Set<string>();
  for (const { rule, periods } of content.rules) {
    if (known.has(rule)) throw invalid(FILE, rule, 'the rule has an entry already');
    known.add(rule);
    periods.forEach(({ from, to }, index) => {
      const before = periods[index - 1];
      if (to !== undefined && to < from) throw invalid(FILE, rule, `the period of ${from} ends before it begins`);
      if (before && (before.to === undefined || from <= before.to))
        throw invalid(FILE, rule, `the period of ${from} begins before the one above it ends`);
    });
  }
  return Object.freeze({
    rules: content.rules,
    controlWords: new Set(content.control.map((entry) => entry.word)),
  });
}

/** The rules that are in force on a day. */
export function rulesOn(day: CalendarDate, { rules }: OwnershipReference): readonly OwnershipRule[] {
  return rules.filter(({ periods }) => periods.some(({ from, to }) => from <= day && (to === undefined || day <= to)));
}
