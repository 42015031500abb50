// One write under way: nouns in, rows in its transaction out, and the record's head moved at the end.
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Alert, CaseStep } from '@sekisho/engine/model/decision.ts';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { MergeJudgement } from '@sekisho/engine/model/merge.ts';
import type { CurrencyStatement, Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint, EntryKind, Receipt, RecordEntry } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { chainEntry } from '@sekisho/engine/record/chain.ts';
import { chunksOf } from './chunks-of.ts';
import { saveDecisionHits, saveKeys } from './chain-queries.ts';
import { saveDatedGrounds } from './dated-grounds.ts';
import { EntryLinks } from './entry-links.ts';
import { saveIncident } from './incident-queries.ts';
import { KyselyReader, type Ask } from './kysely-reader.ts';
import { clearOrders, moveOrder, noteOrder, saveOrder } from './orders.ts';
import type { LookBack, StoredCase, StoredDecision, StoredPolicy, StoreWriter } from './store.ts';
import type { FolderRow } from './tables.ts';

/** Entries of one statement, below the bounds of both databases. */
const ERASED_TOGETHER = 500;

export class KyselyWriter extends KyselyReader implements StoreWriter {
  readonly #simulation: boolean;
  readonly #headBefore: number;
  readonly #links = new EntryLinks();
  #head: Pick<RecordEntry, 'sequence' | 'hash'>;

  constructor(ask: Ask, folder: FolderRow) {
    super(ask);
    this.#simulation = folder.simulation === 1;
    this.#headBefore = folder.head_sequence;
    this.#head = { sequence: folder.head_sequence, hash: folder.head_hash };
  }

