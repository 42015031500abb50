// The official files of a source in, an edition in use and what it changed out; a file that is not the list as we know
// it changes nothing.
import { readFile } from 'node:fs/promises';
import { daysBetween, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition, Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { editionIdOf } from './edition-id.ts';
import { activate } from './activate-edition.ts';
import { confirmCurrent } from './confirm-current.ts';
import type { EditionContent } from './edition-content.ts';
import { hashFiles, type HashedFile } from './hashed-files.ts';
import { importDates, type ImportDates } from './import-dates.ts';
import { checkSourceIsKnown, listImporterOf, readListEdition, restoreList } from './read-list-edition.ts';
import { readGazetteerEdition } from './read-gazetteer-edition.ts';
import { readRegisterEdition } from './read-register-edition.ts';
import { registerImporterOf } from './own-registers.ts';
import { permit } from './permit.ts';
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
  /** The column mapping of an own list or register, a path. */
  readonly mapping?: string;
}

export interface ImportResult {
  /** `unchanged`: these files were imported before; at most the day they were last current moved. */
  readonly result: 'imported' | 'unchanged';
  readonly edition: Edition;
  readonly confirmedCurrentOn: CalendarDate;
  readonly changes?: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Fields that `changes` passes over, as only one of the two editions has the file for them. */
  readonly leftOut?: readonly string[];
  /** What was out of bounds and taken with a reason. */
  readonly accepted: readonly string[];
}

/** Problems kept with an edition; all are counted. */
const KEPT_PROBLEMS = 100;

/**
 * Imports one edition: files are hashed, read to their end, held against the source's bounds, stored, sealed, and put in use;
 * the look-back they owe is noted in the same transaction. The same files again change nothing but the day they were
 * last known to be the newest.
 * @throws Problem `source.unknown`, `file.*`, `list.*`, `edition.date` (published in the future, current before
 *   published), `edition.older` and `edition.bounds` (both can be accepted with a reason), `register.*`.
 */
export async function importEdition(request: ImportRequest, parts: Parts): Promise<ImportResult> {
  permit(parts, 'source.import');
  const { source, accept } = request;
  const dates = importDates(request, parts.clock().slice(0, 10));
  if (request.by.trim() === '') throw new Problem('command.usage', { reason: 'somebody imports: name them with --by' });
  checkSourceIsKnown(source, parts);
  const files = await hashFiles(request.files, parts);
  const [mapping] = request.mapping === undefined ? [] : await hashFiles([request.mapping], parts);
  const active = (await parts.store.activeEditions()).find(({ edition }) => edition.source === source);
  const importer =
    parts.gazetteerImporters.get(source) ??
    (await registerImporterOf(source, mapping, parts)) ??
    (await listImporterOf(source, mapping, parts));
  const importerVersion = importer.version;
  const known = await importedBefore({ source, files, mapping, importerVersion, ...dates }, parts);
  // of a register, a file that is gone, altered or of an older format is made anew
  const lost = known && 'scope' in importer && !parts.registerFiles.isReadable(known) ? known : undefined;
  if (known && !lost) {
    if ('read' in importer && !('scope' in importer)) await restoreList(importer, files, known, parts);
    return { ...(await confirmCurrent(known, dates, request, parts)), accepted: [] };
  }

  const base = lost?.basedOn === undefined ? active?.edition : await parts.store.edition(lost.basedOn);
  const content = await ('readPlaces' in importer
    ? readGazetteerEdition(importer, files, active?.edition, parts)
    : 'scope' in importer
      ? readRegisterEdition(importer, dates.publishedOn, files, base, parts)
      : readListEdition(importer, files, dates.publishedOn, active?.edition, parts));
  const objections = [...content.outOfBounds, ...datesOutOfBounds(dates, content, active)];
  if (0 < objections.length && !accept?.trim()) {
    await content.discard();
    const { statedOn } = content;
    throw new Problem('edition.bounds', { source, reason: objections.join('; '), statedOn });
  }
  const kept = await content.keep();
  if (mapping) await parts.editionFiles.saveCompanion(await readFile(mapping.path));
  if (lost && lost.contentSha256 === kept.contentSha256)
    return { ...(await confirmCurrent(lost, dates, request, parts)), accepted: [] };
  const edition = editionOf({ source, files, mapping, importerVersion, ...dates }, content, kept);
  await save(edition, dates, { ...request, objections }, active, parts);
  const { confirmedCurrentOn } = dates;
  const { changes, leftOut } = content;
  return { result: 'imported', edition, confirmedCurrentOn, changes, leftOut, accepted: objections };
}

