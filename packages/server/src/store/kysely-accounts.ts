// The tables of accounts in, people, keys and sessions out, and back; on the connection of a read or of the write under way.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { Duty } from '@sekisho/engine/model/person.ts';
import type {
  AccountWriter,
  AnsweredRequest,
  StoredAccessKey,
  StoredInvitation,
  StoredPerson,
  StoredSession,
} from './accounts.ts';
import type { Ask } from './kysely-reader.ts';
import type { AccountTables } from './account-tables.ts';

export class KyselyAccounts implements AccountWriter {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async people(): Promise<readonly StoredPerson[]> {
    const rows = await this.#ask((db) => db.selectFrom('people').selectAll().orderBy('name_key').execute());
    return rows.map(personOf);
  }

  async person(id: string): Promise<StoredPerson | undefined> {
    const row = await this.#ask((db) => db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst());
    return row && personOf(row);
  }

  async personNamed(name: string): Promise<StoredPerson | undefined> {
    const key = nameKey(name);
    const row = await this.#ask((db) =>
      db.selectFrom('people').selectAll().where('name_key', '=', key).executeTakeFirst(),
    );
    return row && personOf(row);
  }

  async accessKeys(): Promise<readonly StoredAccessKey[]> {
    const rows = await this.#ask((db) =>
      db.selectFrom('access_keys').selectAll().orderBy('created_at', 'desc').orderBy('id').execute(),
    );
    return rows.map(accessKeyOf);
  }

  async accessKey(id: string): Promise<StoredAccessKey | undefined> {
    const row = await this.#ask((db) =>
      db.selectFrom('access_keys').selectAll().where('id', '=', id).executeTakeFirst(),
    );
    return row && accessKeyOf(row);
  }

  async session(tokenHash: string): Promise<StoredSession | undefined> {
    const row = await this.#ask((db) =>
      db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst(),
    );
    return (
      row && {
        tokenHash: row.token_hash,
        personId: row.person_id,
        csrf: row.csrf,
        createdAt: row.created_at,
        usedAt: row.used_at,
        expiresAt: row.expires_at,
      }
    );
  }

  async invitation(tokenHash: string): Promise<StoredInvitation | undefined> {
    const row = await this.#ask((db) =>
      db.selectFrom('invitations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst(),
    );
    return row && { tokenHash: row.token_hash, personId: row.person_id, expiresAt: row.expires_at };
  }

  async answeredRequest(actorId: string, key: string): Promise<AnsweredRequest | undefined> {
    const row = await this.#ask((db) =>
      db
        .selectFrom('answered_requests')
        .selectAll()
        .where('actor_id', '=', actorId)
        .where('key', '=', key)
        .executeTakeFirst(),
    );
    return (
      row && {
        actorId: row.actor_id,
        key: row.key,
        requestHash: row.request_hash,
        status: row.status,
        body: row.body,
        at: row.at,
      }
    );
  }

  async savePerson(person: StoredPerson): Promise<void> {
    const row: AccountTables['people'] = {
      id: person.id,
      name: person.name,
      name_key: nameKey(person.name),
      duties: JSON.stringify(person.duties),
      language: person.language ?? null,
      is_disabled: Number(person.isDisabled),
      created_at: person.createdAt,
      passphrase_hash: person.passphraseHash ?? null,
      mail_address: person.mail?.address ?? null,
      mail_told_up_to: person.mail?.toldUpTo ?? null,
    };
    await this.#ask((db) =>
      db
        .insertInto('people')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    );
  }

  async saveAccessKey(key: StoredAccessKey): Promise<void> {
    const row: AccountTables['access_keys'] = {
      id: key.id,
      name: key.name,
      duties: JSON.stringify(key.duties),
      created_at: key.createdAt,
      created_by: key.createdBy,
      expires_on: key.expiresOn ?? null,
      ended_at: key.endedAt ?? null,
      secret_hash: key.secretHash,
    };
    await this.#ask((db) =>
      db
        .insertInto('access_keys')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    );
  }

  async saveSession(session: StoredSession): Promise<void> {
    const row: AccountTables['sessions'] = {
      token_hash: session.tokenHash,
      person_id: session.personId,
      csrf: session.csrf,
      created_at: session.createdAt,
      used_at: session.usedAt,
      expires_at: session.expiresAt,
    };
    await this.#ask((db) =>
      db
        .insertInto('sessions')
        .values(row)
        .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(row))
        .execute(),
    );
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.#ask((db) => db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute());
  }

  async endSessionsOf(personId: string): Promise<void> {
    await this.#ask((db) => db.deleteFrom('sessions').where('person_id', '=', personId).execute());
    await this.#ask((db) => db.deleteFrom('invitations').where('person_id', '=', personId).execute());
  }

  async saveInvitation({ tokenHash, personId, expiresAt }: StoredInvitation): Promise<void> {
    await this.#ask((db) =>
      db
        .insertInto('invitations')
        .values({ token_hash: tokenHash, person_id: personId, expires_at: expiresAt })
        .execute(),
    );
  }

  async saveAnsweredRequest({ actorId, key, requestHash, status, body, at }: AnsweredRequest): Promise<void> {
    await this.#ask((db) =>
      db
        .insertInto('answered_requests')
        .values({ actor_id: actorId, key, request_hash: requestHash, status, body, at })
        .onConflict((conflict) => conflict.columns(['actor_id', 'key']).doNothing())
        .execute(),
    );
  }

  async forgetBefore(ended: Instant, answered: Instant): Promise<void> {
    await this.#ask((db) => db.deleteFrom('sessions').where('expires_at', '<', ended).execute());
    await this.#ask((db) => db.deleteFrom('invitations').where('expires_at', '<', ended).execute());
    await this.#ask((db) => db.deleteFrom('answered_requests').where('at', '<', answered).execute());
  }
}

function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function personOf(row: AccountTables['people']): StoredPerson {
  return {
    id: row.id,
    name: row.name,
    duties: JSON.parse(row.duties) as Duty[],
    ...(row.language !== null && { language: row.language }),
    isDisabled: row.is_disabled === 1,
    createdAt: row.created_at,
    ...(row.passphrase_hash !== null && { passphraseHash: row.passphrase_hash }),
    ...(row.mail_address !== null && { mail: { address: row.mail_address, toldUpTo: row.mail_told_up_to ?? 0 } }),
  };
}

function accessKeyOf(row: AccountTables['access_keys']): StoredAccessKey {
  return {
    id: row.id,
    name: row.name,
    duties: JSON.parse(row.duties) as Duty[],
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...(row.expires_on !== null && { expiresOn: row.expires_on }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    secretHash: row.secret_hash,
  };
}