  async seal(kind: EntryKind, subject: string, payload: unknown, at: Instant): Promise<RecordEntry> {
    const happened = { at, kind, subject, simulation: this.#simulation };
    const sealed = { salt: randomBytes(32).toString('hex'), payload: canonicalJson(payload) };
    const { salt, payload: text, ...entry } = chainEntry(this.#head, { ...happened, ...sealed }, sha256);
    this.#head = entry; // before anything is awaited: two seals at once are still one after the other
    await this.ask((db) =>
      db
        .insertInto('record_entries')
        .values({ ...entry, simulation: Number(entry.simulation), salt: sealed.salt, payload: sealed.payload })
        .execute(),
    );
    await this.#links.seal(kind, subject, entry.sequence, payload);
    return entry;
  }

  /** @throws Problem `edition.already-imported` */
  async saveEdition(edition: Edition, importedAt: Instant): Promise<void> {
    const { id, source, kind, publishedOn } = edition;
    const saved = await this.ask((db) =>
      db
        .insertInto('editions')
        .values({
          id,
          source,
          kind,
          published_on: publishedOn,
          imported_at: importedAt,
          document: canonicalJson(edition),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst(),
    );
    if (saved.numInsertedOrUpdatedRows === 0n) throw new Problem('edition.already-imported', { source, edition: id });
  }

  async activateEdition(source: string, editionId: string): Promise<void> {
    await this.ask((db) =>
      db
        .insertInto('active_editions')
        .values({ source, edition_id: editionId })
        .onConflict((conflict) => conflict.column('source').doUpdateSet({ edition_id: editionId }))
        .execute(),
    );
  }

  async saveCurrency(statement: CurrencyStatement): Promise<void> {
    const { source, editionId, confirmedCurrentOn, statedBy, statedAt } = statement;
    await this.ask((db) =>
      db
        .insertInto('currency_statements')
        .values({
          source,
          edition_id: editionId,
          confirmed_current_on: confirmedCurrentOn,
          stated_by: statedBy,
          stated_at: statedAt,
        })
        .execute(),
    );
  }

  async savePolicy({ sha256, id, version, text }: StoredPolicy): Promise<void> {
    await this.ask((db) =>
      db
        .insertInto('policies')
        .values({ sha256, id, version, text })
        .onConflict((conflict) => conflict.column('sha256').doNothing())
        .execute(),
    );
  }

  async saveApplication(saved: Parameters<StoreWriter['saveApplication']>[0]): Promise<void> {
    const { id, revision, receivedAt, entry } = saved;
    await this.ask((db) =>
      db.insertInto('applications').values({ id, revision, received_at: receivedAt, entry }).execute(),
    );
    await this.ask((db) => saveOrder(db, saved));
  }

  async saveKeys({ application, keys, version }: Parameters<StoreWriter['saveKeys']>[0]): Promise<void> {
    await this.ask((db) => saveKeys(db, application, keys, version));
  }

  async saveDecisionHits(saved: Parameters<StoreWriter['saveDecisionHits']>[0]): Promise<void> {
    await this.ask((db) => saveDecisionHits(db, saved));
  }

  async saveDecision(saved: Omit<StoredDecision, 'sealed'>): Promise<void> {
    const { id, applicationId, revision, outcome, decidedAt, entry } = saved;
    await this.ask((db) =>
      db
        .insertInto('decisions')
        .values({ id, application_id: applicationId, revision, outcome, decided_at: decidedAt, entry })
        .execute(),
    );
  }

  async saveCase(saved: StoredCase): Promise<void> {
    const { id, state, proposed, openedAt, updatedAt } = saved;
    const moved = { state, proposed, opened_at: openedAt, updated_at: updatedAt };
    await this.ask((db) =>
      db
        .insertInto('cases')
        .values({ id, ...moved })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(moved))
        .execute(),
    );
    await this.ask((db) => moveOrder(db, saved));
  }

  async saveCaseStep(step: CaseStep): Promise<void> {
    const { caseId, state, by, at, proposedBy = null } = step;
    const { number } = await this.ask((db) =>
      db
        .insertInto('case_steps')
        .values({ case_id: caseId, state, by, at, entry: null, proposed_by: proposedBy })
        .returning('number')
        .executeTakeFirstOrThrow(),
    );
    await this.#links.save('case-decided', caseId, step, async (entry) => {
      await this.ask((db) => db.updateTable('case_steps').set({ entry }).where('number', '=', number).execute());
    });
  }

  async saveCaseNote(note: CaseNote): Promise<void> {
    const { caseId, kind } = note;
    const entityId = note.kind === 'disposed' ? note.entityId : null;
    const { number } = await this.ask((db) =>
      db
        .insertInto('case_notes')
        .values({ case_id: caseId, kind, entity_id: entityId, entry: null })
        .returning('number')
        .executeTakeFirstOrThrow(),
    );
    await this.ask((db) => noteOrder(db, note));
    await this.#links.save('case-noted', caseId, note, async (entry) => {
      await this.ask((db) => db.updateTable('case_notes').set({ entry }).where('number', '=', number).execute());
    });
  }

  async saveMergeJudgement(judgement: MergeJudgement): Promise<void> {
    const { one, other, verdict, by, at } = judgement;
    const { number } = await this.ask((db) =>
      db
        .insertInto('merge_judgements')
        .values({ one, other, verdict, by, at, entry: null })
        .returning('number')
        .executeTakeFirstOrThrow(),
    );
    await this.#links.save('entities-judged', `${one} ${other}`, judgement, async (entry) => {
      await this.ask((db) => db.updateTable('merge_judgements').set({ entry }).where('number', '=', number).execute());
    });
  }

  async saveAlert(alert: Alert): Promise<boolean> {
    const { id } = alert;
    const saved = await this.ask((db) =>
      db
        .insertInto('alerts')
        .values({
          id,
          key: alert.key,
          application_id: alert.applicationId,
          case_id: alert.caseId,
          party: alert.party,
          entity_id: alert.entityId,
          source: alert.source,
          from_edition_id: alert.fromEditionId ?? null,
          to_edition_id: alert.toEditionId,
          change: alert.change,
          kind: alert.kind ?? null,
          score_before: alert.scoreBefore ?? null,
          score_after: alert.scoreAfter ?? null,
          raised_at: alert.raisedAt,
          entry: null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst(),
    );
    if (saved.numInsertedOrUpdatedRows === 0n) return false;
    await this.#links.save('alert-raised', id, alert, async (entry) => {
      await this.ask((db) => db.updateTable('alerts').set({ entry }).where('id', '=', id).execute());
    });
    return true;
  }

  async erase(sequences: readonly number[]): Promise<void> {
    for (const together of chunksOf(sequences, ERASED_TOGETHER))
      await this.ask(async (db) => {
        for (const table of ['alerts', 'case_notes'] as const)
          await db.deleteFrom(table).where('entry', 'in', together).execute();
        await clearOrders(db, together);
        // keys and hits go with it, by themselves
        await db
          .updateTable('record_entries')
          .set({ salt: null, payload: null })
          .where('sequence', 'in', together)
          .execute();
      });
  }

  async saveLookBack({ id, source, fromEditionId, toEditionId, state, ...more }: LookBack): Promise<void> {
    const saved = {
      source,
      from_edition_id: fromEditionId ?? null,
      to_edition_id: toEditionId,
      state,
      kind: more.kind,
      position: more.position ?? '',
      owed_at: more.owedAt ?? '',
    };
    await this.ask((db) =>
      db
        .insertInto('look_backs')
        .values({ id, ...saved })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(saved))
        .execute(),
    );
  }

  async saveRuleInUse(name: string, version: string): Promise<void> {
    await this.ask((db) =>
      db
        .insertInto('rules_in_use')
        .values({ name, version })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ version }))
        .execute(),
    );
  }

  async saveDatedGrounds(saved: Parameters<StoreWriter['saveDatedGrounds']>[0]): Promise<void> {
    await this.ask((db) => saveDatedGrounds(db, saved));
  }

  async saveIncident(saved: Parameters<StoreWriter['saveIncident']>[0]): Promise<void> {
    await this.ask((db) => saveIncident(db, saved));
  }

  async saveCheckpoint({ recordId, sequence, hash, at, keyId, signature }: Checkpoint): Promise<void> {
    await this.ask((db) =>
      db
        .insertInto('checkpoints')
        .values({ record_id: recordId, sequence, hash, at, key_id: keyId, signature })
        .execute(),
    );
  }

  async saveReceipt({ checkpoint, witness, receivedAt }: Receipt): Promise<void> {
    await this.ask((db) =>
      db
        .insertInto('receipts')
        .values({
          sequence: checkpoint.sequence,
          witness,
          received_at: receivedAt,
          checkpoint: canonicalJson(checkpoint),
        })
        .execute(),
    );
  }

  /** What is left to do when the work is done: everything saved is sealed, and the head stands on the last entry. */
  async end(): Promise<Pick<RecordEntry, 'sequence' | 'hash'>> {
    this.#links.check();
    const { sequence, hash } = this.#head;
    if (this.#headBefore < sequence)
      await this.ask((db) => db.updateTable('folder').set({ head_sequence: sequence, head_hash: hash }).execute());
    return { sequence, hash };
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
