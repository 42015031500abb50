// A database of the version before in, the same with the hits of decisions found by the listed entry out.
import type { Migration } from '../backend.ts';

export const hitsByEntity: Migration = async (db) => {
  await db.schema.createIndex('decision_hits_by_entity').on('decision_hits').column('entity_id').execute();
};
