// A party, a listed entry and what was disposed of before in, whether the disposition still clears the hit out.
import type { Party } from '../model/application.ts';
import type { CalendarDate } from '../model/calendar.ts';
import { significantOfEntity, significantOfParty, type Disposition } from '../model/case-note.ts';
import type { Entity } from '../model/entity.ts';
import type { Policy } from '../model/policy.ts';

/** Days that a clearance holds unless the policy says otherwise. */
export const CLEARANCE_DAYS = 365;

/** SHA-256 of the canonical JSON of what is said, lower-case hex. */
export type SealOf = (said: object) => string;

/** The seals of both sides as they stand. */
export function clearanceSeals(
  party: Party,
  entity: Entity,
  { clearance }: Pick<Policy, 'clearance'>,
  seal: SealOf,
): Pick<Disposition, 'partySeal' | 'entitySeal'> {
  return {
    partySeal: sealOf(party, clearance?.partyFields ?? significantOfParty, seal),
    entitySeal: sealOf(entity, clearance?.entityFields ?? significantOfEntity, seal),
  };
}

/** Whether it is a clearance of this hit today: of a false positive, under the same policy, of both sides as they stand, in its time. */
export function clears(
  disposition: Disposition,
  seals: Pick<Disposition, 'partySeal' | 'entitySeal'>,
  policy: Pick<Policy, 'id'>,
  today: CalendarDate,
): boolean {
  return (
    disposition.verdict === 'false-positive' &&
    disposition.policy === policy.id &&
    disposition.until !== undefined &&
    today <= disposition.until &&
    disposition.partySeal === seals.partySeal &&
    disposition.entitySeal === seals.entitySeal
  );
}

function sealOf<T extends object>(noun: T, fields: readonly (keyof T & string)[], seal: SealOf): string {
  const said = fields.flatMap((field) => (isSaid(noun[field]) ? [[field, noun[field]] as const] : []));
  return seal(Object.fromEntries(said));
}

/** An empty list says as much as none. */
function isSaid(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
