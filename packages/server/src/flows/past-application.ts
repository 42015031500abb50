// An application of the past in, what its screening rests on out: its last evidence, what makes a hit, which hits were cleared.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { HitTerms } from '@sekisho/engine/model/policy.ts';
import type { Clearances } from './cleared-hits.ts';
import type { PastApplication } from './news.ts';
import type { Parts } from './parts.ts';

/** Of a party, by its id, and a listed entity. */
export type IsCleared = (partyId: string, entity: Entity) => boolean;

/** A clearance holds while neither side says anything else; a hit that it holds for is no news. */
export function clearedIn(
  { parties, policy: id }: Application,
  { clearances, today }: { readonly clearances: Clearances; readonly today: CalendarDate },
  parts: Pick<Parts, 'policies'>,
): IsCleared {
  const policy = parts.policies.get(id)?.policy;
  if (clearances.isEmpty || !policy) return () => false;
  return (partyId, entity) => {
    const party = parties.find((known) => known.id === partyId);
    return party !== undefined && clearances.holdingFor(party, entity, policy, today) !== undefined;
  };
}

/** Of the revision. */
export async function lastEvidence(
  { id, revision }: Pick<PastApplication, 'id' | 'revision'>,
  { store }: Pick<Parts, 'store'>,
): Promise<Evidence | undefined> {
  const decisions = await store.decisions(id);
  return decisions.filter((decision) => decision.revision === revision).at(-1)?.sealed?.evidence;
}

/** Of the policy that the application was made under; without that policy, the widest there are. */
export function termsFor(
  { policy }: Pick<Application, 'policy'>,
  { policies }: Pick<Parts, 'policies'>,
): Required<HitTerms> {
  const known = policies.get(policy);
  const all = (known ? [known] : [...policies.values()]).map((loaded) => loaded.policy);
  return {
    minScore: Math.min(...all.map(({ minScore }) => minScore)),
    weakAliasesMakeHits: all.some(({ weakAliasesMakeHits }) => weakAliasesMakeHits === true),
  };
}
