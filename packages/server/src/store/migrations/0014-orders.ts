// A database of the version before in, the same with one row for each order as it was handed in last out.
import type { Kysely } from 'kysely';
import type { Migration } from '../backend.ts';
import type { Tables } from '../tables.ts';

/**
 * What orders are listed and chosen by. `entry` sealed the newest revision; who handed it in and the policy are null once that is
 * erased; `state` is the case's, null before it is opened; `no_tip_off` is 1 while nothing may be told.
 */
export const orders: Migration = async (db, columns) => {
  const { text, integer } = columns;
  await columns
    .finish(db.schema.createTable('orders'))
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('received_at', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .addColumn('submitted_by', text)
    .addColumn('policy', text)
    .addColumn('state', text)
    .addColumn('no_tip_off', integer, (column) => column.notNull().defaultTo(0))
    .execute();
  await takeOver(db);
  const latestFirst = ['received_at desc', 'id'] as const;
  const index = (name: string) => db.schema.createIndex(name).on('orders');
  await index('orders_by_day')
    .columns([...latestFirst])
    .execute();
  await index('orders_by_standing')
    .columns(['state', 'no_tip_off', ...latestFirst])
    .execute();
  await index('orders_by_submitter')
    .columns(['submitted_by', ...latestFirst])
    .execute();
  await index('orders_by_policy')
    .columns(['policy', ...latestFirst])
    .execute();
};

const PAGE = 500;

interface Received {
  readonly application?: { readonly policy?: string };
  readonly submittedBy?: string;
}

/** Of every application that is there. */
async function takeOver(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('applications')
      .innerJoin('record_entries', 'record_entries.sequence', 'applications.entry')
      .leftJoin('cases', 'cases.id', 'applications.id')
      .select(['applications.id', 'received_at', 'entry', 'payload', 'state'])
      .where('applications.id', '>', after)
      .where('revision', '=', ({ selectFrom }) =>
        selectFrom('applications as newest')
          .select(({ fn }) => fn.max('newest.revision').as('revision'))
          .whereRef('newest.id', '=', 'applications.id'),
      )
      .orderBy('applications.id')
      .limit(PAGE)
      .execute();
    for (const { payload, ...row } of rows) {
      const { application, submittedBy = null } = JSON.parse(payload ?? '{}') as Received;
      const values = { ...row, submitted_by: submittedBy, policy: application?.policy ?? null };
      await db.insertInto('orders').values(values).execute();
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  const notes = await db
    .selectFrom('case_notes')
    .innerJoin('record_entries', 'record_entries.sequence', 'case_notes.entry')
    .select(['case_id', 'payload'])
    .where('case_notes.kind', '=', 'no-tip-off')
    .orderBy('number')
    .execute();
  for (const { case_id, payload } of notes) {
    const { isSet = false } = JSON.parse(payload ?? '{}') as { readonly isSet?: boolean };
    await db
      .updateTable('orders')
      .set({ no_tip_off: Number(isSet) })
      .where('id', '=', case_id)
      .execute();
  }
}
