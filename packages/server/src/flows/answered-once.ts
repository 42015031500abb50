// A request with a key of the sender's in, its answer out: the one that was given before, when it comes again.
import { createHash } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { Parts } from './parts.ts';

export interface GivenAnswer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/**
 * Answers are kept for a day. Of two at once that are the same, both are worked and the first answer stands: an order keeps its id, so
 * that it is one order all the same.
 * @param key undefined: nothing is kept.
 * @throws Problem `request.repeated` when the key came with another request before; what `work` throws, which is not kept.
 */
export async function answeredOnce(
  key: string | undefined,
  request: unknown,
  { store, actor, clock }: Parts,
  work: () => Promise<GivenAnswer>,
): Promise<GivenAnswer> {
  if (key === undefined) return work();
  const requestHash = createHash('sha256').update(canonicalJson(request)).digest('hex');
  const known = await store.accounts.answeredRequest(actor.id, key);
  if (known && known.requestHash !== requestHash) throw new Problem('request.repeated', { key });
  if (known) return known;
  const answer = await work();
  await store.write((writer) =>
    writer.accounts.saveAnsweredRequest({ actorId: actor.id, key, requestHash, ...answer, at: clock() }),
  );
  return answer;
}
