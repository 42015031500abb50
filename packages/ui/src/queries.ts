// A question by name in, what is known of its answer out: kept, asked anew when the server tells that something changed.
import {
  QueryClient,
  skipToken,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BatchRowKind, CaseFilter, CaseSummary, Job, OrderFilter, Page, SoughtEntries } from './answers.ts';
import { api, jobEvents, Refusal } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && error instanceof Refusal && error.status === 0,
    },
  },
});

export const useStatus = () => useQuery({ queryKey: ['status'], queryFn: api.status });

/** The server's day; the browser's for somebody who may not ask what is in use. Once there it stays, while it is asked anew. */
export function useToday(): string | undefined {
  const { data, isFetched } = useStatus();
  return data?.today ?? (isFetched ? new Date().toISOString().slice(0, 10) : undefined);
}

/**
 * What changes of it is asked for by `refreshQueues`: ten thousand rows are neither asked for anew nor compared with each other.
 * Whoever comes back to it begins at its head: what was loaded beyond the first page is let go.
 */
export function useCases(filter: CaseFilter) {
  const client = useQueryClient();
  const key = JSON.stringify(filter);
  useEffect(() => {
    const queryKey = ['cases', JSON.parse(key) as CaseFilter];
    return () => {
      const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt;
      client.setQueryData<InfiniteData<Page<CaseSummary>>>(
        queryKey,
        (known) => known && { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) },
        updatedAt === undefined ? {} : { updatedAt },
      );
    };
  }, [client, key]);
  return useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam }) => api.cases(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    structuralSharing: false,
  });
}

export const useQueueAges = () => useQuery({ queryKey: ['case-ages'], queryFn: api.queueAges });

export const useAlertCounts = () => useQuery({ queryKey: ['alert-counts'], queryFn: api.alertCounts });

export const useCaseFile = (id: string) => useQuery({ queryKey: ['case', id], queryFn: () => api.caseFile(id) });

export const useAlerts = () =>
  useInfiniteQuery({
    queryKey: ['alerts'],
    queryFn: ({ pageParam }) => api.alerts(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useBatches = () => useQuery({ queryKey: ['batches'], queryFn: api.batches, staleTime: 0 });

const POLL_MS = 700;

/** Asked again and again while it is screened. */
export const useBatch = (id: string) =>
  useQuery({
    queryKey: ['batches', id],
    queryFn: () => api.batch(id),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'screening' ? POLL_MS : false,
  });

export const useBatchRows = (id: string, kind: BatchRowKind, screening: number) =>
  useInfiniteQuery({
    queryKey: ['batches', id, 'rows', screening, kind],
    queryFn: ({ pageParam }) => api.batchRows(id, kind, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

export const useEditions = (source: string) =>
  useQuery({ queryKey: ['editions', source], queryFn: () => api.editions(source) });

export const useDelta = (source: string, from: string, to: string) =>
  useQuery({ queryKey: ['delta', source, from, to], queryFn: () => api.delta(source, from, to), staleTime: Infinity });

export const useIncidents = () =>
  useInfiniteQuery({
    queryKey: ['incidents'],
    queryFn: ({ pageParam }) => api.incidents(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useIncident = (id: string) => useQuery({ queryKey: ['incident', id], queryFn: () => api.incident(id) });

export const usePolicies = () => useQuery({ queryKey: ['policies'], queryFn: api.policies });

export const usePolicy = (id: string | undefined) =>
  useQuery({ queryKey: ['policy', id], queryFn: id === undefined ? skipToken : () => api.policy(id) });

export const usePolicyVersions = (id: string) =>
  useQuery({ queryKey: ['policy', id, 'versions'], queryFn: () => api.policyVersions(id) });

export const useEntries = (sought: SoughtEntries) =>
  useInfiniteQuery({
    queryKey: ['entries', sought],
    queryFn: ({ pageParam }) => api.latestEntries(sought, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useDocuments = (id: string) =>
  useQuery({ queryKey: ['case', id, 'documents'], queryFn: () => api.documents(id) });
export const useOrders = (filter: OrderFilter) =>
  useInfiniteQuery({
    queryKey: ['orders', filter],
    queryFn: ({ pageParam }) => api.orders(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

export const useFollowed = (id: string) =>
  useQuery({ queryKey: ['case', id, 'followed'], queryFn: () => api.followed(id) });

export const useLetter = (id: string, language: string) =>
  useQuery({ queryKey: ['case', id, 'letter', language], queryFn: () => api.letter(id, language) });

export const useKeeping = (id: string, isAllowed: boolean) =>
  useQuery({ queryKey: ['case', id, 'keeping'], queryFn: () => api.keeping(id), enabled: isAllowed });

export const useKept = (due: boolean) =>
  useInfiniteQuery({
    queryKey: ['kept', due],
    queryFn: ({ pageParam }) => api.kept(due, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const useEntry = (sequence: number) =>
  useQuery({ queryKey: ['entry', sequence], queryFn: () => api.entry(sequence), staleTime: Infinity });

export const usePeople = (isAllowed = true) =>
  useQuery({ queryKey: ['people'], queryFn: api.people, enabled: isAllowed });

export const useSettings = () => useQuery({ queryKey: ['settings'], queryFn: api.settings });

export const useWebhooks = () => useQuery({ queryKey: ['webhooks'], queryFn: api.webhooks });

export const useDeliveries = (id: string) =>
  useQuery({ queryKey: ['webhooks', id], queryFn: () => api.deliveries(id), staleTime: 0 });

export const useApiKeys = () => useQuery({ queryKey: ['keys'], queryFn: api.keys });

/** How a name is read; asked for the few names that are shown side by side. */
export const useNameReading = (name: string) =>
  useQuery({ queryKey: ['reading', name], queryFn: () => api.readName(name), staleTime: Infinity });

/** The last jobs of a kind, the newest first. */
export const useJobs = (kind: string, isAllowed: boolean) =>
  useQuery({ queryKey: ['jobs', kind], queryFn: () => api.jobs(kind), enabled: isAllowed });

export const isOver = ({ state }: Job): boolean => state === 'done' || state === 'dead';

/** The job as it is now, told by the server while it runs; once it is over, what it changed is asked for anew. */
export function useFollowedJob(job: Job): Job {
  const client = useQueryClient();
  const [latest, setLatest] = useState(job);
  const wasOver = isOver(job);
  useEffect(() => {
    if (wasOver) return;
    const events = new EventSource(jobEvents(job.id));
    const take = ({ data }: MessageEvent<string>) => setLatest(JSON.parse(data) as Job);
    events.addEventListener('progress', take);
    events.addEventListener('ended', (event: MessageEvent<string>) => {
      take(event);
      events.close();
      void client.invalidateQueries();
    });
    return () => events.close();
  }, [client, job.id, wasOver]);
  return wasOver ? job : latest;
}
