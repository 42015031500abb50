// The tables in, the nouns of the store out: everything that can be read, inside a write and outside.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Alert, CaseStep, Decision } from '@sekisho/engine/model/decision.ts';
import type { CaseNote, Disposition } from '@sekisho/engine/model/case-note.ts';
import type { StoredIncident } from '@sekisho/engine/model/incident.ts';
import type { MergeJudgement } from '@sekisho/engine/model/merge.ts';
import type { ActiveEdition, Edition } from '@sekisho/engine/model/edition.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { Checkpoint, EntryKind, OpenEntry, Receipt, RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import type { Kysely } from 'kysely';
import { chunksOf } from './chunks-of.ts';
import { editionIn } from './edition-documents.ts';
import { KyselyAccounts } from './kysely-accounts.ts';
import {
  applicationsHitBy,
  hitsOfLastDecision,
  keyHolders,
  keySharers,
  lacksKeys,
  pastChains,
  withoutKeys,
} from './chain-queries.ts';
import { KyselyJobs } from './kysely-jobs.ts';
import { KyselySecondFactors } from './kysely-second-factors.ts';
import { KyselyWebhooks } from './kysely-webhooks.ts';
import type { KeyHolder, KeySharer, PastChain } from './store.ts';
import { entriesUnder, latestEntries, openEntry, recordEntry, type SoughtEntries } from './entry-queries.ts';
import { groundsBefore } from './dated-grounds.ts';
import { caseNotes, dispositionsOf, restrictedCases, standingNotes } from './note-queries.ts';
import { orderPage, type OrderPage } from './orders.ts';
import { ordersApart } from './orders-apart.ts';
import { incidentChanges, incidents, incidentsWith, lastIncidentEntry } from './incident-queries.ts';
import type {
  DatedGround,
  LookBack,
  StoredApplication,
  StoredCase,
  StoredDecision,
  StoredPolicy,
  StoreReader,
} from './store.ts';
import type { Tables } from './tables.ts';

