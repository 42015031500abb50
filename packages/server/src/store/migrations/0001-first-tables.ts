// An empty database in, the first set of tables out.
import { sql } from 'kysely';
import type { Migration } from '../backend.ts';

/**
 * A payload stands in `record_entries` alone; the other tables hold what is searched for and the entry's sequence.
 * Instants and days are text as the model writes them, flags are 0 or 1, `number` is the order in which rows were written.
 */
export const firstTables: Migration = async (db, columns) => {
  const { text, integer, number, real } = columns;
  const table = (name: string) => columns.finish(db.schema.createTable(name));

  // One row. Its head is the record's last entry: whoever holds this row is the one writer.
  await table('folder')
    .addColumn('single', integer, (column) => column.primaryKey().check(sql`single = 1`))
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('simulation', integer, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('schema_version', integer, (column) => column.notNull())
    .addColumn('head_sequence', integer, (column) => column.notNull())
    .addColumn('head_hash', text, (column) => column.notNull())
    .execute();

  // Salt and payload are null once erased; the rest is chained and never changes.
  await table('record_entries')
    .addColumn('sequence', integer, (column) => column.primaryKey())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('simulation', integer, (column) => column.notNull())
    .addColumn('seal', text, (column) => column.notNull())
    .addColumn('previous', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('salt', text)
    .addColumn('payload', text)
    .execute();

  // `document` is the whole edition in canonical JSON.
  await table('editions')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('published_on', text, (column) => column.notNull())
    .addColumn('imported_at', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('editions_by_source').on('editions').columns(['source', 'number']).execute();

  await table('active_editions')
    .addColumn('source', text, (column) => column.primaryKey())
    .addColumn('edition_id', text, (column) => column.notNull().references('editions.id'))
    .execute();

  await table('currency_statements')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('edition_id', text, (column) => column.notNull().references('editions.id'))
    .addColumn('confirmed_current_on', text, (column) => column.notNull())
    .addColumn('stated_by', text, (column) => column.notNull())
    .addColumn('stated_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('currency_statements_by_edition')
    .on('currency_statements')
    .columns(['edition_id', 'confirmed_current_on', 'number'])
    .execute();

  await table('policies')
    .addColumn('sha256', text, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .execute();

  await table('applications')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('received_at', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .addPrimaryKeyConstraint('applications_key', ['id', 'revision'])
    .execute();

  await table('decisions')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('application_id', text, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('decided_at', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.notNull().references('record_entries.sequence'))
    .addForeignKeyConstraint('decisions_on_application', ['application_id', 'revision'], 'applications', [
      'id',
      'revision',
    ])
    .execute();
  await db.schema
    .createIndex('decisions_by_application')
    .on('decisions')
    .columns(['application_id', 'entry'])
    .execute();

  await table('cases')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('proposed', text, (column) => column.notNull())
    .addColumn('opened_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .execute();

  // `entry` is null only within the write that saves the row and seals it.
  await table('case_steps')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('case_id', text, (column) => column.notNull().references('cases.id'))
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.unique().references('record_entries.sequence'))
    .execute();
  await db.schema.createIndex('case_steps_by_case').on('case_steps').columns(['case_id', 'number']).execute();

  // `entry` as in case_steps. Names of the party and of the listed entity, and a register's verdicts, stand in the payload alone.
  await table('alerts')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('key', text, (column) => column.notNull().unique())
    .addColumn('application_id', text, (column) => column.notNull())
    .addColumn('case_id', text, (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('entity_id', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('from_edition_id', text)
    .addColumn('to_edition_id', text, (column) => column.notNull())
    .addColumn('change', text, (column) => column.notNull())
    .addColumn('score_before', real)
    .addColumn('score_after', real)
    .addColumn('raised_at', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.unique().references('record_entries.sequence'))
    .execute();
  await db.schema.createIndex('alerts_by_application').on('alerts').columns(['application_id', 'number']).execute();

  await table('look_backs')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('from_edition_id', text)
    .addColumn('to_edition_id', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .execute();

  await table('checkpoints')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('record_id', text, (column) => column.notNull())
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('key_id', text, (column) => column.notNull())
    .addColumn('signature', text, (column) => column.notNull())
    .execute();

  // `checkpoint` is the whole checkpoint in canonical JSON: a witness may keep one that this folder has lost.
  await table('receipts')
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('witness', text, (column) => column.notNull())
    .addColumn('received_at', text, (column) => column.notNull())
    .addColumn('checkpoint', text, (column) => column.notNull())
    .execute();
};
