// What the server answers, as types over the engine's nouns: the one place that a generated client would take over.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { CaseNote, DispositionGround, DispositionVerdict, ProposedStep } from '@sekisho/engine/model/case-note.ts';
import type { Alert, CaseState, CaseStep, Decision, Outcome } from '@sekisho/engine/model/decision.ts';
import type { ActiveEdition, Edition, SourceState } from '@sekisho/engine/model/edition.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import type { Evidence, Hit } from '@sekisho/engine/model/evidence.ts';
import type { IdentifierCheck } from '@sekisho/engine/model/identifier.ts';
import type { MergedEntity } from '@sekisho/engine/model/merge.ts';
import type { OpenEntry, RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import type { AccessKey, Person } from '@sekisho/engine/model/person.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { VerificationReport } from '@sekisho/engine/record/verify-record.ts';
import type { RegisterFact } from '@sekisho/engine/model/register.ts';

export interface Session {
  readonly person: Person;
  readonly csrf: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  /** On all pages, where the server says. */
  readonly total?: number;
}

export interface CaseSummary {
  readonly id: string;
  readonly state: CaseState;
  readonly proposed: Outcome;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly policy?: string;
  readonly buyer?: string;
  readonly product?: string;
  readonly assignee?: string;
  readonly dueOn?: string;
  readonly openHits: number;
  readonly alerts: number;
  /** What somebody proposed and a second person has not agreed to yet. */
  readonly waitsFor?: CaseState;
  readonly noTipOff: boolean;
}

export interface CaseFilter {
  readonly state?: CaseState;
  readonly assignee?: string;
  readonly proposed?: string;
  readonly overdue?: boolean;
  readonly policy?: string;
  readonly waiting?: boolean;
  readonly text?: string;
}

export interface CaseFile {
  readonly case: { readonly id: string; readonly state: CaseState; readonly proposed: Outcome };
  readonly application?: Application;
  readonly steps: readonly CaseStep[];
  readonly notes: readonly CaseNote[];
  readonly alerts: readonly Alert[];
  readonly decisionId?: string;
  readonly revision?: number;
  readonly evidence?: Evidence;
  readonly decision?: Decision;
  readonly proposal?: ProposedStep;
  /** Entries of which claims about a procedure were left out: seeing them is sealed. */
  readonly withheld: readonly string[];
}

export type FollowedState = 'accepted' | 'being-examined' | 'information-needed' | 'not-accepted' | 'withdrawn';

/** What the applicant may be told of an order. */
export interface Followed {
  readonly applicationId: string;
  readonly state: FollowedState;
  readonly receivedAt: string;
}

/** What an applicant is told, in their language. */
export interface Letter {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly machineMadeFrom?: string;
  readonly lines: readonly string[];
}

export interface SentDisposition {
  readonly party: string;
  readonly entityId: string;
  readonly verdict: DispositionVerdict;
  readonly ground: DispositionGround;
  readonly reason: string;
  readonly until?: string;
}

export type SentNote =
  | { readonly kind: 'assigned'; readonly to: string }
  | { readonly kind: 'commented'; readonly text: string }
  | { readonly kind: 'due'; readonly on: string; readonly reason: string }
  | { readonly kind: 'no-tip-off'; readonly isSet: boolean; readonly reason: string };

export interface Status {
  readonly today: string;
  readonly folder: { readonly id: string; readonly simulation: boolean; readonly createdAt: string };
  readonly sources: readonly SourceInUse[];
  readonly neverImported: readonly string[];
  readonly policies: readonly PolicyReadiness[];
  readonly cases: Readonly<Partial<Record<CaseState, number>>>;
  readonly lookBacksOwed: number;
  readonly recordEntries: number;
}

export type SourceInUse = SourceState & {
  readonly counts: Readonly<Record<string, number>>;
  readonly form?: string;
  readonly statedBy?: string;
  readonly damage?: string;
};

export interface PolicyReadiness {
  readonly id: string;
  readonly version: number;
  readonly origin: 'shipped' | 'own';
  readonly notReady: readonly string[];
}

/** One edition of a source's history. */
export interface EditionLine {
  readonly edition: Edition;
  readonly isInUse: boolean;
  readonly importedAt?: string;
  readonly importedBy?: string;
  readonly accepted?: string;
}

export interface ListedEntry {
  readonly id: string;
  readonly name: string;
}

/** What changed between two editions of a list; the first of each kind. */
export interface EditionDelta {
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly added: readonly ListedEntry[];
  readonly changed: readonly (ListedEntry & { readonly fields: readonly { readonly field: string }[] })[];
  readonly removed: readonly ListedEntry[];
}

export interface NameReading {
  readonly original: string;
  readonly words: readonly {
    readonly text: string;
    readonly script: string;
    readonly kind: string;
    readonly latin?: string;
    readonly readings: readonly { readonly tradition: string; readonly text: string; readonly quality: number }[];
  }[];
}

export type NumberCheck = Omit<IdentifierCheck, 'party'> & { readonly fact?: RegisterFact };

export interface ScreeningQuestion {
  readonly name: string;
  readonly schema?: Schema;
  readonly countries?: readonly string[];
  readonly birthDate?: string;
  readonly limit?: number;
  readonly minScore?: number;
}

export interface ScreeningAnswer {
  readonly hits: readonly Omit<Hit, 'party'>[];
  readonly parties: readonly MergedEntity[];
  readonly editions: readonly ActiveEdition[];
  readonly minScore?: number;
  readonly isUnreadable: boolean;
  readonly cutOff?: string;
}

export interface PolicyLine {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly origin: 'shipped' | 'own';
  readonly rules: number;
}

export interface PolicyText {
  readonly policy: Policy;
  readonly text: string;
  readonly origin: 'shipped' | 'own';
}

export type EntryLine = RecordEntry & { readonly isErased: boolean };

/** An entry with what it seals. */
export type SealedEntry = OpenEntry;

export interface Verification {
  readonly report: Pick<VerificationReport, 'state' | 'entries' | 'erased' | 'witnessedUpTo'>;
  /** Between the tables that are searched and what was sealed. */
  readonly differences: readonly string[];
}

export interface Invited {
  readonly person: Person;
  readonly link: string;
}

export interface IssuedKey {
  readonly key: AccessKey;
  readonly credential: string;
}

/** What became of an application that was sent in; a submitter sees its state and what may be told alone. */
export interface Received {
  readonly applicationId?: string;
  readonly state?: FollowedState;
  readonly case?: { readonly id: string; readonly state: CaseState; readonly proposed: Outcome };
}

export type SentApplication = Application;
