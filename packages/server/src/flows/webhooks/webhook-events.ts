// An entry of the record in, what addresses outside may be told of it out: ids, kinds and states, nothing of a person.
import type { EntryKind, OpenEntry } from '@sekisho/engine/model/record-entry.ts';

export const webhookEvents = [
  'application.received',
  'decision.made',
  'case.moved',
  'proposal.waiting',
  'alert.raised',
  'edition.imported',
  'look-back.run',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What is sent, as JSON. */
export interface EventMessage {
  /** The same however often it is sent: `<record id>:<number of the entry>`. */
  readonly id: string;
  readonly event: WebhookEvent;
  readonly at: string;
  /** Number of the entry of the record. Deliveries may come in another order. */
  readonly sequence: number;
  readonly simulation: boolean;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Undefined for an entry that nobody outside is told of. */
export function messageOf(entry: OpenEntry, recordId: string): EventMessage | undefined {
  const payload = entry.payload === undefined ? {} : (JSON.parse(entry.payload) as Payload);
  const told = toldByKind[entry.kind]?.(entry.subject, payload);
  if (!told) return undefined;
  const [event, data] = told;
  const { sequence, at, simulation } = entry;
  const known = Object.entries(data).filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  return {
    id: `${recordId}:${String(sequence)}`,
    event,
    at,
    sequence,
    simulation,
    data: Object.fromEntries(known),
  };
}

/** The fields of payloads that are told; all are absent once an entry is erased. */
interface Payload {
  readonly revision?: number;
  readonly state?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly change?: string;
  readonly caseId?: string;
  readonly applicationId?: string;
  readonly toEditionId?: string;
  readonly alerts?: readonly string[];
  readonly edition?: { readonly source: string; readonly publishedOn: string };
  readonly decision?: { readonly applicationId: string; readonly outcome: string };
}

type Told = readonly [WebhookEvent, Readonly<Record<string, string | number | undefined>>];

const toldByKind: Partial<Record<EntryKind, (subject: string, payload: Payload) => Told | undefined>> = {
  'application-received': (applicationId, { revision }) => ['application.received', { applicationId, revision }],
  'decision-made': (decisionId, { decision }) => [
    'decision.made',
    { decisionId, applicationId: decision?.applicationId, outcome: decision?.outcome },
  ],
  'case-opened': (caseId, { state }) => ['case.moved', { caseId, state }],
  'case-moved': (caseId, { state }) => ['case.moved', { caseId, state }],
  'case-decided': (caseId, { state }) => ['case.moved', { caseId, state }],
  'case-noted': (caseId, { kind, state }) =>
    kind === 'proposed' ? ['proposal.waiting', { caseId, state }] : undefined,
  'alert-raised': (alertId, { caseId, source, change }) => ['alert.raised', { alertId, caseId, source, change }],
  'edition-imported': (editionId, { edition }) => [
    'edition.imported',
    { editionId, source: edition?.source, publishedOn: edition?.publishedOn },
  ],
  'look-back-run': (lookBackId, { source, toEditionId, alerts }) => [
    'look-back.run',
    { lookBackId, source, toEditionId, alerts: alerts?.length },
  ],
};
