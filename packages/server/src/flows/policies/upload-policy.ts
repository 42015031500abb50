// The text of a policy in, a version of it that is kept and not in force out; sealed with who sent it.
import type { CalendarDate, Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoreReader } from '../../store/store.ts';
import { named } from '../case-word.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { checkedPolicy } from './checked-policy.ts';
import { policiesPutInForce, POLICIES, type PutInForce } from './policies-in-force.ts';

export interface PolicyVersion {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly validFrom: CalendarDate;
  readonly uploadedAt: Instant;
  readonly uploadedBy: string;
  readonly isInForce: boolean;
  /** Each time somebody put it in force, oldest first. */
  readonly putInForce: readonly (Pick<PutInForce, 'from' | 'by' | 'reason'> & { readonly at: Instant })[];
}

/** What an entry `policy-uploaded` seals; its subject is `policies/<id>`. */
interface Uploaded extends Pick<PolicyVersion, 'id' | 'version' | 'sha256' | 'title' | 'validFrom'> {
  readonly text: string;
  readonly by: string;
}

/**
 * The same text again is the version that is kept already.
 * @throws Problem `policy.invalid` with line and field; also when other rules have this version.
 */
export async function uploadPolicy(
  { text, by }: { readonly text: string; readonly by: string },
  parts: Parts,
): Promise<PolicyVersion> {
  permit(parts, 'policy.change');
  const { id, version, sha256, title, validFrom } = checkedPolicy(text, parts.reference);
  const refuse = (reason: string): never => {
    throw new Problem('policy.invalid', { file: 'policy.yml', field: '/version', reason });
  };
  const sender = named(by, 'uploads it', refuse);
  const used = parts.policies.get(id)?.policy;
  await parts.store.write(async (writer) => {
    const kept = await uploadsOf(id, writer);
    if (kept.some((one) => one.sha256 === sha256)) return;
    const decided = await writer.entriesAbout([`${id}@${String(version)}`]);
    const others = [
      ...kept,
      ...(used ? [used] : []),
      ...decided.map(({ payload = '{}' }) => ({ version, ...(JSON.parse(payload) as Partial<Uploaded>) })),
    ];
    if (others.some((one) => one.version === version && one.sha256 !== sha256))
      refuse(`is ${String(version)} already, with other rules: give it another`);
    await writer.savePolicy({ sha256, id, version, text });
    const uploaded: Uploaded = { id, version, sha256, title, validFrom, text, by: sender };
    await writer.seal('policy-uploaded', subjectOf(id), uploaded, parts.clock());
  });
  return versionNamed(id, sha256, parts);
}

/** Those that were uploaded, the last first. */
export async function policyVersions(id: string, parts: Parts): Promise<readonly PolicyVersion[]> {
  permit(parts, 'policy.read');
  const put = await policiesPutInForce(parts.store);
  return (await uploadsOf(id, parts.store))
    .toReversed()
    .map(({ text: _, by: uploadedBy, at: uploadedAt, ...version }) => ({
      ...version,
      uploadedAt,
      uploadedBy,
      isInForce: parts.policies.get(id)?.policy.sha256 === version.sha256,
      putInForce: put
        .filter(({ sha256 }) => sha256 === version.sha256)
        .map(({ from, by, reason, at }) => ({ from, by, reason, at })),
    }));
}

/** @throws Problem `policy.not-found` */
export async function versionNamed(id: string, sha256: string, parts: Parts): Promise<PolicyVersion> {
  const version = (await policyVersions(id, parts)).find((one) => one.sha256 === sha256);
  if (!version) throw new Problem('policy.not-found', { policy: `${id} ${sha256.slice(0, 12)}` });
  return version;
}

/**
 * The text of a version.
 * @throws Problem `policy.not-found`
 */
export async function textOfVersion(id: string, sha256: string, parts: Parts): Promise<{ readonly text: string }> {
  permit(parts, 'policy.read');
  const found = (await uploadsOf(id, parts.store)).find((one) => one.sha256 === sha256);
  if (!found) throw new Problem('policy.not-found', { policy: `${id} ${sha256.slice(0, 12)}` });
  return { text: found.text };
}

/** Oldest first. */
export async function uploadsOf(
  id: string,
  reader: Pick<StoreReader, 'entriesAbout'>,
): Promise<readonly (Uploaded & { readonly at: Instant })[]> {
  const entries = await reader.entriesAbout([subjectOf(id)]);
  return entries.flatMap(({ kind, payload, at }) =>
    kind === 'policy-uploaded' && payload !== undefined ? [{ ...(JSON.parse(payload) as Uploaded), at }] : [],
  );
}

const subjectOf = (id: string) => `${POLICIES}/${id}`;
