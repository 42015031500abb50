// The text of a policy file in, the checked policy out; what is wrong is told with its line.
import Type from 'typebox';
import { significantOfEntity, significantOfParty } from '../model/case-note.ts';
import { caseStates, outcomes } from '../model/decision.ts';
import { ruleSubjects, type Policy, type PolicyRule } from '../model/policy.ts';
import { Problem } from '../model/problem.ts';
import { parseShape } from '../model/shape.ts';
import { readPlacedYaml, type Fail } from '../reference/placed-yaml.ts';
import { compiledRules } from './compiled-rules.ts';
import { ExpressionError, type Expression } from './expression.ts';

export interface PolicyOrigin {
  /** For messages: the file's name. */
  readonly file: string;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
}

const closed = { additionalProperties: false };
const name = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
const text = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
const expression = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
/** What an expression can call it. */
const field = '^[a-z][A-Za-z0-9]{0,63}$';
const namedBy = <T extends Type.TSchema>(pattern: string, of: T) =>
  Type.Record(Type.String({ pattern }), of, { additionalProperties: false });

const RuleShape = Type.Object(
  {
    id: name,
    each: Type.Optional(word(ruleSubjects)),
    when: expression,
    /** Approving is what is left when no rule finds anything: no rule can give it. */
    outcome: word(outcomes.filter((outcome) => outcome !== 'approve')),
    message: name,
    facts: Type.Optional(namedBy(field, expression)),
    reference: Type.Optional(text),
  },
  closed,
);

const ParameterShape = Type.Object(
  {
    description: text,
    unit: text,
    values: namedBy(
      '^\\d{4}-\\d{2}-\\d{2}$',
      Type.Object(
        { value: Type.Union([Type.Number(), Type.String({ maxLength: 1000 }), Type.Boolean()]), reference: text },
        closed,
      ),
    ),
  },
  closed,
);

const PolicyShape = Type.Object(
  {
    id: name,
    version: Type.Integer({ minimum: 1 }),
    title: text,
    validFrom: Type.String({ format: 'calendar-date' }),
    validTo: Type.Optional(Type.String({ format: 'calendar-date' })),
    sources: Type.Array(
      Type.Object(
        { source: name, required: Type.Boolean(), maxAgeDays: Type.Integer({ minimum: 0, maximum: 3660 }) },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
    registers: Type.Optional(
      Type.Array(Type.Object({ source: name, country: Type.String({ pattern: '^[a-z]{2}$' }) }, closed), {
        maxItems: 100,
      }),
    ),
    minScore: Type.Number({ minimum: 0, maximum: 1 }),
    weakAliasesMakeHits: Type.Optional(Type.Boolean()),
    requiredAnswers: Type.Optional(Type.Array(name, { maxItems: 100, uniqueItems: true })),
    questionnaires: Type.Optional(Type.Array(name, { maxItems: 20, uniqueItems: true })),
    contact: Type.Optional(text),
    escalation: Type.Optional(Type.Object({ to: text, dueDays: Type.Integer({ minimum: 0, maximum: 3660 }) }, closed)),
    parameters: Type.Optional(namedBy(field, ParameterShape)),
    products: Type.Optional(
      Type.Array(
        Type.Object(
          {
            product: text,
            sectors: Type.Optional(Type.Array(text, { minItems: 1, maxItems: 200 })),
            mostPerEmployee: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
            most: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
            reference: text,
          },
          closed,
        ),
        { maxItems: 1000 },
      ),
    ),
    acceptsByItself: Type.Optional(Type.Boolean()),
    secondPersonFor: Type.Optional(Type.Array(word(caseStates), { maxItems: caseStates.length, uniqueItems: true })),
    clearance: Type.Optional(
      Type.Object(
        {
          days: Type.Integer({ minimum: 1, maximum: 3660 }),
          partyFields: Type.Array(word(significantOfParty), { minItems: 1, uniqueItems: true }),
          entityFields: Type.Array(word(significantOfEntity), { minItems: 1, uniqueItems: true }),
        },
        closed,
      ),
    ),
    confirmationDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
    rules: Type.Array(RuleShape, { minItems: 1, maxItems: 500 }),
  },
  closed,
);
type PolicyFile = Type.Static<typeof PolicyShape>;

/**
 * The policy in `text` (YAML).
 * @throws Problem `policy.invalid` with `file`, `line`, `field` (JSON pointer), `reason` and, where it lies in one,
 *   `rule`: not YAML, too many aliases, an unknown field, a word outside a vocabulary, two rules of one id, two norms of one product, a register
 *   that is no source, accepting without a person on no required source, an expression that cannot be read, names what is not there or does not give what it must.
 */
export function parsePolicy(text: string, origin: PolicyOrigin): Policy {
  const { value, fail } = readPlacedYaml(text, origin.file, 'policy.invalid');
  const file = shaped(value, fail);
  checkParts(file, fail);
  const policy: Policy = {
    ...file,
    registers: file.registers ?? [],
    requiredAnswers: file.requiredAnswers ?? [],
    parameters: file.parameters ?? {},
    products: file.products ?? [],
    acceptsByItself: file.acceptsByItself ?? false,
    rules: file.rules.map((rule): PolicyRule => ({ ...rule, facts: rule.facts ?? {} })),
    sha256: origin.sha256,
  };
  checkExpressions(policy, fail);
  return policy;
}

function shaped(value: unknown, fail: Fail): PolicyFile {
  try {
    return parseShape(PolicyShape, value, 'policy.invalid');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return fail(String(error.facts['field']), String(error.facts['reason']));
  }
}

function checkParts(file: PolicyFile, fail: Fail): void {
  if (file.validTo !== undefined && file.validTo < file.validFrom) fail('/validTo', 'is before validFrom');
  const twice = (ids: readonly string[]) => ids.findIndex((id, index) => ids.indexOf(id) !== index);
  const source = twice(file.sources.map((named) => named.source));
  if (0 <= source) fail(`/sources/${source}/source`, 'is named twice');
  const rule = twice(file.rules.map(({ id }) => id));
  if (0 <= rule) fail(`/rules/${rule}/id`, 'is the id of another rule too');
  if (file.acceptsByItself && !file.sources.some(({ required }) => required))
    fail('/acceptsByItself', 'needs at least one source with required: true');
  const product = twice((file.products ?? []).map((norm) => norm.product));
  if (0 <= product) fail(`/products/${product}/product`, 'has a norm already');
  file.registers?.forEach((register, index) => {
    if (!file.sources.some((named) => named.source === register.source))
      fail(`/registers/${index}/source`, 'is not among the sources');
  });
  for (const [parameter, { values }] of Object.entries(file.parameters ?? {})) {
    const pointer = `/parameters/${parameter}/values`;
    if (Object.keys(values).length === 0) fail(pointer, 'has no value');
    if (1 < new Set(Object.values(values).map(({ value }) => typeof value)).size)
      fail(pointer, 'has values of two types');
  }
}

function checkExpressions(policy: Policy, fail: Fail): void {
  compiledRules(policy).forEach(({ rule: { id }, when, facts }, index) => {
    const check = (pointer: string, expression: Expression | ExpressionError, types: readonly string[]): void => {
      if (expression instanceof ExpressionError) fail(pointer, expression.message, { rule: id });
      else if (!types.includes(expression.type))
        fail(pointer, `gives ${expression.type} instead of ${types.join(', ')}`, { rule: id });
    };
    check(`/rules/${index}/when`, when, ['bool']);
    for (const [name, fact] of facts) check(`/rules/${index}/facts/${name}`, fact, ['string', 'int', 'double', 'bool']);
  });
}
