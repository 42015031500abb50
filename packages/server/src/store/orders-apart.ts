// The table that orders are listed from in; out: those whose row says otherwise than what was handed in, the case and its notes.
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import { sql, type Kysely } from 'kysely';
import type { StoredApplication } from './store.ts';
import type { Tables } from './tables.ts';

const PAGE = 500;

/** Ids, in order. Each is looked at as it stands at one moment. */
export async function ordersApart(db: Kysely<Tables>): Promise<readonly string[]> {
  const unknown = await db
    .selectFrom('orders')
    .select('id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('applications').select('revision').whereRef('applications.id', '=', 'orders.id'))),
    )
    .execute();
  const apart = unknown.map(({ id }) => id);
  for (let after = ''; ;) {
    const page = await rowsAfter(db, after);
    for (const row of page) if (isApart(row)) apart.push(row.id);
    const last = page.at(-1);
    if (!last) return apart.sort();
    after = last.id;
  }
}

function rowsAfter(db: Kysely<Tables>, after: string) {
  return db
    .selectFrom('applications')
    .innerJoin('record_entries', 'record_entries.sequence', 'applications.entry')
    .leftJoin('cases', 'cases.id', 'applications.id')
    .leftJoin('orders', 'orders.id', 'applications.id')
    .select(['applications.id', 'applications.received_at', 'applications.entry', 'record_entries.payload'])
    .select(['orders.received_at as received', 'orders.entry as of', 'submitted_by', 'policy', 'no_tip_off'])
    .select(['orders.state as listed', 'cases.state'])
    .select(
      sql<string | null>`(select said.payload from case_notes as note
        join record_entries as said on said.sequence = note.entry
        where note.case_id = applications.id and note.kind = 'no-tip-off' order by note.number desc limit 1)`.as(
        'note',
      ),
    )
    .where('applications.id', '>', after)
    .where('applications.revision', '=', ({ selectFrom }) =>
      selectFrom('applications as newest')
        .select(({ fn }) => fn.max('newest.revision').as('revision'))
        .whereRef('newest.id', '=', 'applications.id'),
    )
    .orderBy('applications.id')
    .limit(PAGE)
    .execute();
}

function isApart(row: Awaited<ReturnType<typeof rowsAfter>>[number]): boolean {
  const said = JSON.parse(row.payload ?? '{}') as Partial<StoredApplication>;
  const note = JSON.parse(row.note ?? '{}') as Partial<CaseNote & { readonly kind: 'no-tip-off' }>;
  return (
    row.received !== row.received_at ||
    row.of !== row.entry ||
    row.listed !== row.state ||
    row.submitted_by !== (said.submittedBy ?? null) ||
    row.policy !== (said.application?.policy ?? null) ||
    row.no_tip_off !== Number(note.isSet ?? false)
  );
}
