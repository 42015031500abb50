// The record and the tables searched in place of it in, where they say different things out.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { StoredIncident } from '@sekisho/engine/model/incident.ts';
import type { MergeJudgement } from '@sekisho/engine/model/merge.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import { everyCase } from './every-case.ts';
import { recordEntries } from '../record/record-entries.ts';
import type { LookBack, Store, StoredApplication, StoredCase } from '../store/store.ts';

/**
 * Holds what decisions and people rely on (which edition is in use, the day it was last known to be the newest, the state
 * of every case, the outcome of every decision, that each is still there) against what was sealed. The tables are no part
 * of the chain: without this, whoever can write to the database could make a stale list fresh. Gives a sentence for each
 * difference. For a record that is intact in itself; what is written meanwhile is left out.
 */
export async function tablesAgainstRecord(store: Store): Promise<readonly string[]> {
  const tables = await store.write(async (writer) => ({
    head: (await writer.head())?.sequence ?? 0,
    active: await writer.activeEditions(),
    cases: await Array.fromAsync(everyCase(writer)),
    alerts: await writer.alerts(),
    lookBacks: await writer.lookBacks(),
    judgements: await writer.mergeJudgements(),
    notes: await writer.caseNotes(),
    rules: await writer.rulesInUse(),
    incidents: await writer.incidents(),
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
  const inUse = new Set(tables.active.map(({ edition }) => edition.source));
  const dropped = [...sealed.inUse.keys()]
    .filter((source) => !inUse.has(source))
    .map((source) => `${source} is not in use any more, which the record does not say`);
  const cases = tables.cases.flatMap(({ id, state }) => {
    const known = sealed.states.get(id);
    return known === undefined || known === state ? [] : [`case ${id} is in ${state}, the record says ${known}`];
  });
  return [
    ...editions,
    ...dropped,
    ...cases,
    ...versionsAgainstRecord('rule', tables.rules, sealed.rules),
    ...(sealed.hasErased ? [] : versionsAgainstRecord('incident', incidentVersions(tables), sealed.incidents)),
    ...(await rowsAgainstRecord(store, sealed, tables)),
    ...(await store.ordersApart()).map((id) => `order ${id} is listed otherwise than it was handed in or stands`),
  ];
}

function incidentVersions({ incidents }: Tables): ReadonlyMap<string, string> {
  return new Map(incidents.map(({ id, version }) => [id, version]));
}

/** Of rules in use and of incidents the last version stands; that of a folder from before they were noted is not known. */
function versionsAgainstRecord(
  what: string,
  stands: ReadonlyMap<string, string>,
  sealed: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...stands.keys(), ...sealed.keys()])].sort().flatMap((id) => {
    const [is, was] = [stands.get(id), sealed.get(id)];
    if (is === was || is === '') return [];
    if (is === undefined) return [`${what} ${id} is gone, the record has it`];
    return [`${what} ${id} is in version ${is.slice(0, 12)}, the record says ${was?.slice(0, 12) ?? 'nothing'}`];
  });
}

