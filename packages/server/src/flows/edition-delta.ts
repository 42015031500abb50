// Two editions of a list by id in, what changed between them out.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceField } from '@sekisho/sources/importer.ts';
import { mergedById } from '../store/merge-by-id.ts';
import { changesBetween, differsIn, type EntityStream } from './delta.ts';
import { fieldsLeftOut, lackedFields, layoutOf, type EditionLayout } from './edition-layout.ts';
import type { Parts } from './parts.ts';

export interface EditionPair {
  readonly source: string;
  readonly fromEditionId?: string;
  readonly toEditionId: string;
}

export interface ListChanges {
  readonly changes: ReadonlyMap<string, Alert['change']>;
  /** Fields that were not compared, as one of the editions lacks a file that has a part in them. */
  readonly leftOut: readonly SourceField[];
}

/**
 * What there is to look back on, by entity id. An edition before that cannot be read any more counts as empty: all of the
 * newer one is new then, and nothing is missed. What stands in files that the edition before lacked is held against the
 * last one that had them: what changed in it meanwhile is looked back on when the files are there again.
 * @throws Problem `edition.not-found`, `edition.damaged` of the newer one.
 */
export async function listChanges(pair: EditionPair, parts: Parts): Promise<ListChanges> {
  const to = await editionOf(pair.toEditionId, parts);
  const from = pair.fromEditionId === undefined ? undefined : await editionOf(pair.fromEditionId, parts);
  const [before, after] = [from && layoutIn(from, parts), layoutIn(to, parts)];
  const leftOut = from ? fieldsLeftOut(before, after) : [];
  const changes = new Map<string, Alert['change']>();
  for await (const { id, change } of changesBetween(await readable(from, parts), contentOf(to, parts), leftOut))
    changes.set(id, change);
  const lackedNow = after ? lackedFields(after) : [];
  const back = leftOut.filter((field) => !lackedNow.includes(field));
  if (0 < back.length)
    for await (const id of changedSince(await lastWith(back, to, parts), to, back, parts))
      if (!changes.has(id)) changes.set(id, 'changed');
  return { changes, leftOut };
}

/** The entities that say something else in these fields than in an edition of old; without one, that say anything. */
async function* changedSince(
  basis: Edition | undefined,
  to: Edition,
  fields: readonly SourceField[],
  parts: Parts,
): AsyncGenerator<string> {
  for await (const rows of mergedById([await readable(basis, parts), contentOf(to, parts)]))
    for (const [was, is] of rows) if (is && differsIn(fields, was?.entity, is.entity)) yield is.id;
}

/** The last edition imported before this one that lacks none of the fields. */
async function lastWith(
  fields: readonly SourceField[],
  { id, source }: Edition,
  parts: Parts,
): Promise<Edition | undefined> {
  const editions = await parts.store.editions(source);
  const place = editions.findIndex((edition) => edition.id === id);
  return editions.slice(0, place).findLast((edition) => {
    const layout = layoutIn(edition, parts);
    return layout && !lackedFields(layout).some((field) => fields.includes(field));
  });
}

/** Own lists have one form. */
export function layoutIn(edition: Edition, { listImporters }: Pick<Parts, 'listImporters'>): EditionLayout | undefined {
  const importer = listImporters.get(edition.source);
  return importer && layoutOf(edition, importer.description);
}

async function editionOf(editionId: string, { store }: Parts): Promise<Edition> {
  const edition = await store.edition(editionId);
  if (!edition) throw new Problem('edition.not-found', { edition: editionId });
  return edition;
}

function contentOf({ contentSha256 }: Edition, { editionFiles }: Pick<Parts, 'editionFiles'>): EntityStream {
  return editionFiles.storedBatchesOf(contentSha256);
}

/** Its content, or nothing when there is no edition or its file is damaged. */
async function readable(edition: Edition | undefined, parts: Pick<Parts, 'editionFiles'>): Promise<EntityStream> {
  if (!edition || (await damageOf(edition.contentSha256, parts))) return noEntities();
  return contentOf(edition, parts);
}

/** What is wrong with the file of a list. */
export async function damageOf(
  contentSha256: string,
  { editionFiles }: Pick<Parts, 'editionFiles'>,
): Promise<Problem | undefined> {
  try {
    await editionFiles.verifyList(contentSha256);
    return undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === 'edition.damaged') return error;
    throw error;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- as a stream that holds something
export async function* noEntities(): AsyncGenerator<never> {
  yield* [];
}
