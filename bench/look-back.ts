// Parties of the past and a changed list in; seconds that screening one against the other takes, each way there is, out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { parseArgs } from 'node:util';
import { buildNameReference, type NameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { KeptParties, KeptPartiesBuilder, openKeptBlock, type KeptBlock } from '@sekisho/engine/search/kept-parties.ts';
import { PartyIndex, type PartyKey } from '@sekisho/engine/search/party-index.ts';
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

/** More parties than that are screened by the blocks that are kept alone: the other ways take longer and longer. */
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

  const isSmall = count <= MOST_SCREENED_OTHERWISE;
  const asked = { index, changed, reference, minScore };
  const kept = keptWay(subjects, asked);
  const partyIndex = isSmall ? partyIndexWay(subjects, asked) : undefined;
  return {
    parties: subjects.length,
    changedEntries: changed.length,
    kept,
    residentMegabytes: Math.round(process.memoryUsage.rss() / 1e6),
    ...(partyIndex && { partyIndex }),
    ...(isSmall && otherWays(subjects, { ...asked, entities })),
  };
}

interface Asked {
  readonly index: EntityIndex;
  readonly changed: readonly string[];
  readonly reference: NameReference;
  readonly minScore: number;
}

/** What a look-back does: once the blocks are made, then they are opened and asked at each. */
function keptWay(subjects: Iterable<Subject>, { index, changed, reference, minScore }: Asked): object {
  const madeWith = 'bench';
  const makeStart = seconds();
  const builder = new KeptPartiesBuilder(reference, { sequence: 1, hash: '' }, madeWith);
  const files: SharedArrayBuffer[] = [];
  let number = 0;
  for (const subject of subjects) {
    if (builder.isFull) files.push(builder.finish({ isLast: false }));
    builder.add('bench', keyOf(number++), 0, subject);
  }
  files.push(builder.finish({ isLast: true }));
  const makeSeconds = secondsSince(makeStart);
  const openStart = seconds();
  const blocks: KeptBlock[] = [];
  for (const [place, bytes] of files.entries()) {
    const before = blocks.at(-1);
    blocks.push(openKeptBlock(bytes, reference, { madeWith, place, ...(before && { before }) }));
  }
  const parties = new KeptParties(blocks as [KeptBlock, ...KeptBlock[]]).under(new Set(['bench']), () => false);
  const openSeconds = secondsSince(openStart);
  const findStart = seconds();
  let hits = 0;
  for (const listed of listedSubjects(index, changed))
    hits += parties.findParties(listed, { minScore, rarity: index.rarity }).length;
  const megabytes = Math.round(files.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6);
  return { makeSeconds, megabytes, openSeconds, findSeconds: secondsSince(findStart), hits };
}

/** The index of parties that grows, made for one look-back. */
function partyIndexWay(subjects: readonly Subject[], { index, changed, reference, minScore }: Asked): object {
  const parties = new PartyIndex(reference);
  let longestAdd = 0;
  const addStart = seconds();
  subjects.forEach((subject, number) => {
    const start = performance.now();
    parties.add(keyOf(number), subject);
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
  return { addSeconds, longestAddMs: longestAdd, freezeSeconds, findSeconds: secondsSince(findStart), hits };
}

function keyOf(number: number): PartyKey {
  const [applicationId, partyId] = [Math.floor(number / PARTIES_OF_EACH), number % PARTIES_OF_EACH].map(String);
  return { applicationId: applicationId ?? '', revision: 1, partyId: partyId ?? '' };
}

interface OtherWays extends Asked {
  readonly entities: readonly Entity[];
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
