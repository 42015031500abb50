// An edition in, the same in use from now on, with the look-back it owes noted beside it.
import type { ActiveEdition, Edition } from '@sekisho/engine/model/edition.ts';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoreWriter } from '../store/store.ts';

/**
 * @param active what was in use when the edition was read: its delta was taken from that.
 * @throws Problem `edition.older` when another import of the source ended meanwhile.
 */
export async function activate(
  writer: StoreWriter,
  edition: Edition,
  active: ActiveEdition | undefined,
  at: Instant,
): Promise<void> {
  const { source } = edition;
  const inUse = (await writer.activeEditions()).find((other) => other.edition.source === source);
  if (inUse?.edition.id !== active?.edition.id)
    throw new Problem('edition.older', { source, reason: 'another import of this source ended first; import again' });
  await writer.activateEdition(source, edition.id);
  await writer.saveLookBack({
    id: `${source}/${at}/${edition.id.slice(0, 12)}`,
    kind: 'edition',
    source,
    ...(active && { fromEditionId: active.edition.id }),
    toEditionId: edition.id,
    state: 'owed',
    owedAt: at,
  });
}
