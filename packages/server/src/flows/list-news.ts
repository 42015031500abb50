// A change of a list in, what it means for an application of the past out.
import type { Application, Party } from '@sekisho/engine/model/application.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Evidence, Hit } from '@sekisho/engine/model/evidence.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { search, searchAmong } from '@sekisho/engine/search/search.ts';
import type { LookBack, StoredApplication } from '../store/store.ts';
import { listDelta } from './edition-delta.ts';
import type { News, NewsReader } from './news.ts';
import type { Parts } from './parts.ts';
import { screenedSubjects } from './screened-subjects.ts';

/** A delta of at most so many entries is compared entry by entry; a larger one is searched for, as in vetting. */
const MAX_COMPARED = 500;
/** Hits asked for of one party; when there are more, every entry of the delta is compared. */
const MAX_HITS = 1000;

/**
 * Screens every party against what the delta added, changed or removed, under the lists in use: an alert is what vetting
 * anew would find.
 */
export async function newsFromList(lookBack: LookBack, parts: Parts): Promise<NewsReader> {
  const delta = await listDelta(lookBack, parts);
  const changes = new Map<string, Alert['change']>([
    ...delta.added.map((id) => [id, 'added'] as const),
    ...delta.changed.map(({ id }) => [id, 'changed'] as const),
    ...delta.removed.map((id) => [id, 'removed'] as const),
  ]);
  if (changes.size === 0) return () => Promise.resolve([]);
  const { index, entitiesById } = await parts.index.over(await parts.store.activeEditions());
  const entries = index.entries.filter(({ entity }) => changes.has(entity.id));
  const screen = (subject: Subject, minScore: number): readonly Omit<Hit, 'party'>[] => {
    if (MAX_COMPARED < entries.length) {
      const { hits, cutOff } = search(index, subject, { minScore, limit: MAX_HITS });
      if (cutOff === undefined) return hits.filter(({ entity }) => changes.has(entity.id));
    }
    return searchAmong(index, entries, subject, minScore);
  };
  return async (stored, application) => {
    const decided = await lastEvidence(stored, parts);
    const before = (decided?.hits ?? []).filter(({ entity }) => changes.has(entity.id));
    const minScore = minScoreFor(application, parts);
    return application.parties.flatMap((party) => {
      const subjects = screenedSubjects(party, application, decided?.confirmations ?? []);
      const now = bestByEntity(subjects.flatMap((subject) => screen(subject, minScore)));
      const gone = before.filter(
        (hit) => hit.party === party.id && !now.some(({ entity }) => entity.id === hit.entity.id),
      );
      const news = (hit: Omit<Hit, 'party'>, known: Hit | undefined, found: Omit<Hit, 'party'> | undefined): News => ({
        applicationId: application.id,
        party: party.id,
        entityId: hit.entity.id,
        change: changes.get(hit.entity.id) ?? 'changed',
        partyName: hit.partyName,
        listedName: hit.listedName,
        content: canonicalJson(entitiesById.get(hit.entity.id) ?? null),
        ...(known && { scoreBefore: known.score }),
        ...(found && { scoreAfter: found.score }),
      });
      return [
        ...now.map((hit) => news(hit, knownHit(before, party, hit), hit)),
        ...gone.map((hit) => news(hit, hit, undefined)),
      ];
    });
  };
}

function bestByEntity(hits: readonly Omit<Hit, 'party'>[]): readonly Omit<Hit, 'party'>[] {
  const best = new Map<string, Omit<Hit, 'party'>>();
  for (const hit of hits) {
    const known = best.get(hit.entity.id);
    if (!known || known.score < hit.score) best.set(hit.entity.id, hit);
  }
  return [...best.values()];
}

function knownHit(before: readonly Hit[], party: Party, { entity }: Omit<Hit, 'party'>): Hit | undefined {
  return before.find((hit) => hit.party === party.id && hit.entity.id === entity.id);
}

async function lastEvidence({ id, revision }: StoredApplication, { store }: Parts): Promise<Evidence | undefined> {
  const decisions = await store.decisions(id);
  return decisions.filter((decision) => decision.revision === revision).at(-1)?.sealed?.evidence;
}

/** The threshold of the policy the application was made under; without that policy, the lowest there is. */
function minScoreFor(application: Application, { policies }: Parts): number {
  const known = policies.get(application.policy)?.policy.minScore;
  return known ?? Math.min(...[...policies.values()].map(({ policy }) => policy.minScore));
}
