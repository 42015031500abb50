// `GET /entities/{id}` and what is beside it: the id of an entry in, its party with the records that lead to others out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { entryHistory } from '../../flows/entry-history.ts';
import type { ListedParty } from '../../flows/listed-parties.ts';
import { partyLinks } from '../../flows/party-links.ts';
import { isRefusal, QueryValues, type Refusal } from '../parameters.ts';
import { instantOf, type FtmEntity } from './ftm-entity.ts';
import { adjacentProperties, adjacentRecords, type Adjacent } from './ftm-links.ts';
import type { ListsServed, AskedService } from './service.ts';

/** The entity has another id now: that of its party. */
export interface Redirect {
  readonly canonicalId: string;
}

export function isRedirect(value: object): value is Redirect {
  return 'canonicalId' in value;
}

const noSuchEntity: Refusal = { status: 404, detail: 'No such entity!' };

export async function answerEntity(
  service: AskedService,
  entityId: string,
  query: unknown,
): Promise<object | Refusal | Redirect> {
  const values = new QueryValues(query);
  const isNested = values.flag('nested', true);
  if (values.refusal) return values.refusal;
  const found = await partyOf(service, entityId);
  if (!('party' in found)) return found;
  const { party, served } = found;
  const entity = await withDays(served.entityOf(party), party, service);
  if (!isNested) return entity;
  const adjacent = await adjacentOf(found, true);
  return { ...entity, properties: { ...entity.properties, ...Object.fromEntries(adjacent) } };
}

/** As the contract has it. */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 500;
const MAX_OFFSET = 9499;

export async function answerAdjacent(
  service: AskedService,
  entityId: string,
  query: unknown,
  property?: string,
): Promise<object | Refusal | Redirect> {
  const page = readPage(query);
  if (isRefusal(page)) return page;
  const found = await partyOf(service, entityId);
  if (!('party' in found)) return found;
  const entity = found.served.entityOf(found.party);
  const { vocabulary } = found.served.terms;
  if (property !== undefined && !adjacentProperties(entity.schema, vocabulary).includes(property))
    return { status: 404, detail: `No such property: ${property}` };
  const adjacent = await adjacentOf(found, false);
  if (property !== undefined) return pageOf(adjacent.get(property) ?? [], page);
  return {
    entity,
    adjacent: Object.fromEntries([...adjacent].map(([name, records]) => [name, pageOf(records, page)])),
  };
}

interface FoundParty {
  readonly party: ListedParty;
  readonly served: ListsServed;
}

async function partyOf(service: AskedService, entityId: string): Promise<FoundParty | Refusal | Redirect> {
  const served = await service.served();
  const party = await served.lists.parties.later(entityId);
  if (!party) return noSuchEntity;
  return party.ftmId === entityId ? { party, served } : { canonicalId: party.ftmId };
}

/** Where a list gives no days of its own: those of its editions, as far back as they are kept. */
async function withDays(entity: FtmEntity, party: ListedParty, { parts }: AskedService): Promise<FtmEntity> {
  if (entity.first_seen !== null && entity.last_change !== null) return entity;
  const days: string[] = [];
  for (const { entity: entry } of party.entries)
    try {
      const { steps } = await entryHistory(entry.source, entry.id, parts);
      days.push(...steps.filter(({ what }) => what !== 'unreadable').map(({ edition }) => edition.publishedOn));
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // an edition that cannot be read keeps nobody from the entity
    }
  days.sort();
  return {
    ...entity,
    first_seen: entity.first_seen ?? instantOf(days[0]),
    last_change: entity.last_change ?? instantOf(days.at(-1)),
  };
}

/** @param isWhole the other ends stand in the records, instead of their ids. */
async function adjacentOf({ party, served }: FoundParty, isWhole: boolean): Promise<Adjacent> {
  const links = await partyLinks(party, served.lists);
  return adjacentRecords(party, served.entityOf(party), links, served.terms, (other) =>
    isWhole ? served.entityOf(other) : other.ftmId,
  );
}

interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly order: { readonly by: 'caption' | 'schema'; readonly isDescending: boolean } | undefined;
}

function readPage(query: unknown): Page | Refusal {
  const values = new QueryValues(query);
  const [field, direction] = (values.texts('sort')[0] ?? '').split(':');
  const by = (['caption', 'schema'] as const).find((one) => one === field);
  const page = {
    limit: Math.max(0, values.number('limit', { otherwise: DEFAULT_LIMIT, most: MAX_LIMIT, whole: true })),
    offset: Math.max(0, values.number('offset', { otherwise: 0, most: MAX_OFFSET, whole: true })),
    order: by && { by, isDescending: direction?.toLowerCase() === 'desc' },
  };
  return values.refusal ?? page;
}

function pageOf(records: readonly FtmEntity[], { limit, offset, order }: Page): object {
  const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const inOrder = order
    ? records.toSorted((a, b) => compared(a[order.by], b[order.by]) * (order.isDescending ? -1 : 1))
    : records;
  return {
    results: inOrder.slice(offset, offset + limit),
    total: { value: records.length, relation: 'eq' },
    limit,
    offset,
  };
}
