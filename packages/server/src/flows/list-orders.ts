// Orders in, a page of them out, the latest first: to whoever may read cases with how each stands, to others their own with what may be told.
import { buyerOf } from '@sekisho/engine/model/application.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { caseStates, type CaseState } from '@sekisho/engine/model/decision.ts';
import { mayAct } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OrderStanding, SoughtOrders, StoredOrder } from '../store/orders.ts';
import type { StoredCase } from '../store/store.ts';
import { toldOfStanding, type FollowedState } from './follow-application.ts';
import type { Page, PageRequest } from './page-of.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { hiddenCases } from './restricted-case.ts';

export interface OrderFilter {
  /** How the case stands: for whoever may read cases. */
  readonly state?: CaseState;
  readonly told?: FollowedState;
  /** Handed in, or corrected, on this day or later. */
  readonly receivedSince?: CalendarDate;
  readonly policy?: string;
}

export interface ListedOrder {
  readonly id: string;
  readonly receivedAt: string;
  /** What may be told of it. */
  readonly told: FollowedState;
  /** Absent once erased, as are the product and the policy. */
  readonly buyer?: string;
  readonly product?: string;
  readonly policy?: string;
  /** For whoever may read cases. */
  readonly case?: StoredCase;
}

/** @throws Problem `access.denied` for a state that the asker may not know. */
export async function listOrders(filter: OrderFilter, page: PageRequest, parts: Parts): Promise<Page<ListedOrder>> {
  permit(parts, 'application.follow');
  const { state, told, ...others } = filter;
  if (state !== undefined) permit(parts, 'application.read');
  const isReader = mayAct(parts.actor, 'application.read');
  const isFiltered = state !== undefined || told !== undefined;
  const hidden = await hiddenCases(parts);
  const sought: SoughtOrders = {
    ...others,
    ...(isFiltered && { standings: standingsOf(filter) }),
    ...(!isReader && { submittedBy: parts.actor.id }),
    ...(0 < hidden.size && { except: [...hidden] }),
  };
  const { orders, total } = await parts.store.orders(sought, { ...page, limit: page.limit + 1 });
  const items = orders.slice(0, page.limit).map((order) => lineOf(order, isReader));
  const last = items.at(-1);
  return { items, total, ...(last && page.limit < orders.length && { next: last.id }) };
}

/** Those in which a case is in the state, and of which that is told. */
function standingsOf({ state, told }: OrderFilter): readonly OrderStanding[] {
  return caseStates
    .filter((one) => state === undefined || one === state)
    .flatMap((one) => [false, true].map((noTipOff) => ({ state: one, noTipOff })))
    .filter((standing) => told === undefined || toldOfStanding(standing) === told);
}

function lineOf({ id, receivedAt, application, noTipOff, case: known }: StoredOrder, isReader: boolean): ListedOrder {
  if (!known) throw new Problem('case.not-found', { case: id });
  const buyer = application && buyerOf(application).names[0]?.text;
  return {
    id,
    receivedAt,
    told: toldOfStanding({ state: known.state, noTipOff }),
    ...(buyer !== undefined && { buyer }),
    ...(application && { product: application.product.name ?? application.product.id, policy: application.policy }),
    ...(isReader && { case: known }),
  };
}
