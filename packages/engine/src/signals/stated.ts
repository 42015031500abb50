// Signals that rest on the answer to one question of a questionnaire: what a reviewer saw, or whoever applies said.
import { buyerOf } from '../model/application.ts';
import type { SignalDefinition, SignalReference } from '../reference/signal-reference.ts';
import { answerGiven } from './answers.ts';
import { signal, type Seen, type SignalEvidence, type SignalsOf } from './observation.ts';

/** Those of `data/signals.yml` that are asked and that nothing else is computed for. */
export const statedSignals: SignalsOf = (evidence, reference) =>
  [...reference.definitions.values()]
    .filter(({ id, asked }) => asked && !alsoComputed.includes(id))
    .map(({ id }) =>
      signal(id, { party: buyerOf(evidence.application).id, ...statedAs(id, evidence, reference) }, reference),
    );

/** Their families hold the answer beside what else they see. */
const alsoComputed: readonly string[] = ['MO-3', 'PE-3'];

/** What the answer says; an answer that is none of the choices says nothing. */
export function statedAs(id: string, { application }: SignalEvidence, reference: SignalReference): Seen {
  const definition = reference.definitions.get(id);
  if (!definition?.asked || !appliesTo(definition, application)) return { state: 'NOT_APPLICABLE' };
  const { question, raises, clears } = definition.asked;
  const answer = answerGiven(application, question) ?? '';
  const as = Object.hasOwn(raises, answer) ? raises[answer] : undefined;
  if (as !== undefined) return { state: 'RAISED', as, facts: { [question]: answer } };
  return { state: clears.includes(answer) ? 'CLEAR' : 'UNKNOWN' };
}

/** Whether a signal can say anything of such an order: a rental is what is provisioned, not handed over. */
export function appliesTo({ onlyFor }: SignalDefinition, application: SignalEvidence['application']): boolean {
  if (onlyFor === 'organisations') return buyerOf(application).schema !== 'Person';
  return onlyFor !== 'rentals' || application.delivery?.method === 'provisioning';
}
