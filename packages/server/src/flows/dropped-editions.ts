// A folder that somebody carries files into in, the editions in it imported in the order of their days out.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { importEdition } from './import-edition.ts';
import type { Parts } from './parts.ts';
import type { UpdateResult } from './update-lists.ts';

/** The files of one edition, carried over. */
export interface DroppedEdition {
  readonly source: string;
  readonly publishedOn: CalendarDate;
  readonly files: readonly string[];
  /** The column mapping of an own list. */
  readonly mapping?: string;
}

const MAPPING = 'mapping.yml';

/**
 * What stands in `<source id>/<YYYY-MM-DD>/`, by source and day; an own list's `mapping.yml` beside the days.
 * @param sources without it, all.
 * @throws Problem `file.unreadable` for the folder, `file.unexpected` for a folder that is no day.
 */
export async function droppedEditions(folder: string, sources: readonly string[]): Promise<readonly DroppedEdition[]> {
  const editions: DroppedEdition[] = [];
  for (const source of await namesIn(folder, 'folders')) {
    if (0 < sources.length && !sources.includes(source)) continue;
    const place = path.join(folder, source);
    const mapping = (await namesIn(place, 'files')).find((name) => name === MAPPING);
    for (const day of await namesIn(place, 'folders')) {
      const publishedOn = parseCalendarDate(day);
      if (publishedOn === undefined)
        throw new Problem('file.unexpected', { file: `${source}/${day}`, reason: 'is not a day YYYY-MM-DD' });
      const files = (await namesIn(path.join(place, day), 'files')).map((name) => path.join(place, day, name));
      editions.push({
        source,
        publishedOn,
        files,
        ...(mapping !== undefined && { mapping: path.join(place, mapping) }),
      });
    }
  }
  return editions;
}

/** Imports those that are newer than what is in use, oldest first; one that fails keeps the later ones of its source out. */
export async function importDropped(
  editions: readonly DroppedEdition[],
  by: string,
  parts: Parts,
): Promise<readonly UpdateResult[]> {
  const active = await parts.store.activeEditions();
  const results: UpdateResult[] = [];
  const failed = new Set<string>();
  for (const edition of editions) {
    const { source, publishedOn } = edition;
    const inUse = active.find((other) => other.edition.source === source)?.edition.publishedOn;
    if (failed.has(source) || (inUse !== undefined && publishedOn < inUse)) continue;
    try {
      const imported = await importEdition({ ...edition, by }, parts);
      results.push(
        imported.result === 'imported'
          ? { source, result: 'imported', imported }
          : { source, result: 'unchanged', confirmedCurrentOn: imported.confirmedCurrentOn },
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed.add(source);
      results.push({
        source,
        result: 'failed',
        problem: new Problem(error.code, { source, ...error.facts }, { cause: error }),
      });
    }
  }
  return results;
}

async function namesIn(folder: string, wanted: 'files' | 'folders'): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.name.startsWith('.') && (wanted === 'files' ? entry.isFile() : entry.isDirectory()))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Problem('file.unreadable', { file: folder, reason: code }, { cause: error });
  }
}
