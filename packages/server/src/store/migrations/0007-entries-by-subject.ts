// A database of the version before in, the same with the record's entries found by what they are about out.
import type { Migration } from '../backend.ts';

export const entriesBySubject: Migration = async (db) => {
  await db.schema
    .createIndex('record_entries_by_subject')
    .on('record_entries')
    .columns(['subject', 'sequence'])
    .execute();
};
