// The server's line of events in, what is shown asked for anew out: soon, and not more often than the eye can follow.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { EVENTS } from '../api.ts';
import { refreshQueues } from './refresh-queues.ts';

const REOPEN_MS = 3_000;

/** Between two rounds of asking: a look-back raises hundreds of alerts in a second, each of which is told. */
const ROUND_MS = 2_000;

/**
 * Asks anew what changed, as the server tells it. False while the line is down; when it was refused, which a browser does not
 * try again, everything shown is asked for, so that an ended session is seen, and the line opened anew.
 */
export function useLiveUpdates(isAllowed: boolean): boolean {
  const client = useQueryClient();
  const [isLive, setIsLive] = useState(true);
  useEffect(() => {
    if (!isAllowed) return;
    const news = new NewsRounds(client);
    let events: EventSource | undefined;
    let opening: ReturnType<typeof setTimeout> | undefined;
    let wasDown = false;
    const down = () => {
      wasDown = true;
      setIsLive(false);
    };
    const back = () => {
      setIsLive(true);
      if (wasDown) void client.invalidateQueries();
      wasDown = false;
    };
    const open = () => {
      events = new EventSource(EVENTS);
      events.onopen = back;
      events.onerror = () => {
        down();
        if (events?.readyState !== EventSource.CLOSED) return;
        void client.invalidateQueries();
        opening = setTimeout(open, REOPEN_MS);
      };
      events.addEventListener('changed', ({ data }: MessageEvent<string>) =>
        news.tell((JSON.parse(data) as { subject?: string }).subject),
      );
    };
    open();
    window.addEventListener('offline', down);
    window.addEventListener('online', back);
    return () => {
      clearTimeout(opening);
      news.end();
      events?.close();
      window.removeEventListener('offline', down);
      window.removeEventListener('online', back);
    };
  }, [client, isAllowed]);
  return isLive;
}

/** Gathers what is told, and asks for it in rounds: the first at once, the next when the one before is answered and its time is over. */
class NewsRounds {
  readonly #client: QueryClient;
  readonly #cases = new Set<string>();
  #isTold = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** @param subject what an entry of the record is about: of a case, its id and what follows it. */
  tell(subject: string | undefined): void {
    const [id] = subject?.split('/') ?? [];
    if (id !== undefined) this.#cases.add(id);
    this.#isTold = true;
    if (this.#timer === undefined) this.#timer = setTimeout(() => void this.#round(), 0); // events come in bursts
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
  }

  async #round(): Promise<void> {
    if (!this.#isTold || this.#isEnded) {
      this.#timer = undefined;
      return;
    }
    this.#isTold = false;
    const cases = new Set(this.#cases);
    this.#cases.clear();
    for (const id of cases) void this.#client.invalidateQueries({ queryKey: ['case', id] });
    for (const key of ['orders', 'status', 'alerts', 'case-ages', 'alert-counts'])
      void this.#client.invalidateQueries({ queryKey: [key] });
    await refreshQueues(this.#client, cases).catch(() => {}); // what was not answered is stale, and asked for the next time
    this.#timer = setTimeout(() => void this.#round(), ROUND_MS);
  }
}
