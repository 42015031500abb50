// How many old editions of registers to keep in, the files that go (or went, sealed in the record) and what keeps the others out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition, Edition } from '@sekisho/engine/model/edition.ts';
import type { LookBack, StoreReader } from '../store/store.ts';
import type { Parts } from './parts.ts';
import { registersInUse } from './registers-in-use.ts';

export interface PruneRequest {
  /** None: all registers in use. */
  readonly registers: readonly string[];
  /** Editions of each register that stay beside the one in use: the newest of those that were in use before it. */
  readonly keep: number;
}

/** A file of a register's edition; editions of the same content have one file, told with the last of them. */
export interface RegisterFile {
  readonly register: string;
  readonly editionId: string;
  readonly publishedOn: CalendarDate;
  readonly contentSha256: string;
  readonly bytes: number;
  /** Why it stays; absent for one that goes. */
  readonly keptFor?: 'in-use' | 'look-back' | 'asked';
}

type PruneParts = Pick<Parts, 'store' | 'registerFiles' | 'clock'>;

/**
 * What would go, nothing done. Rows of a register's edition are needed by nobody but who asks it: the one in use, and both that a
 * look-back owed compares. Decisions that rested on an edition are replayed from their evidence, which has the rows they were
 * made by. The record keeps what each edition was, and its files can be imported again.
 * @throws Problem `source.unknown`, `edition.not-found` when no register is in use.
 */
export async function prunableRegisters(request: PruneRequest, parts: PruneParts): Promise<readonly RegisterFile[]> {
  const active = await registersInUse(request.registers, parts);
  return filesOf(active, request.keep, parts.store, parts);
}

/**
 * Deletes them, once an entry of the record says which and by whom.
 * @throws Problem as `prunableRegisters`, `store.*`.
 */
export async function pruneRegisters(
  request: PruneRequest & { readonly by: string },
  parts: PruneParts,
): Promise<readonly RegisterFile[]> {
  const { store, registerFiles, clock } = parts;
  const files = await store.write(async (writer) => {
    const active = await registersInUse(request.registers, { store: writer });
    const found = await filesOf(active, request.keep, writer, parts);
    for (const [register, ofOne] of Map.groupBy(found.filter(goes), (file) => file.register)) {
      const editions = ofOne.map(({ editionId, publishedOn, contentSha256, bytes }) => ({
        editionId,
        publishedOn,
        contentSha256,
        bytes,
      }));
      await writer.seal(
        'register-pruned',
        register,
        { register, by: request.by, keep: request.keep, editions },
        clock(),
      );
    }
    return found;
  });
  for (const file of files) if (goes(file)) await registerFiles.remove(file);
  return files;
}

function goes({ keptFor }: RegisterFile): boolean {
  return keptFor === undefined;
}

async function filesOf(
  active: readonly ActiveEdition[],
  keep: number,
  store: Pick<StoreReader, 'editions' | 'lookBacks'>,
  { registerFiles }: Pick<PruneParts, 'registerFiles'>,
): Promise<readonly RegisterFile[]> {
  const owed = await store.lookBacks('owed');
  const files: RegisterFile[] = [];
  for (const { edition: inUse } of active) {
    const editions = await store.editions(inUse.source);
    const kept = reasonsToKeep(editions, inUse, owed, keep, registerFiles);
    const byContent = new Map(editions.map((edition) => [edition.contentSha256, edition]));
    for (const { id, publishedOn, contentSha256 } of byContent.values()) {
      const bytes = registerFiles.size({ contentSha256 });
      const keptFor = kept.get(contentSha256);
      if (bytes !== undefined)
        files.push({
          register: inUse.source,
          editionId: id,
          publishedOn,
          contentSha256,
          bytes,
          ...(keptFor !== undefined && { keptFor }),
        });
    }
  }
  return files;
}

/** By content. */
function reasonsToKeep(
  editions: readonly Edition[],
  inUse: Edition,
  owed: readonly LookBack[],
  keep: number,
  registerFiles: Pick<Parts['registerFiles'], 'size'>,
): ReadonlyMap<string, NonNullable<RegisterFile['keptFor']>> {
  const compared = new Set(owed.flatMap(({ fromEditionId, toEditionId }) => [fromEditionId, toEditionId]));
  const others = editions
    .filter((edition) => edition.contentSha256 !== inUse.contentSha256 && registerFiles.size(edition) !== undefined)
    .map(({ contentSha256 }) => contentSha256);
  const newest = [...new Set(others.toReversed())].slice(0, keep);
  return new Map([
    ...newest.map((content) => [content, 'asked'] as const),
    ...editions.filter(({ id }) => compared.has(id)).map(({ contentSha256 }) => [contentSha256, 'look-back'] as const),
    [inUse.contentSha256, 'in-use'] as const,
  ]);
}
