// A database of version 2 in, the same with what applications are joined by out.
import type { Migration } from '../backend.ts';

/**
 * `key_hash` is of a normalised value and the folder's id: nothing can be read from it. Rows go with the payload of their entry:
 * an erased application joins nobody. `keys_version` says by which rules an application's keys were made; `''`: none are yet.
 */
export const joiningKeyTables: Migration = async (db, columns) => {
  const { text, integer } = columns;
  const table = (name: string) => columns.finish(db.schema.createTable(name));
  await table('joining_keys')
    .addColumn('key_hash', text, (column) => column.notNull())
    .addColumn('fact', text, (column) => column.notNull())
    .addColumn('application_id', text, (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .execute();
  // Holds all that is asked for, in the order in which it is: of a key that thousands have, no more is read than is given.
  await db.schema
    .createIndex('joining_keys_by_hash')
    .on('joining_keys')
    .columns(['key_hash', 'application_id', 'party', 'entry', 'fact'])
    .execute();
  await db.schema.createIndex('joining_keys_by_entry').on('joining_keys').column('entry').execute();

  // Of a decision's evidence; an entry of a list that is no longer in force is left out by whoever reads it.
  await table('decision_hits')
    .addColumn('application_id', text, (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('entity_id', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .execute();
  await db.schema
    .createIndex('decision_hits_by_application')
    .on('decision_hits')
    .columns(['application_id', 'entry'])
    .execute();
  await db.schema.createIndex('decision_hits_by_entry').on('decision_hits').column('entry').execute();

  await db.schema
    .alterTable('applications')
    .addColumn('keys_version', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema
    .createIndex('applications_by_keys_version')
    .on('applications')
    .columns(['keys_version', 'entry'])
    .execute();
  await db.schema.createIndex('applications_by_entry').on('applications').column('entry').execute();
  for (const name of ['joining_keys', 'decision_hits']) await columns.dropWithPayload(db, name);
};
