// A database at one schema version in, the same at the newest out. Forward only.
import type { Kysely } from 'kysely';
import type { ColumnTypes, Migration } from '../backend.ts';
import { firstTables } from './0001-first-tables.ts';
import { mergeJudgements } from './0002-merge-judgements.ts';
import { joiningKeyTables } from './0003-joining-keys.ts';
import { caseNotes } from './0004-case-notes.ts';
import { incidentTables } from './0005-incidents.ts';
import { alertKinds } from './0006-alert-kinds.ts';
import { entriesBySubject } from './0007-entries-by-subject.ts';
import { accounts } from './0008-accounts.ts';
import { queue } from './0009-queue.ts';
import { jobProgress } from './0010-job-progress.ts';
import { hitsByEntity } from './0011-hits-by-entity.ts';
import { mail } from './0012-mail.ts';
import { notesByKind } from './0013-notes-by-kind.ts';
import { orders } from './0014-orders.ts';

/** In order; the n-th makes schema version n. What was once released is never edited. */
const migrations: readonly Migration[] = [
  firstTables,
  mergeJudgements,
  joiningKeyTables,
  caseNotes,
  incidentTables,
  alertKinds,
  entriesBySubject,
  accounts,
  queue,
  jobProgress,
  hitsByEntity,
  mail,
  notesByKind,
  orders,
];

/** The schema version that this program writes. */
export const SCHEMA_VERSION = migrations.length;

/** Runs what follows `version` (0: an empty database), inside the caller's transaction and under its lock. */
export async function migrate(db: Kysely<unknown>, version: number, columns: ColumnTypes): Promise<void> {
  for (const migration of migrations.slice(version)) await migration(db, columns);
}
