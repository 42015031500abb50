// Cases with what is noted on them in, a page of lines for the queue out: whom it is about, why it is here, until when, what is open.
import { buyerOf } from '@sekisho/engine/model/application.ts';
import { listCases, type CaseFilter, type ListedCase } from './list-cases.ts';
import { pageOf, type Page, type PageRequest } from './page-of.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { hiddenCases } from './restricted-case.ts';

export interface QueueFilter extends CaseFilter {
  readonly policy?: string;
  readonly proposed?: string;
  /** In the id, a buyer's name or the product. */
  readonly text?: string;
}

export interface QueuedCase extends ListedCase {
  /** Absent once erased, as are the buyer and the product. */
  readonly policy?: string;
  readonly buyer?: string;
  readonly product?: string;
  readonly receivedOn?: string;
  /** Hits that nobody has cleared. */
  readonly openHits: number;
  readonly alerts: number;
}

export type QueuePage = Page<QueuedCase>;

/** @param page `after` is the id of a case: the page begins with the one that follows it in the order of the queue. */
export async function caseQueue(filter: QueueFilter, page: PageRequest, parts: Parts): Promise<QueuePage> {
  permit(parts, 'case.read');
  const { policy, proposed, text, ...ofCases } = filter;
  const hidden = await hiddenCases(parts);
  const listed = (await listCases(ofCases, parts)).filter(
    (line) => !hidden.has(line.id) && (proposed === undefined || line.proposed === proposed),
  );
  const asked =
    policy === undefined && text === undefined
      ? listed
      : await Array.fromAsync(matching(listed, { policy, text }, parts));
  const { items, ...rest } = pageOf(asked, page);
  const openHits = await parts.store.hitsOfLastDecision(items.map(({ id }) => id));
  const shown: QueuedCase[] = [];
  for (const line of items) shown.push(await queued(line, openHits.get(line.id) ?? 0, parts));
  return { items: shown, ...rest };
}

async function* matching(
  listed: readonly ListedCase[],
  { policy, text }: { readonly policy: string | undefined; readonly text: string | undefined },
  { store }: Parts,
): AsyncGenerator<ListedCase> {
  const sought = text?.normalize('NFKC').toLowerCase() ?? '';
  for (const line of listed) {
    const application = (await store.application(line.id))?.application;
    if (policy !== undefined && application?.policy !== policy) continue;
    const said = [
      line.id,
      ...(application?.parties.flatMap(({ names }) => names.map((name) => name.text)) ?? []),
      application?.product.id,
      application?.product.name,
    ];
    if (said.some((words) => words?.normalize('NFKC').toLowerCase().includes(sought))) yield line;
  }
}

async function queued(line: ListedCase, openHits: number, { store }: Parts): Promise<QueuedCase> {
  const application = (await store.application(line.id))?.application;
  return {
    ...line,
    ...(application && {
      policy: application.policy,
      buyer: buyerOf(application).names[0]?.text ?? '',
      product: application.product.name ?? application.product.id,
      receivedOn: application.receivedOn,
    }),
    openHits,
    alerts: (await store.alerts(line.id)).length,
  };
}
