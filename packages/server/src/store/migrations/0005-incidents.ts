// A database of version 4 in, the same with a place for incidents, and for what they have in common with applications, out.
import type { Migration } from '../backend.ts';

/** What an incident says stands in the payload of its entry alone; each version is a row, and the last one stands. */
export const incidentTables: Migration = async (db, columns) => {
  const { text, integer, number } = columns;
  const table = (name: string) => columns.finish(db.schema.createTable(name));
  await table('incidents')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('look_back', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().unique().references('record_entries.sequence'))
    .execute();
  await db.schema.createIndex('incidents_by_id').on('incidents').columns(['id', 'number']).execute();
  await db.schema.createIndex('incidents_by_look_back').on('incidents').column('look_back').execute();

  // Hashed as joining_keys are, of the version that stands.
  await table('incident_keys')
    .addColumn('key_hash', text, (column) => column.notNull())
    .addColumn('incident_id', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .execute();
  await db.schema
    .createIndex('incident_keys_by_hash')
    .on('incident_keys')
    .columns(['key_hash', 'incident_id'])
    .execute();
  await db.schema.createIndex('incident_keys_by_incident').on('incident_keys').column('incident_id').execute();
  await columns.dropWithPayload(db, 'incident_keys');
};
