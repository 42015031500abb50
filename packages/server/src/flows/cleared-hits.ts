// Hits and what people disposed of before in, the hits that still are hits and those that a clearance holds for out.
import { createHash } from 'node:crypto';
import type { Party } from '@sekisho/engine/model/application.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Disposition } from '@sekisho/engine/model/case-note.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ClearedHit, Hit } from '@sekisho/engine/model/evidence.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { clearanceSeals, clears, type SealOf } from '@sekisho/engine/policy/clearance.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { StoreReader } from '../store/store.ts';

export const sealOfSaid: SealOf = (said) => createHash('sha256').update(canonicalJson(said)).digest('hex');

/** What people made of hits on some entries. */
export class Clearances {
  readonly #byEntity = new Map<string, Disposition[]>();

  private constructor(dispositions: readonly Disposition[]) {
    for (const disposition of dispositions) {
      const known = this.#byEntity.get(disposition.entityId);
      if (known) known.push(disposition);
      else this.#byEntity.set(disposition.entityId, [disposition]);
    }
  }

  static async of(entityIds: Iterable<string>, reader: Pick<StoreReader, 'dispositionsOf'>): Promise<Clearances> {
    return new Clearances(await reader.dispositionsOf([...new Set(entityIds)]));
  }

  get isEmpty(): boolean {
    return this.#byEntity.size === 0;
  }

  /** The last word on the party and the entry as they stand, under the policy, when it clears the hit. */
  holdingFor(party: Party, entity: Entity, policy: Policy, today: CalendarDate): Disposition | undefined {
    const given = this.#byEntity.get(entity.id);
    if (!given) return undefined;
    const seals = clearanceSeals(party, entity, policy, sealOfSaid);
    const last = given.findLast((said) => said.partySeal === seals.partySeal && said.policy === policy.id);
    return last && clears(last, seals, policy, today) ? last : undefined;
  }
}

export async function splitByClearance(
  hits: readonly Hit[],
  parties: readonly Party[],
  policy: Policy,
  today: CalendarDate,
  reader: Pick<StoreReader, 'dispositionsOf'>,
): Promise<{ readonly hits: readonly Hit[]; readonly clearedHits: readonly ClearedHit[] }> {
  const clearances = await Clearances.of(
    hits.map(({ entity }) => entity.id),
    reader,
  );
  const standing: Hit[] = [];
  const cleared: ClearedHit[] = [];
  for (const hit of hits) {
    const party = parties.find(({ id }) => id === hit.party);
    const clearance = party && clearances.holdingFor(party, hit.entity, policy, today);
    if (clearance?.until === undefined) standing.push(hit);
    else {
      const { caseId, by, at, ground, until } = clearance;
      cleared.push({ ...hit, clearance: { caseId, by, at, ground, until } });
    }
  }
  return { hits: standing, clearedHits: cleared };
}
