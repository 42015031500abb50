// The entries of one party in, every value that any of them has, with the lists that have it, out.
import type { Entity } from '../model/entity.ts';
import type { MergedEntity } from '../model/merge.ts';

export const mergedFields = [
  'names',
  'birthDates',
  'birthPlaces',
  'genders',
  'nationalities',
  'countries',
  'identifiers',
  'addresses',
  'emails',
  'phones',
  'websites',
  'positions',
  'programmes',
  'topics',
  'effects',
] as const satisfies readonly (keyof Entity)[];
export type MergedField = (typeof mergedFields)[number];

/** A value as one list writes it, and every entry that has the same. */
export interface MergedValue {
  readonly text: string;
  /** Ids of entities. */
  readonly statedBy: readonly string[];
}

/** In the order of first mention; values are the same when their letters and digits are. Fields without values are absent. */
export function mergedValues({
  entries,
}: MergedEntity): Readonly<Partial<Record<MergedField, readonly MergedValue[]>>> {
  const values: Partial<Record<MergedField, readonly MergedValue[]>> = {};
  for (const field of mergedFields) {
    const byKey = new Map<string, { text: string; statedBy: string[] }>();
    for (const { entity } of entries)
      for (const value of entity[field]) {
        const text = textOf(value);
        const key =
          text
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || text;
        const known = byKey.get(key);
        if (!known) byKey.set(key, { text, statedBy: [entity.id] });
        else if (!known.statedBy.includes(entity.id)) known.statedBy.push(entity.id);
      }
    if (0 < byKey.size) values[field] = [...byKey.values()];
  }
  return values;
}

function textOf(value: Entity[MergedField][number]): string {
  if (typeof value === 'string') return value;
  if ('full' in value) return value.full;
  if ('type' in value) return `${value.type} ${value.value}${value.country === undefined ? '' : ` (${value.country})`}`;
  if ('earliest' in value) {
    const days = value.earliest === value.latest ? value.earliest : `${value.earliest} – ${value.latest}`;
    return value.circa ? `c. ${days}` : days;
  }
  return value.text;
}
