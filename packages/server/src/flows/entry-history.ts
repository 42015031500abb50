// An entry of a list in, what became of it from edition to edition out.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { StoredEntity } from '../store/edition-files.ts';
import { changeOf } from './delta.ts';
import { comparedField, type ComparedField } from './diff-editions.ts';
import { layoutIn } from './edition-delta.ts';
import { fieldsLeftOut } from './edition-layout.ts';
import { importedEditions } from './list-editions.ts';
import type { Parts } from './parts.ts';

export interface EntryStep {
  readonly edition: Pick<Edition, 'id' | 'publishedOn' | 'importerVersion'>;
  /** `unreadable`: the stored edition is damaged. */
  readonly what: 'added' | 'changed' | 'removed' | 'unreadable';
  readonly fields: readonly ComparedField[];
  readonly leftOut: readonly string[];
}

export interface EntryHistory {
  readonly entityId: string;
  /** As the last edition that has it states it. */
  readonly entity: Entity;
  /** By day of publication; editions in which nothing of it changed are left out. */
  readonly steps: readonly EntryStep[];
}

/**
 * @param entry the entity's id, or what follows the source in it.
 * @throws Problem `source.unknown`, `edition.not-found`, `entity.not-found` when no edition has it.
 */
export async function entryHistory(source: string, entry: string, parts: Parts): Promise<EntryHistory> {
  const entityId = entry.startsWith(`${source}:`) ? entry : `${source}:${entry}`;
  const editions = (await importedEditions(source, parts)).map(({ edition }) => edition);
  const steps: EntryStep[] = [];
  let before: { edition: Edition; stored: StoredEntity | undefined } | undefined;
  let last: Entity | undefined;
  for (const edition of inOrderOfPublication(editions)) {
    const entity = await readEntity(edition, entityId, parts);
    if (entity === 'unreadable') {
      steps.push({ edition, what: entity, fields: [], leftOut: [] });
      continue;
    }
    const stored = entity && { id: entity.id, line: canonicalJson(entity), entity };
    const leftOut = before ? fieldsLeftOut(layoutIn(before.edition, parts), layoutIn(edition, parts)) : [];
    const change = changeOf(before?.stored, stored, leftOut);
    if (change) {
      const fields = change.change === 'changed' ? change.fields.map(comparedField) : [];
      steps.push({ edition, what: change.change, fields, leftOut });
    }
    before = { edition, stored };
    last = entity ?? last;
  }
  if (!last) throw new Problem('entity.not-found', { entity: entityId });
  return {
    entityId,
    entity: last,
    steps: steps.map(({ edition: { id, publishedOn, importerVersion }, ...step }) => ({
      edition: { id, publishedOn, importerVersion },
      ...step,
    })),
  };
}

/** Of one day, in the order of import. */
function inOrderOfPublication(editions: readonly Edition[]): readonly Edition[] {
  return editions.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : b.publishedOn < a.publishedOn ? 1 : 0));
}

async function readEntity(
  { contentSha256 }: Edition,
  entityId: string,
  { editionFiles }: Parts,
): Promise<Entity | undefined | 'unreadable'> {
  try {
    return await editionFiles.findEntity(contentSha256, entityId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'edition.damaged') return 'unreadable';
    throw error;
  }
}