/** Rows that only the record or only the tables have, and what was changed in them. */
async function rowsAgainstRecord(store: Store, sealed: Sealed, tables: Tables): Promise<readonly string[]> {
  const rows = new Set(tables.cases.map(({ id }) => `case ${id}`));
  const changed: string[] = [];
  const noted = new Map<string, number>();
  for (const alert of tables.alerts) {
    rows.add(`alert ${alert.id}`);
    const known = sealed.alerts.get(alert.id);
    if (known !== undefined && known !== canonicalJson(alert)) changed.push(`alert ${alert.id} is not as sealed`);
  }
  for (const judgement of tables.judgements) {
    const row = rowOf(judgement);
    rows.add(row);
    const known = sealed.judgements.get(row);
    if (known !== undefined && known !== canonicalJson(judgement) && judgement.reason !== '')
      changed.push(`${row} is not as sealed`);
  }
  for (const note of tables.notes) {
    const row = noteRow(note, noted);
    rows.add(row);
    const known = sealed.notes.get(row);
    if (known !== undefined && known !== canonicalJson(note)) changed.push(`${row} is not as sealed`);
  }
  for (const { id, toEditionId, state } of tables.lookBacks) {
    rows.add(`look-back to ${toEditionId}`);
    if (state === 'done' && !sealed.lookBacksRun.has(id))
      changed.push(`look-back ${id} is done, the record has no run of it`);
  }
  const ids = new Set<string>();
  for (let after: Pick<StoredApplication, 'id' | 'revision'> | undefined; ;) {
    const page = await store.applications({ ...(after && { after }), limit: PAGE });
    for (const { id, revision, entry } of page) {
      if (tables.head < entry) continue;
      ids.add(id);
      const row = `application ${id}, revision ${String(revision)}`;
      rows.add(row);
      if (sealed.rows.has(row) && sealed.rows.get(row) !== entry) changed.push(`${row} points to another entry`);
    }
    const last = page.at(-1);
    if (!last) break;
    after = { id: last.id, revision: last.revision };
  }
  for (const id of ids)
    for (const decision of await store.decisions(id)) {
      if (tables.head < decision.entry) continue;
      const row = `decision ${decision.id}`;
      rows.add(row);
      if (sealed.rows.has(row) && sealed.rows.get(row) !== decision.entry)
        changed.push(`${row} points to another entry`);
      const outcome = decision.sealed?.decision.outcome;
      if (outcome !== undefined && outcome !== decision.outcome)
        changed.push(`${row} is ${decision.outcome}, the record says ${outcome}`);
    }
  const missing = [...sealed.rows.keys()]
    .filter((row) => !rows.has(row))
    .map((row) => `${row} is gone, the record has it`);
  const added = [...rows]
    .filter((row) => !sealed.rows.has(row) && !isLeftOver(row, sealed))
    .map((row) => `${row} is there, the record knows of none`);
  return [...changed, ...missing, ...added, ...unsaidErasures(sealed)];
}

/** Payloads that are gone, of which no entry says that somebody erased them. */
function unsaidErasures({ erased, saidErased }: Sealed): readonly string[] {
  return [...erased.keys()]
    .filter((sequence) => !saidErased.has(sequence))
    .map((sequence) => `entry ${String(sequence)} is erased, which the record does not say`);
}

/** What is left of a case that was erased: its application, decisions and look-backs by id, without what they said. */
function isLeftOver(row: string, { erased }: Sealed): boolean {
  const [, id] = /^(?:application|decision) (.+?)(?:, revision \d+|\/\d+)$/.exec(row) ?? [];
  return id !== undefined && [...erased.values()].includes(id);
}

/** A pair may be judged again, at another moment. */
function rowOf({ one, other, at }: Pick<MergeJudgement, 'one' | 'other' | 'at'>): string {
  return `judgement of ${one} and ${other} at ${at}`;
}

/** Notes of one case come one after the other; `noted` counts them. */
function noteRow(
  { caseId, kind }: { readonly caseId: string; readonly kind: string },
  noted: Map<string, number>,
): string {
  const count = (noted.get(caseId) ?? 0) + 1;
  noted.set(caseId, count);
  return `note ${String(count)} on case ${caseId} (${kind})`;
}

const PAGE = 1000;

/** As they stood together at one moment. */
interface Tables {
  /** The last entry of the record then. */
  readonly head: number;
  readonly cases: readonly StoredCase[];
  readonly alerts: readonly Alert[];
  readonly lookBacks: readonly LookBack[];
  readonly judgements: readonly MergeJudgement[];
  readonly notes: readonly CaseNote[];
  readonly rules: ReadonlyMap<string, string>;
  readonly incidents: readonly StoredIncident[];
}

interface Sealed {
  /** Edition by source. */
  readonly inUse: Map<string, string>;
  /** Canonical JSON by id. */
  readonly editions: Map<string, string>;
  readonly currentOn: Map<string, string>;
  /** By case. */
  readonly states: Map<string, string>;
  /** What must be in the tables, with its entry. */
  readonly rows: Map<string, number>;
  /** Canonical JSON by id. */
  readonly alerts: Map<string, string>;
  /** Canonical JSON by row. */
  readonly judgements: Map<string, string>;
  /** Canonical JSON by row. */
  readonly notes: Map<string, string>;
  /** Notes so far, by case. */
  readonly noted: Map<string, number>;
  readonly lookBacksRun: Set<string>;
  /** Entries without a payload, with the case they are of. */
  readonly erased: Map<number, string>;
  /** Entries that an erasure says it erased. */
  readonly saidErased: Set<number>;
  /** Version by name. */
  readonly rules: Map<string, string>;
  /** Version by id. */
  readonly incidents: Map<string, string>;
  /** Something was erased: what it was is not known any more. */
  hasErased: boolean;
}

