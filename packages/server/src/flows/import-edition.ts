// The official files of a source in, an edition in use and what it changed out; a file that is not the list as we know
// it changes nothing.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { addDays, parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition, Edition, EditionFile } from '@sekisho/engine/model/edition.ts';
import { Problem, type RecordProblem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { SourceFile } from '@sekisho/sources/importer.ts';
import type { LookBack } from '../store/store.ts';
import { readListEdition } from './read-list-edition.ts';
import { readRegisterEdition } from './read-register-edition.ts';
import type { Parts } from './parts.ts';

export interface ImportRequest {
  readonly source: string;
  /** Paths. */
  readonly files: readonly string[];
  readonly publishedOn: string;
  /** The day on which somebody established that this is the newest edition; default: the day it was published. */
  readonly confirmedCurrentOn?: string;
  /** Who says so, and who imports. */
  readonly by: string;
  /** Why an edition outside its bounds is taken all the same. */
  readonly accept?: string;
  /** The column mapping of an own list, a path. */
  readonly mapping?: string;
}

export interface ImportResult {
  /** `unchanged`: these files were imported before; at most the day they were last current moved. */
  readonly result: 'imported' | 'unchanged';
  readonly edition: Edition;
  readonly confirmedCurrentOn: CalendarDate;
  readonly changes?: { readonly added: number; readonly changed: number; readonly removed: number };
  /** What was out of bounds and taken with a reason. */
  readonly accepted: readonly string[];
}

/** What reading the files gave: everything of an edition but where it comes from. */
export interface EditionContent {
  readonly kind: Edition['kind'];
  readonly complete: boolean;
  readonly basedOn?: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly RecordProblem[];
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
  /** What is outside the source's bounds, each as a sentence. */
  readonly outOfBounds: readonly string[];
  /** Stores the content for good and gives its hash; called once it is wanted. */
  readonly keep: () => Promise<string>;
  /** Takes back whatever reading left behind, when it is not. */
  readonly discard: () => Promise<void>;
}

/** Problems kept with an edition; all are counted. */
const KEPT_PROBLEMS = 100;

/**
 * Imports one edition: files are hashed, read whole, held against the source's bounds, stored, sealed, and put in use;
 * the look-back they owe is noted in the same transaction. The same files again change nothing but the day they were
 * last known to be the newest.
 * @throws Problem `source.unknown`, `file.*`, `list.*`, `edition.date` (published in the future, current before
 *   published), `edition.older` and `edition.bounds` (both can be accepted with a reason), `register.*`.
 */
export async function importEdition(request: ImportRequest, parts: Parts): Promise<ImportResult> {
  const dates = checkDates(request, parts.clock().slice(0, 10));
  if (request.by.trim() === '') throw new Problem('command.usage', { reason: 'somebody imports: name them with --by' });
  const files = await hashFiles(request.files, parts);
  const companions = request.mapping === undefined ? [] : await hashFiles([request.mapping], parts);
  const active = (await parts.store.activeEditions()).find(({ edition }) => edition.source === request.source);
  const known = await importedBefore(request.source, [...files, ...companions], dates.publishedOn, parts);
  if (known) return confirmCurrent(known, dates, request, active, parts);

  const content = parts.registerImporters.has(request.source)
    ? await readRegisterEdition(request.source, dates.publishedOn, files, active?.edition, parts)
    : await readListEdition(request.source, files, companions[0], active?.edition, parts);
  const objections = [...content.outOfBounds, ...olderThanActive(dates.publishedOn, active)];
  if (0 < objections.length && !request.accept?.trim()) {
    await content.discard();
    throw new Problem('edition.bounds', { source: request.source, reason: objections.join('; ') });
  }
  const contentSha256 = await content.keep();
  const edition = editionOf(request.source, dates.publishedOn, [...files, ...companions], content, contentSha256);
  await save(edition, dates, { ...request, objections }, active, parts);
  return {
    result: 'imported',
    edition,
    confirmedCurrentOn: dates.confirmedCurrentOn,
    changes: content.changes,
    accepted: objections,
  };
}

interface ImportDates {
  readonly publishedOn: CalendarDate;
  readonly confirmedCurrentOn: CalendarDate;
}

/** A day of slack, as publishers east of the machine's clock are a day ahead of it. */
function checkDates(request: ImportRequest, today: CalendarDate): ImportDates {
  const day = (field: string, text: string): CalendarDate => {
    const date = parseCalendarDate(text);
    if (date === undefined)
      throw new Problem('edition.date', { field, value: text, reason: 'is not a date YYYY-MM-DD' });
    if (addDays(today, 1) < date)
      throw new Problem('edition.date', { field, value: text, reason: `is in the future: today is ${today}` });
    return date;
  };
  const publishedOn = day('published', request.publishedOn);
  const confirmedCurrentOn = day('current-as-of', request.confirmedCurrentOn ?? request.publishedOn);
  if (confirmedCurrentOn < publishedOn)
    throw new Problem('edition.date', {
      field: 'current-as-of',
      value: confirmedCurrentOn,
      reason: `lies before the day of publication, ${publishedOn}`,
    });
  return { publishedOn, confirmedCurrentOn };
}

export interface HashedFile extends SourceFile, EditionFile {}

async function hashFiles(paths: readonly string[], { onProgress }: Parts): Promise<readonly HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const file of paths) {
    const name = path.basename(file);
    const found = await stat(file).catch(() => undefined);
    if (!found) throw new Problem('file.not-found', { file });
    if (!found.isFile()) throw new Problem('file.unreadable', { file: name, reason: 'is not a file' });
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      onProgress?.(`hashing ${name}`, bytes / Math.max(1, found.size));
    }
    if (hashed.some((other) => other.name === name))
      throw new Problem('file.unexpected', { file: name, reason: 'is named twice' });
    hashed.push({ name, path: file, bytes, sha256: hash.digest('hex') });
  }
  if (hashed.length === 0) throw new Problem('command.usage', { reason: 'name at least one file' });
  return hashed;
}

