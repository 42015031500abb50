// A seed in, a made list of any length and what it is asked for out.
//
// For trying something out:
//   const world = await benchWorld(1);
//   for (const entity of listedEntities(world, 300_000)) …     the same entities whenever it is called, none of them kept
//   const { changed, clean } = madeQueries(world, 300_000, 5_000, foldedNames(listedEntities(world, 300_000)));
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { madeEntity, type World } from './entities.ts';
import { FoldedNames } from './folded-names.ts';
import { labelledVariants } from './labelled-variants.ts';
import { languagesOf } from './languages.ts';
import { ownCounts } from './own-counts.ts';
import { changedQueries, cleanQueries, type Listed, type Query } from './queries.ts';
import { realCounts } from './real-counts.ts';

/** Reads the words names are made of: of the real files below SEKISHO_DEV_DATA, without them of our own tables. */
export async function benchWorld(seed: number): Promise<World> {
  const folder = process.env['SEKISHO_DEV_DATA'];
  if (!folder) return { seed, languages: languagesOf(ownCounts()) };
  return { seed, languages: languagesOf(await realCounts(folder)), variants: labelledVariants(folder) };
}

/** The first so many entities of the list. */
export function* listedEntities(world: World, count: number): Generator<Entity, undefined> {
  for (let number = 0; number < count; number++) yield madeEntity(world, 'listed', number).entity;
}

export interface MadeQueries {
  readonly changed: readonly Query[];
  readonly clean: readonly Query[];
}

/** As many manipulated copies of listed entities, half of them light, as clean names. `names` holds every name of the list. */
export function madeQueries(world: World, entities: number, queries: number, names: FoldedNames): MadeQueries {
  return queriesOn(
    { count: entities, seed: world.seed, entry: (number) => madeEntity(world, 'listed', number) },
    world,
    queries,
    names,
  );
}

/** The same of any list; clean names are of the made world. */
export function queriesOn(listed: Listed, world: World, queries: number, names: FoldedNames): MadeQueries {
  return {
    changed: changedQueries(listed, queries, names, world.variants !== undefined),
    clean: cleanQueries(world, queries, names),
  };
}

/** All names of all entities, to tell a clean name from a listed one. */
export function foldedNames(entities: Iterable<Entity>): FoldedNames {
  const names = new FoldedNames();
  for (const entity of entities) for (const { text } of entity.names) names.add(text);
  return names;
}
