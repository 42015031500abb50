// The words of two names beside each other in, why they are alike or not as people read it out.
import type { NamePair } from '@sekisho/engine/model/evidence.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';

type Say = (code: string, facts: ProblemFacts) => string;

/** `chen=陳 same reading` */
export function pairReason({ query, listed, because }: NamePair, say: Say): string {
  return say(`pair-reason.${because}`, { query, listed });
}

/** All of them in one line. */
export function pairReasons(pairs: readonly NamePair[], say: Say): string {
  return pairs.map((pair) => pairReason(pair, say)).join('; ');
}
