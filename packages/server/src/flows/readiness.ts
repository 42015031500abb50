// The parts in, what keeps the product from answering well out: no list, a required list that is stale, an index not yet made.
import type { Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';

/** Empty when an order can be vetted. A policy whose sources were never imported is not in use, and lacks nothing here. */
export async function whatIsLacking(parts: Parts): Promise<readonly string[]> {
  const active = await parts.store.activeEditions();
  const lists = active.filter(({ edition }) => edition.kind === 'list');
  if (lists.length === 0) return ['no list is in use'];
  const today = parts.clock().slice(0, 10);
  const stale = [...parts.policies.values()].flatMap(({ policy }) =>
    sourceStates(active, policy, parts, today)
      .filter(({ required, state }) => required && state === 'STALE')
      .map(({ source }) => `${source} is stale`),
  );
  const isLoaded = parts.index.isReady(active);
  return [...new Set(stale), ...(isLoaded ? [] : ['the index of the lists is being made'])];
}
