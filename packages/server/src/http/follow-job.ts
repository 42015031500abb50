// A job in, server-sent events of how far it is out, until it is over or nobody listens.
import type { FastifyReply } from 'fastify';
import { jobOfId, type ListedJob } from '../flows/job-queue.ts';
import type { Parts } from '../flows/parts.ts';
import { BEAT, beginEvents, eventText, LOOKS_A_BEAT } from './event-stream.ts';

const LOOK_MS = 500;

/** Everybody who follows a job on this server. */
export class JobFollowers {
  readonly #ends = new Set<() => void>();

  /** @throws Problem `access.denied`, `job.not-found`, before anything is written. */
  async add(id: string, reply: FastifyReply, parts: Parts): Promise<void> {
    let job = await jobOfId(id, parts);
    beginEvents(reply);
    let timer: NodeJS.Timeout | undefined;
    let said = '';
    let looks = 0;
    const end = () => {
      clearTimeout(timer);
      this.#ends.delete(end);
      reply.raw.end();
    };
    const tell = (): void => {
      const text = eventText(isOver(job) ? 'ended' : 'progress', job);
      if (text !== said) reply.raw.write(text);
      else if (++looks % LOOKS_A_BEAT === 0) reply.raw.write(BEAT);
      said = text;
      if (isOver(job)) end();
      else timer = setTimeout(look, LOOK_MS);
    };
    const look = (): void => {
      // what cannot be read now is read the next time
      jobOfId(id, parts).then(
        (now) => {
          job = now;
          if (this.#ends.has(end)) tell();
        },
        () => this.#ends.has(end) && tell(),
      );
    };
    this.#ends.add(end);
    reply.raw.on('close', end);
    tell();
  }

  endAll(): void {
    for (const end of this.#ends) end();
  }
}

/** A job that is done again and again is never over. */
function isOver({ state }: ListedJob): boolean {
  return state === 'done' || state === 'dead';
}
