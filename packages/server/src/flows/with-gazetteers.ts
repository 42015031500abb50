// Editions in use and how fresh they are in, the gazetteers among them open for as long as something is worked out with them.
import type { ActiveEdition, SourceState } from '@sekisho/engine/model/edition.ts';
import type { Gazetteer } from '@sekisho/engine/model/gazetteer.ts';
import type { Parts } from './parts.ts';

/** Those that are FRESH alone: a stale one is a gap, and what it lacks may have come since. @throws Problem `edition.damaged`. */
export async function withGazetteers<T>(
  active: readonly ActiveEdition[],
  states: readonly SourceState[],
  parts: Pick<Parts, 'gazetteerFiles'>,
  work: (gazetteers: readonly Gazetteer[]) => Promise<T>,
): Promise<T> {
  const fresh = new Set(states.filter(({ state }) => state === 'FRESH').map(({ source }) => source));
  return withOpenGazetteers(
    active.filter(({ edition }) => fresh.has(edition.source)),
    parts,
    work,
  );
}

/** However old they are. @throws Problem `edition.damaged`. */
export async function withOpenGazetteers<T>(
  active: readonly ActiveEdition[],
  { gazetteerFiles }: Pick<Parts, 'gazetteerFiles'>,
  work: (gazetteers: readonly Gazetteer[]) => Promise<T>,
): Promise<T> {
  const opened: ReturnType<typeof gazetteerFiles.open>[] = [];
  try {
    for (const { edition } of active) if (edition.kind === 'gazetteer') opened.push(gazetteerFiles.open(edition));
    return await work(opened);
  } finally {
    for (const reader of opened) reader.close();
  }
}
