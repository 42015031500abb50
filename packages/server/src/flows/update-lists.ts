// Sources in, their newest editions fetched from their publishers and put in use out; what fails leaves the edition in use.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceDescription } from '@sekisho/sources/importer.ts';
import { fetchSource, type FetchedFile } from '../download/fetch-source.ts';
import { confirmCurrent } from './confirm-current.ts';
import { hashFiles } from './hashed-files.ts';
import { importEdition, type ImportRequest, type ImportResult } from './import-edition.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

/** What became of one source. */
export type UpdateResult =
  | { readonly source: string; readonly result: 'imported'; readonly imported: ImportResult }
  | { readonly source: string; readonly result: 'unchanged'; readonly confirmedCurrentOn: CalendarDate }
  | { readonly source: string; readonly result: 'failed'; readonly problem: Problem };

/** The lists that can be fetched: of those with an address, the ones named, or else all that are in use. */
export async function sourcesToUpdate(named: readonly string[], parts: Parts): Promise<readonly SourceDescription[]> {
  const fetched = [...parts.listImporters.values()]
    .map(({ description }) => description)
    .filter(({ refresh }) => refresh !== undefined);
  const known = fetched.map(({ id }) => id).join(', ');
  if (named.length === 0) {
    const active = new Set((await parts.store.activeEditions()).map(({ edition }) => edition.source));
    return fetched.filter(({ id }) => active.has(id));
  }
  return named.map((source) => {
    const description = fetched.find(({ id }) => id === source);
    if (description) return description;
    const isSource = [parts.listImporters, parts.registerImporters, parts.gazetteerImporters].some((catalogue) =>
      catalogue.has(source),
    );
    throw isSource
      ? new Problem('source.no-address', { source, reason: 'its publisher gives none that a program may ask' })
      : new Problem('source.unknown', { source, known });
  });
}

/**
 * Fetches and imports one source. Files that are what they were confirm that the edition in use is the newest today; an edition
 * outside its bounds, a cut-off or wrong file, a server that does not answer change nothing.
 * @param by who lets it be fetched: the record says so, beside the addresses.
 */
export async function updateSource(description: SourceDescription, by: string, parts: Parts): Promise<UpdateResult> {
  permit(parts, 'source.import');
  const { id: source, refresh } = description;
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-update-'));
  try {
    const active = (await parts.store.activeEditions()).find(({ edition }) => edition.source === source);
    const note = await parts.downloadNotes.of(source);
    const known = note && note.editionId === active?.edition.id ? note.files : {};
    const files = await fetchSource(refresh?.files ?? [], folder, known, parts.download);
    if (!files) return await stillCurrent(source, active, by, parts);
    const hashed = await hashFiles(
      files.map(({ path: file }) => file),
      parts,
    );
    if (active && isMadeOf(active, hashed)) {
      await keepNote(source, active.edition.id, files, parts);
      return await stillCurrent(source, active, by, parts);
    }
    const today = parts.clock().slice(0, 10);
    const imported = await importFetched(
      {
        source,
        files: files.map(({ path: file }) => file),
        publishedOn: publicationOf(files, today),
        confirmedCurrentOn: today,
        by: `${by}, fetched from ${[...new Set(files.map(({ url }) => new URL(url).host))].join(', ')}`,
      },
      parts,
    );
    await keepNote(source, imported.edition.id, files, parts);
    return { source, result: 'imported', imported };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { source, result: 'failed', problem: new Problem(error.code, { source, ...error.facts }, { cause: error }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the files say of their day goes before what their server says, and before their names. */
async function importFetched(request: ImportRequest, parts: Parts): Promise<ImportResult> {
  try {
    return await importEdition(request, parts);
  } catch (error) {
    const statedOn = error instanceof Problem && error.code === 'edition.bounds' ? error.facts['statedOn'] : undefined;
    if (typeof statedOn !== 'string' || statedOn === request.publishedOn) throw error;
    return importEdition({ ...request, publishedOn: statedOn }, parts);
  }
}

async function stillCurrent(
  source: string,
  active: ActiveEdition | undefined,
  by: string,
  parts: Parts,
): Promise<UpdateResult> {
  if (!active) throw new Problem('download.refused', { source, reason: 'the server says that nothing changed' });
  const today = parts.clock().slice(0, 10);
  const dates = { publishedOn: active.edition.publishedOn, confirmedCurrentOn: today };
  const { confirmedCurrentOn } = await confirmCurrent(active.edition, dates, { by }, parts);
  return { source, result: 'unchanged', confirmedCurrentOn };
}

function isMadeOf({ edition }: ActiveEdition, files: readonly { readonly sha256: string }[]): boolean {
  const hashes = (of: readonly { readonly sha256: string }[]) => of.map(({ sha256 }) => sha256).toSorted();
  return hashes(edition.files).join() === hashes(files).join();
}

/** The newest day that the servers give their files, or the one in a file's name. */
function publicationOf(files: readonly FetchedFile[], today: CalendarDate): CalendarDate {
  const days = files.flatMap(({ name, lastModified }) => {
    const [, year, month, day] = /(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)/.exec(name) ?? [];
    const modified = lastModified === undefined ? Number.NaN : Date.parse(lastModified);
    return [
      ...(year !== undefined ? [`${year}-${month ?? ''}-${day ?? ''}`] : []),
      ...(Number.isFinite(modified) ? [new Date(modified).toISOString().slice(0, 10)] : []),
    ];
  });
  const newest = days
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  return newest ?? today;
}

async function keepNote(source: string, editionId: string, files: readonly FetchedFile[], parts: Parts): Promise<void> {
  const known = files.map(({ url, etag, lastModified }) => [
    url,
    { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) },
  ]);
  await parts.downloadNotes.save(source, { editionId, files: Object.fromEntries(known) as Record<string, object> });
}
