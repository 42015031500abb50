// A party of the lists in, the others that its entries name, and those that name it, out.
import type { EntityLink } from '@sekisho/engine/model/entity.ts';
import { listedSubjects } from '@sekisho/engine/search/search.ts';
import { indexFacts } from './entry-facts.ts';
import type { ListedParty, ListsInUse } from './listed-parties.ts';

export interface PartyLink {
  /** Of the entry that states it, and which of its links it is: the same as long as the entry is. */
  readonly id: string;
  /** The list that states it. */
  readonly statedBy: string;
  readonly link: EntityLink;
  /** The party itself states it of the other; false: the other states it. */
  readonly isOwn: boolean;
  /** Absent when no list in use has it: its name may stand in the link. */
  readonly other?: ListedParty;
}

/** More are no neighbourhood; a list that names so many of one party says what it is in its programme. */
const MOST_LINKS = 1000;

/** In the order of the party's entries and of their links; then those that others state. */
export async function partyLinks(party: ListedParty, lists: ListsInUse): Promise<readonly PartyLink[]> {
  const { index } = lists.parties;
  const { namedBy } = await indexFacts(index);
  const own = new Set(party.entries.map(({ entity }) => entity.id));
  const found: PartyLink[] = [];
  for (const { entity } of party.entries)
    for (const [place, link] of entity.links.entries()) {
      if (MOST_LINKS <= found.length || (link.toId !== undefined && own.has(link.toId))) continue;
      const other = link.toId === undefined ? undefined : await lists.parties.later(link.toId);
      const id = linkId(entity.id, place);
      found.push({ id, statedBy: entity.source, link, isOwn: true, ...(other && { other }) });
    }
  for (const naming of new Set([...own].flatMap((id) => namedBy.get(id) ?? []))) {
    const [stating] = own.has(naming) ? [] : listedSubjects(index, [naming]);
    for (const [place, link] of stating?.entity.links.entries() ?? []) {
      if (MOST_LINKS <= found.length || link.toId === undefined || !own.has(link.toId)) continue;
      const other = await lists.parties.later(naming);
      const id = linkId(naming, place);
      found.push({ id, statedBy: stating?.entity.source ?? '', link, isOwn: false, ...(other && { other }) });
    }
  }
  return found;
}

function linkId(entityId: string, place: number): string {
  return `${entityId}.link-${place + 1}`;
}
