// An address that is to be told what happens in, the webhook and its secret, which is shown once, out.
import { randomUUID } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { checkTarget, type DeliverySettings } from '../../download/post-body.ts';
import type { StoredWebhook, Webhook } from '../../store/webhooks.ts';
import type { StoreWriter } from '../../store/store.ts';
import type { RecordPlaces } from '../checkpoint.ts';
import { listedJob, retryJob, type ListedJob } from '../job-queue.ts';
import type { Parts } from '../parts.ts';
import { newToken } from '../people/secrets.ts';
import { permit } from '../permit.ts';
import { secretBox } from '../secrets-kept.ts';
import { DELIVERY } from './owed-deliveries.ts';
import { webhookEvents } from './webhook-events.ts';

export interface AskedWebhook {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
}

export interface WebhookPlaces {
  readonly places: RecordPlaces;
  readonly delivery: DeliverySettings;
}

export async function listWebhooks(parts: Parts): Promise<readonly Webhook[]> {
  permit(parts, 'webhook.manage');
  return (await parts.store.webhooks.webhooks()).map(shownWebhook);
}

/**
 * Told from now on.
 * @throws Problem `webhook.invalid` with the reason: no name, an address that may not be connected to, an unknown event; `record.key`.
 */
export async function addWebhook(
  asked: AskedWebhook,
  { places, delivery }: WebhookPlaces,
  parts: Parts,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  permit(parts, 'webhook.manage');
  checkWebhook(asked, delivery);
  const secret = newToken();
  const id = randomUUID();
  const sealedSecret = (await secretBox(parts, places)).seal(secret, id);
  const { name, url, events } = asked;
  return parts.store.write(async (writer) => {
    const webhook: StoredWebhook = {
      id,
      name: name.trim(),
      url,
      events,
      isDisabled: false,
      createdAt: parts.clock(),
      createdBy: parts.actor.name,
      sealedSecret,
      toldUpTo: (await writer.head())?.sequence ?? 0,
    };
    await saveWebhook(webhook, writer, parts);
    return { webhook: shownWebhook(webhook), secret };
  });
}

/** What happened while it was disabled is not told later. @throws Problem `webhook.not-found`, `webhook.invalid`. */
export async function changeWebhook(
  id: string,
  change: Partial<AskedWebhook> & { readonly isDisabled?: boolean },
  delivery: DeliverySettings,
  parts: Parts,
): Promise<Webhook> {
  permit(parts, 'webhook.manage');
  return parts.store.write(async (writer) => {
    const known = await webhookOf(id, writer);
    const changed: StoredWebhook = { ...known, ...change };
    checkWebhook(changed, delivery);
    const wakes = known.isDisabled && !changed.isDisabled;
    const toldUpTo = wakes ? ((await writer.head())?.sequence ?? 0) : known.toldUpTo;
    await saveWebhook({ ...changed, toldUpTo }, writer, parts);
    return shownWebhook(changed);
  });
}

/** With what it was told and is owed. @throws Problem `webhook.not-found` */
export async function removeWebhook(id: string, parts: Parts): Promise<void> {
  permit(parts, 'webhook.manage');
  await parts.store.write(async (writer) => {
    await webhookOf(id, writer);
    await writer.webhooks.removeWebhook(id);
    await writer.seal('webhook-ended', id, { id, by: parts.actor.name }, parts.clock());
  });
}

/** What it was told and is owed, the latest first. @throws Problem `webhook.not-found` */
export async function deliveriesOf(
  id: string,
  page: { readonly after?: string; readonly limit: number },
  parts: Parts,
): Promise<readonly ListedJob[]> {
  permit(parts, 'webhook.manage');
  if (!(await parts.store.webhooks.webhook(id))) throw new Problem('webhook.not-found', { webhook: id });
  return (await parts.store.jobs.jobs({ ...page, kind: DELIVERY, subject: id })).map(listedJob);
}

/** The same message again, signed anew. @throws Problem `webhook.not-found` for a delivery that is not of this webhook. */
export async function redeliver(id: string, delivery: string, parts: Parts): Promise<ListedJob> {
  permit(parts, 'webhook.manage');
  const job = await parts.store.jobs.job(delivery);
  if (job?.kind !== DELIVERY || job.subject !== id) throw new Problem('webhook.not-found', { webhook: id });
  return retryJob(delivery, parts);
}

function checkWebhook({ name, url, events }: AskedWebhook, delivery: DeliverySettings): void {
  const refuse = (reason: string): never => {
    throw new Problem('webhook.invalid', { reason });
  };
  if (name.trim() === '') refuse('it has a name');
  const unknown = events.find((event) => !webhookEvents.some((known) => known === event));
  if (unknown !== undefined || events.length === 0)
    refuse(
      `${unknown === undefined ? 'no event is named' : `"${unknown}" is no event`}: they are ${webhookEvents.join(', ')}`,
    );
  checkTarget(url, delivery);
}

async function webhookOf(id: string, writer: StoreWriter): Promise<StoredWebhook> {
  const known = await writer.webhooks.webhook(id);
  if (!known) throw new Problem('webhook.not-found', { webhook: id });
  return known;
}

async function saveWebhook(webhook: StoredWebhook, writer: StoreWriter, { actor, clock }: Parts): Promise<void> {
  await writer.webhooks.saveWebhook(webhook);
  await writer.seal('webhook-changed', webhook.id, { ...sealedWebhook(webhook), by: actor.name }, clock());
}

/** What the record says of one. */
function sealedWebhook({ id, name, url, events, isDisabled }: Webhook) {
  return { id, name, url, events, isDisabled };
}

function shownWebhook({ sealedSecret: _, toldUpTo: __, ...webhook }: StoredWebhook): Webhook {
  return webhook;
}
