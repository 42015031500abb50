// A change of a list in, what it means for everything ever applied for out.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { isDelisted, type Entity } from '@sekisho/engine/model/entity.ts';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { HitTerms } from '@sekisho/engine/model/policy.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { PartyIndex, type PartyHit } from '@sekisho/engine/search/party-index.ts';
import { byScore, listedSubjects } from '@sekisho/engine/search/search.ts';
import type { LookBack } from '../store/store.ts';
import { Clearances } from './cleared-hits.ts';
import { listChanges } from './edition-delta.ts';
import { partiesOf, pastApplications, type News, type NewsStep, type PastApplication } from './news.ts';
import type { Parts } from './parts.ts';
import { clearedIn, lastEvidence, termsFor, type IsCleared } from './past-application.ts';
import { partyHits } from './party-hits.ts';
import { screenedSubjects } from './screened-subjects.ts';

/** Applications whose news is told at a time. */
const TOLD_TOGETHER = 200;

/** An application of the past, as far as its news needs it. */
interface Past {
  readonly applicationId: string;
  readonly revision: number;
  readonly partyIds: readonly string[];
  /** Hits of its last decision with what has changed. */
  readonly before: readonly Hit[];
  readonly isCleared: IsCleared;
}

/** What has changed, by entity id. */
type Changes = ReadonlyMap<string, Alert['change']>;

/**
 * Screens every party against what the delta added, changed or removed, under the lists in use: an alert is what vetting
 * anew would find. All parties are read first, each subject kept once; then they are screened together.
 */
export async function* newsFromList(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> {
  let change: Change | undefined;
  const indexes: PastParties = new Map();
  const past: Past[] = [];
  for await (const page of pastApplications(parts.store)) {
    change ??= await changeOf(lookBack, parts);
    const { changes } = change;
    if (0 < changes.size) for (const stored of page) past.push(await readPast(stored, change, indexes, parts));
    yield { parties: partiesOf(page), news: [] };
  }
  if (!change) return;
  const changed = change;
  const { changes, index, today } = change;
  const now = new Map<string, PartyHit[]>();
  for (const { terms, parties } of indexes.values())
    for (const found of partyHits(parties, { index, entityIds: [...changes.keys()], terms })) {
      if (isDelisted(found.hit.entity, today)) continue; // as in vetting
      const known = now.get(revisionOf(found.key));
      if (known) known.push(found);
      else now.set(revisionOf(found.key), [found]);
    }
  for (let from = 0; from < past.length; from += TOLD_TOGETHER) {
    const news = past
      .slice(from, from + TOLD_TOGETHER)
      .flatMap((application) => newsOf(application, now.get(revisionOf(application)) ?? [], changed));
    if (0 < news.length) yield { parties: 0, news };
  }
}

/** Parties of the past by what made a hit for them. */
type PastParties = Map<string, { readonly terms: HitTerms; readonly parties: PartyIndex }>;

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

/** Puts the parties among those of the same terms, as they were screened for the last decision. */
async function readPast(
  { application, ...stored }: PastApplication,
  change: Change,
  indexes: PastParties,
  parts: Parts,
): Promise<Past> {
  const { changes } = change;
  const decided = await lastEvidence(stored, parts);
  const terms = termsFor(application, parts);
  const same = `${String(terms.minScore)} ${String(terms.weakAliasesMakeHits)}`;
  const { parties } = indexes.get(same) ?? { parties: new PartyIndex(parts.reference.names) };
  indexes.set(same, { terms, parties });
  const { id: applicationId, revision } = stored;
  for (const party of application.parties)
    for (const subject of screenedSubjects(party, application, decided?.confirmations ?? []))
      parties.add({ applicationId, revision, partyId: party.id }, subject);
  const before = (decided?.hits ?? []).filter(({ entity }) => changes.has(entity.id));
  return {
    applicationId,
    revision,
    partyIds: application.parties.map(({ id }) => id),
    before,
    isCleared: clearedIn(application, change, parts),
  };
}

function newsOf(
  { applicationId, partyIds, before, isCleared }: Past,
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
