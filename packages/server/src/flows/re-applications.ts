// A decision's evidence in, alerts on refused buyers who may have come back under another name out.
import { buyerOf, type Application } from '@sekisho/engine/model/application.ts';
import { joiningKinds } from '@sekisho/engine/model/chain.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { StoreReader } from '../store/store.ts';
import { buyerMarks, isSameBuyer } from '@sekisho/engine/identity/same-buyer.ts';
import type { Parts } from './parts.ts';
import { alertKey, type AlertDraft } from './raise-alerts.ts';

/**
 * One for each refused application of another buyer with which a party of this one shares something: a telephone, a mailbox, a domain,
 * an address, a device, a payer, the words of its purpose.
 * @param decisionId of the decision that the evidence is of.
 */
export async function reApplications(
  { application, earlierApplications = [], paths }: Evidence,
  decisionId: string,
  reader: Pick<StoreReader, 'application'>,
  { reference }: Pick<Parts, 'reference'>,
): Promise<readonly AlertDraft[]> {
  const shared = new Map<string, Set<string>>();
  const add = (earlier: string, what: string) => shared.set(earlier, (shared.get(earlier) ?? new Set()).add(what));
  for (const { applicationId, outcome, shared: mark } of earlierApplications)
    if (outcome === 'REFUSE') add(applicationId, mark);
  for (const { reaches, entityId, hops } of paths) {
    const last = hops.at(-1);
    const isShared = last !== undefined && joiningKinds.includes(last.kind);
    const before = hops.slice(0, -1).some(({ kind }) => joiningKinds.includes(kind));
    if (reaches === 'refused' && isShared && !before)
      add(entityId.slice(0, entityId.lastIndexOf('/')), wordOf(last.kind));
  }
  const own = buyerMarks(application, reference.names);
  const drafts: AlertDraft[] = [];
  for (const [earlier, what] of [...shared].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const stored = (await reader.application(earlier))?.application;
    if (stored && !isSameBuyer(own, buyerMarks(stored, reference.names)))
      drafts.push(draftOf(application, stored, [...what].sort(), decisionId));
  }
  return drafts;
}

/** `shares-phone` is told as `phone`, as the marks of applications are. */
function wordOf(kind: string): string {
  return kind.replace(/^shares-/, '');
}

function draftOf(
  application: Application,
  earlier: Application,
  shared: readonly string[],
  decisionId: string,
): AlertDraft {
  const buyer = buyerOf(application);
  return {
    key: alertKey('re-application', application.id, earlier.id, shared.join(' ')),
    kind: 're-application',
    applicationId: application.id,
    party: buyer.id,
    entityId: earlier.id,
    source: 'applications',
    toEditionId: decisionId,
    change: 'added',
    verdictAfter: `shares ${shared.join(', ')} with ${earlier.id}, which was refused`,
    partyName: buyer.names[0]?.text ?? buyer.id,
    listedName: buyerOf(earlier).names[0]?.text ?? earlier.id,
  };
}