/** Runs a query on the connection it belongs to; what goes wrong there comes out as a Problem. */
export type Ask = <T>(query: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

export class KyselyReader implements StoreReader {
  readonly accounts: KyselyAccounts;
  readonly jobs: KyselyJobs;
  readonly webhooks: KyselyWebhooks;
  readonly secondFactors: KyselySecondFactors;
  protected readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
    this.accounts = new KyselyAccounts(ask);
    this.jobs = new KyselyJobs(ask);
    this.webhooks = new KyselyWebhooks(ask);
    this.secondFactors = new KyselySecondFactors(ask);
  }

  async activeEditions(): Promise<readonly ActiveEdition[]> {
    const rows = await this.ask((db) =>
      db
        .selectFrom('active_editions as active')
        .innerJoin('editions', 'editions.id', 'active.edition_id')
        .leftJoin('currency_statements as newest', (join) =>
          join.on('newest.number', '=', ({ selectFrom }) =>
            selectFrom('currency_statements as statement')
              .select('statement.number')
              .whereRef('statement.edition_id', '=', 'active.edition_id')
              .orderBy('statement.number', 'desc')
              .limit(1),
          ),
        )
        .select(['editions.document', 'newest.confirmed_current_on', 'newest.stated_by'])
        .orderBy('active.source')
        .execute(),
    );
    return rows.map(({ document, confirmed_current_on, stated_by }) => {
      const edition = editionIn(document);
      return {
        edition,
        confirmedCurrentOn: confirmed_current_on ?? edition.publishedOn,
        statedBy: stated_by ?? edition.source,
      };
    });
  }

  async activeEditionIds(): Promise<readonly string[]> {
    const rows = await this.ask((db) => db.selectFrom('active_editions').select('edition_id').execute());
    return rows.map(({ edition_id: id }) => id);
  }

  async editions(source?: string): Promise<readonly Edition[]> {
    const rows = await this.ask((db) => {
      const all = db.selectFrom('editions').select('document').orderBy('number');
      return (source === undefined ? all : all.where('source', '=', source)).execute();
    });
    return rows.map(({ document }) => editionIn(document));
  }

  async edition(id: string): Promise<Edition | undefined> {
    const row = await this.ask((db) =>
      db.selectFrom('editions').select('document').where('id', '=', id).executeTakeFirst(),
    );
    return row && editionIn(row.document);
  }

  policy(sha256: string): Promise<StoredPolicy | undefined> {
    return this.ask((db) =>
      db
        .selectFrom('policies')
        .select(['sha256', 'id', 'version', 'text'])
        .where('sha256', '=', sha256)
        .executeTakeFirst(),
    );
  }

  async application(id: string): Promise<StoredApplication | undefined> {
    const row = await this.ask((db) =>
      applicationRows(db).where('id', '=', id).orderBy('revision', 'desc').limit(1).executeTakeFirst(),
    );
    return row && storedApplication(row);
  }

  async applications({
    after,
    limit,
  }: Parameters<StoreReader['applications']>[0]): Promise<readonly StoredApplication[]> {
    const rows = await this.ask((db) => {
      const all = applicationRows(db).orderBy('id').orderBy('revision').limit(limit);
      const page = after
        ? all.where(({ eb, refTuple, tuple }) => eb(refTuple('id', 'revision'), '>', tuple(after.id, after.revision)))
        : all;
      return page.execute();
    });
    return rows.map(storedApplication);
  }

  orders(...[sought, page]: Parameters<StoreReader['orders']>): Promise<OrderPage> {
    return this.ask((db) => orderPage(db, sought, page));
  }

  ordersApart(): Promise<readonly string[]> {
    return this.ask(ordersApart);
  }

  keyHolders(...[hashes, options]: Parameters<StoreReader['keyHolders']>): Promise<readonly KeyHolder[]> {
    return this.ask((db) => keyHolders(db, hashes, options));
  }

  keySharers(...[hashes, options]: Parameters<StoreReader['keySharers']>): Promise<readonly KeySharer[]> {
    return this.ask((db) => keySharers(db, hashes, options));
  }

  hitsOfLastDecision(applicationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.ask((db) => hitsOfLastDecision(db, applicationIds));
  }

  applicationsHitBy(entityIds: readonly string[]): Promise<readonly string[]> {
    return this.ask((db) => applicationsHitBy(db, entityIds));
  }

  pastChains(entries: readonly number[]): Promise<readonly PastChain[]> {
    return this.ask((db) => pastChains(db, entries));
  }

  lacksKeys(version: string): Promise<boolean> {
    return this.ask((db) => lacksKeys(db, version));
  }

  async applicationsWithoutKeys(version: string, limit: number): Promise<readonly StoredApplication[]> {
    return (await this.ask((db) => withoutKeys(db, version, limit))).map(storedApplication);
  }

  async decisions(applicationId: string): Promise<readonly StoredDecision[]> {
    const rows = await this.ask((db) =>
      decisionRows(db).where('application_id', '=', applicationId).orderBy('entry').execute(),
    );
    return rows.map(storedDecision);
  }

  async decision(id: string): Promise<StoredDecision | undefined> {
    const row = await this.ask((db) => decisionRows(db).where('id', '=', id).executeTakeFirst());
    return row && storedDecision(row);
  }

  case(id: string): Promise<StoredCase | undefined> {
    return this.ask((db) => caseRows(db).where('id', '=', id).executeTakeFirst());
  }

  cases({ after, limit }: { readonly after?: string; readonly limit: number }): Promise<readonly StoredCase[]> {
    return this.ask((db) => {
      const all = caseRows(db).orderBy('id').limit(limit);
      return (after === undefined ? all : all.where('id', '>', after)).execute();
    });
  }

  async caseSteps(caseId: string): Promise<readonly CaseStep[]> {
    const rows = await this.ask((db) =>
      db
        .selectFrom('case_steps')
        .leftJoin('record_entries', 'record_entries.sequence', 'case_steps.entry')
        .select(['case_id', 'state', 'by', 'case_steps.at', 'payload', 'proposed_by'])
        .where('case_id', '=', caseId)
        .orderBy('number')
        .execute(),
    );
    return rows.map(({ case_id, state, by, at, payload, proposed_by: proposedBy }) => {
      const { reason = '', code } = partsOf<CaseStep>(payload);
      return {
        caseId: case_id,
        state,
        by,
        reason,
        at,
        ...(proposedBy !== null && { proposedBy }),
        ...(code !== undefined && { code }),
      };
    });
  }

  caseNotes(caseId?: string): Promise<readonly CaseNote[]> {
    return this.ask((db) => caseNotes(db, caseId));
  }

  standingNotes(): Promise<readonly CaseNote[]> {
    return this.ask(standingNotes);
  }

  restrictedCases(): Promise<ReadonlySet<string>> {
    return this.ask(restrictedCases);
  }

  dispositionsOf(entityIds: readonly string[]): Promise<readonly Disposition[]> {
    return this.ask((db) => dispositionsOf(db, entityIds));
  }

  async mergeJudgements(): Promise<readonly MergeJudgement[]> {
    const rows = await this.ask((db) =>
      db
        .selectFrom('merge_judgements')
        .leftJoin('record_entries', 'record_entries.sequence', 'merge_judgements.entry')
        .select(['one', 'other', 'verdict', 'by', 'merge_judgements.at', 'payload'])
        .orderBy('number')
        .execute(),
    );
    return rows.map(({ payload, ...judgement }) => {
      const { reason = '' } = partsOf<MergeJudgement>(payload);
      return { ...judgement, reason };
    });
  }

  async alerts(applicationId?: string): Promise<readonly Alert[]> {
    return this.#alertsAmong((all) =>
      applicationId === undefined ? all : all.where('application_id', '=', applicationId),
    );
  }

  async alertsAbout(entityIds: readonly string[]): Promise<readonly Alert[]> {
    const found: Alert[] = [];
    for (const asked of chunksOf(entityIds, ASKED_TOGETHER))
      found.push(...(await this.#alertsAmong((all) => all.where('entity_id', 'in', asked))));
    return found;
  }

  async #alertsAmong(
    chosen: (all: ReturnType<typeof alertRows>) => ReturnType<typeof alertRows>,
  ): Promise<readonly Alert[]> {
    const rows = await this.ask((db) => chosen(alertRows(db)).execute());
    return rows.map((row) => {
      const { partyName = '', listedName = '', verdictBefore, verdictAfter } = partsOf<Alert>(row.payload);
      return {
        id: row.id,
        key: row.key,
        ...(row.kind !== null && { kind: row.kind }),
        applicationId: row.application_id,
        caseId: row.case_id,
        party: row.party,
        entityId: row.entity_id,
        source: row.source,
        ...(row.from_edition_id !== null && { fromEditionId: row.from_edition_id }),
        toEditionId: row.to_edition_id,
        change: row.change,
        ...(row.score_before !== null && { scoreBefore: row.score_before }),
        ...(row.score_after !== null && { scoreAfter: row.score_after }),
        ...(verdictBefore !== undefined && { verdictBefore }),
        ...(verdictAfter !== undefined && { verdictAfter }),
        partyName,
        listedName,
        raisedAt: row.raised_at,
      };
    });
  }

  async lookBacks(state?: LookBack['state']): Promise<readonly LookBack[]> {
    const rows = await this.ask((db) => {
      const all = db.selectFrom('look_backs').selectAll().orderBy('number');
      return (state === undefined ? all : all.where('state', '=', state)).execute();
    });
    return rows.map(({ id, kind, source, from_edition_id, to_edition_id, state, position, owed_at }) => ({
      id,
      kind,
      source,
      ...(from_edition_id !== null && { fromEditionId: from_edition_id }),
      toEditionId: to_edition_id,
      state,
      ...(position !== '' && { position }),
      ...(owed_at !== '' && { owedAt: owed_at }),
    }));
  }

  groundsBefore(...[kind, subject, day]: Parameters<StoreReader['groundsBefore']>): Promise<readonly DatedGround[]> {
    return this.ask((db) => groundsBefore(db, kind, subject, day));
  }

  async rulesInUse(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.ask((db) => db.selectFrom('rules_in_use').selectAll().orderBy('name').execute());
    return new Map(rows.map(({ name, version }) => [name, version]));
  }

  incidents(): Promise<readonly StoredIncident[]> {
    return this.ask((db) => incidents(db));
  }

  incident(id: string): Promise<StoredIncident | undefined> {
    return this.ask(async (db) => (await incidents(db, [id]))[0]);
  }

  incidentChanges(
    ...[lookBackId]: Parameters<StoreReader['incidentChanges']>
  ): ReturnType<StoreReader['incidentChanges']> {
    return this.ask((db) => incidentChanges(db, lookBackId));
  }

  incidentsWith(hashes: readonly string[]): Promise<readonly string[]> {
    return this.ask((db) => incidentsWith(db, hashes));
  }

  lastIncidentEntry(): Promise<number | undefined> {
    return this.ask((db) => lastIncidentEntry(db));
  }

  async entries({ from, limit }: { readonly from: number; readonly limit: number }): Promise<readonly OpenEntry[]> {
    const rows = await this.ask((db) =>
      db
        .selectFrom('record_entries')
        .selectAll()
        .where('sequence', '>=', from)
        .orderBy('sequence')
        .limit(limit)
        .execute(),
    );
    return rows.map(openEntry);
  }

  async latestEntries(sought: SoughtEntries, limit: number): Promise<readonly OpenEntry[]> {
    return (await this.ask((db) => latestEntries(db, sought, limit))).map(openEntry);
  }

  async entriesAbout(subjects: readonly string[]): Promise<readonly OpenEntry[]> {
    if (subjects.length === 0) return [];
    const rows = await this.ask((db) =>
      db.selectFrom('record_entries').selectAll().where('subject', 'in', subjects).orderBy('sequence').execute(),
    );
    return rows.map(openEntry);
  }

  async entriesUnder(subject: string): Promise<readonly OpenEntry[]> {
    return (await this.ask((db) => entriesUnder(db, subject))).map(openEntry);
  }

  async entriesOfKinds(kinds: readonly EntryKind[], from: number): Promise<readonly OpenEntry[]> {
    const rows = await this.ask((db) =>
      db
        .selectFrom('record_entries')
        .selectAll()
        .where('sequence', '>=', from)
        .where('kind', 'in', kinds)
        .orderBy('sequence')
        .execute(),
    );
    return rows.map(openEntry);
  }

  async isNamedBeside(sha256: string, sequences: readonly number[]): Promise<boolean> {
    const rows = await this.ask((db) =>
      db
        .selectFrom('record_entries')
        .select('sequence')
        .where('payload', 'like', `%${sha256}%`)
        .where('kind', 'not in', ['case-erased', 'case-exported', 'person-exported'])
        .execute(),
    );
    return rows.some(({ sequence }) => !sequences.includes(sequence));
  }

  async head(): Promise<RecordEntry | undefined> {
    const row = await this.ask((db) =>
      db
        .selectFrom('record_entries')
        .select(['sequence', 'at', 'kind', 'subject', 'simulation', 'seal', 'previous', 'hash'])
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row && recordEntry(row);
  }

  checkpoints(): Promise<readonly Checkpoint[]> {
    return this.ask((db) =>
      db
        .selectFrom('checkpoints')
        .select(['record_id as recordId', 'sequence', 'hash', 'at', 'key_id as keyId', 'signature'])
        .orderBy('number')
        .execute(),
    );
  }

  async receipts(): Promise<readonly Receipt[]> {
    const rows = await this.ask((db) =>
      db.selectFrom('receipts').select(['checkpoint', 'witness', 'received_at']).orderBy('number').execute(),
    );
    return rows.map(({ checkpoint, witness, received_at }) => ({
      checkpoint: JSON.parse(checkpoint) as Checkpoint,
      witness,
      receivedAt: received_at,
    }));
  }
}

const applicationRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('applications')
    .innerJoin('record_entries', 'record_entries.sequence', 'applications.entry')
    .select(['id', 'revision', 'received_at', 'entry', 'payload']);

function storedApplication(row: {
  readonly id: string;
  readonly revision: number;
  readonly received_at: string;
  readonly entry: number;
  readonly payload: string | null;
}): StoredApplication {
  const { id, revision, received_at, entry, payload } = row;
  const { application, submittedBy } = partsOf<{ application: Application; submittedBy: string }>(payload);
  return {
    id,
    revision,
    receivedAt: received_at,
    entry,
    ...(application && { application }),
    ...(submittedBy !== undefined && { submittedBy }),
  };
}

const decisionRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('decisions')
    .innerJoin('record_entries', 'record_entries.sequence', 'decisions.entry')
    .select(['id', 'application_id', 'revision', 'outcome', 'decided_at', 'entry', 'payload']);

function storedDecision(row: {
  readonly id: string;
  readonly application_id: string;
  readonly revision: number;
  readonly outcome: Decision['outcome'];
  readonly decided_at: string;
  readonly entry: number;
  readonly payload: string | null;
}): StoredDecision {
  const { id, application_id, revision, outcome, decided_at, entry, payload: text } = row;
  return {
    id,
    applicationId: application_id,
    revision,
    outcome,
    decidedAt: decided_at,
    entry,
    ...(text !== null && { sealed: { text, ...(JSON.parse(text) as { evidence: Evidence; decision: Decision }) } }),
  };
}

const ASKED_TOGETHER = 500;

const alertRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('alerts')
    .leftJoin('record_entries', 'record_entries.sequence', 'alerts.entry')
    .selectAll('alerts')
    .select('payload')
    .orderBy('number');

const caseRows = (db: Kysely<Tables>) =>
  db.selectFrom('cases').select(['id', 'state', 'proposed', 'opened_at as openedAt', 'updated_at as updatedAt']);

/** What a payload says; nothing once it is erased. */
const partsOf = <T>(payload: string | null): Partial<T> =>
  payload === null ? {} : (JSON.parse(payload) as Partial<T>);
