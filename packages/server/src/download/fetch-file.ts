// An https address in, what it answers in a file out: whole, within its limits, and from the public internet alone.
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { AddressRefused, lookUpPublic, refuseSpecialHost } from './public-address.ts';

export interface DownloadSettings {
  /** Lets addresses of this machine and this network be asked, and those by http: a mirror of one's own. */
  readonly allowsPrivate: boolean;
  /** The proxy that https goes through, and the hosts that it does not. A proxy looks names up itself. */
  readonly proxy?: { readonly url: string; readonly notFor?: string };
  readonly maxBytes: number;
  /** The longest silence, before the answer and within it. */
  readonly idleMs: number;
  readonly totalMs: number;
  /** How long to wait before each further try; an answer that says how long (Retry-After) is believed up to a minute. */
  readonly retryMs: readonly number[];
}

export const downloadDefaults: Omit<DownloadSettings, 'proxy'> = {
  allowsPrivate: false,
  maxBytes: 2 << 30,
  idleMs: 60_000,
  totalMs: 30 * 60_000,
  retryMs: [2_000, 10_000, 30_000],
};

/** What an answer said of itself, to ask again with. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Fetched =
  | { readonly result: 'unchanged' }
  | ({ readonly result: 'fetched'; readonly bytes: number; readonly url: string } & Validators);

const MAX_REDIRECTS = 5;
const MAX_RETRY_AFTER_MS = 60_000;

/**
 * Asks with what is known of the last answer. Redirects are followed where the same rules hold of their target. An answer
 * that ends early, is silent for too long or comes from a server in trouble is asked for again; nothing is left in `file`
 * unless the answer is whole.
 * @throws Problem `download.refused` for an address that may not be asked and for an answer that will not be another one the
 *   next time, `download.failed` for the rest; both with the address and the reason.
 */
export async function fetchFile(
  url: string,
  file: string,
  known: Validators,
  settings: DownloadSettings,
): Promise<Fetched> {
  const dispatcher = dispatcherOf(settings);
  try {
    for (const pause of [...settings.retryMs, undefined])
      try {
        return await fetchOnce(url, file, known, settings, dispatcher);
      } catch (error) {
        await rm(file, { force: true });
        const problem = problemOf(error, url);
        if (problem.code === 'download.refused' || pause === undefined) throw problem;
        const asked = error instanceof TryLater ? error.afterMs : undefined;
        await wait(Math.min(asked ?? pause, MAX_RETRY_AFTER_MS));
      }
  } finally {
    await dispatcher.destroy();
  }
  throw new Problem('download.failed', { url });
}

/** An answer of a server that may answer better later. */
class TryLater extends Error {
  readonly afterMs: number | undefined;
  constructor(status: number, retryAfter: string | undefined) {
    super(`the server answers ${status}`);
    const seconds = Number(retryAfter);
    this.afterMs = Number.isFinite(seconds) && 0 < seconds ? seconds * 1000 : undefined;
  }
}

/** Connects to addresses of the public internet alone, unless set; to be destroyed by whoever asked for it. */
export function dispatcherOf({
  allowsPrivate,
  proxy,
  idleMs,
}: Pick<DownloadSettings, 'allowsPrivate' | 'proxy' | 'idleMs'>): Dispatcher {
  const timeouts = { headersTimeout: idleMs, bodyTimeout: idleMs };
  if (proxy)
    return new EnvHttpProxyAgent({
      httpProxy: proxy.url,
      httpsProxy: proxy.url,
      noProxy: proxy.notFor ?? '',
      ...timeouts,
    });
  const connect = { timeout: idleMs, ...(!allowsPrivate && { lookup: lookUpPublic }) };
  return new Agent({ connect, ...timeouts });
}

async function fetchOnce(
  from: string,
  file: string,
  { etag, lastModified }: Validators,
  settings: DownloadSettings,
  dispatcher: Dispatcher,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(settings.totalMs);
  const headers = {
    'user-agent': 'Sekisho',
    'accept-encoding': 'identity',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
  let url = checkedUrl(from, settings);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await request(url, { dispatcher, headers, signal });
    const { statusCode, body } = answer;
    const header = (name: string) => [answer.headers[name]].flat()[0];
    if (statusCode === 200) {
      const bytes = await save(body, file, header, settings);
      const [newEtag, newDate] = [header('etag'), header('last-modified')];
      return {
        result: 'fetched',
        bytes,
        url: url.href,
        ...(newEtag !== undefined && { etag: newEtag }),
        ...(newDate !== undefined && { lastModified: newDate }),
      };
    }
    await body.dump();
    if (statusCode === 304 && (etag !== undefined || lastModified !== undefined)) return { result: 'unchanged' };
    const location = header('location');
    if ([301, 302, 303, 307, 308].includes(statusCode) && location !== undefined && URL.canParse(location, url))
      url = checkedUrl(new URL(location, url).href, settings);
    else if (statusCode === 429 || 500 <= statusCode) throw new TryLater(statusCode, header('retry-after'));
    else throw new Refused(`the server answers ${statusCode}`);
  }
  throw new Refused(`more than ${MAX_REDIRECTS} redirects`);
}

class Refused extends Error {}

/**
 * https; http where private addresses are allowed. A proxy is asked for a name, so an address is looked at here.
 * @throws an error that says why it may not be asked.
 */
export function checkedUrl(text: string, { allowsPrivate }: Pick<DownloadSettings, 'allowsPrivate'>): URL {
  if (!URL.canParse(text)) throw new Refused(`${text} is not a URL`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowsPrivate && url.protocol === 'http:'))
    throw new Refused(`${url.protocol}//${url.host} is not https`);
  if (url.username !== '' || url.password !== '') throw new Refused('the address holds a password');
  if (!allowsPrivate) refuseSpecialHost(url.hostname);
  return url;
}

async function save(
  body: Readable,
  file: string,
  header: (name: string) => string | undefined,
  { maxBytes }: DownloadSettings,
): Promise<number> {
  const encoding = header('content-encoding') ?? 'identity';
  const said = header('content-length');
  const refuse = (reason: string) => {
    body.on('error', () => undefined).destroy();
    return new Refused(reason);
  };
  if (encoding !== 'identity') throw refuse(`the answer is packed as ${encoding}, which was not asked for`);
  if (maxBytes < Number(said ?? 0)) throw refuse(`the answer has ${said} bytes, at most ${maxBytes} are taken`);
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes <= maxBytes ? null : new Refused(`the answer has more than ${maxBytes} bytes`), chunk);
    },
  });
  await pipeline(body, counted, createWriteStream(file, { mode: 0o600 }));
  if (said !== undefined && Number(said) !== bytes) throw new Error(`the answer ended after ${bytes} of ${said} bytes`);
  return bytes;
}

function problemOf(error: unknown, url: string): Problem {
  if (error instanceof Problem) return error;
  const causes = [error, error instanceof Error ? error.cause : undefined];
  const refused = causes.find((cause) => cause instanceof Refused || cause instanceof AddressRefused);
  if (refused instanceof Error)
    return new Problem('download.refused', { url, reason: refused.message }, { cause: error });
  return new Problem('download.failed', { url, reason: reasonOf(error) }, { cause: error });
}

/** What went wrong, in the words of whoever noticed it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
