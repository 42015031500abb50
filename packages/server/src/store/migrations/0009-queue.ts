// A database of the version before in, the same with places for jobs, webhooks and second factors out.
import type { Migration } from '../backend.ts';

export const queue: Migration = async (db, columns) => {
  const { text, integer, number } = columns;
  await columns
    .finish(db.schema.createTable('jobs'))
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('content', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('due_at', text, (column) => column.notNull())
    .addColumn('every_ms', integer)
    .addColumn('tries', integer, (column) => column.notNull())
    .addColumn('fence', integer, (column) => column.notNull())
    .addColumn('worker', text)
    .addColumn('lease_until', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('ended_at', text)
    .addColumn('outcome', text)
    .execute();
  await db.schema.createIndex('jobs_by_state').on('jobs').columns(['state', 'due_at', 'id']).execute();
  await db.schema.createIndex('jobs_by_subject').on('jobs').columns(['subject', 'due_at', 'id']).execute();
  await columns
    .finish(db.schema.createTable('webhooks'))
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('url', text, (column) => column.notNull())
    .addColumn('events', text, (column) => column.notNull())
    .addColumn('is_disabled', integer, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('sealed_secret', text, (column) => column.notNull())
    .addColumn('told_up_to', integer, (column) => column.notNull())
    .execute();
  await columns
    .finish(db.schema.createTable('second_factors'))
    .addColumn('person_id', text, (column) => column.primaryKey().references('people.id'))
    .addColumn('sealed_secret', text, (column) => column.notNull())
    .addColumn('confirmed_at', text)
    .addColumn('last_period', integer, (column) => column.notNull())
    .addColumn('recovery_hashes', text, (column) => column.notNull())
    .execute();
  await columns
    .finish(db.schema.createTable('bound_subjects'))
    .addColumn('issuer', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('person_id', text, (column) => column.notNull().references('people.id'))
    .addPrimaryKeyConstraint('bound_subjects_key', ['issuer', 'subject'])
    .execute();
};
