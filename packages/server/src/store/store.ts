// The store: what is kept of applications, decisions, cases, alerts, editions in use, and the record. SQLite and
// PostgreSQL stand behind this one interface; one suite of cases (`store-cases.ts`) runs on both.
//
// A payload (application, evidence, decision, …) is kept once, in the record's entry that seals it; the other tables
// hold what is searched for and the entry's number. Erasing an entry's payload therefore erases it everywhere.
import type { AccountReader, AccountWriter } from './accounts.ts';
import type { SoughtEntries } from './entry-queries.ts';
import type { OrderPage, SoughtOrders } from './orders.ts';
import type { JobReader, JobWriter, Lease } from './jobs.ts';
import type { SecondFactorReader, SecondFactorWriter } from './second-factors.ts';
import type { WebhookReader, WebhookWriter } from './webhooks.ts';
import type { Application } from '@sekisho/engine/model/application.ts';
import type { CalendarDate, Instant } from '@sekisho/engine/model/calendar.ts';
import type { KnownFact } from '@sekisho/engine/model/chain.ts';
import type { Alert, CaseState, CaseStep, Decision } from '@sekisho/engine/model/decision.ts';
import type { ActiveEdition, CurrencyStatement, Edition } from '@sekisho/engine/model/edition.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { CaseNote, Disposition } from '@sekisho/engine/model/case-note.ts';
import type { StoredIncident } from '@sekisho/engine/model/incident.ts';
import type { MergeJudgement } from '@sekisho/engine/model/merge.ts';
import type { Checkpoint, EntryKind, OpenEntry, Receipt, RecordEntry } from '@sekisho/engine/model/record-entry.ts';

/** A data folder, or a PostgreSQL database used as one. */
export interface Folder {
  /** Random, made with the folder; the record's id. */
  readonly id: string;
  /** Dates are played here, and every output and entry says so for ever. */
  readonly simulation: boolean;
  readonly createdAt: Instant;
}

/** One state of an application. A correction is a new revision; earlier ones are kept and looked back on too. */
export interface StoredApplication {
  readonly id: string;
  readonly revision: number;
  readonly receivedAt: Instant;
  readonly entry: number;
  /** Absent once erased. */
  readonly application?: Application;
  /** The id of whoever handed it in; absent once erased. */
  readonly submittedBy?: string;
}

export interface StoredDecision {
  /** `<application id>/<n>`, from 1. */
  readonly id: string;
  readonly applicationId: string;
  readonly revision: number;
  readonly outcome: Decision['outcome'];
  readonly decidedAt: Instant;
  readonly entry: number;
  /** Absent once erased. The text is the canonical JSON that was sealed. */
  readonly sealed?: { readonly text: string; readonly evidence: Evidence; readonly decision: Decision };
}

export interface StoredCase {
  /** The application's id: a case gathers all that happens to one application. */
  readonly id: string;
  readonly state: CaseState;
  /** The outcome the policy proposed last. */
  readonly proposed: Decision['outcome'];
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
}

