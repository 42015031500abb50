// OWNERSHIP: whether listed parties own or control an organisation of the order, by the rules in force.
import { buyerOf } from '../model/application.ts';
import type { Signal } from '../model/evidence.ts';
import type { OwnershipAnswer, OwnershipState } from '../model/ownership.ts';
import { fromApplication, signal, type Observation, type SignalsOf } from './observation.ts';

/** One for each party of which an answer is known, and for the buyer always: the gravest of the answers. */
export const listedOwnerSignals: SignalsOf = ({ application, ownership = [], sources }, reference) => {
  const buyer = buyerOf(application);
  const about = Map.groupBy(ownership, ({ party }) => party);
  const others = [...about.keys()].filter((party) => party !== buyer.id);
  const seen: Observation[] = [buyer.id, ...others].map((party) => {
    const answers = about.get(party) ?? [];
    const isPerson = application.parties.some(({ id, schema }) => id === party && schema === 'Person');
    if (isPerson) return { party, state: 'NOT_APPLICABLE' };
    const gravest = gravity.find((state) => answers.some((answer) => answer.state === state)) ?? 'UNKNOWN';
    const told = answers.filter(({ state }) => state === gravest);
    return { party, ...seenIn(gravest, told), sources: sourcesOf(told, sources) };
  });
  return seen.map((observation) => signal('OW-2', observation, reference));
};

const gravity: readonly OwnershipState[] = ['OWNED', 'MAY_BE_OWNED', 'UNKNOWN', 'NOT_OWNED'];

function seenIn(state: OwnershipState, told: readonly OwnershipAnswer[]) {
  if (state === 'UNKNOWN') return { state };
  if (state === 'NOT_OWNED') return { state: 'CLEAR' as const };
  const [first] = told;
  const counted =
    first?.holders.filter(({ standing }) => standing !== 'unlisted' && standing !== 'not-restricted') ?? [];
  return {
    state: 'RAISED' as const,
    as: state === 'OWNED' ? 'owned' : 'may-be-owned',
    facts: {
      rules: told.map(({ rule }) => rule).join(', '),
      share: first && `${percent(first.share.least)} to ${percent(first.share.most)} percent`,
      holders: counted.map(({ id, name = id }) => name).join(', '),
    },
  };
}

function percent(share: number): string {
  return String(Math.round(share * 100) / 100);
}

/** Who states the holdings, with the editions that are in use. */
function sourcesOf(
  told: readonly OwnershipAnswer[],
  states: readonly { readonly source: string; readonly editionId?: string }[],
): Signal['sources'] {
  const named = new Set(told.flatMap(({ holders }) => holders.map(({ statedBy }) => statedBy)));
  const stated = [...named].map((source) => {
    const editionId = states.find((state) => state.source === source)?.editionId;
    return { source, ...(editionId !== undefined && { editionId }) };
  });
  return stated.length === 0 ? fromApplication : stated;
}
