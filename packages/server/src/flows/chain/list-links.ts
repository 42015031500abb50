// Entities of lists that somebody may be in, whom their lists name beside them, step by step, out.
import { hasEnded } from '@sekisho/engine/chain/application-links.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ChainLink } from '@sekisho/engine/model/chain.ts';
import { isDelisted, type Entity } from '@sekisho/engine/model/entity.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { listedSubjects } from '@sekisho/engine/search/search.ts';

export interface ListLinks {
  readonly links: readonly ChainLink[];
  /** In force today, by id: those asked for and those found. */
  readonly entities: ReadonlyMap<string, Entity>;
}

/** Entries that are looked up for one order. */
const MOST_ENTITIES = 500;

export interface ListTerms {
  readonly index: EntityIndex;
  /** What ended before it is no link. */
  readonly day: CalendarDate;
  /** What is not in force on it leads nowhere. */
  readonly today: CalendarDate;
  readonly hops: number;
}

/** The links that the entries themselves state, from each of them on. */
export function listLinks(entityIds: readonly string[], { index, day, today, hops }: ListTerms): ListLinks {
  const entities = new Map<string, Entity>();
  const links: ChainLink[] = [];
  let level = [...new Set(entityIds)];
  for (let step = 0; step <= hops && 0 < level.length; step++) {
    const next = new Set<string>();
    for (const entity of standing(level.slice(0, Math.max(0, MOST_ENTITIES - entities.size)), index, today)) {
      entities.set(entity.id, entity);
      for (const { kind, toId, detail, since, until } of entity.links) {
        if (toId === undefined || toId === entity.id || hasEnded(until, day)) continue;
        const date = since ?? entity.updatedOn ?? entity.listedOn;
        links.push({
          from: entity.id,
          to: toId,
          kind,
          statedBy: entity.source,
          ...(detail !== undefined && { detail }),
          ...(date !== undefined && { date }),
        });
        if (!entities.has(toId)) next.add(toId);
      }
    }
    level = [...next].filter((id) => !entities.has(id));
  }
  return { links, entities };
}

/** Something is against it: an entity that its list only names beside others is not listed itself. */
export function isListed({ effects, topics, legalStatus }: Entity): boolean {
  return 0 < effects.length + topics.length + legalStatus.length;
}

function standing(ids: readonly string[], index: EntityIndex, today: CalendarDate): readonly Entity[] {
  return listedSubjects(index, ids)
    .map(({ entity }) => entity)
    .filter((entity) => !isDelisted(entity, today));
}
