// What people noted on cases: the table of notes in, the notes as they were sealed out.
import { restrictionOn, standingKinds, type CaseNote, type Disposition } from '@sekisho/engine/model/case-note.ts';
import type { Kysely } from 'kysely';
import { chunksOf } from './chunks-of.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** Values of one statement, below the bounds of both databases. */
const ASKED_TOGETHER = 500;

export async function caseNotes(db: Db, caseId?: string): Promise<readonly CaseNote[]> {
  const all = noteRows(db);
  return notesOf(await (caseId === undefined ? all : all.where('case_id', '=', caseId)).execute());
}

export async function standingNotes(db: Db): Promise<readonly CaseNote[]> {
  const rows = await noteRows(db)
    .where('number', 'in', ({ selectFrom }) =>
      selectFrom('case_notes')
        .select(({ fn }) => fn.max('number').as('last'))
        .where('kind', 'in', standingKinds)
        .groupBy(['case_id', 'kind']),
    )
    .execute();
  return notesOf(rows);
}

/** Few: each is read. */
export async function restrictedCases(db: Db): Promise<ReadonlySet<string>> {
  const notes = notesOf(await noteRows(db).where('case_notes.kind', '=', 'restriction').execute());
  const byCase = Map.groupBy(notes, ({ caseId }) => caseId);
  return new Set([...byCase].flatMap(([id, ofCase]) => (restrictionOn(ofCase) ? [id] : [])));
}

export async function dispositionsOf(db: Db, entityIds: readonly string[]): Promise<readonly Disposition[]> {
  const found: Disposition[] = [];
  for (const asked of chunksOf(entityIds, ASKED_TOGETHER)) {
    const rows = await noteRows(db).where('case_notes.kind', '=', 'disposed').where('entity_id', 'in', asked).execute();
    for (const { payload } of rows) if (payload !== null) found.push(JSON.parse(payload) as Disposition);
  }
  return found;
}

const noteRows = (db: Db) =>
  db
    .selectFrom('case_notes')
    .innerJoin('record_entries', 'record_entries.sequence', 'case_notes.entry')
    .select('payload')
    .orderBy('number');

const notesOf = (rows: readonly { readonly payload: string | null }[]): readonly CaseNote[] =>
  rows.flatMap(({ payload }) => (payload === null ? [] : [JSON.parse(payload) as CaseNote]));
