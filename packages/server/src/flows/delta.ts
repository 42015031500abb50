// Two states of a list in, what was added, changed (field by field) and removed out.
import type { Delta, FieldChange } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

/** The delta from `before` (absent: nothing) to `after`, ids sorted. Entities are the same when their ids are. */
export function deltaOf(
  editions: { readonly source: string; readonly from?: string; readonly to: string },
  before: readonly Entity[],
  after: readonly Entity[],
): Delta {
  const earlier = new Map(before.map((entity) => [entity.id, entity]));
  const later = new Map(after.map((entity) => [entity.id, entity]));
  const added: string[] = [];
  const changed: { id: string; fields: readonly FieldChange[] }[] = [];
  for (const id of [...later.keys()].sort()) {
    const [was, is] = [earlier.get(id), later.get(id)];
    if (!was) added.push(id);
    else if (is) {
      const fields = changedFields(was, is);
      if (0 < fields.length) changed.push({ id, fields });
    }
  }
  const removed = [...earlier.keys()].filter((id) => !later.has(id)).sort();
  return { ...editions, added, changed, removed };
}

function changedFields(before: Entity, after: Entity): readonly FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Entity)[]);
  return [...fields]
    .sort()
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
