// The tables as Kysely sees them. Migrations make them; what a column means is said there.
import type { CalendarDate, Instant } from '@sekisho/engine/model/calendar.ts';
import type { KnownFact } from '@sekisho/engine/model/chain.ts';
import type { Alert, AlertKind, CaseState, Outcome } from '@sekisho/engine/model/decision.ts';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { MergeJudgement } from '@sekisho/engine/model/merge.ts';
import type { SourceKind } from '@sekisho/engine/model/edition.ts';
import type { EntryKind } from '@sekisho/engine/model/record-entry.ts';
import type { Generated, Selectable } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { QueueTables } from './queue-tables.ts';
import type { DatedGround, LookBack } from './store.ts';

export interface Tables extends AccountTables, QueueTables {
  folder: {
    single: 1;
    id: string;
    simulation: number;
    created_at: Instant;
    schema_version: number;
    head_sequence: number;
    head_hash: string;
  };
  record_entries: {
    sequence: number;
    at: Instant;
    kind: EntryKind;
    subject: string;
    simulation: number;
    seal: string;
    previous: string;
    hash: string;
    salt: string | null;
    payload: string | null;
  };
  editions: {
    number: Generated<number>;
    id: string;
    source: string;
    kind: SourceKind;
    published_on: CalendarDate;
    imported_at: Instant;
    document: string;
  };
  active_editions: { source: string; edition_id: string };
  currency_statements: {
    number: Generated<number>;
    source: string;
    edition_id: string;
    confirmed_current_on: CalendarDate;
    stated_by: string;
    stated_at: Instant;
  };
  policies: { sha256: string; id: string; version: number; text: string };
  applications: {
    id: string;
    revision: number;
    received_at: Instant;
    entry: number;
    keys_version: Generated<string>;
  };
  orders: {
    id: string;
    received_at: Instant;
    entry: number;
    submitted_by: string | null;
    policy: string | null;
    state: CaseState | null;
    no_tip_off: Generated<number>;
  };
  joining_keys: { key_hash: string; fact: KnownFact; application_id: string; party: string; entry: number };
  decision_hits: { application_id: string; party: string; entity_id: string; entry: number };
  decisions: {
    id: string;
    application_id: string;
    revision: number;
    outcome: Outcome;
    decided_at: Instant;
    entry: number;
  };
  cases: { id: string; state: CaseState; proposed: Outcome; opened_at: Instant; updated_at: Instant };
  case_steps: {
    number: Generated<number>;
    case_id: string;
    state: CaseState;
    by: string;
    at: Instant;
    entry: number | null;
    proposed_by: string | null;
  };
  case_notes: {
    number: Generated<number>;
    case_id: string;
    kind: CaseNote['kind'];
    entity_id: string | null;
    entry: number | null;
  };
  alerts: {
    number: Generated<number>;
    id: string;
    key: string;
    application_id: string;
    case_id: string;
    party: string;
    entity_id: string;
    source: string;
    from_edition_id: string | null;
    to_edition_id: string;
    change: Alert['change'];
    kind: AlertKind | null;
    score_before: number | null;
    score_after: number | null;
    raised_at: Instant;
    entry: number | null;
  };
  merge_judgements: {
    number: Generated<number>;
    one: string;
    other: string;
    verdict: MergeJudgement['verdict'];
    by: string;
    at: Instant;
    entry: number | null;
  };
  look_backs: {
    number: Generated<number>;
    id: string;
    source: string;
    from_edition_id: string | null;
    to_edition_id: string;
    state: LookBack['state'];
    kind: LookBack['kind'];
    position: string;
    owed_at: string;
  };
  rules_in_use: { name: string; version: string };
  dated_grounds: {
    kind: DatedGround['kind'];
    application_id: string;
    party: string;
    subject: string;
    day: CalendarDate;
    entry: number;
  };
  incidents: { number: Generated<number>; id: string; version: string; look_back: string; entry: number };
  incident_keys: { key_hash: string; incident_id: string; entry: number };
  checkpoints: {
    number: Generated<number>;
    record_id: string;
    sequence: number;
    hash: string;
    at: Instant;
    key_id: string;
    signature: string;
  };
  receipts: {
    number: Generated<number>;
    sequence: number;
    witness: string;
    received_at: Instant;
    checkpoint: string;
  };
}

export type FolderRow = Selectable<Tables['folder']>;
export type EntryRow = Selectable<Tables['record_entries']>;
