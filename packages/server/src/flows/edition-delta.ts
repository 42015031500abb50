// Two editions of a list by id in, their delta out.
import type { Delta } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { deltaOf } from './delta.ts';
import type { Parts } from './parts.ts';

export interface EditionPair {
  readonly source: string;
  readonly fromEditionId?: string;
  readonly toEditionId: string;
}

/**
 * An edition before that cannot be read any more counts as empty: all of the newer one is new then, and nothing is missed.
 * @throws Problem `edition.not-found`, `edition.damaged` of the newer one.
 */
export async function listDelta({ source, fromEditionId, toEditionId }: EditionPair, parts: Parts): Promise<Delta> {
  const before = fromEditionId === undefined ? [] : await entitiesBefore(fromEditionId, parts);
  const after = await entitiesOf(toEditionId, parts);
  return deltaOf(
    { source, to: toEditionId, ...(fromEditionId !== undefined && { from: fromEditionId }) },
    before,
    after,
  );
}

async function entitiesBefore(editionId: string, parts: Parts): Promise<readonly Entity[]> {
  try {
    return await entitiesOf(editionId, parts);
  } catch (error) {
    if (error instanceof Problem && error.code === 'edition.damaged') return [];
    throw error;
  }
}

async function entitiesOf(editionId: string, { store, editionFiles }: Parts): Promise<readonly Entity[]> {
  const edition = await store.edition(editionId);
  if (!edition) throw new Problem('edition.not-found', { edition: editionId });
  return editionFiles.loadList(edition.contentSha256);
}
