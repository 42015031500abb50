// An application in, the parties that gave a way to reach them out.
import { buyerOf, type Application, type Party } from '../model/application.ts';

/** The buyer, and everybody else who gave such a thing. */
export function reachedBy(application: Application, by: 'emails' | 'phones'): readonly Party[] {
  const buyer = buyerOf(application);
  return application.parties.filter((party) => party === buyer || 0 < (party[by] ?? []).length);
}