async function sealedUpTo(store: Store, head: number): Promise<Sealed> {
  const sealed: Sealed = {
    inUse: new Map(),
    editions: new Map(),
    currentOn: new Map(),
    states: new Map(),
    rows: new Map(),
    alerts: new Map(),
    judgements: new Map(),
    notes: new Map(),
    noted: new Map(),
    lookBacksRun: new Set(),
    erased: new Map(),
    saidErased: new Set(),
    rules: new Map(),
    incidents: new Map(),
    hasErased: false,
  };
  for await (const entry of recordEntries(store)) {
    if (head < entry.sequence) break;
    if (entry.payload === undefined) sealed.erased.set(entry.sequence, caseOfEntry(entry) ?? '');
    else take(entry, JSON.parse(entry.payload) as Payload, sealed);
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
  readonly kind?: string;
  readonly revision?: number;
  readonly one?: string;
  readonly other?: string;
  readonly at?: string;
  readonly entries?: readonly number[];
  readonly id?: string;
  readonly version?: string | number;
  readonly sha256?: string;
  readonly toEditionId?: string;
}

function take(entry: OpenEntry, payload: Payload, sealed: Sealed): void {
  const { kind, subject, sequence } = entry;
  const { inUse, editions, currentOn, states, rows, alerts, judgements, lookBacksRun } = sealed;
  const { edition, source = '', editionId = '', confirmedCurrentOn = '', state = '', caseId = '', revision } = payload;
  switch (kind) {
    case 'edition-imported':
      if (!edition) return;
      inUse.set(edition.source, edition.id);
      editions.set(edition.id, canonicalJson(edition));
      rows.set(`look-back to ${edition.id}`, sequence);
      currentOn.set(edition.id, confirmedCurrentOn);
      return;
    case 'edition-confirmed-current':
      inUse.set(source, editionId);
      currentOn.set(editionId, confirmedCurrentOn);
      return;
    case 'case-opened':
    case 'case-moved':
    case 'case-decided':
      rows.set(`case ${subject}`, sequence);
      states.set(subject, state);
      return;
    case 'alert-raised':
      rows.set(`alert ${subject}`, sequence);
      alerts.set(subject, entry.payload ?? '');
      states.set(caseId, 'HOLD');
      return;
    case 'application-received':
      rows.set(`application ${subject}, revision ${String(revision)}`, sequence);
      return;
    case 'decision-made':
      rows.set(`decision ${subject}`, sequence);
      return;
    case 'entities-judged': {
      const row = rowOf({ one: payload.one ?? '', other: payload.other ?? '', at: payload.at ?? '' });
      rows.set(row, sequence);
      judgements.set(row, entry.payload ?? '');
      return;
    }
    case 'case-noted': {
      const row = noteRow({ caseId: subject, kind: payload.kind ?? '' }, sealed.noted);
      rows.set(row, sequence);
      sealed.notes.set(row, entry.payload ?? '');
      return;
    }
    case 'look-back-run':
      lookBacksRun.add(subject);
      return;
    case 'case-erased':
      states.set(subject, state);
      for (const sequence of payload.entries ?? []) sealed.saidErased.add(sequence);
      return;
    case 'look-back-owed':
      rows.set(`look-back to ${payload.toEditionId ?? ''}`, sequence);
      return;
    case 'policy-activated':
      sealed.rules.set(`policy:${payload.id ?? ''}`, payload.sha256 ?? '');
      return;
    case 'engine-activated':
      sealed.rules.set('engine', String(payload.version));
      return;
    case 'incident-imported':
      sealed.incidents.set(subject, String(payload.version));
      return;
    case 'folder-created':
    case 'register-pruned':
    case 'record-exported':
    case 'person-changed': // hold-accounts.ts
    case 'passphrase-set':
    case 'second-factor-changed':
    case 'subject-bound':
    case 'policy-uploaded':
    case 'policy-put-in-force':
    case 'setting-changed':
    case 'webhook-changed':
    case 'webhook-ended':
    case 'key-issued':
    case 'key-ended':
    case 'case-exported':
    case 'person-exported':
    case 'protected-data-viewed':
    case 'incident-viewed':
    case 'protected-entries-viewed':
    case 'key-rotated':
    case 'key-replaced':
      return;
  }
}
