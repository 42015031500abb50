// Another way of reading and comparing names in, what it finds of everything ever applied for, or finds no more, out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { isDelisted } from '@sekisho/engine/model/entity.ts';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { listedSubjects, search } from '@sekisho/engine/search/search.ts';
import type { LookBack } from '../store/store.ts';
import { Clearances } from './cleared-hits.ts';
import { clearedIn, lastEvidence, termsFor } from './past-application.ts';
import { partiesOf, usedApplications, type News, type NewsStep, type PastApplication } from './news.ts';
import type { Parts } from './parts.ts';
import { screenedSubjects } from './screened-subjects.ts';

/** Hits that are told of one party; more of one name are told when it is vetted. */
const MAX_HITS = 200;

interface Ground {
  readonly index: EntityIndex;
  readonly today: CalendarDate;
}

/**
 * Screens every party against the lists in use. A hit that neither the last decision nor an alert has told is news, and so is one of the
 * last decision that is none any more though its entry is in force.
 */
export async function* newsFromEngine({ position }: LookBack, parts: Parts): AsyncIterable<NewsStep> {
  const { index } = await parts.index.over(await parts.store.activeEditions());
  const ground: Ground = { index, today: parts.clock().slice(0, 10) };
  for await (const page of usedApplications(parts.store, position)) {
    const news: News[] = [];
    for (const stored of page) news.push(...(await newsOf(stored, ground, parts)));
    const reached = page.findLast(({ id }) => id !== page.at(-1)?.id)?.id;
    yield { parties: partiesOf(page), news, ...(reached !== undefined && { position: reached }) };
  }
}

async function newsOf(stored: PastApplication, ground: Ground, parts: Parts): Promise<readonly News[]> {
  const { index, today } = ground;
  const { application } = stored;
  const decided = await lastEvidence(stored, parts);
  const before = decided?.hits ?? [];
  const told = new Set((await parts.store.alerts(application.id)).map(({ party, entityId }) => `${party} ${entityId}`));
  const terms = termsFor(application, parts);
  const found = new Map<string, Hit>();
  for (const party of application.parties)
    for (const subject of screenedSubjects(party, application, decided?.confirmations ?? []))
      for (const hit of search(index, subject, { ...terms, limit: MAX_HITS }).hits) {
        const key = `${party.id} ${hit.entity.id}`;
        const known = found.get(key);
        if (!isDelisted(hit.entity, today) && (!known || known.score < hit.score))
          found.set(key, { ...hit, party: party.id });
      }
  const clearances = await Clearances.of(
    [...found.values()].map(({ entity }) => entity.id),
    parts.store,
  );
  const isCleared = clearedIn(application, { clearances, today }, parts);
  const known = new Map(before.map((hit) => [`${hit.party} ${hit.entity.id}`, hit]));
  const added = [...found].filter(
    ([key, { party, entity }]) => !known.has(key) && !told.has(key) && !isCleared(party, entity),
  );
  const gone = [...known].filter(
    ([key, { entity }]) =>
      !found.has(key) && listedSubjects(index, [entity.id]).some((listed) => !isDelisted(listed.entity, today)),
  );
  return [
    ...added.map(([, hit]) => newsOfHit(application.id, hit, 'added')),
    ...gone.map(([, hit]) => newsOfHit(application.id, hit, 'removed')),
  ];
}

function newsOfHit(applicationId: string, hit: Hit, change: 'added' | 'removed'): News {
  return {
    kind: 'engine',
    applicationId,
    party: hit.party,
    entityId: hit.entity.id,
    source: hit.entity.source,
    change,
    partyName: hit.partyName,
    listedName: hit.listedName,
    ...(change === 'added' ? { scoreAfter: hit.score } : { scoreBefore: hit.score }),
    content: change,
  };
}
