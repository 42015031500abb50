// A case in, the policy that its application was made under out.
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredDecision, StoreReader } from '../store/store.ts';
import type { Parts } from './parts.ts';

/**
 * The policy of today by the id that the last decision was made under: its application may be erased.
 * @param decisions of the case, oldest first.
 * @throws Problem `policy.not-found` when there is none any more, `case.not-found` when nothing was decided.
 */
export async function policyOfCase(
  caseId: string,
  decisions: readonly StoredDecision[],
  reader: Pick<StoreReader, 'application'>,
  { policies }: Pick<Parts, 'policies'>,
): Promise<Policy> {
  const decided = decisions.findLast(({ sealed }) => sealed !== undefined);
  const id = decided?.sealed?.decision.policy.id ?? (await reader.application(caseId))?.application?.policy;
  if (id === undefined) throw new Problem('case.not-found', { case: caseId });
  const loaded = policies.get(id);
  if (!loaded) throw new Problem('policy.not-found', { policy: id });
  return loaded.policy;
}
