// Official files that somebody sent in, a job that brings them in out; its run: an edition in use, or why it was refused.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem, type ProblemCode } from '@sekisho/engine/model/problem.ts';
import type { Job } from '../store/jobs.ts';
import { importDates } from './import-dates.ts';
import { importEdition, type ImportResult } from './import-edition.ts';
import { oweJob, type JobResult, type ListedJob } from './job-queue.ts';
import { runLookBacks } from './look-back.ts';
import type { Parts } from './parts.ts';
import { DAY_MS, later } from './people/people.ts';
import { permit } from './permit.ts';
import { checkSourceIsKnown } from './read-list-edition.ts';

export const IMPORT = 'import';

export interface ImportTerms {
  readonly source: string;
  readonly publishedOn: string;
  readonly confirmedCurrentOn?: string;
  /** Why an edition outside its bounds is taken all the same. */
  readonly accept?: string;
}

/** Files that stand in a folder of the uploads. */
export interface ReceivedFiles {
  readonly upload: string;
  /** Names. */
  readonly files: readonly string[];
  /** The name of the column mapping of an own list or register. */
  readonly mapping?: string;
}

export interface OwedImport extends ImportTerms, ReceivedFiles {
  readonly by: string;
}

/**
 * What can be said before any file is taken.
 * @throws Problem `access.denied`, `source.unknown`, `edition.date`.
 */
export function checkImport(terms: ImportTerms, parts: Parts): void {
  permit(parts, 'source.import');
  checkSourceIsKnown(terms.source, parts);
  importDates(terms, parts.clock().slice(0, 10));
}

/** @throws Problem as `checkImport`. */
export async function oweImport(terms: ImportTerms, received: ReceivedFiles, parts: Parts): Promise<ListedJob> {
  checkImport(terms, parts);
  const content: OwedImport = { ...terms, ...received, by: parts.actor.name };
  return oweJob({ id: jobIdOf(received.upload), kind: IMPORT, subject: terms.source, content }, parts);
}

/**
 * Imports and looks back. Files that are refused leave everything as it was: that is an outcome, with the problem and its facts, and
 * the job is done. What may go away by itself is thrown, so that it is tried again.
 * @throws Problem `store.busy`, `store.failed`, `job.lost`, `internal`.
 */
export async function runImport(job: Job, parts: Parts): Promise<JobResult> {
  const { upload, files, mapping, ...terms } = JSON.parse(job.content) as OwedImport;
  const { uploadFiles } = parts;
  const afterwards = () => uploadFiles.remove(upload);
  try {
    const imported = await importEdition(
      {
        ...terms,
        files: files.map((name) => uploadFiles.place(upload, name)),
        ...(mapping !== undefined && { mapping: uploadFiles.place(upload, mapping) }),
      },
      parts,
    );
    return { outcome: { ...told(imported), ...(await lookedBack(parts)) }, afterwards };
  } catch (error) {
    if (!(error instanceof Problem) || passing.has(error.code)) throw error;
    return { outcome: { result: 'refused', problem: error.code, facts: error.facts }, afterwards };
  }
}

/** Files whose job is done, or that never had one, a day after they came. */
export async function forgetUploads({ store, uploadFiles, clock }: Parts): Promise<void> {
  for (const upload of await uploadFiles.begunBefore(later(clock(), -DAY_MS))) {
    const job = await store.jobs.job(jobIdOf(upload));
    if (job?.state !== 'waiting' && job?.state !== 'running') await uploadFiles.remove(upload);
  }
}

/** What says nothing of the files. */
const passing: ReadonlySet<ProblemCode> = new Set(['store.busy', 'store.failed', 'job.lost', 'internal']);

/** The same files sent in twice are two jobs; the second finds that nothing changed. */
function jobIdOf(upload: string): string {
  return `${IMPORT}-${upload}`;
}

/** What an import came to, as it is kept with its job. */
export interface ImportOutcome {
  readonly result: ImportResult['result'] | 'refused';
  readonly editionId?: string;
  readonly publishedOn?: CalendarDate;
  readonly counts?: Readonly<Record<string, number>>;
  readonly changes?: ImportResult['changes'];
  readonly accepted?: readonly string[];
  /** Of look-backs. */
  readonly alerts?: number;
  readonly problem?: string;
  readonly facts?: Problem['facts'];
}

function told({ result, edition, changes, accepted }: ImportResult): ImportOutcome & Readonly<Record<string, unknown>> {
  const { id, publishedOn, counts } = edition;
  return { result, editionId: id, publishedOn, counts, ...(changes && { changes }), accepted };
}

/** What another source's damage keeps from running stays owed, and is no fault of this import. */
async function lookedBack(parts: Parts): Promise<Pick<ImportOutcome, 'alerts'>> {
  try {
    return { alerts: (await runLookBacks(parts)).flatMap(({ alerts }) => alerts).length };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'edition.damaged') throw error;
    parts.onWarning?.(error);
    return {};
  }
}
