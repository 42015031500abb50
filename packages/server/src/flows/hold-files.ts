// Lists in use in, where their files are not what was imported out; and whether what is searched in place of them is.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { damageOf } from './edition-delta.ts';
import { basisOf, builtIndex, savedIndex, type IndexParts } from './list-index.ts';
import type { Parts } from './parts.ts';

/** What is wrong with the file of a list, each by the list's edition: missing, cut off, altered. */
export async function damagedLists(
  editions: readonly Edition[],
  { editionFiles }: Pick<Parts, 'editionFiles'>,
): Promise<ReadonlyMap<string, string>> {
  const damaged = new Map<string, string>();
  for (const { id, kind, contentSha256, historySha256 } of editions) {
    if (kind !== 'list') continue;
    const damage =
      (await damageOf(contentSha256, { editionFiles })) ??
      (historySha256 === undefined ? undefined : await damageOf(historySha256, { editionFiles }));
    if (damage) damaged.set(id, `${String(damage.facts['file'])} ${String(damage.facts['reason'])}`);
  }
  return damaged;
}

/**
 * Holds the files of the lists in use against the hashes they were imported with, and the saved index against one that is
 * made anew: somebody who takes an entry or a word out of it can write a checksum that fits, but not what the lists make.
 * Gives a sentence for each difference. A saved index that would be made anew anyway is none.
 */
export async function filesAgainstEditions(parts: IndexParts & Pick<Parts, 'store'>): Promise<readonly string[]> {
  const active = await parts.store.activeEditions();
  const lists = active.map(({ edition }) => edition).filter(({ kind }) => kind === 'list');
  const damaged = await damagedLists(lists, parts);
  if (0 < damaged.size) return lists.flatMap(({ id, source }) => sentences(source, damaged.get(id)));
  const saved = await savedIndex(lists, parts).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
  if (!saved) return [];
  const built = await builtIndex(lists, parts);
  return Buffer.compare(new Uint8Array(saved.bytes), new Uint8Array(built.bytes)) === 0
    ? []
    : [`${parts.indexFiles.nameOf(basisOf(lists, parts))} is not what the lists in use make: delete it`];
}

const sentences = (source: string, damage: string | undefined) =>
  damage === undefined ? [] : [`${source}: ${damage}`];
