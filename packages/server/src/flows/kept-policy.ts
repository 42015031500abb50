// The hash of a policy that decisions were made under in, the policy as it was then out.
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { parsePolicy } from '@sekisho/engine/policy/parse-policy.ts';
import type { StoreReader } from '../store/store.ts';

export async function keptPolicy(sha256: string, reader: Pick<StoreReader, 'policy'>): Promise<Policy | undefined> {
  const kept = await reader.policy(sha256);
  return kept && parsePolicy(kept.text, { file: `${kept.id}/policy.yml`, sha256: kept.sha256 });
}
