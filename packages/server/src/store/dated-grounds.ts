// What decisions rest on for a time only: the table in, the nouns of the store out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Kysely } from 'kysely';
import { chunksOf } from './chunks-of.ts';
import type { DatedGround } from './store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Rows of one statement, below the bounds of both databases. */
const ROWS_TOGETHER = 500;

/** @param subject of all when absent. */
export async function groundsBefore(
  db: Db,
  kind: DatedGround['kind'],
  subject: string | undefined,
  day: CalendarDate,
): Promise<readonly DatedGround[]> {
  const all = db
    .selectFrom('dated_grounds as ground')
    .select(['kind', 'application_id', 'party', 'subject', 'day'])
    .where('kind', '=', kind)
    .where('day', '<', day)
    .where('entry', '=', ({ selectFrom }) =>
      selectFrom('decisions')
        .select(({ fn }) => fn.max('decisions.entry').as('newest'))
        .whereRef('decisions.application_id', '=', 'ground.application_id'),
    )
    .orderBy('application_id')
    .orderBy('party')
    .orderBy('subject');
  const rows = await (subject === undefined ? all : all.where('subject', '=', subject)).execute();
  return rows.map(({ application_id: applicationId, ...ground }) => ({ applicationId, ...ground }));
}

export async function saveDatedGrounds(
  db: Db,
  { entry, grounds }: { readonly entry: number; readonly grounds: readonly DatedGround[] },
): Promise<void> {
  const rows = grounds.map(({ applicationId: application_id, ...ground }) => ({ application_id, ...ground, entry }));
  for (const together of chunksOf(rows, ROWS_TOGETHER)) await db.insertInto('dated_grounds').values(together).execute();
}
