// A list that was just read and the edition in use in, what changed and the entries that are no longer listed out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceField } from '@sekisho/sources/importer.ts';
import type { StagedList } from '../store/edition-files.ts';
import { mergedById } from '../store/merge-by-id.ts';
import { changeOf, type EntityStream } from './delta.ts';
import { damageOf, noEntities } from './edition-delta.ts';
import type { Parts } from './parts.ts';

export interface Compared {
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Not kept yet; undefined when no entry ever left the list. */
  readonly history: StagedList | undefined;
  /** Files of the edition in use that cannot be read any more: what stood in them counts as nothing. */
  readonly damage: readonly Problem[];
}

/**
 * Goes through the list, the edition in use and its history side by side. An entry that the list lacks is kept as history:
 * with the day this edition was published, unless its list, or an edition before, had said when it ended.
 */
export async function compareWithActive(
  list: StagedList,
  active: Edition | undefined,
  { publishedOn, leftOut }: { readonly publishedOn: CalendarDate; readonly leftOut: readonly SourceField[] },
  { editionFiles }: Pick<Parts, 'editionFiles'>,
): Promise<Compared> {
  const damage: Problem[] = [];
  const streamOf = async (contentSha256: string | undefined): Promise<EntityStream> => {
    if (contentSha256 === undefined) return noEntities();
    const problem = await damageOf(contentSha256, { editionFiles });
    if (problem) damage.push(problem);
    return problem ? noEntities() : editionFiles.storedBatchesOf(contentSha256);
  };
  const before = await streamOf(active?.contentSha256);
  const history = await streamOf(active?.historySha256);
  const changes = { added: 0, changed: 0, removed: 0 };
  async function* noLongerListed(): AsyncGenerator<readonly Entity[]> {
    for await (const rows of mergedById([before, list.batches(), history])) {
      const ended: Entity[] = [];
      for (const [was, is, earlier] of rows) {
        const change = changeOf(was, is, leftOut);
        if (change) changes[change.change]++;
        if (is) continue;
        if (was) ended.push({ ...was.entity, delistedOn: was.entity.delistedOn ?? publishedOn });
        else if (earlier) ended.push(earlier.entity);
      }
      yield ended;
    }
  }
  const staged = await editionFiles.stageList(noLongerListed());
  if (0 < staged.entities) return { changes, history: staged, damage };
  await staged.discard();
  return { changes, history: undefined, damage };
}
