// The table of webhooks in, webhooks out, and back; on the connection of a read or of the write under way.
import type { Selectable } from 'kysely';
import type { Ask } from './kysely-reader.ts';
import type { QueueTables } from './queue-tables.ts';
import type { StoredWebhook, WebhookWriter } from './webhooks.ts';

export class KyselyWebhooks implements WebhookWriter {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async webhooks(): Promise<readonly StoredWebhook[]> {
    const rows = await this.#ask((db) => db.selectFrom('webhooks').selectAll().orderBy('number').execute());
    return rows.map(webhookOf);
  }

  async webhook(id: string): Promise<StoredWebhook | undefined> {
    const row = await this.#ask((db) => db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst());
    return row && webhookOf(row);
  }

  async saveWebhook(webhook: StoredWebhook): Promise<void> {
    const row = {
      id: webhook.id,
      name: webhook.name,
      url: webhook.url,
      events: JSON.stringify(webhook.events),
      is_disabled: Number(webhook.isDisabled),
      created_at: webhook.createdAt,
      created_by: webhook.createdBy,
      sealed_secret: webhook.sealedSecret,
      told_up_to: webhook.toldUpTo,
    };
    await this.#ask((db) =>
      db
        .insertInto('webhooks')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    );
  }

  async removeWebhook(id: string): Promise<void> {
    await this.#ask((db) => db.deleteFrom('jobs').where('subject', '=', id).execute());
    await this.#ask((db) => db.deleteFrom('webhooks').where('id', '=', id).execute());
  }
}

function webhookOf(row: Selectable<QueueTables['webhooks']>): StoredWebhook {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: JSON.parse(row.events) as string[],
    isDisabled: row.is_disabled === 1,
    createdAt: row.created_at,
    createdBy: row.created_by,
    sealedSecret: row.sealed_secret,
    toldUpTo: row.told_up_to,
  };
}
