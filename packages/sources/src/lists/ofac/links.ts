// The entities of an OFAC list in, the same with the names in their links resolved to other entries of the list out.
import type { Entity, EntityLink } from '@sekisho/engine/model/entity.ts';

/**
 * Only primary names are compared: OFAC writes them behind `Linked To:`, and the answer is the same in an edition that
 * lacks its file of aliases. Of a name that several entries have, none is meant.
 */
export function linkedEntities(entities: readonly Entity[]): Entity[] {
  const idByName = uniqueIds(entities);
  return entities.map((entity) =>
    entity.links.length === 0
      ? entity
      : { ...entity, links: entity.links.map((link) => resolved(link, entity, idByName)) },
  );
}

/** The ids by name, of names that only one entry has; letters and digits alone are compared. */
function uniqueIds(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const idByName = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, names } of entities) {
    const key = nameKey(names[0]?.text ?? '');
    if (idByName.has(key)) shared.add(key);
    idByName.set(key, id);
  }
  for (const key of shared) idByName.delete(key);
  return idByName;
}

function resolved(link: EntityLink, from: Entity, idByName: ReadonlyMap<string, string>): EntityLink {
  if (link.toId !== undefined || link.toName === undefined) return link;
  const toId = idByName.get(nameKey(link.toName));
  return toId === undefined || toId === from.id ? link : { ...link, toId };
}

function nameKey(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
