// What an indicator saw in, the signal with the severity that `data/signals.yml` gives it out.
import type { Evidence, Signal } from '../model/evidence.ts';
import type { Confirmation } from '../model/register.ts';
import { Problem } from '../model/problem.ts';
import type { SignalReference } from '../reference/signal-reference.ts';

export type SignalEvidence = Omit<Evidence, 'signals'>;

/** What every signal function is. */
export type SignalsOf = (evidence: SignalEvidence, reference: SignalReference) => readonly Signal[];

/** What was seen, before it is said of whom and from where. */
export type Seen = { readonly facts?: Readonly<Record<string, string | undefined>> } & (
  | { readonly state: 'RAISED'; /** Which of the definition's severities. */ readonly as: string }
  | { readonly state: 'CLEAR' | 'UNKNOWN' | 'NOT_APPLICABLE' }
);

export type Observation = Seen & {
  readonly party: string;
  /** The application, when absent. */
  readonly sources?: Signal['sources'];
};

/** Where most signals look. */
export const fromApplication: Signal['sources'] = [{ source: 'application' }];

/** The register and the edition of it that a confirmation was made with. */
export function fromRegister({ register, editionId }: Confirmation): Signal['sources'] {
  return [{ source: register, ...(editionId !== undefined && { editionId }) }];
}

/** The signal `id`. One that is not raised has the gravest severity it could have had. */
export function signal(id: string, observation: Observation, reference: SignalReference): Signal {
  const { family, severity } = definitionOf(id, reference);
  const { party, state, facts = {}, sources = fromApplication } = observation;
  const gravest = (['B', 'H', 'M', 'L', 'I'] as const).find((grade) => Object.values(severity).includes(grade));
  const seen = state === 'RAISED' ? severity[observation.as] : gravest;
  if (!seen) throw new Problem('reference.invalid', { file: 'signals.yml', entry: id, reason: 'lacks a severity' });
  return {
    id,
    family,
    state,
    severity: seen,
    party,
    facts: Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    sources,
  };
}

/** A number that the signal is computed with. @throws Problem `reference.invalid` when `data/signals.yml` lacks it. */
export function numberSetting(id: string, name: string, reference: SignalReference): number {
  const value = definitionOf(id, reference).settings?.[name];
  if (typeof value === 'number') return value;
  throw new Problem('reference.invalid', { file: 'signals.yml', entry: id, reason: `lacks the number "${name}"` });
}

/** Words that the signal is computed with. @throws Problem `reference.invalid` when `data/signals.yml` lacks them. */
export function wordsSetting(id: string, name: string, reference: SignalReference): readonly string[] {
  const value = definitionOf(id, reference).settings?.[name];
  if (Array.isArray(value)) return value;
  throw new Problem('reference.invalid', { file: 'signals.yml', entry: id, reason: `lacks the words "${name}"` });
}

function definitionOf(id: string, { definitions }: SignalReference) {
  const definition = definitions.get(id);
  if (!definition) throw new Problem('reference.invalid', { file: 'signals.yml', entry: id, reason: 'is missing' });
  return definition;
}
