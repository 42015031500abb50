// The files of a register in (a full set, or diffs on the edition in use), the edition they make out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem, type RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterFileScope, RegisterImporter } from '@sekisho/sources/importer.ts';
import { countObjections, type EditionContent } from './edition-content.ts';
import type { HashedFile } from './hashed-files.ts';
import type { Parts } from './parts.ts';
import { companyKeys } from './register-keys.ts';
import { Reading, rowsCounted } from './work-progress.ts';

/**
 * A full set makes an edition of its own, complete when it is whole. Diffs are applied in the order of their dates to
 * the edition in use; the result is complete only when that one was and no diff is missing in between. Diffs on nothing
 * make an edition too: what it has can be confirmed, what it lacks says nothing. Files of relations come with either, of
 * whatever day they are, or alone on the edition in use.
 * @throws Problem `file.unexpected` (full sets and diffs together, full files of several days, a diff twice),
 *   `edition.date` when `publishedOn` is not the day of the newest file,
 *   `edition.older` for a diff that is behind, `register.no-base` for relations alone without an edition in use.
 */
export async function readRegisterEdition(
  importer: RegisterImporter,
  publishedOn: CalendarDate,
  files: readonly HashedFile[],
  active: Edition | undefined,
  parts: Parts,
): Promise<EditionContent> {
  const all = inOrder(files.map((file) => importer.scope(file, publishedOn)));
  const isOfRelations = ({ part }: RegisterFileScope) => part === 'relations';
  const [scopes, related] = [all.filter((scope) => !isOfRelations(scope)), all.filter(isOfRelations)];
  const isFull = scopes[0]?.part === 'full';
  checkScopes(scopes.length > 0 ? scopes : related, publishedOn);
  if (scopes.length === 0 && !active) throw new Problem('register.no-base', { register: importer.description.id });
  const base = isFull ? undefined : active;
  const gaps = isFull ? [] : missingDiffs(importer, scopes, base);
  const told = new ToldOfRecords();
  const built = await parts.registerFiles.build({
    ...(base && { base: base.contentSha256 }),
    rows: rowsOf(importer, scopes, told, parts),
    ...(related.length > 0 && { relations: relationsOf(importer, related, told, parts) }),
    ...companyKeys(importer.description.register?.country, parts.reference),
    nameKeysVersion: parts.nameKeysVersion,
  });
  const before = active?.counts['companies'];
  return {
    kind: 'register',
    complete: isFull ? importer.isWhole(scopes) : (base?.complete ?? false) && gaps.length === 0,
    ...(base && { basedOn: base.id }),
    counts: { ...built.counts, ...Object.fromEntries(told.leftOut) },
    problems: [...gaps, ...told.problems],
    changes: built.changes,
    leftOut: [],
    roles: new Map(),
    outOfBounds: countObjections('companies', built.counts.companies, before, boundsOf(importer, isFull)),
    keep: () => Promise.resolve({ contentSha256: built.contentSha256 }),
    discard: () => parts.registerFiles.discard(built.contentSha256),
  };
}

/** Diffs have no least number of companies: they may stand on nothing. */
function boundsOf({ description: { bounds } }: RegisterImporter, isFull: boolean) {
  return isFull ? bounds : { maxShrinkPercent: bounds.maxShrinkPercent };
}

function inOrder(scopes: readonly RegisterFileScope[]): readonly RegisterFileScope[] {
  const key = ({ date, file }: RegisterFileScope) => `${date} ${file.name}`;
  return scopes.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function checkScopes(scopes: readonly RegisterFileScope[], publishedOn: CalendarDate): void {
  const [first] = scopes;
  const last = scopes.at(-1);
  if (!first || !last) throw new Problem('command.usage', { reason: 'name at least one file' });
  scopes.forEach(({ part, date, file }, index) => {
    const unexpected = (reason: string): never => {
      throw new Problem('file.unexpected', { file: file.name, reason });
    };
    if (part !== first.part) unexpected(`is a ${part} file among ${first.part} files`);
    if (part === 'full' && date !== first.date) unexpected(`is of ${date}, others are of ${first.date}`);
    if (part === 'diff' && scopes[index - 1]?.date === date) unexpected(`is a second diff of ${date}`);
  });
  if (last.date !== publishedOn)
    throw new Problem('edition.date', {
      field: 'published',
      value: publishedOn,
      reason: `the newest file, ${last.file.name}, is of ${last.date}`,
    });
}

/** Where a day's diff is missing between the edition in use and the files, or between two of them. */
function missingDiffs(
  importer: RegisterImporter,
  scopes: readonly RegisterFileScope[],
  base: Edition | undefined,
): readonly RecordProblem[] {
  const gaps: RecordProblem[] = [];
  let standsAt = base?.publishedOn;
  for (const { date, file } of scopes) {
    if (standsAt !== undefined && date <= standsAt)
      throw new Problem('edition.older', {
        source: importer.description.id,
        file: file.name,
        reason: `the register stands at ${standsAt} already`,
      });
    if (standsAt !== undefined && !importer.follows(standsAt, date))
      gaps.push({ code: 'register.gap', facts: { register: importer.description.id, after: standsAt, before: date } });
    standsAt = date;
  }
  return gaps;
}

/** What an importer says of records that do not become rows. */
class ToldOfRecords {
  readonly problems: RecordProblem[] = [];
  readonly leftOut = new Map<string, number>();

  leaveOut(what: string): void {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + 1);
  }
}

async function* rowsOf(
  importer: RegisterImporter,
  scopes: readonly RegisterFileScope[],
  told: ToldOfRecords,
  parts: Parts,
): AsyncIterable<readonly RegisterRow[]> {
  for (const scope of scopes) {
    const reading = new Reading(scope.file.name, parts);
    yield* rowsCounted(importer.read(scope.file, contextOf(scope, told, reading, parts)), reading);
  }
}

async function* relationsOf(
  importer: RegisterImporter,
  scopes: readonly RegisterFileScope[],
  told: ToldOfRecords,
  parts: Parts,
): AsyncIterable<readonly NumberedRelation[]> {
  for (const scope of scopes) {
    const reading = new Reading(scope.file.name, parts);
    const relations = importer.readRelations?.(scope.file, contextOf(scope, told, reading, parts));
    if (!relations)
      throw new Problem('file.unexpected', { file: scope.file.name, reason: 'the register has no files of relations' });
    yield* rowsCounted(relations, reading);
  }
}

function contextOf(
  { date }: RegisterFileScope,
  told: ToldOfRecords,
  reading: Reading,
  { reference }: Parts,
): ImportContext {
  return {
    territories: reference.territories,
    standsAt: date,
    onProblem: (problem) => told.problems.push(problem),
    onLeftOut: (what) => told.leaveOut(what),
    onProgress: (share) => reading.reached(share),
  };
}
