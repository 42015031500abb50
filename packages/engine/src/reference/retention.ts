// `data/retention.yml`, or that of an installation, in, how long cases are kept and on what ground out: checked and frozen.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { caseStates } from '../model/decision.ts';
import { retentionChecks, type RetentionClass, type RetentionRegime } from '../model/retention.ts';
import { referenceText } from './data-table.ts';
import { readPlacedYaml, type PlacedYaml } from './placed-yaml.ts';
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

/** @throws Problem `reference.invalid` as `parseRetention` throws `retention.invalid`. */
export function buildRetention(files: ReferenceFiles): RetentionReference {
  return retentionIn(readPlacedYaml(referenceText(files, FILE), FILE, 'reference.invalid'));
}

/**
 * The same file of an installation, which stands in place of ours.
 * @throws Problem `retention.invalid` with `file`, `line`, `field` (JSON pointer) and `reason`: not YAML, another shape, a thing twice, a regime that is
 *   not there, an end of a case with no class or with two.
 */
export function parseRetention(text: string, file: string): RetentionReference {
  return retentionIn(readPlacedYaml(text, file, 'retention.invalid'));
}

function retentionIn({ value, fail }: PlacedYaml): RetentionReference {
  if (!Check(FileShape, value)) {
    const [error] = Errors(FileShape, value);
    return fail(error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const { regimes, policies, classes } = value;
  const twice = (ids: readonly string[]) => ids.findIndex((one, place) => ids.indexOf(one) !== place);
  for (const [part, ids] of [
    ['regimes', regimes.map(({ regime }) => regime)],
    ['policies', policies.map(({ policy }) => policy)],
    ['classes', classes.map((one) => one.class)],
  ] as const)
    if (0 <= twice(ids)) fail(`/${part}/${twice(ids)}`, `${ids[twice(ids)] ?? ''} has an entry already`);
  const known = new Set(regimes.map(({ regime }) => regime));
  policies.forEach((policy, place) => {
    const unknown = policy.regimes.findIndex((regime) => !known.has(regime));
    if (0 <= unknown)
      fail(`/policies/${place}/regimes/${unknown}`, `there is no regime ${policy.regimes[unknown] ?? ''}`);
  });
  classes.forEach(({ states }, place) => {
    const open = states.findIndex((state) => state === 'HOLD' || state === 'NEED_INFORMATION');
    if (0 <= open) fail(`/classes/${place}/states/${open}`, `${states[open] ?? ''} is no end of a case`);
  });
  for (const state of endedStates)
    for (const listed of [true, false]) {
      const fitting = classes.flatMap((one, place) =>
        one.states.includes(state) && (one.listed ?? listed) === listed ? [place] : [],
      );
      if (fitting.length !== 1)
        fail(
          fitting.length === 0 ? '/classes' : `/classes/${fitting[1] ?? 0}`,
          `${String(fitting.length)} classes have ${state}${listed ? ', of listed parties' : ''}`,
        );
    }
  const regimesOfPolicy = new Map(policies.map((policy) => [policy.policy, policy.regimes]));
  return Object.freeze({ classes, regimes, regimesOfPolicy });
}
