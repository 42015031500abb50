// The record and the tables searched in place of it in, where they say different things out.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { everyCase } from './every-case.ts';
import { recordEntries } from '../record/record-entries.ts';
import type { Store, StoredApplication, StoredCase } from '../store/store.ts';

/**
 * Holds what decisions and people rely on (which edition is in use, the day it was last known to be the newest, the state
 * of every case, the outcome of every decision, that each is still there) against what was sealed. The tables are no part of the chain: without
 * this, whoever can write to the database could make a stale list fresh. Gives a sentence for each difference.
 */
export async function tablesAgainstRecord(store: Store): Promise<readonly string[]> {
  const tables = await store.write(async (writer) => ({
    head: (await writer.head())?.sequence ?? 0,
    active: await writer.activeEditions(),
    cases: await Array.fromAsync(everyCase(writer)),
  }));
  const sealed = await sealedUpTo(store, tables.head);
  const editions = tables.active.flatMap(({ edition, confirmedCurrentOn }) => {
    const { id, source } = edition;
    const differences = [
      sealed.inUse.get(source) !== id &&
        `${source}: edition ${id.slice(0, 12)} is in use, which the record does not say`,
      sealed.editions.get(id) !== canonicalJson(edition) &&
        `${source}: edition ${id.slice(0, 12)} is not described as sealed`,
      sealed.currentOn.get(id) !== confirmedCurrentOn &&
        `${source}: current on ${confirmedCurrentOn}, the record says ${sealed.currentOn.get(id) ?? 'nothing'}`,
    ];
    return differences.filter((difference) => difference !== false);
  });
  const cases = tables.cases.flatMap(({ id, state }) => {
    const known = sealed.states.get(id);
    return known === undefined || known === state ? [] : [`case ${id} is in ${state}, the record says ${known}`];
  });
  return [...editions, ...cases, ...(await rowsAgainstRecord(store, sealed, tables.cases))];
}

/** Rows that the record has and the tables do not, or the reverse, and proposals that were changed. */
async function rowsAgainstRecord(
  store: Store,
  sealed: Sealed,
  cases: readonly StoredCase[],
): Promise<readonly string[]> {
  const rows = new Set([
    ...cases.map(({ id }) => `case ${id}`),
    ...(await store.alerts()).map(({ id }) => `alert ${id}`),
  ]);
  const changed: string[] = [];
  const ids = new Set<string>();
  for (let after: Pick<StoredApplication, 'id' | 'revision'> | undefined; ;) {
    const page = await store.applications({ ...(after && { after }), limit: PAGE });
    for (const { id, revision } of page) {
      ids.add(id);
      rows.add(`application ${id}, revision ${String(revision)}`);
    }
    const last = page.at(-1);
    if (!last) break;
    after = { id: last.id, revision: last.revision };
  }
  for (const id of ids)
    for (const decision of await store.decisions(id)) {
      rows.add(`decision ${decision.id}`);
      const outcome = decision.sealed?.decision.outcome;
      if (outcome !== undefined && outcome !== decision.outcome)
        changed.push(`decision ${decision.id} is ${decision.outcome}, the record says ${outcome}`);
    }
  const missing = [...sealed.rows].filter((row) => !rows.has(row)).map((row) => `${row} is gone, the record has it`);
  return [...changed, ...missing];
}

const PAGE = 1000;

interface Sealed {
  /** Edition by source. */
  readonly inUse: Map<string, string>;
  /** Canonical JSON by id. */
  readonly editions: Map<string, string>;
  readonly currentOn: Map<string, string>;
  /** By case. */
  readonly states: Map<string, string>;
  /** What must be in the tables. */
  readonly rows: Set<string>;
}

async function sealedUpTo(store: Store, head: number): Promise<Sealed> {
  const sealed: Sealed = {
    inUse: new Map(),
    editions: new Map(),
    currentOn: new Map(),
    states: new Map(),
    rows: new Set(),
  };
  for await (const entry of recordEntries(store)) {
    if (head < entry.sequence) break;
    if (entry.payload !== undefined) take(entry, JSON.parse(entry.payload) as Payload, sealed);
  }
  return sealed;
}

/** What the entries that matter here hold. */
interface Payload {
  readonly edition?: Edition;
  readonly source?: string;
  readonly editionId?: string;
  readonly confirmedCurrentOn?: string;
  readonly state?: string;
  readonly caseId?: string;
  readonly revision?: number;
}

function take(
  { kind, subject }: OpenEntry,
  payload: Payload,
  { inUse, editions, currentOn, states, rows }: Sealed,
): void {
  const { edition, source = '', editionId = '', confirmedCurrentOn = '', state = '', caseId = '', revision } = payload;
  switch (kind) {
    case 'edition-imported':
      if (!edition) return;
      inUse.set(edition.source, edition.id);
      editions.set(edition.id, canonicalJson(edition));
      currentOn.set(edition.id, confirmedCurrentOn);
      return;
    case 'edition-confirmed-current':
      inUse.set(source, editionId);
      currentOn.set(editionId, confirmedCurrentOn);
      return;
    case 'case-opened':
    case 'case-moved':
    case 'case-decided':
      rows.add(`case ${subject}`);
      states.set(subject, state);
      return;
    case 'alert-raised':
      rows.add(`alert ${subject}`);
      states.set(caseId, 'HOLD');
      return;
    case 'application-received':
      rows.add(`application ${subject}, revision ${String(revision)}`);
      return;
    case 'decision-made':
      rows.add(`decision ${subject}`);
      return;
    case 'folder-created':
    case 'policy-activated':
    case 'look-back-run':
    case 'record-exported':
      return;
  }
}
