// The store in, one line of facts for every application out.
import { buyerOf } from '@sekisho/engine/model/application.ts';
import type { StoredCase } from '../store/store.ts';
import { everyCase } from './every-case.ts';
import type { Parts } from './parts.ts';

export interface ListedApplication extends StoredCase {
  /** Absent once erased, as is the day. */
  readonly buyer?: string;
  readonly receivedOn?: string;
  readonly alerts: number;
}

export async function listApplications({ store }: Pick<Parts, 'store'>): Promise<readonly ListedApplication[]> {
  const listed: ListedApplication[] = [];
  for await (const known of everyCase(store)) {
    const application = (await store.application(known.id))?.application;
    const buyer = application && buyerOf(application).names[0]?.text;
    listed.push({
      ...known,
      ...(buyer !== undefined && { buyer }),
      ...(application && { receivedOn: application.receivedOn }),
      alerts: (await store.alerts(known.id)).length,
    });
  }
  return listed;
}