/** Where an edition comes from. */
interface Origin extends ImportDates {
  readonly source: string;
  readonly files: readonly HashedFile[];
  readonly mapping: HashedFile | undefined;
  readonly importerVersion: number;
}

/** The edition that these very files made, read by this version of the importer, if they did. */
async function importedBefore(origin: Origin, { store }: Parts): Promise<Edition | undefined> {
  const hashes = (of: Edition['files']) =>
    of
      .map(({ sha256 }) => sha256)
      .toSorted()
      .join(' ');
  return (await store.editions(origin.source)).findLast(
    (edition) =>
      edition.publishedOn === origin.publishedOn &&
      edition.importerVersion === origin.importerVersion &&
      hashes(edition.files) === hashes(allFiles(origin)),
  );
}

function allFiles({ files, mapping }: Pick<Origin, 'files' | 'mapping'>): readonly HashedFile[] {
  return mapping ? [...files, mapping] : files;
}

function datesOutOfBounds(
  { publishedOn }: ImportDates,
  { statedOn }: EditionContent,
  active: ActiveEdition | undefined,
): readonly string[] {
  const inUse = active?.edition.publishedOn;
  return [
    ...(inUse !== undefined && publishedOn < inUse
      ? [`was published before the edition in use, that of ${inUse}`]
      : []),
    ...(statedOn !== undefined && 1 < Math.abs(daysBetween(statedOn, publishedOn))
      ? [`says itself that it was made on ${statedOn}, not on ${publishedOn}`]
      : []),
  ];
}

function editionOf(
  origin: Origin,
  content: EditionContent,
  { contentSha256, historySha256 }: Pick<Edition, 'contentSha256' | 'historySha256'>,
): Edition {
  const { source, publishedOn, importerVersion, mapping } = origin;
  const { kind, complete, basedOn, counts, problems, form, roles } = content;
  const files = allFiles(origin).map(({ name, sha256, bytes }) => ({ name, sha256, bytes }));
  const made = {
    source,
    kind,
    publishedOn,
    complete,
    ...(basedOn !== undefined && { basedOn }),
    importerVersion,
    files,
    contentSha256,
  };
  return {
    id: editionIdOf(made),
    ...made,
    files: files.map((file) => {
      const role = file.name === mapping?.name ? 'mapping' : roles.get(file.name);
      return { ...file, ...(role !== undefined && { role }) };
    }),
    ...(form !== undefined && { form }),
    ...(historySha256 !== undefined && { historySha256 }),
    counts: { ...counts, problems: problems.length },
    problems: problems.slice(0, KEPT_PROBLEMS),
  };
}

async function save(
  edition: Edition,
  { confirmedCurrentOn }: ImportDates,
  { source, by, accept, objections }: ImportRequest & { readonly objections: readonly string[] },
  active: ActiveEdition | undefined,
  { store, clock }: Parts,
): Promise<void> {
  const at = clock();
  await store.write(async (writer) => {
    await writer.saveEdition(edition, at);
    await activate(writer, edition, active, at);
    await writer.saveCurrency({ source, editionId: edition.id, confirmedCurrentOn, statedBy: by, statedAt: at });
    const overruled = 0 < objections.length && { objections, accept };
    await writer.seal('edition-imported', edition.id, { edition, by, confirmedCurrentOn, ...overruled }, at);
  });
}
