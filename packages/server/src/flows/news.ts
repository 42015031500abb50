// What a change of a source means for what was applied for: the news that alerts are made of.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Store, StoredApplication } from '../store/store.ts';

/** One thing that a change of a source means for one party of the past. */
export interface News
  extends
    Omit<Alert, 'id' | 'key' | 'caseId' | 'source' | 'fromEditionId' | 'toEditionId' | 'raisedAt'>,
    Partial<Pick<Alert, 'source' | 'fromEditionId' | 'toEditionId'>> {
  /** When the decision was made that it is news against, of the revision that it is about. */
  readonly decidedAt?: Instant;
  /** What the source says now; the same content is the same news. */
  readonly content: string;
}

/** A step of a look-back: parties that were read in it, news that is known by now. News of one application comes in one step. */
export interface NewsStep {
  readonly parties: number;
  readonly news: readonly News[];
  /** Of a look-back that goes on where it was: the application that it has come to. */
  readonly position?: string;
}

/** A revision of an application that was not erased. */
export type PastApplication = StoredApplication & { readonly application: Application };

/** Applications read at a time. */
const PAGE = 200;

/** Everything ever applied for, in pages; no page when there is nothing. @param beyond applications up to this one are passed over. */
export async function* pastApplications(store: Store, beyond?: string): AsyncIterable<readonly PastApplication[]> {
  let after: Pick<StoredApplication, 'id' | 'revision'> | undefined =
    beyond === undefined ? undefined : { id: beyond, revision: Number.MAX_SAFE_INTEGER };
  for (;;) {
    const page = await store.applications({ ...(after && { after }), limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    yield page.filter(isThere);
    after = { id: last.id, revision: last.revision };
  }
}

/** The same without those whose data are restricted. */
export async function* usedApplications(store: Store, beyond?: string): AsyncIterable<readonly PastApplication[]> {
  const restricted = await store.restrictedCases();
  for await (const page of pastApplications(store, beyond)) yield page.filter(({ id }) => !restricted.has(id));
}

/** Every revision of an application that was not erased, oldest first. */
export async function revisionsOf(id: string, store: Store): Promise<readonly PastApplication[]> {
  const revisions: PastApplication[] = [];
  for (let revision = 0; ;) {
    const [next] = await store.applications({ after: { id, revision }, limit: 1 });
    if (next?.id !== id) return revisions;
    if (isThere(next)) revisions.push(next);
    revision = next.revision;
  }
}

function isThere(stored: StoredApplication): stored is PastApplication {
  return stored.application !== undefined;
}

export function partiesOf(page: readonly PastApplication[]): number {
  return page.reduce((sum, { application }) => sum + application.parties.length, 0);
}
