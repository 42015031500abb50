// A source in, its editions out: when each was published and imported, by whom, and why it was taken outside its bounds.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { layoutIn } from './edition-delta.ts';
import type { Parts } from './parts.ts';
import { checkSourceIsKnown } from './read-list-edition.ts';

export interface ImportedEdition {
  readonly edition: Edition;
  readonly isInUse: boolean;
  /** As noted, or as the names of its files tell. */
  readonly form?: string;
  readonly importedAt?: Instant;
  readonly importedBy?: string;
  /** What was out of bounds, and the reason for which it was taken all the same. */
  readonly objections: readonly string[];
  readonly accepted?: string;
}

/**
 * Every edition of a source, in the order of import. Who imported one and why is not known once that was erased.
 * @throws Problem `source.unknown`, `edition.not-found` when none was ever imported.
 */
export async function importedEditions(source: string, parts: Parts): Promise<readonly ImportedEdition[]> {
  const { store } = parts;
  const editions = await store.editions(source);
  if (editions.length === 0) {
    checkSourceIsKnown(source, parts);
    throw new Problem('edition.not-found', { source });
  }
  const inUse = (await store.activeEditions()).find(({ edition }) => edition.source === source)?.edition.id;
  const entries = await store.entriesAbout(editions.map(({ id }) => id));
  return editions.map((edition) => {
    const entry = entries.find(({ kind, subject }) => kind === 'edition-imported' && subject === edition.id);
    const { by, objections = [], accept } = JSON.parse(entry?.payload ?? '{}') as ImportPayload;
    const form = edition.kind === 'list' ? (edition.form ?? layoutIn(edition, parts)?.form.form) : edition.form;
    return {
      edition,
      isInUse: edition.id === inUse,
      ...(form !== undefined && { form }),
      ...(entry && { importedAt: entry.at }),
      ...(by !== undefined && { importedBy: by }),
      objections,
      ...(accept !== undefined && { accepted: accept }),
    };
  });
}

interface ImportPayload {
  readonly by?: string;
  readonly objections?: readonly string[];
  readonly accept?: string;
}

/** The fewest digits of an id that name an edition. */
const FEWEST_DIGITS = 4;

/**
 * The list edition that a person means by the day of its publication or the beginning of its id.
 * @throws Problem `source.unknown`, `command.usage` for a register or gazetteer, `edition.not-found` and `edition.ambiguous` with what there is.
 */
export async function editionMeant(source: string, text: string, parts: Parts): Promise<Edition> {
  const editions = (await importedEditions(source, parts)).map(({ edition }) => edition);
  const other = editions.find(({ kind }) => kind !== 'list')?.kind;
  if (other !== undefined)
    throw new Problem('command.usage', { reason: `${source} is a ${other}; entries of lists alone are compared` });
  const told = text.trim().toLowerCase();
  const found = editions.filter(
    ({ id, publishedOn }) => publishedOn === told || (FEWEST_DIGITS <= told.length && id.startsWith(told)),
  );
  const [edition, second] = found;
  if (!edition) throw new Problem('edition.not-found', { source, edition: text, known: named(editions) });
  if (second) throw new Problem('edition.ambiguous', { source, edition: text, found: named(found) });
  return edition;
}

function named(editions: readonly Edition[]): string {
  return editions.map(({ id, publishedOn }) => `${publishedOn} (${id.slice(0, 12)})`).join(', ');
}
