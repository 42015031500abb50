// Whoever work is done for and what it is in; it goes on, or is refused by name.
import { mayAct, type Act } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Parts } from './parts.ts';

/**
 * Asked first by each flow that somebody can ask for, so that no interface can leave it out.
 * @throws Problem `access.denied` when none of the actor's duties has this act.
 */
export function permit({ actor }: Pick<Parts, 'actor'>, act: Act): void {
  if (!mayAct(actor, act)) throw new Problem('access.denied', { act, who: actor.name });
}
