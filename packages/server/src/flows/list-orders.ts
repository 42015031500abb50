// Orders in, a page of them out, the latest first: to whoever may read cases with how each stands, to others their own with what may be told.
import { buyerOf } from '@sekisho/engine/model/application.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import { mayAct } from '@sekisho/engine/model/person.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoredApplication, StoredCase } from '../store/store.ts';
import { stateToTell, type FollowedState } from './follow-application.ts';
import { pageOf, type Page, type PageRequest } from './page-of.ts';
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
  if (filter.state !== undefined) permit(parts, 'application.read');
  const isReader = mayAct(parts.actor, 'application.read');
  const hidden = await hiddenCases(parts);
  const asked: ListedOrder[] = [];
  for await (const stored of newestRevisions(parts)) {
    if (hidden.has(stored.id)) continue;
    if (!isReader && stored.submittedBy !== parts.actor.id) continue;
    if (filter.receivedSince !== undefined && stored.receivedAt.slice(0, 10) < filter.receivedSince) continue;
    if (filter.policy !== undefined && stored.application?.policy !== filter.policy) continue;
    const known = await parts.store.case(stored.id);
    if (!known) throw new Problem('case.not-found', { case: stored.id });
    if (filter.state !== undefined && known.state !== filter.state) continue;
    const told = await stateToTell(known, parts);
    if (filter.told === undefined || filter.told === told)
      asked.push({ ...orderOf(stored), told, ...(isReader && { case: known }) });
  }
  asked.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : a.id < b.id ? -1 : 1));
  return pageOf(asked, page);
}

const PAGE = 500;

/** Each order as it was handed in last. */
async function* newestRevisions({ store }: Parts): AsyncGenerator<StoredApplication> {
  let newest: StoredApplication | undefined;
  for (;;) {
    const page = await store.applications({ ...(newest && { after: newest }), limit: PAGE });
    for (const stored of page) {
      if (newest && newest.id !== stored.id) yield newest;
      newest = stored;
    }
    if (page.length < PAGE) break;
  }
  if (newest) yield newest;
}

function orderOf({ id, receivedAt, application }: StoredApplication): Omit<ListedOrder, 'told'> {
  const buyer = application && buyerOf(application).names[0]?.text;
  return {
    id,
    receivedAt,
    ...(buyer !== undefined && { buyer }),
    ...(application && { product: application.product.name ?? application.product.id, policy: application.policy }),
  };
}