/** The edition that these very files made, if they did. */
async function importedBefore(
  source: string,
  files: readonly HashedFile[],
  publishedOn: CalendarDate,
  { store }: Parts,
): Promise<Edition | undefined> {
  const hashes = (of: readonly EditionFile[]) =>
    of
      .map(({ sha256 }) => sha256)
      .sort()
      .join(' ');
  return (await store.editions(source)).findLast(
    (edition) => edition.publishedOn === publishedOn && hashes(edition.files) === hashes(files),
  );
}

async function confirmCurrent(
  edition: Edition,
  { confirmedCurrentOn }: ImportDates,
  { source, by, accept }: ImportRequest,
  active: ActiveEdition | undefined,
  { store, clock }: Parts,
): Promise<ImportResult> {
  const inUse = active?.edition.id === edition.id ? active : undefined;
  if (!inUse && !accept?.trim())
    throw new Problem('edition.older', {
      source,
      edition: edition.id.slice(0, 12),
      active: active?.edition.publishedOn,
      reason: 'these files were imported before and a newer edition is in use',
    });
  const unchanged = { result: 'unchanged', edition, accepted: [] } as const;
  if (inUse && confirmedCurrentOn <= inUse.confirmedCurrentOn)
    return { ...unchanged, confirmedCurrentOn: inUse.confirmedCurrentOn };
  const at = clock();
  await store.write(async (writer) => {
    const statement = { source, editionId: edition.id, confirmedCurrentOn, statedBy: by, statedAt: at };
    await writer.saveCurrency(statement);
    await writer.seal('edition-confirmed-current', edition.id, { ...statement, ...(accept && { accept }) }, at);
    if (inUse) return;
    await writer.activateEdition(source, edition.id);
    await writer.saveLookBack(owedLookBack(edition, active, at));
  });
  return { ...unchanged, confirmedCurrentOn };
}

function olderThanActive(publishedOn: CalendarDate, active: ActiveEdition | undefined): readonly string[] {
  const inUse = active?.edition.publishedOn;
  return inUse !== undefined && publishedOn < inUse
    ? [`published on ${publishedOn}, before the edition in use, ${inUse}`]
    : [];
}

function editionOf(
  source: string,
  publishedOn: CalendarDate,
  files: readonly HashedFile[],
  { kind, complete, basedOn, counts, problems }: EditionContent,
  contentSha256: string,
): Edition {
  const made = {
    source,
    kind,
    publishedOn,
    complete,
    ...(basedOn !== undefined && { basedOn }),
    files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    contentSha256,
  };
  const id = createHash('sha256').update(canonicalJson(made)).digest('hex');
  return {
    id,
    ...made,
    counts: { ...counts, problems: problems.length },
    problems: problems.slice(0, KEPT_PROBLEMS),
  };
}

async function save(
  edition: Edition,
  { confirmedCurrentOn }: ImportDates,
  request: ImportRequest & { readonly objections: readonly string[] },
  active: ActiveEdition | undefined,
  { store, clock }: Parts,
): Promise<void> {
  const at = clock();
  const { source, by, accept, objections } = request;
  await store.write(async (writer) => {
    const inUse = (await writer.activeEditions()).find((other) => other.edition.source === source);
    if (inUse?.edition.id !== active?.edition.id)
      throw new Problem('edition.older', { source, reason: 'another import of this source ended first; import again' });
    await writer.saveEdition(edition, at);
    await writer.activateEdition(source, edition.id);
    await writer.saveCurrency({ source, editionId: edition.id, confirmedCurrentOn, statedBy: by, statedAt: at });
    await writer.seal(
      'edition-imported',
      edition.id,
      { edition, by, confirmedCurrentOn, ...(0 < objections.length && { objections, accept }) },
      at,
    );
    await writer.saveLookBack(owedLookBack(edition, active, at));
  });
}

function owedLookBack(edition: Edition, active: ActiveEdition | undefined, at: string): LookBack {
  return {
    id: `${edition.source}/${at}/${edition.id.slice(0, 12)}`,
    source: edition.source,
    ...(active && { fromEditionId: active.edition.id }),
    toEditionId: edition.id,
    state: 'owed',
  };
}
