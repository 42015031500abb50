// Parties of the past and a changed list in; seconds that screening one against the other takes, each way there is, out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { PartyIndex } from '@sekisho/engine/search/party-index.ts';
import { listedSubjects, search, searchAmong } from '@sekisho/engine/search/search.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { benchWorld, listedEntities } from './search/dataset.ts';
import { madeEntity } from './search/entities.ts';

const APPLICATIONS = 10_000;
const PARTIES_OF_EACH = 2;
const LISTED = 20_000;
const CHANGED = 600;
/** One party in so many is a listed entity. */
const HITS_EVERY = 200;
/** One party in so many is compared entry by entry, as that takes long. */
const COMPARED_EVERY = 40;

export async function lookBackBench(): Promise<object> {
  const reference = buildNameReference(referenceFiles);
  const { hitScore: minScore } = reference.weights;
  const world = await benchWorld(1);
  const entities = [...listedEntities(world, LISTED)];
  const index = buildIndex([{ source: 'bench', editionId: 'bench', entities }], reference);
  const changed = entities.slice(0, CHANGED).map(({ id }) => id);
  const subjects = Array.from({ length: APPLICATIONS * PARTIES_OF_EACH }, (_, number) =>
    subjectFrom(
      (number % HITS_EVERY === 0
        ? madeEntity(world, 'listed', number / HITS_EVERY)
        : madeEntity(world, 'clean', number)
      ).entity,
    ),
  );

  const parties = new PartyIndex(reference);
  let longestAdd = 0;
  const addStart = performance.now();
  subjects.forEach((subject, number) => {
    const key = {
      applicationId: String(Math.floor(number / PARTIES_OF_EACH)),
      revision: 1,
      partyId: String(number % PARTIES_OF_EACH),
    };
    const start = performance.now();
    parties.add(key, subject);
    longestAdd = Math.max(longestAdd, performance.now() - start);
  });
  const addSeconds = secondsSince(addStart);
  const firstStart = performance.now();
  const ask = (id: string) =>
    listedSubjects(index, [id]).flatMap((listed) => parties.findParties(listed, { minScore, rarity: index.rarity }));
  let hits = ask(changed[0] ?? '').length;
  const freezeSeconds = secondsSince(firstStart);
  const findStart = performance.now();
  for (const id of changed.slice(1)) hits += ask(id).length;
  const findSeconds = secondsSince(findStart);

  const searchStart = performance.now();
  const isChanged = new Set(changed);
  let searchedHits = 0;
  for (const subject of subjects)
    searchedHits += search(index, subject, { minScore, limit: 1000 }).hits.filter(({ entity }) =>
      isChanged.has(entity.id),
    ).length;
  const searchSeconds = secondsSince(searchStart);

  const listed = listedSubjects(index, changed);
  const compared = subjects.filter((_, number) => number % COMPARED_EVERY === 0);
  const compareStart = performance.now();
  for (const subject of compared) searchAmong(index, listed, subject, { minScore });
  const compareSeconds = secondsSince(compareStart) * COMPARED_EVERY;
  return {
    applications: APPLICATIONS,
    parties: subjects.length,
    changedEntries: changed.length,
    partyIndex: { addSeconds, longestAddMs: longestAdd, freezeSeconds, findSeconds, hits },
    searchingEachParty: { seconds: searchSeconds, hits: searchedHits },
    comparingEachPartyWithEachEntry: { seconds: compareSeconds, measuredOn: compared.length },
  };
}

function subjectFrom(entity: Entity): Subject {
  const { schema, names, birthDates, genders, nationalities, countries, identifiers, addresses } = entity;
  return { schema, names, birthDates, genders, nationalities, countries, identifiers, addresses };
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
