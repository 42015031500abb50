// What is sought in the record in, its entries out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { EntryKind, OpenEntry, RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { EntryRow, Tables } from './tables.ts';

/** All that is given must hold. */
export interface SoughtEntries {
  /** Entries with a smaller number. */
  readonly before?: number;
  readonly kind?: EntryKind;
  /** About this, or something below it (`A-1`, `A-1/2`, but not `A-10`). */
  readonly subject?: string;
  /** The first and the last day, UTC. */
  readonly since?: CalendarDate;
  readonly until?: CalendarDate;
}

export function latestEntries(
  db: Kysely<Tables>,
  { before, kind, subject, since, until }: SoughtEntries,
  limit: number,
): Promise<readonly EntryRow[]> {
  let sought = db.selectFrom('record_entries').selectAll();
  if (before !== undefined) sought = sought.where('sequence', '<', before);
  if (kind !== undefined) sought = sought.where('kind', '=', kind);
  if (subject !== undefined) sought = sought.where((of) => isUnder(of, subject));
  if (since !== undefined) sought = sought.where('at', '>=', since);
  if (until !== undefined) sought = sought.where('at', '<=', `${until}T23:59:59.999Z`);
  return sought.orderBy('sequence', 'desc').limit(limit).execute();
}

/** In order. */
export function entriesUnder(db: Kysely<Tables>, subject: string): Promise<readonly EntryRow[]> {
  return db
    .selectFrom('record_entries')
    .selectAll()
    .where((of) => isUnder(of, subject))
    .orderBy('sequence')
    .execute();
}

/** `0` comes after `/`. */
function isUnder({ eb, or, and }: ExpressionBuilder<Tables, 'record_entries'>, subject: string) {
  return or([eb('subject', '=', subject), and([eb('subject', '>', `${subject}/`), eb('subject', '<', `${subject}0`)])]);
}

export const recordEntry = ({ simulation, ...row }: Omit<EntryRow, 'salt' | 'payload'>): RecordEntry => ({
  ...row,
  simulation: simulation === 1,
});

export const openEntry = ({ salt, payload, ...row }: EntryRow): OpenEntry => ({
  ...recordEntry(row),
  ...(salt !== null && { salt }),
  ...(payload !== null && { payload }),
});
