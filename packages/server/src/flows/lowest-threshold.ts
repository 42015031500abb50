// The policies in, the least score of a hit under the most watchful of them out.
import type { Parts } from './parts.ts';

/** 0 to 1: what any vetting would show. */
export function lowestThreshold({ policies, reference }: Pick<Parts, 'policies' | 'reference'>): number {
  return Math.min(reference.names.weights.hitScore, ...[...policies.values()].map(({ policy }) => policy.minScore));
}
