// Editions of lists in, the index over their entities out: as it was saved, or made of the editions.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { IndexBuilder } from '@sekisho/engine/search/build-index.ts';
import { openIndex, type EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { openSnapshot } from '@sekisho/engine/search/snapshot.ts';
import type { IndexBasis } from '../store/index-files.ts';
import type { Parts } from './parts.ts';

/** What an index is made of, kept in, and told with. */
export type IndexParts = Pick<
  Parts,
  'editionFiles' | 'indexFiles' | 'reference' | 'engineVersion' | 'nameKeysVersion' | 'onProgress' | 'onWarning'
>;

/** @throws Problem `edition.damaged` when an edition that is needed cannot be read whole: no search without it. */
export async function listIndex(editions: readonly Edition[], parts: IndexParts): Promise<EntityIndex> {
  if (editions.length === 0) return builtIndex(editions, parts); // nothing to keep
  const saved = await quietly(parts, () => savedIndex(editions, parts));
  if (saved) return saved;
  const built = await builtIndex(editions, parts);
  await quietly(parts, () => parts.indexFiles.save(basisOf(editions, parts), built.bytes));
  return built;
}

/** @throws Problem `index.damaged`, `index.outdated`: with the file's name. */
export async function savedIndex(editions: readonly Edition[], parts: IndexParts): Promise<EntityIndex | undefined> {
  const basis = basisOf(editions, parts);
  const bytes = await parts.indexFiles.load(basis);
  if (!bytes) return undefined;
  try {
    return openSnapshot(bytes, parts.reference.names, basis);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, { file: parts.indexFiles.nameOf(basis), ...error.facts }, { cause: error });
  }
}

/** Each list is read and indexed as it is unpacked. @throws Problem `edition.damaged`. */
export async function builtIndex(editions: readonly Edition[], parts: IndexParts): Promise<EntityIndex> {
  const lists = editions.map(({ id, source, contentSha256 }) => ({ editionId: id, source, contentSha256 }));
  const all = editions.reduce((sum, { counts }) => sum + (counts['entities'] ?? 0), 0);
  return indexOf(lists, basisOf(editions, parts).madeWith, parts, (read) =>
    parts.onProgress?.('reading the names of the lists', Math.min(1, read / Math.max(1, all))),
  );
}

/** @param onRead is told how many entities were read so far. */
export async function indexOf(
  lists: readonly { readonly editionId: string; readonly source: string; readonly contentSha256: string }[],
  madeWith: string,
  { editionFiles, reference }: Pick<IndexParts, 'editionFiles' | 'reference'>,
  onRead?: (entities: number) => void,
): Promise<EntityIndex> {
  const builder = new IndexBuilder(reference.names);
  for (const [list, { contentSha256 }] of lists.entries())
    for await (const entities of editionFiles.batchesOf(contentSha256)) {
      for (const entity of entities) builder.add(entity, list);
      onRead?.(builder.size);
    }
  const editions = lists.map(({ source, editionId }) => ({ source, editionId }));
  return openIndex(builder.finish(editions, madeWith), reference.names);
}

/** Names are read by the engine with the tables of names and readings: either's other version finds other keys. */
export function basisOf(
  editions: readonly Edition[],
  { engineVersion, nameKeysVersion }: Pick<Parts, 'engineVersion' | 'nameKeysVersion'>,
): IndexBasis {
  return {
    madeWith: `${engineVersion} ${nameKeysVersion}`,
    editions: editions.map(({ source, id }) => ({ source, editionId: id })),
  };
}

/** Nothing about a saved index keeps anybody from searching: what is wrong with it is told. */
export async function quietly<T>(
  { onWarning }: Pick<Parts, 'onWarning'>,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    onWarning?.(error);
    return undefined;
  }
}
