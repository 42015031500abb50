// A database of the version before in, the same with where people get mail, and of which alerts they were told, out.
import type { Migration } from '../backend.ts';

export const mail: Migration = async (db, { text, integer }) => {
  await db.schema.alterTable('people').addColumn('mail_address', text).execute();
  await db.schema.alterTable('people').addColumn('mail_told_up_to', integer).execute();
};
