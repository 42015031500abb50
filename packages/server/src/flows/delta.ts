// Two states of a list in, what was added, changed (field by field) and removed out.
import type { FieldChange } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { SourceField } from '@sekisho/sources/importer.ts';
import type { StoredEntity } from '../store/edition-files.ts';
import { mergedById } from '../store/merge-by-id.ts';

/** A list, sorted by id, some entities at a time. */
export type EntityStream = AsyncIterable<readonly StoredEntity[]>;

/** What happened to one entity. Entities are the same when their ids are. */
export type EntityChange =
  | { readonly change: 'added'; readonly id: string; readonly after: Entity }
  | { readonly change: 'changed'; readonly id: string; readonly after: Entity; readonly fields: readonly FieldChange[] }
  | { readonly change: 'removed'; readonly id: string; readonly before: Entity };

/**
 * What changed from one state to the next, in the order of ids; of each list a batch is held.
 * @param leftOut fields that are not compared.
 */
export async function* changesBetween(
  before: EntityStream,
  after: EntityStream,
  leftOut: readonly SourceField[] = [],
): AsyncGenerator<EntityChange> {
  for await (const rows of mergedById([before, after]))
    for (const [was, is] of rows) {
      const change = changeOf(was, is, leftOut);
      if (change) yield change;
    }
}

/** Undefined when it is the same. */
export function changeOf(
  was: StoredEntity | undefined,
  is: StoredEntity | undefined,
  leftOut: readonly SourceField[],
): EntityChange | undefined {
  if (!was) return is && { change: 'added', id: is.id, after: is.entity };
  if (!is) return { change: 'removed', id: was.id, before: was.entity };
  if (was.line === is.line) return undefined;
  const fields = changedFields(comparedPart(was.entity, leftOut), comparedPart(is.entity, leftOut));
  return fields.length === 0 ? undefined : { change: 'changed', id: is.id, after: is.entity, fields };
}

/** Whether an entity says something else in one of these fields than before; what was not there said nothing. */
export function differsIn(fields: readonly SourceField[], was: Entity | undefined, is: Entity): boolean {
  return fields.some((field) => said(was && valueOf(was, field)) !== said(valueOf(is, field)));
}

function comparedPart(entity: Entity, leftOut: readonly SourceField[]): Partial<Entity> {
  if (leftOut.length === 0) return entity;
  const kept = Object.entries(entity).filter(([field]) => !leftOut.includes(field as keyof Entity));
  const part: Partial<Entity> = Object.fromEntries(kept);
  return leftOut.includes('aliases') && part.names ? { ...part, names: part.names.slice(0, 1) } : part;
}

function changedFields(before: Partial<Entity>, after: Partial<Entity>): readonly FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Entity)[]);
  return [...fields]
    .sort()
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What an entity has in a field. */
export function valueOf(entity: Entity, field: SourceField): unknown {
  return field === 'aliases' ? entity.names.slice(1) : entity[field];
}

const said = (value: unknown) => (isEmpty(value) ? '' : canonicalJson(value));

/** Nothing at all, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
