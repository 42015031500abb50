// The tables of second factors in, what proves a person out, and back; on the connection of a read or of the write under way.
import type { Ask } from './kysely-reader.ts';
import type { BoundSubject, SecondFactor, SecondFactorWriter } from './second-factors.ts';

export class KyselySecondFactors implements SecondFactorWriter {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async secondFactor(personId: string): Promise<SecondFactor | undefined> {
    const row = await this.#ask((db) =>
      db.selectFrom('second_factors').selectAll().where('person_id', '=', personId).executeTakeFirst(),
    );
    return (
      row && {
        personId: row.person_id,
        sealedSecret: row.sealed_secret,
        ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
        lastPeriod: row.last_period,
        recoveryHashes: JSON.parse(row.recovery_hashes) as string[],
      }
    );
  }

  async boundSubjects(): Promise<readonly BoundSubject[]> {
    const rows = await this.#ask((db) =>
      db.selectFrom('bound_subjects').selectAll().orderBy('issuer').orderBy('subject').execute(),
    );
    return rows.map(({ issuer, subject, person_id }) => ({ issuer, subject, personId: person_id }));
  }

  async boundSubject(issuer: string, subject: string): Promise<BoundSubject | undefined> {
    const row = await this.#ask((db) =>
      db
        .selectFrom('bound_subjects')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst(),
    );
    return row && { issuer: row.issuer, subject: row.subject, personId: row.person_id };
  }

  async saveSecondFactor(factor: SecondFactor): Promise<void> {
    const row = {
      person_id: factor.personId,
      sealed_secret: factor.sealedSecret,
      confirmed_at: factor.confirmedAt ?? null,
      last_period: factor.lastPeriod,
      recovery_hashes: JSON.stringify(factor.recoveryHashes),
    };
    await this.#ask((db) =>
      db
        .insertInto('second_factors')
        .values(row)
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
        .execute(),
    );
  }

  async removeSecondFactor(personId: string): Promise<void> {
    await this.#ask((db) => db.deleteFrom('second_factors').where('person_id', '=', personId).execute());
  }

  async bindSubject({ issuer, subject, personId }: BoundSubject): Promise<void> {
    await this.#ask((db) =>
      db.deleteFrom('bound_subjects').where('issuer', '=', issuer).where('person_id', '=', personId).execute(),
    );
    await this.#ask((db) => db.insertInto('bound_subjects').values({ issuer, subject, person_id: personId }).execute());
  }
}