export interface StoredPolicy {
  readonly sha256: string;
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/** What changed: an edition of a list or register, a batch of incidents, a policy, the engine; `time` is never owed, and told at each run. */
export const lookBackKinds = ['edition', 'incidents', 'policy', 'engine', 'time'] as const;

/** A change whose look-back is owed: written with the change itself, done when its alerts are. */
export interface LookBack {
  readonly id: string;
  readonly kind: (typeof lookBackKinds)[number];
  /** A list or register; `incidents`; a policy's id; `engine`. */
  readonly source: string;
  /** Of a policy its hash, of the engine its version; of a batch of incidents the hash of their versions. */
  readonly fromEditionId?: string;
  readonly toEditionId: string;
  readonly state: 'owed' | 'done';
  /** Of one that goes step by step: the application after which it goes on. */
  readonly position?: string;
  /** Absent in those of older folders. */
  readonly owedAt?: Instant;
}

/** What a decision rests on for a time only. */
export interface DatedGround {
  /** `clearance`: the last day on which it holds. `confirmation`: the day for which a register said it. */
  readonly kind: 'clearance' | 'confirmation';
  readonly applicationId: string;
  readonly party: string;
  /** The listed entity, or the register. */
  readonly subject: string;
  readonly day: CalendarDate;
}

/** Something a party has that another may share: hashed, so that nothing can be read from it. */
export interface JoiningKeyHash {
  readonly party: string;
  readonly fact: KnownFact;
  readonly hash: string;
}

/** A party of an application that has a key. */
export interface KeyHolder {
  readonly hash: string;
  readonly fact: KnownFact;
  readonly applicationId: string;
  readonly party: string;
  /** Of the revision that has it. */
  readonly entry: number;
}

/** An application that has a key, as one of many: with those that it is told apart from. */
export interface KeySharer {
  readonly hash: string;
  readonly applicationId: string;
  /** Of the newest revision that has it. */
  readonly entry: number;
  /** Applications that have it and none of the keys of the buyer. */
  readonly strangers: number;
}

/** The keys of a buyer: applications that have one of its numbers are its own, those that have a name alone may be. */
export interface BuyerKeys {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

/** An application of the past as chains go through it. */
export interface PastChain extends Omit<StoredApplication, 'application'> {
  readonly application: Application;
  readonly case?: Pick<StoredCase, 'state' | 'proposed'>;
  /** Parties and the listed entities they resembled when it was last decided, or that an alert told of since. */
  readonly hits: readonly { readonly party: string; readonly entityId: string }[];
}

/** What can be read, inside a transaction and outside. */
export interface StoreReader {
  readonly accounts: AccountReader;
  readonly jobs: JobReader;
  readonly webhooks: WebhookReader;
  readonly secondFactors: SecondFactorReader;
  /** By source. An edition that no statement speaks for was current on the day of its publication, by its source's word. */
  activeEditions(): Promise<readonly ActiveEdition[]>;
  activeEditionIds(): Promise<readonly string[]>;
  /** All editions of a source (or of all), oldest import first. */
  editions(source?: string): Promise<readonly Edition[]>;
  edition(id: string): Promise<Edition | undefined>;
  policy(sha256: string): Promise<StoredPolicy | undefined>;
  /** The newest revision. */
  application(id: string): Promise<StoredApplication | undefined>;
  /** Every revision of every application, by id (in the order of code points) and revision, in pages. */
  applications(page: {
    readonly after?: { readonly id: string; readonly revision: number };
    readonly limit: number;
  }): Promise<readonly StoredApplication[]>;
  /** Of every application the newest revision, the latest first, then by id. */
  orders(
    sought: SoughtOrders,
    page: {
      /** An id; of one that is not there, the first page is given. */
      readonly after?: string;
      readonly limit: number;
    },
  ): Promise<OrderPage>;
  /** Ids of orders that `orders` tells otherwise than applications, cases and notes. Reads every application. */
  ordersApart(): Promise<readonly string[]>;
  /**
   * Of each key, parties that have it: at most `limit` of one key, in the order of their applications' ids. None of the application
   * `except`; each party of an application once, by its newest entry.
   */
  keyHolders(
    hashes: readonly string[],
    options: { readonly except: string; readonly limit: number },
  ): Promise<readonly KeyHolder[]>;
  /**
   * Of each key, applications that have it: of those in one state of their case, and alike in what they have of the buyer's keys, the
   * first `limit` in the order of their ids. So a buyer with thousands of orders hides nobody. None of the application `except`;
   * of a key that more than `most` have, those are looked at that come first by id.
   */
  keySharers(
    hashes: readonly string[],
    options: { readonly except: string; readonly buyer: BuyerKeys; readonly limit: number; readonly most: number },
  ): Promise<readonly KeySharer[]>;
  /** The revisions that these entries sealed, by id; those that are erased, or whose data are restricted, are left out. */
  pastChains(entries: readonly number[]): Promise<readonly PastChain[]>;
  /** How many parties and entities hit one another in the last decision of each of these applications; without those of none. */
  hitsOfLastDecision(applicationIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Applications of which some decision had a hit with one of these entities, by id. */
  applicationsHitBy(entityIds: readonly string[]): Promise<readonly string[]>;
  /** Whether an application has keys that were not made by this version, or none. */
  lacksKeys(version: string): Promise<boolean>;
  /** Applications whose keys were not made by this version, at most `limit`. */
  applicationsWithoutKeys(version: string, limit: number): Promise<readonly StoredApplication[]>;
  /** Of one application, oldest first. */
  decisions(applicationId: string): Promise<readonly StoredDecision[]>;
  decision(id: string): Promise<StoredDecision | undefined>;
  case(id: string): Promise<StoredCase | undefined>;
  cases(page: { readonly after?: string; readonly limit: number }): Promise<readonly StoredCase[]>;
  /** Oldest first. The reason is empty once erased. */
  caseSteps(caseId: string): Promise<readonly CaseStep[]>;
  /** Of one case, or all; oldest first. Without those whose payload is erased. */
  caseNotes(caseId?: string): Promise<readonly CaseNote[]>;
  /** Of each case the last note of each kind that tells how it stands (`standingKinds`), oldest first. */
  standingNotes(): Promise<readonly CaseNote[]>;
  /** Whose data are kept and not used: the last word on it is that they are restricted. */
  restrictedCases(): Promise<ReadonlySet<string>>;
  /** Dispositions of hits on any of these entries, oldest first; without those whose payload is erased. */
  dispositionsOf(entityIds: readonly string[]): Promise<readonly Disposition[]>;
  /** Of one application, or all; oldest first. Both names are empty once erased. */
  alerts(applicationId?: string): Promise<readonly Alert[]>;
  /** Those of any application that speak of one of these: an entity, an incident, an earlier application. */
  alertsAbout(entityIds: readonly string[]): Promise<readonly Alert[]>;
  /** Of the last decision of each application, those of before the day. */
  groundsBefore(
    kind: DatedGround['kind'],
    subject: string | undefined,
    day: CalendarDate,
  ): Promise<readonly DatedGround[]>;
  /** By `policy:<id>`, and `engine`: the version that the last vetting or look-back used. */
  rulesInUse(): Promise<ReadonlyMap<string, string>>;
  /** Every incident in the version that stands, by id. */
  incidents(): Promise<readonly StoredIncident[]>;
  /** The version that stands. */
  incident(id: string): Promise<StoredIncident | undefined>;
  /** What a batch brought, in its order, each with the version that stood before. */
  incidentChanges(
    lookBackId: string,
  ): Promise<readonly { readonly before?: StoredIncident; readonly after: StoredIncident }[]>;
  /** Ids of incidents that stand and have one of these keys. */
  incidentsWith(hashes: readonly string[]): Promise<readonly string[]>;
  /** Changes with every incident that comes in; undefined when there are none. */
  lastIncidentEntry(): Promise<number | undefined>;
  /** In the order in which they were given. The reason is empty once erased. */
  mergeJudgements(): Promise<readonly MergeJudgement[]>;
  /** In the order in which they came to be owed. */
  lookBacks(state?: LookBack['state']): Promise<readonly LookBack[]>;
  /** Entries with `from` ≤ sequence, in order, at most `limit`. */
  entries(page: { readonly from: number; readonly limit: number }): Promise<readonly OpenEntry[]>;
  /** The newest of these, at most `limit`, the newest first. */
  latestEntries(sought: SoughtEntries, limit: number): Promise<readonly OpenEntry[]>;
  /** Entries about any of these subjects, in order. */
  entriesAbout(subjects: readonly string[]): Promise<readonly OpenEntry[]>;
  /** Entries about this subject or one below it (`A-1`, `A-1/2`, but not `A-10`), in order. */
  entriesUnder(subject: string): Promise<readonly OpenEntry[]>;
  /** Entries of these kinds from a sequence on, in order. Reads the record from there. */
  entriesOfKinds(kinds: readonly EntryKind[], from: number): Promise<readonly OpenEntry[]>;
  /** Whether an entry other than these names a file of this hash; not one that only tells of exports or erasures. Reads the whole record. */
  isNamedBeside(sha256: string, sequences: readonly number[]): Promise<boolean>;
  /** The last entry, if there is one. */
  head(): Promise<RecordEntry | undefined>;
  checkpoints(): Promise<readonly Checkpoint[]>;
  receipts(): Promise<readonly Receipt[]>;
}

export interface StoreWriter extends StoreReader {
  readonly accounts: AccountWriter;
  readonly jobs: JobWriter;
  readonly webhooks: WebhookWriter;
  readonly secondFactors: SecondFactorWriter;
  /** Appends an entry to the record: salts, seals and chains the payload. */
  seal(kind: EntryKind, subject: string, payload: unknown, at: Instant): Promise<RecordEntry>;
  /** @throws Problem `edition.already-imported` */
  saveEdition(edition: Edition, importedAt: Instant): Promise<void>;
  /** Makes an edition the one in use. */
  activateEdition(source: string, editionId: string): Promise<void>;
  saveCurrency(statement: CurrencyStatement): Promise<void>;
  /** Kept once by hash. */
  savePolicy(policy: StoredPolicy): Promise<void>;
  saveApplication(saved: Omit<StoredApplication, 'application'> & { readonly policy?: string }): Promise<void>;
  /** In place of those that the entry of the application had before; it is marked as having them by this version. */
  saveKeys(saved: {
    readonly application: Pick<StoredApplication, 'id' | 'revision' | 'entry'>;
    readonly keys: readonly JoiningKeyHash[];
    readonly version: string;
  }): Promise<void>;
  /** Of a decision that the same write seals as `entry`. */
  saveDecisionHits(saved: {
    readonly applicationId: string;
    readonly entry: number;
    readonly hits: PastChain['hits'];
  }): Promise<void>;
  saveDecision(saved: Omit<StoredDecision, 'sealed'>): Promise<void>;
  /** Opens the case or moves it. */
  saveCase(saved: StoredCase): Promise<void>;
  /**
   * The same write seals it, before or after: an entry `case-decided` whose subject is the case's id and whose payload
   * says what the step says, and may say more.
   */
  saveCaseStep(step: CaseStep): Promise<void>;
  /** The same write seals it: an entry `case-noted` whose subject is the case's id and whose payload is the note. */
  saveCaseNote(note: CaseNote): Promise<void>;
  /**
   * False when an alert with this key is there already: nothing is written then. Else the same write seals it, before or
   * after: an entry `alert-raised` whose subject is the alert's id and whose payload says what the alert says.
   */
  saveAlert(alert: Alert): Promise<boolean>;
  /** The same write seals it: an entry `entities-judged` whose subject is both ids with a blank between. */
  saveMergeJudgement(judgement: MergeJudgement): Promise<void>;
  /**
   * Destroys salt and payload of these entries, and the rows of other tables that say something of what they sealed: joining
   * keys, hits, alerts, notes. Who erased what and why is for the caller to seal in the same write.
   */
  erase(sequences: readonly number[]): Promise<void>;
  saveLookBack(lookBack: LookBack): Promise<void>;
  saveRuleInUse(name: string, version: string): Promise<void>;
  /** Of a decision that the same write seals as `entry`. */
  saveDatedGrounds(saved: { readonly entry: number; readonly grounds: readonly DatedGround[] }): Promise<void>;
  /** The same write has sealed it as `entry`; its keys take the place of those that the version before had. */
  saveIncident(saved: {
    readonly incident: Omit<StoredIncident, 'incident'>;
    readonly lookBackId: string;
    readonly hashes: readonly string[];
  }): Promise<void>;
  saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
  saveReceipt(receipt: Receipt): Promise<void>;
}

export interface Store extends StoreReader {
  readonly folder: Folder;
  /**
   * Runs `work` alone among all writers of all processes; what it wrote is durable when this returns, and gone when it
   * throws. The head of the record is read and moved inside, so that the order of entries is one. What `work` throws
   * comes out as it is. A query that failed fails the write, even when `work` goes on. A write inside a write is refused.
   * @throws Problem `store.busy` when the store cannot be had within its time-out, `folder.newer` when a newer version
   *   has changed the folder meanwhile, `store.failed` otherwise. Only one failure leaves open whether the write was
   *   kept: a connection to PostgreSQL that breaks in the middle of the commit; its reason says so.
   */
  write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T>;
  /**
   * Writes the database anew without what was erased from it, which the space that is free in it would hold for long. Takes as
   * long as the database is large.
   * @throws Problem `store.busy` when somebody else is reading all the while, `store.failed`.
   */
  purge(): Promise<void>;
  /**
   * The same store for one worker of a job: every write makes sure first that the job is still this worker's, and else throws
   * Problem `job.lost` and writes nothing.
   */
  heldBy(lease: Lease): Store;
  /**
   * Writes the database, as it stands at one moment, to a file that is not there; others go on writing. False, and nothing written,
   * where the database is a server's, which has its own means.
   */
  copyTo(file: string): Promise<boolean>;
  close(): Promise<void>;
}
