// `data/retention.yml` in, how long cases are kept and on what ground out: checked and frozen.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { caseStates } from '../model/decision.ts';
import { retentionChecks, type RetentionClass, type RetentionRegime } from '../model/retention.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface RetentionReference {
  /** In the order of the file. */
  readonly classes: readonly RetentionClass[];
  readonly regimes: readonly RetentionRegime[];
  /** Ids of regimes by policy; under a policy that is not here, all attach. */
  readonly regimesOfPolicy: ReadonlyMap<string, readonly string[]>;
}

const FILE = 'retention.yml';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, pattern: '\\S' });
const id = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });
const word = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));
const checked = word(retentionChecks);

const FileShape = Type.Object(
  {
    regimes: Type.Array(
      Type.Object(
        {
          regime: id,
          covers: text,
          years: Type.Integer({ minimum: 1, maximum: 100 }),
          from: word(['end-of-case', 'end-of-year'] as const),
          reference: text,
          source: text,
          checked,
        },
        closed,
      ),
      { minItems: 1 },
    ),
    policies: Type.Array(Type.Object({ policy: id, regimes: Type.Array(id), reason: text, checked }, closed)),
    classes: Type.Array(
      Type.Object(
        {
          class: id,
          states: Type.Array(word(caseStates), { minItems: 1 }),
          listed: Type.Optional(Type.Boolean()),
          covers: text,
          period: word(['regimes', 'months'] as const),
          months: Type.Integer({ minimum: 1, maximum: 1200 }),
          purpose: text,
          basis: text,
          source: text,
          checked,
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
);

/** Of a case in these states there is nothing to wait for any more. */
const endedStates = ['ACCEPT', 'ACCEPT_WITH_CONDITIONS', 'REFUSE', 'WITHDRAWN'] as const;

/** @throws Problem `reference.invalid`: another shape, a thing twice, a regime that is not there, an end with no class or with two. */
export function buildRetention(files: ReferenceFiles): RetentionReference {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const regimes = new Map(content.regimes.map((regime) => [regime.regime, regime]));
  const policies = new Map(content.policies.map((policy) => [policy.policy, policy.regimes]));
  if (regimes.size < content.regimes.length) throw invalid(FILE, 'regimes', 'a regime has an entry already');
  if (policies.size < content.policies.length) throw invalid(FILE, 'policies', 'a policy has an entry already');
  for (const [policy, named] of policies)
    for (const regime of named) if (!regimes.has(regime)) throw invalid(FILE, policy, `there is no regime ${regime}`);
  for (const { class: name, states } of content.classes)
    for (const state of states)
      if (state === 'HOLD' || state === 'NEED_INFORMATION') throw invalid(FILE, name, `${state} is no end of a case`);
  for (const state of endedStates)
    for (const listed of [true, false]) {
      const fitting = content.classes.filter((one) => one.states.includes(state) && (one.listed ?? listed) === listed);
      if (fitting.length !== 1)
        throw invalid(FILE, state, `${String(fitting.length)} classes have it${listed ? ', of listed parties' : ''}`);
    }
  return Object.freeze({ classes: content.classes, regimes: content.regimes, regimesOfPolicy: policies });
}
