// Cases that changed in, the queues that are shown as they are now out: of long ones the first page and those cases, not every page that was loaded.
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { CaseFilter, CaseSummary } from '../answers.ts';
import { api } from '../api.ts';
import { mergedPages, type QueuePage } from './queue-pages.ts';

type Loaded = InfiniteData<QueuePage, string | undefined>;

/** As many cases as the server gives at once by their ids. */
const IDS_AT_ONCE = 50;

export async function refreshQueues(client: QueryClient, changed: ReadonlySet<string>): Promise<void> {
  await client.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
  await Promise.all(
    client
      .getQueryCache()
      .findAll({ queryKey: ['cases'], type: 'active' })
      .map((query) => refresh(client, query as Query<unknown, Error, Loaded>, [...changed])),
  );
}

async function refresh(client: QueryClient, query: Query<unknown, Error, Loaded>, changed: readonly string[]) {
  const { queryKey } = query;
  const requests = Math.ceil(changed.length / IDS_AT_ONCE);
  if ((query.state.data?.pages.length ?? 0) <= 1 + requests) {
    await client.refetchQueries({ queryKey, exact: true });
    return;
  }
  const [, filter] = queryKey as readonly ['cases', CaseFilter];
  const first = await api.cases(filter);
  const rows = new Map<string, CaseSummary | undefined>(changed.map((id) => [id, undefined]));
  for (let begin = 0; begin < changed.length; begin += IDS_AT_ONCE) {
    const { items } = await api.cases({ ...filter, ids: changed.slice(begin, begin + IDS_AT_ONCE) });
    for (const row of items) rows.set(row.id, row);
  }
  while (query.state.fetchStatus === 'fetching') await query.promise?.catch(() => {}); // a page that is on its way is not lost
  client.setQueryData<Loaded>(queryKey, (known) => known && { ...known, pages: mergedPages(known.pages, first, rows) });
}
