// Addresses that are told what happens, and how far each was told.
import type { Instant } from '@sekisho/engine/model/calendar.ts';

export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Words of `webhookEvents`. */
  readonly events: readonly string[];
  readonly isDisabled: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
}

export interface StoredWebhook extends Webhook {
  /** Encrypted with a key of the keys folder (`record/secret-box.ts`): it signs, so that it has to be read again. */
  readonly sealedSecret: string;
  /** Entries of the record up to this one were looked at, and what they owe is in the queue. */
  readonly toldUpTo: number;
}

export interface WebhookReader {
  /** In the order in which they were made. */
  webhooks(): Promise<readonly StoredWebhook[]>;
  webhook(id: string): Promise<StoredWebhook | undefined>;
}

export interface WebhookWriter extends WebhookReader {
  /** Adds or changes. */
  saveWebhook(webhook: StoredWebhook): Promise<void>;
  /** With what it was told and is owed. */
  removeWebhook(id: string): Promise<void>;
}
