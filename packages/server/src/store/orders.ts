// Orders as they were handed in last: the table of them in, a page of them out, the latest first; what moves a row of it.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { Kysely } from 'kysely';
import type { StoredApplication, StoredCase } from './store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** How a case stands, and whether nothing may be told of it. */
export interface OrderStanding {
  readonly state: CaseState;
  readonly noTipOff: boolean;
}

/** All that is given must hold. */
export interface SoughtOrders {
  /** One of these. */
  readonly standings?: readonly OrderStanding[];
  /** On this day or later. */
  readonly receivedSince?: CalendarDate;
  readonly policy?: string;
  readonly submittedBy?: string;
  /** Orders that are not among them. */
  readonly except?: readonly string[];
}

export interface StoredOrder extends Omit<StoredApplication, 'revision'> {
  readonly noTipOff: boolean;
  /** Absent before it is opened. */
  readonly case?: StoredCase;
}

export interface OrderPage {
  readonly orders: readonly StoredOrder[];
  /** On all pages. */
  readonly total: number;
}

/** @param after the id of the order that the page follows; of one that is not among them, or not there, the first page is given. */
export async function orderPage(
  db: Db,
  sought: SoughtOrders,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<OrderPage> {
  const begin = after === undefined ? undefined : await placeOf(db, after, sought);
  const counted = await among(db, sought)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const ids = await idsOfPage(db, sought, begin, limit);
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('orders')
          .innerJoin('record_entries', 'record_entries.sequence', 'orders.entry')
          .leftJoin('cases', 'cases.id', 'orders.id')
          .select(['orders.id', 'received_at', 'entry', 'submitted_by', 'no_tip_off', 'payload'])
          .select(['cases.state', 'proposed', 'opened_at', 'updated_at'])
          .where('orders.id', 'in', ids)
          .orderBy('received_at', 'desc')
          .orderBy('orders.id')
          .execute();
  return { orders: rows.map(storedOrder), total: Number(counted.total) };
}

interface Place {
  readonly id: string;
  readonly received_at: string;
}

/** Whoever sees some of the orders alone learns nothing by the id of another. */
function placeOf(db: Db, id: string, { submittedBy, except }: SoughtOrders): Promise<Place | undefined> {
  return among(db, { ...(submittedBy !== undefined && { submittedBy }), ...(except && { except }) })
    .select(['id', 'received_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

function among(db: Db, { standings, receivedSince, policy, submittedBy, except = [] }: SoughtOrders) {
  let orders = db.selectFrom('orders');
  if (standings)
    orders = orders.where(({ or, and, eb }) =>
      or(
        standings.map(({ state, noTipOff }) => and([eb('state', '=', state), eb('no_tip_off', '=', Number(noTipOff))])),
      ),
    );
  if (receivedSince !== undefined) orders = orders.where('received_at', '>=', receivedSince);
  if (policy !== undefined) orders = orders.where('policy', '=', policy);
  if (submittedBy !== undefined) orders = orders.where('submitted_by', '=', submittedBy);
  if (0 < except.length) orders = orders.where('id', 'not in', except);
  return orders;
}

/** Of each standing no more is read than a page: the index has them in order. */
async function idsOfPage(
  db: Db,
  { standings, ...sought }: SoughtOrders,
  begin: Place | undefined,
  limit: number,
): Promise<readonly string[]> {
  const pages = (standings?.map((standing) => [standing]) ?? [undefined]).map((one, number) => {
    let page = among(db, { ...sought, ...(one && { standings: one }) })
      .select(['id', 'received_at'])
      .orderBy('received_at', 'desc')
      .orderBy('id')
      .limit(limit);
    if (begin)
      page = page
        .where('received_at', '<=', begin.received_at)
        .where(({ eb, or }) => or([eb('received_at', '<', begin.received_at), eb('id', '>', begin.id)]));
    return db.selectFrom(page.as(`page_${String(number)}`)).selectAll();
  });
  const [first, ...others] = pages;
  if (!first) return [];
  const all = others.reduce((together, one) => together.unionAll(one), first);
  const rows = await db
    .selectFrom(all.as('found'))
    .select('id')
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function storedOrder(row: {
  readonly id: string;
  readonly received_at: string;
  readonly entry: number;
  readonly submitted_by: string | null;
  readonly no_tip_off: number;
  readonly payload: string | null;
  readonly state: StoredCase['state'] | null;
  readonly proposed: StoredCase['proposed'] | null;
  readonly opened_at: string | null;
  readonly updated_at: string | null;
}): StoredOrder {
  const { id, state, proposed, opened_at: openedAt, updated_at: updatedAt } = row;
  const { application } = JSON.parse(row.payload ?? '{}') as Pick<StoredApplication, 'application'>;
  const isOpened = state !== null && proposed !== null && openedAt !== null && updatedAt !== null;
  return {
    id,
    receivedAt: row.received_at,
    entry: row.entry,
    noTipOff: row.no_tip_off === 1,
    ...(row.submitted_by !== null && { submittedBy: row.submitted_by }),
    ...(application && { application }),
    ...(isOpened && { case: { id, state, proposed, openedAt, updatedAt } }),
  };
}

/** The newest revision, in the place of the one before. */
export async function saveOrder(
  db: Db,
  { id, receivedAt, entry, submittedBy, policy }: Omit<StoredApplication, 'application'> & { readonly policy?: string },
): Promise<void> {
  const saved = { received_at: receivedAt, entry, submitted_by: submittedBy ?? null, policy: policy ?? null };
  await db
    .insertInto('orders')
    .values({ id, ...saved, state: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(saved))
    .execute();
}

export async function moveOrder(db: Db, { id, state }: StoredCase): Promise<void> {
  await db.updateTable('orders').set({ state }).where('id', '=', id).execute();
}

export async function noteOrder(db: Db, note: CaseNote): Promise<void> {
  if (note.kind !== 'no-tip-off') return;
  const no_tip_off = Number(note.isSet);
  await db.updateTable('orders').set({ no_tip_off }).where('id', '=', note.caseId).execute();
}

/** Of entries that are erased. */
export async function clearOrders(db: Db, entries: readonly number[]): Promise<void> {
  await db
    .updateTable('orders')
    .set({ submitted_by: null, policy: null, no_tip_off: 0 })
    .where('id', 'in', ({ selectFrom }) => selectFrom('applications').select('id').where('entry', 'in', entries))
    .where('entry', 'in', entries)
    .execute();
}
