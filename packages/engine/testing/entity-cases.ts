// For tests: cases/entities.yml in, its pairs of subjects out.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';
import { parse } from 'yaml';
import { parseDateRange, type DateRange } from '../src/model/calendar.ts';
import { nameKinds, schemata } from '../src/model/entity.ts';
import { identifierTypes } from '../src/model/identifier.ts';
import type { Subject } from '../src/model/subject.ts';

export interface EntityCase {
  readonly note: string;
  readonly query: Subject;
  readonly listed: Subject;
  /** `no-match`: no hit, at most weak. */
  readonly expect: 'match' | 'no-match' | 'weak';
  /** `open`: not reached yet. */
  readonly known: '' | 'open';
}

const strict = { additionalProperties: false };
const SubjectShape = Type.Object(
  {
    schema: Type.Optional(Type.Enum([...schemata])),
    names: Type.Array(
      Type.Union([
        Type.String(),
        Type.Object(
          {
            text: Type.String(),
            kind: Type.Optional(Type.Enum([...nameKinds])),
            language: Type.Optional(Type.String()),
            family: Type.Optional(Type.String()),
            given: Type.Optional(Type.String()),
          },
          strict,
        ),
      ]),
      { minItems: 1 },
    ),
    birthDates: Type.Optional(Type.Array(Type.String())),
    genders: Type.Optional(Type.Array(Type.Enum(['male', 'female']))),
    countries: Type.Optional(Type.Array(Type.String())),
    identifiers: Type.Optional(
      Type.Array(
        Type.Object(
          { type: Type.Enum([...identifierTypes]), value: Type.String(), country: Type.Optional(Type.String()) },
          strict,
        ),
      ),
    ),
    addresses: Type.Optional(
      Type.Array(
        Type.Object(
          {
            full: Type.String(),
            city: Type.Optional(Type.String()),
            region: Type.Optional(Type.String()),
            country: Type.Optional(Type.String()),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
const CasesShape = Type.Array(
  Type.Object(
    {
      note: Type.String(),
      query: SubjectShape,
      listed: SubjectShape,
      expect: Type.Union([Type.Literal('match'), Type.Literal('no-match'), Type.Literal('weak')]),
      known: Type.Optional(Type.Literal('open')),
    },
    strict,
  ),
);

export const entityCases: readonly EntityCase[] = readCases();

function readCases(): EntityCase[] {
  const cases: unknown = parse(readFileSync(new URL('../../../cases/entities.yml', import.meta.url), 'utf8'));
  const [error] = Value.Errors(CasesShape, cases);
  if (error) throw new Error(`cases/entities.yml ${error.instancePath}: ${error.message}`);
  return (cases as Type.Static<typeof CasesShape>).map(({ query, listed, known, ...others }): EntityCase => ({
    ...others,
    query: subjectOf(query),
    listed: subjectOf(listed),
    known: known ?? '',
  }));
}

function subjectOf({ schema = 'Person', names, ...others }: Type.Static<typeof SubjectShape>): Subject {
  return {
    schema,
    names: names.map((name) =>
      typeof name === 'string' ? { text: name, kind: 'primary' } : { ...name, kind: name.kind ?? 'primary' },
    ),
    birthDates: (others.birthDates ?? []).map(dateRange),
    genders: others.genders ?? [],
    nationalities: [],
    countries: others.countries ?? [],
    identifiers: others.identifiers ?? [],
    addresses: others.addresses ?? [],
  };
}

function dateRange(text: string): DateRange {
  const range = parseDateRange(text);
  if (!range) throw new Error(`cases/entities.yml: “${text}” is no date`);
  return range;
}
