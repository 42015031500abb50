// The words of two names beside each other in, why they are alike or not as people read it out.
import type { NamePair } from '@sekisho/engine/model/evidence.ts';
import type { Cli } from '../run.ts';

/** `chen=陳 same reading` */
export function pairReason({ query, listed, because }: NamePair, cli: Cli): string {
  return cli.say(`pair-reason.${because}`, { query, listed });
}

/** All of them in one line. */
export function pairReasons(pairs: readonly NamePair[], cli: Cli): string {
  return pairs.map((pair) => pairReason(pair, cli)).join('; ');
}
