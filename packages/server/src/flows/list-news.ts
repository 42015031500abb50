// A change of a list in, what it means for everything ever applied for out.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { CalendarDate, Instant } from '@sekisho/engine/model/calendar.ts';
import { isDelisted, type Entity } from '@sekisho/engine/model/entity.ts';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import type { PartyHit } from '@sekisho/engine/search/party-index.ts';
import { byScore, listedSubjects } from '@sekisho/engine/search/search.ts';
import { chunksOf } from '../store/chunks-of.ts';
import type { LookBack } from '../store/store.ts';
import { Clearances } from './cleared-hits.ts';
import { listChanges } from './edition-delta.ts';
import { revisionsOf, type News, type NewsStep, type PastApplication } from './news.ts';
import type { Parts } from './parts.ts';
import { clearedIn, lastEvidence, type IsCleared } from './past-application.ts';
import { partyHits } from './party-hits.ts';
import { pastParties } from './past-parties.ts';

/** Applications whose news is told at a time. */
const TOLD_TOGETHER = 200;

/** An application of the past, as far as its news needs it. */
interface Past {
  readonly applicationId: string;
  readonly revision: number;
  readonly partyIds: readonly string[];
  readonly decidedAt?: Instant;
  /** Hits of its last decision with what has changed. */
  readonly before: readonly Hit[];
  readonly isCleared: IsCleared;
}

/** What has changed, by entity id. */
type Changes = ReadonlyMap<string, Alert['change']>;

/**
 * Screens every party against what the delta added, changed or removed, under the lists in use: an alert is what vetting
 * anew would find. Only applications that something of it hits, or hit before, are read.
 */
export async function* newsFromList(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> {
  const past = await pastParties(parts);
  yield { parties: past.count, news: [] };
  if (past.count === 0) return;
  const change = await changeOf(lookBack, parts);
  const { changes, index, today } = change;
  const now = new Map<string, PartyHit[]>();
  for (const { terms, parties } of past.groups)
    for (const found of partyHits(parties, { index, entityIds: [...changes.keys()], terms })) {
      if (isDelisted(found.hit.entity, today)) continue; // as in vetting
      const known = now.get(revisionOf(found.key));
      if (known) known.push(found);
      else now.set(revisionOf(found.key), [found]);
    }
  const found = new Set([...now.values()].flatMap((hits) => hits.map(({ key }) => key.applicationId)));
  for (const id of await parts.store.applicationsHitBy([...changes.keys()])) found.add(id);
  for (const together of chunksOf([...found].sort(), TOLD_TOGETHER)) {
    const news: News[] = [];
    for (const id of together)
      for (const stored of await revisionsOf(id, parts.store)) {
        const application = await readPast(stored, change, parts);
        news.push(...newsOf(application, now.get(revisionOf(application)) ?? [], change));
      }
    if (0 < news.length) yield { parties: 0, news };
  }
}

interface Change {
  readonly changes: Changes;
  /** False when the editions could not be compared in everything. */
  readonly isWhole: boolean;
  /** Over the lists in use. */
  readonly index: EntityIndex;
  readonly today: CalendarDate;
  readonly clearances: Clearances;
}

async function changeOf(lookBack: LookBack, parts: Parts): Promise<Change> {
  const { changes, leftOut } = await listChanges(lookBack, parts);
  const { index } = await parts.index.over(await parts.store.activeEditions());
  const clearances = await Clearances.of(changes.keys(), parts.store);
  return { changes, isWhole: leftOut.length === 0, index, today: parts.clock().slice(0, 10), clearances };
}

async function readPast({ application, ...stored }: PastApplication, change: Change, parts: Parts): Promise<Past> {
  const decided = await lastEvidence(stored, parts);
  return {
    applicationId: stored.id,
    revision: stored.revision,
    partyIds: application.parties.map(({ id }) => id),
    ...(decided && { decidedAt: decided.gatheredAt }),
    before: (decided?.hits ?? []).filter(({ entity }) => change.changes.has(entity.id)),
    isCleared: clearedIn(application, change, parts),
  };
}

function newsOf(
  { applicationId, partyIds, decidedAt, before, isCleared }: Past,
  found: readonly PartyHit[],
  change: Change,
): News[] {
  return partyIds.flatMap((party) => {
    const known = before.filter((hit) => hit.party === party);
    const now = bestByEntity(found.filter(({ key }) => key.partyId === party)).filter(
      ({ entity }) => !isCleared(party, entity),
    );
    const gone = known.filter(
      ({ entity: { id } }) => !now.some(({ entity }) => entity.id === id) && (change.isWhole || hasEnded(id, change)),
    );
    const news = (hit: Omit<Hit, 'party'>, then: Hit | undefined, today: Omit<Hit, 'party'> | undefined): News => ({
      applicationId,
      party,
      entityId: hit.entity.id,
      change: change.changes.get(hit.entity.id) ?? 'changed',
      partyName: hit.partyName,
      listedName: hit.listedName,
      content: canonicalJson(entityIn(change.index, hit.entity.id)),
      ...(decidedAt !== undefined && { decidedAt }),
      ...(then && { scoreBefore: then.score }),
      ...(today && { scoreAfter: today.score }),
    });
    const changed = now.flatMap((hit) => {
      const then = known.find(({ entity }) => entity.id === hit.entity.id);
      const isDecided = then !== undefined && canonicalJson(then.entity) === canonicalJson(hit.entity); // it was vetted since
      return isDecided ? [] : [news(hit, then, hit)];
    });
    return [...changed, ...gone.map((hit) => news(hit, hit, undefined))];
  });
}

/** The best of an entity, whichever of the party's subjects it is of. */
function bestByEntity(found: readonly PartyHit[]): readonly Omit<Hit, 'party'>[] {
  const best = new Map<string, Omit<Hit, 'party'>>();
  for (const { hit } of found.toSorted((a, b) => a.place - b.place || byScore(a.hit, b.hit))) {
    const known = best.get(hit.entity.id);
    if (!known || known.score < hit.score) best.set(hit.entity.id, hit);
  }
  return [...best.values()];
}

/** Of an entry that is still in force, a hit may be gone because the file with the name that hit is. */
function hasEnded(entityId: string, { index, today }: Change): boolean {
  const entity = entityIn(index, entityId);
  return !entity || isDelisted(entity, today);
}

function entityIn(index: EntityIndex, entityId: string): Entity | null {
  return listedSubjects(index, [entityId]).at(-1)?.entity ?? null;
}

function revisionOf({ applicationId, revision }: Pick<Past, 'applicationId' | 'revision'>): string {
  return `${String(revision)} ${applicationId}`;
}
