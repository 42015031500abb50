// An address and a body in, the status of the answer out: one try, no redirect, from the public internet alone unless set.
import { request } from 'undici';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { checkedUrl, dispatcherOf, reasonOf, type DownloadSettings } from './fetch-file.ts';

/** Whom one may connect to, and through which proxy. */
export type DeliverySettings = Pick<DownloadSettings, 'allowsPrivate' | 'proxy'>;

/** The whole of it; whoever takes longer is told again. */
const TOTAL_MS = 10_000;
/** Of an answer nothing is needed but its status. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** @throws Problem `webhook.failed` with the reason when there is no answer, or the address may not be connected to. */
export async function postBody(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  settings: DeliverySettings,
): Promise<number> {
  const dispatcher = dispatcherOf({ ...settings, idleMs: TOTAL_MS });
  try {
    const target = checkedUrl(url, settings);
    const signal = AbortSignal.timeout(TOTAL_MS);
    const sent = { ...headers, 'user-agent': 'Sekisho' };
    const answer = await request(target, { method: 'POST', dispatcher, headers: sent, body, signal });
    await answer.body.dump({ limit: MAX_ANSWER_BYTES, signal }).catch(() => undefined);
    return answer.statusCode;
  } catch (error) {
    throw new Problem('webhook.failed', { url: originOf(url), reason: reasonOf(error) }, { cause: error });
  } finally {
    await dispatcher.destroy();
  }
}

/** @throws Problem `webhook.invalid` for an address that would never be connected to. */
export function checkTarget(url: string, settings: DeliverySettings): void {
  try {
    checkedUrl(url, settings);
  } catch (error) {
    throw new Problem('webhook.invalid', { reason: reasonOf(error) }, { cause: error });
  }
}

/** A path may hold a token. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
