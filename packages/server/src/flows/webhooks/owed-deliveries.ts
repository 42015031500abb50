// New entries of the record in, a job for each webhook that is to be told of one out: written with how far it was told, so that none is lost.
import { newJob } from '../job-queue.ts';
import type { Parts } from '../parts.ts';
import { messageOf } from './webhook-events.ts';

/** The kind of the jobs. */
export const DELIVERY = 'webhook-delivery';

const MAX_ENTRIES = 500;

/** What happened is on the record in the same transaction as itself; this reads on from where each webhook was told up to. */
export async function oweDeliveries({ store, clock }: Parts): Promise<void> {
  const behind = (head: number, toldUpTo: number) => toldUpTo < head;
  const known = await store.webhooks.webhooks();
  if (known.length === 0) return;
  const end = (await store.head())?.sequence ?? 0;
  if (!known.some(({ toldUpTo }) => behind(end, toldUpTo))) return; // a look keeps no writer waiting
  await store.write(async (writer) => {
    const head = (await writer.head())?.sequence ?? 0;
    const at = clock();
    for (const webhook of await writer.webhooks.webhooks()) {
      if (!behind(head, webhook.toldUpTo)) continue;
      const entries = webhook.isDisabled
        ? []
        : await writer.entries({ from: webhook.toldUpTo + 1, limit: MAX_ENTRIES });
      for (const entry of entries) {
        const message = messageOf(entry, store.folder.id);
        if (!message || !webhook.events.includes(message.event)) continue;
        const id = `${webhook.id}:${String(entry.sequence)}`;
        await writer.jobs.addJob(newJob({ id, kind: DELIVERY, subject: webhook.id, content: message }, at));
      }
      await writer.webhooks.saveWebhook({ ...webhook, toldUpTo: entries.at(-1)?.sequence ?? head });
    }
  });
}
