// An application and its hits in, the chains that lead from the buyer to what was hit out.
import { buyerOf, type Application } from '../model/application.ts';
import type { CalendarDate } from '../model/calendar.ts';
import type { Hit, Hop, Path } from '../model/evidence.ts';
import { applicationLinks, hasEnded } from './application-links.ts';

/**
 * For every other party that has a hit, the shortest chain from the buyer to it: over the links of the application in
 * either direction, and over the roles in the order (a contact acts for the buyer, a payer pays for it). `entityId` is
 * whom the party may be.
 * From a hit entity (the buyer's own too) one path more to each entity that the list itself names by id, unless the party
 * hits that one as well: it goes on from the party over a hop of kind `hit`, a resemblance that a person has to judge.
 *
 * A link that ended before the application was received leads nowhere. Of two chains of one length the one over what was
 * stated first is taken; paths stand in the order of the hits.
 */
export function findPaths(application: Application, hits: readonly Hit[]): Path[] {
  const buyer = buyerOf(application).id;
  const hopsTo = shortestHops(buyer, statedHops(application));
  const first = new Map(hits.map((hit) => [keyOf(hit.party, hit.entity.id), hit]));
  return [...first.values()].flatMap((hit) => {
    const hops = hopsTo.get(hit.party);
    if (!hops) return [];
    const { id, source } = hit.entity;
    const resemblance: Hop = { from: hit.party, to: id, kind: 'hit', direction: 'forward', statedBy: source };
    const path = (entityId: string, more: readonly Hop[]): Path => ({
      from: buyer,
      to: hit.party,
      entityId,
      hops: [...hops, ...more],
    });
    const named = listedBeside(hit, application.receivedOn).filter(({ to }) => !first.has(keyOf(hit.party, to)));
    return [
      ...(hit.party === buyer ? [] : [path(id, [])]),
      ...named.map((beside) => path(beside.to, [resemblance, beside])),
    ];
  });
}

function keyOf(party: string, entity: string): string {
  return `${party}\n${entity}`;
}

/** Every relation as the application states it, in its direction. */
function statedHops(application: Application): readonly Hop[] {
  const links = applicationLinks(application, application.receivedOn, { nodeOf: (id) => id, source: 'application' });
  return links.map(({ from, to, kind, statedBy, date }): Hop => ({
    from,
    to,
    kind,
    direction: 'forward',
    statedBy,
    ...(date !== undefined && { date }),
  }));
}

/** For each party that can be reached, the hops to it; breadth first, so the first way found is a shortest one. */
function shortestHops(start: string, stated: readonly Hop[]): ReadonlyMap<string, readonly Hop[]> {
  const ways = stated.flatMap((hop): Hop[] => [hop, { ...hop, from: hop.to, to: hop.from, direction: 'backward' }]);
  const hopsFrom = Map.groupBy(ways, ({ from }) => from);
  const found = new Map<string, readonly Hop[]>([[start, []]]);
  for (const [id, hops] of found)
    // a Map visits what is added while it is gone through
    for (const hop of hopsFrom.get(id) ?? []) if (!found.has(hop.to)) found.set(hop.to, [...hops, hop]);
  return found;
}

/** What the list says of its own entity: who else on it stands beside it. */
function listedBeside({ entity }: Hit, day: CalendarDate): readonly Hop[] {
  const hops = entity.links.flatMap(({ kind, toId, since, until }): Hop[] => {
    if (toId === undefined || toId === entity.id || hasEnded(until, day)) return [];
    const date = since ?? entity.updatedOn ?? entity.listedOn;
    const dated = date === undefined ? {} : { date };
    return [{ from: entity.id, to: toId, kind, direction: 'forward', statedBy: entity.source, ...dated }];
  });
  return [...new Map(hops.map((hop) => [hop.to, hop])).values()];
}
