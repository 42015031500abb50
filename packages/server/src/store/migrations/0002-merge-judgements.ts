// A database of version 1 in, the same with a place for what people say of entries of several lists out.
import type { Migration } from '../backend.ts';

/** The reason stands in the payload of the entry alone; `entry` is null only within the write that saves the row and seals it. */
export const mergeJudgements: Migration = async (db, columns) => {
  const { text, integer, number } = columns;
  await columns
    .finish(db.schema.createTable('merge_judgements'))
    .addColumn('number', number, (column) => column.primaryKey())
    .addColumn('one', text, (column) => column.notNull())
    .addColumn('other', text, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('entry', integer, (column) => column.unique().references('record_entries.sequence'))
    .execute();
};
