// A case in, until when what is kept of it is kept and on what ground out.
import type { Retention } from '@sekisho/engine/model/retention.ts';
import { retentionOf } from '@sekisho/engine/policy/retention.ts';
import type { StoredCase, StoreReader } from '../store/store.ts';
import type { Parts } from './parts.ts';

export interface CaseRetention extends Retention {
  /** Somebody behind the order resembled an entry of a list, or a chain led to one. */
  readonly isListed: boolean;
}

/** Undefined for a case of which nothing is kept any more but its seals. */
export async function retentionOfCase(
  { id, state, updatedAt }: StoredCase,
  reader: StoreReader,
  { reference }: Pick<Parts, 'reference'>,
): Promise<CaseRetention | undefined> {
  const { application } = (await reader.application(id)) ?? {};
  if (!application) return undefined;
  const isListed = await hasListedParty(id, reader);
  const ended = { state, isListed, policy: application.policy, endedOn: updatedAt.slice(0, 10) };
  return { ...retentionOf(ended, reference.retention), isListed };
}

/** What a person cleared counts no more, what an alert told of does. */
async function hasListedParty(id: string, reader: StoreReader): Promise<boolean> {
  const evidence = (await reader.decisions(id)).at(-1)?.sealed?.evidence;
  if (evidence && 0 < evidence.hits.length + evidence.paths.length) return true;
  return (await reader.alerts(id)).some(({ change, scoreAfter }) => change !== 'removed' && scoreAfter !== undefined);
}
