// Lists in, their newest editions fetched and put in use and the look-backs that follow done out: one list after the other.
import { runLookBacks } from './look-back.ts';
import type { Parts } from './parts.ts';
import { sourcesToUpdate, updateSource, type UpdateResult } from './update-lists.ts';

export interface ListsUpdate {
  readonly results: readonly UpdateResult[];
  readonly lookBacks: Awaited<ReturnType<typeof runLookBacks>>;
}

/**
 * @param named the sources; none: every list in use that has an address.
 * @throws Problem `source.unknown`, `source.no-address` before anything is fetched. What fails of one list is in its result.
 */
export async function updateLists(named: readonly string[], by: string, parts: Parts): Promise<ListsUpdate> {
  const results: UpdateResult[] = [];
  for (const description of await sourcesToUpdate(named, parts))
    results.push(await updateSource(description, by, parts));
  return { results, lookBacks: await runLookBacks(parts) };
}
