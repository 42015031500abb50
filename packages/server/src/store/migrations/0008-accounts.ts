// A database of the version before in, the same with places for people, keys, sessions and answered requests out.
import type { Migration } from '../backend.ts';

/** `name_key` is the name in lower case: no two people have names that differ in letter case alone. */
export const accounts: Migration = async (db, columns) => {
  const { text, integer } = columns;
  await columns
    .finish(db.schema.createTable('people'))
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('name_key', text, (column) => column.notNull().unique())
    .addColumn('duties', text, (column) => column.notNull())
    .addColumn('language', text)
    .addColumn('is_disabled', integer, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('passphrase_hash', text)
    .execute();
  await columns
    .finish(db.schema.createTable('access_keys'))
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('duties', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('expires_on', text)
    .addColumn('ended_at', text)
    .addColumn('secret_hash', text, (column) => column.notNull())
    .execute();
  await columns
    .finish(db.schema.createTable('sessions'))
    .addColumn('token_hash', text, (column) => column.primaryKey())
    .addColumn('person_id', text, (column) => column.notNull().references('people.id'))
    .addColumn('csrf', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('used_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await columns
    .finish(db.schema.createTable('invitations'))
    .addColumn('token_hash', text, (column) => column.primaryKey())
    .addColumn('person_id', text, (column) => column.notNull().references('people.id'))
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await columns
    .finish(db.schema.createTable('answered_requests'))
    .addColumn('actor_id', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('request_hash', text, (column) => column.notNull())
    .addColumn('status', integer, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('answered_requests_key', ['actor_id', 'key'])
    .execute();
};
