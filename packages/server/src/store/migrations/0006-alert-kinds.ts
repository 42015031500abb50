// A database of version 5 in, the same with a place for what else is owed a look back, and for what ends with time, out.
import { sql } from 'kysely';
import type { Migration } from '../backend.ts';

export const alertKinds: Migration = async (db, columns) => {
  const { text, integer } = columns;
  const table = (name: string) => columns.finish(db.schema.createTable(name));
  // What changed: an edition, a batch of incidents, a policy, the engine. `position`: how far a look-back is that goes step by step.
  await db.schema
    .alterTable('look_backs')
    .addColumn('kind', text, (column) => column.notNull().defaultTo('edition'))
    .execute();
  await db.schema
    .alterTable('look_backs')
    .addColumn('position', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('look_backs')
    .addColumn('owed_at', text, (column) => column.notNull().defaultTo(''))
    .execute();
  // Null: an edition changed.
  await db.schema.alterTable('alerts').addColumn('kind', text).execute();
  await db.schema.createIndex('alerts_by_entity').on('alerts').column('entity_id').execute();

  // Which version of each policy, and of the engine, the last vetting or look-back used.
  await table('rules_in_use')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('version', text, (column) => column.notNull())
    .execute();
  // What older decisions were made under is not told apart: they are all looked back on once.
  await sql`insert into rules_in_use (name, version) select distinct 'policy:' || id, '' from policies`.execute(db);
  await sql`insert into rules_in_use (name, version) select 'engine', '' from folder where exists (select 1 from decisions)`.execute(
    db,
  );

  // What a decision rests on for a time only: a clearance to its last day, a confirmation by a register as of a day.
  await table('dated_grounds')
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('application_id', text, (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .execute();
  await db.schema.createIndex('dated_grounds_by_day').on('dated_grounds').columns(['kind', 'subject', 'day']).execute();
  await db.schema.createIndex('dated_grounds_by_entry').on('dated_grounds').column('entry').execute();
  await columns.dropWithPayload(db, 'dated_grounds');
};
