// The policies and the engine that run now in, a look-back owed out when they are others than those that last decided.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { basisOf } from './list-index.ts';
import type { LookBack, StoreWriter } from '../store/store.ts';
import type { LoadedPolicy, Parts } from './parts.ts';

type RuleParts = Pick<Parts, 'engineVersion' | 'nameKeysVersion'>;

/** Of every policy that something was decided under, and of the engine. */
export async function noteRulesInUse(parts: Parts): Promise<void> {
  const inUse = await parts.store.rulesInUse();
  const changed = [...parts.policies.values()].filter(({ policy }) => {
    const version = inUse.get(nameOf(policy));
    return version !== undefined && version !== policy.sha256;
  });
  const engine = inUse.get(ENGINE);
  if (changed.length === 0 && (engine === undefined || engine === matcherVersionOf(parts))) return;
  const at = parts.clock();
  await parts.store.write(async (writer) => {
    for (const loaded of changed) await notePolicy(writer, loaded, at);
    if (engine !== undefined) await noteEngine(writer, parts, at);
  });
}

/** Keeps and seals the policy when it is not the one of its id that decided last; what was decided under that is owed a look back. */
export async function notePolicy(writer: StoreWriter, { policy, text }: LoadedPolicy, at: Instant): Promise<void> {
  const { sha256, id, version } = policy;
  const before = (await writer.rulesInUse()).get(nameOf(policy));
  if (before === sha256) return;
  if (!(await writer.policy(sha256))) await writer.savePolicy({ sha256, id, version, text });
  await writer.saveRuleInUse(nameOf(policy), sha256);
  await writer.seal('policy-activated', `${id}@${String(version)}`, { sha256, id, version, text }, at);
  if (before !== undefined) await owe(writer, { kind: 'policy', source: id, before, now: sha256 }, at);
}

/** A policy that is in force from now on: whether something was decided under the one before. */
export async function noteChangedPolicy(writer: StoreWriter, loaded: LoadedPolicy, at: Instant): Promise<void> {
  if ((await writer.rulesInUse()).has(nameOf(loaded.policy))) await notePolicy(writer, loaded, at);
}

/** The same for how names are read and compared. */
export async function noteEngine(writer: StoreWriter, parts: RuleParts, at: Instant): Promise<void> {
  const before = (await writer.rulesInUse()).get(ENGINE);
  const now = matcherVersionOf(parts);
  if (before === now) return;
  await writer.saveRuleInUse(ENGINE, now);
  await writer.seal('engine-activated', now, { version: now, ...(before !== undefined && { before }) }, at);
  if (before !== undefined) await owe(writer, { kind: 'engine', source: ENGINE, before, now }, at);
}

/** A change that has no edition: its look-back is sealed by an entry of its own. */
export async function owe(
  writer: StoreWriter,
  change: { readonly kind: LookBack['kind']; readonly source: string; readonly before?: string; readonly now: string },
  at: Instant,
): Promise<LookBack> {
  const { kind, source, before = '', now } = change;
  const lookBack: LookBack = {
    id: `${source}/${at}/${now.slice(0, 12)}`,
    kind,
    source,
    ...(before !== '' && { fromEditionId: before }),
    toEditionId: now,
    state: 'owed',
    owedAt: at,
  };
  await writer.saveLookBack(lookBack);
  await writer.seal('look-back-owed', lookBack.id, lookBack, at);
  return lookBack;
}

const ENGINE = 'engine';

const nameOf = ({ id }: { readonly id: string }) => `policy:${id}`;

function matcherVersionOf(parts: RuleParts): string {
  return basisOf([], parts).madeWith;
}
