// `data/applicant-needs.yml` and `data/reason-codes.yml` in, what an applicant may be asked for and told out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { caseStates, type CaseState } from '../model/decision.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const closed = { additionalProperties: false };
const name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
const NeedsShape = Type.Array(
  Type.Object({ need: name, findings: Type.Array(name, { minItems: 1, uniqueItems: true }) }, closed),
  { minItems: 1 },
);
const ReasonCodesShape = Type.Array(
  Type.Object(
    {
      code: name,
      states: Type.Array(Type.Unsafe<CaseState>(Type.Enum([...caseStates])), { minItems: 1, uniqueItems: true }),
      told: Type.Boolean(),
    },
    closed,
  ),
  { minItems: 1 },
);

export interface ReasonCode {
  readonly code: string;
  /** The states that a case can be moved to with it. */
  readonly states: readonly CaseState[];
  /** Whether the applicant is given it as the ground. */
  readonly told: boolean;
}

export interface ToldToApplicants {
  /** What is asked for, by the message of the finding that calls for it; nothing else is asked for. */
  readonly needs: ReadonlyMap<string, string>;
  readonly reasonCodes: ReadonlyMap<string, ReasonCode>;
}

/** @throws Problem `reference.invalid`: another shape, a finding with two needs, a code twice. */
export function buildToldToApplicants(files: ReferenceFiles): ToldToApplicants {
  const needs = new Map<string, string>();
  for (const { need, findings } of read(files, 'applicant-needs.yml', NeedsShape))
    for (const finding of findings) {
      if (needs.has(finding)) throw invalid('applicant-needs.yml', finding, 'has a need already');
      needs.set(finding, need);
    }
  const reasonCodes = new Map<string, ReasonCode>();
  for (const reason of read(files, 'reason-codes.yml', ReasonCodesShape)) {
    if (reasonCodes.has(reason.code)) throw invalid('reason-codes.yml', reason.code, 'stands there twice');
    reasonCodes.set(reason.code, reason);
  }
  return { needs, reasonCodes };
}

function read<Shape extends Type.TSchema>(files: ReferenceFiles, file: string, shape: Shape): Type.Static<Shape> {
  const value = readYaml(files, file);
  if (Check(shape, value)) return value;
  const [error] = Errors(shape, value);
  throw invalid(file, error?.instancePath ?? '/', error?.message ?? 'has another shape');
}
