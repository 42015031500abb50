// A database of the version before in, the same with a place for how far a job is out.
import type { Migration } from '../backend.ts';

export const jobProgress: Migration = async (db, { text }) => {
  await db.schema.alterTable('jobs').addColumn('progress', text).execute();
};
