// Parties of the past and a changed list in; seconds that screening one against the other takes, each way there is, out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { parseArgs } from 'node:util';
import { buildNameReference, type NameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { PartyIndex } from '@sekisho/engine/search/party-index.ts';
import { listedSubjects, search, searchAmong } from '@sekisho/engine/search/search.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { benchWorld, listedEntities } from './search/dataset.ts';
import { madeEntity } from './search/entities.ts';

const PARTIES_OF_EACH = 2;
const LISTED = 20_000;
/** One party in so many is a listed entity. */
const HITS_EVERY = 200;
/** One party in so many is compared entry by entry, as that takes long. */
const COMPARED_EVERY = 40;

/** More parties than that are screened by the index of parties alone: the other ways take longer and longer. */
const MOST_SCREENED_OTHERWISE = 50_000;

/** Times are of the processor, so that what else runs on the machine does not count. */
export async function lookBackBench(): Promise<object> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { parties: { type: 'string', default: '20000' }, changed: { type: 'string', default: '1000' } },
  });
  const [count, changes] = [Number(values.parties), Math.min(LISTED, Number(values.changed))];
  const reference = buildNameReference(referenceFiles);
  const { hitScore: minScore } = reference.weights;
  const world = await benchWorld(1);
  const entities = [...listedEntities(world, LISTED)];
  const index = buildIndex([{ source: 'bench', editionId: 'bench', entities }], reference);
  const changed = entities.slice(0, changes).map(({ id }) => id);
  const subjects = Array.from({ length: count }, (_, number) =>
    subjectFrom(
      (number % HITS_EVERY === 0
        ? madeEntity(world, 'listed', number / HITS_EVERY)
        : madeEntity(world, 'clean', number)
      ).entity,
    ),
  );

  const parties = new PartyIndex(reference);
  let longestAdd = 0;
  const addStart = seconds();
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
  const firstStart = seconds();
  const ask = (id: string) =>
    listedSubjects(index, [id]).flatMap((listed) => parties.findParties(listed, { minScore, rarity: index.rarity }));
  let hits = ask(changed[0] ?? '').length;
  const freezeSeconds = secondsSince(firstStart);
  const findStart = seconds();
  for (const id of changed.slice(1)) hits += ask(id).length;
  const findSeconds = secondsSince(findStart);

  const isSmall = count <= MOST_SCREENED_OTHERWISE;
  return {
    parties: subjects.length,
    changedEntries: changed.length,
    partyIndex: { addSeconds, longestAddMs: longestAdd, freezeSeconds, findSeconds, hits },
    microsecondsAParty: ((addSeconds + freezeSeconds + findSeconds) / count) * 1e6,
    residentMegabytes: Math.round(process.memoryUsage.rss() / 1e6),
    ...(isSmall && otherWays(subjects, { index, entities, changed, reference, minScore })),
  };
}

interface OtherWays {
  readonly index: EntityIndex;
  readonly entities: readonly Entity[];
  readonly changed: readonly string[];
  readonly reference: NameReference;
  readonly minScore: number;
}

/** Each party searched for in the lists, in what changed alone, or compared with every changed entry. */
function otherWays(subjects: readonly Subject[], { index, entities, changed, reference, minScore }: OtherWays): object {
  const isChanged = new Set(changed);
  const hitsIn = (asked: EntityIndex): object => {
    const start = seconds();
    let hits = 0;
    for (const subject of subjects)
      hits += search(asked, subject, { minScore, limit: 1000 }).hits.filter(({ entity }) =>
        isChanged.has(entity.id),
      ).length;
    return { seconds: secondsSince(start), hits };
  };
  const changedAlone = entities.filter(({ id }) => isChanged.has(id));
  const small = buildIndex([{ source: 'bench', editionId: 'bench', entities: changedAlone }], reference);
  const listed = listedSubjects(index, changed);
  const compared = subjects.filter((_, number) => number % COMPARED_EVERY === 0);
  const start = seconds();
  for (const subject of compared) searchAmong(index, listed, subject, { minScore });
  return {
    searchingEachParty: hitsIn(index),
    searchingEachPartyInWhatChanged: hitsIn(small.withRarity(index.rarity)),
    comparingEachPartyWithEachEntry: { seconds: secondsSince(start) * COMPARED_EVERY, measuredOn: compared.length },
  };
}

function subjectFrom(entity: Entity): Subject {
  const { schema, names, birthDates, genders, nationalities, countries, identifiers, addresses } = entity;
  return { schema, names, birthDates, genders, nationalities, countries, identifiers, addresses };
}

/** Of the processor. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function secondsSince(start: number): number {
  return seconds() - start;
}
