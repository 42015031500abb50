// A delivery in, the address told of it, signed, out.
import { createHmac } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { postBody, type DeliverySettings } from '../../download/post-body.ts';
import type { Job } from '../../store/jobs.ts';
import type { RecordPlaces } from '../checkpoint.ts';
import type { JobResult } from '../job-queue.ts';
import type { Parts } from '../parts.ts';
import { secretBox } from '../secrets-kept.ts';
import type { EventMessage } from './webhook-events.ts';

/** @throws Problem `webhook.failed` when the address does not answer 2xx; it is told again later. */
export async function deliverEvent(
  job: Job,
  parts: Parts,
  places: RecordPlaces,
  settings: DeliverySettings,
): Promise<JobResult> {
  const webhook = await parts.store.webhooks.webhook(job.subject);
  if (!webhook || webhook.isDisabled) return { outcome: { isSkipped: true } };
  const secret = (await secretBox(parts, places)).open(webhook.sealedSecret, webhook.id);
  const { event, id } = JSON.parse(job.content) as EventMessage;
  const seconds = Math.floor(Date.parse(parts.clock()) / 1000);
  const status = await postBody(
    webhook.url,
    job.content,
    {
      'content-type': 'application/json',
      'sekisho-event': event,
      'sekisho-delivery': id,
      'sekisho-signature': signatureOf(job.content, seconds, secret),
    },
    settings,
  );
  if (status < 200 || 300 <= status) throw new Problem('webhook.failed', { url: new URL(webhook.url).origin, status });
  return { outcome: { status } };
}

/** `t=<Unix seconds>,v1=<HMAC-SHA256 over "<t>.<body>", lower-case hex>`: docs/webhooks.md says how it is checked. */
function signatureOf(body: string, seconds: number, secret: string): string {
  const signed = `${String(seconds)}.${body}`;
  return `t=${String(seconds)},v1=${createHmac('sha256', secret).update(signed).digest('hex')}`;
}
