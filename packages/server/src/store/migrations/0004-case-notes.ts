// A database of version 3 in, the same with a place for what people say about cases, and for who proposed a step, out.
import type { Migration } from '../backend.ts';

/** What is said stands in the payload of the entry alone; `entry` is null only within the write that saves the row and seals it. */
export const caseNotes: Migration = async (db, columns) => {
  const { text, integer, number } = columns;
  await columns
    .finish(db.schema.createTable('case_notes'))
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('case_id', text, (column) => column.notNull().references('cases.id'))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('entity_id', text)
    .addColumn('entry', integer, (column) => column.unique().references('record_entries.sequence'))
    .execute();
  await db.schema.createIndex('case_notes_by_case').on('case_notes').columns(['case_id', 'number']).execute();
  await db.schema.createIndex('case_notes_by_entity').on('case_notes').column('entity_id').execute();
  await db.schema.alterTable('case_steps').addColumn('proposed_by', text).execute();
};
