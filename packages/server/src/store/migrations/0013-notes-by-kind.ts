// A database of the version before in, the same with notes that are found by their kind out.
import type { Migration } from '../backend.ts';

export const notesByKind: Migration = async (db) => {
  await db.schema.createIndex('case_notes_by_kind').on('case_notes').columns(['kind', 'number']).execute();
};
