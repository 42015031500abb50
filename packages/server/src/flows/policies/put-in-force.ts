// A version of a policy that was uploaded in, the same in force from a day on out: said by another person than the one who sent it.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isSamePerson } from '@sekisho/engine/policy/second-person.ts';
import { checkedWord, type CaseWord, type Refuse } from '../case-word.ts';
import type { LoadedPolicy, Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { noteChangedPolicy } from '../rules-in-use.ts';
import { checkedPolicy } from './checked-policy.ts';
import { POLICIES, type PutInForce } from './policies-in-force.ts';
import { uploadsOf, versionNamed, type PolicyVersion } from './upload-policy.ts';

export interface ForceWord extends CaseWord {
  readonly sha256: string;
  /** The first day; absent: today. */
  readonly from?: CalendarDate;
}

/**
 * From that day on all processes of the folder decide by it; what was decided under the version before is owed a look back.
 * @throws Problem `policy.not-found`, `policy.invalid` when it cannot be used any more, `policy.not-put-in-force` with the reason: nobody
 *   named, a reason too short, whoever uploaded it, a day that has passed or that it is not valid on yet, in force already.
 */
export async function putPolicyInForce(id: string, said: ForceWord, parts: Parts): Promise<PolicyVersion> {
  permit(parts, 'policy.change');
  const at = parts.clock();
  const today = at.slice(0, 10);
  const { sha256, from = today } = said;
  const refuse: Refuse = (reason) => {
    throw new Problem('policy.not-put-in-force', { policy: id, reason });
  };
  const { by, reason } = checkedWord(said, 'puts it in force', refuse);
  const version = await versionNamed(id, sha256, parts);
  const { uploadedBy } = version;
  if (isSamePerson(by, uploadedBy)) refuse(`${uploadedBy} uploaded it: another person puts it in force`);
  if (from < today) refuse('the day has passed');
  if (from < version.validFrom) refuse(`it is valid from ${version.validFrom} on`);
  if (version.isInForce && from === today) refuse('it is in force already');
  const overOwn = parts.policiesInForce.ownFile(id);
  await parts.store.write(async (writer) => {
    const kept = (await uploadsOf(id, writer)).find((one) => one.sha256 === sha256);
    if (!kept) return refuse('it is gone');
    const policy = checkedPolicy(kept.text, parts.reference, `${id}/policy.yml`);
    const loaded: LoadedPolicy = { policy, text: kept.text, origin: 'uploaded' };
    const put: PutInForce = {
      id,
      sha256,
      version: policy.version,
      from,
      by,
      reason,
      uploadedBy,
      ...(overOwn !== undefined && { overOwn }),
    };
    await writer.seal('policy-put-in-force', POLICIES, put, at);
    if (from === today) await noteChangedPolicy(writer, loaded, at);
  });
  await parts.policiesInForce.refresh(today);
  return versionNamed(id, sha256, parts);
}
