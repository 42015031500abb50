// A server in, the same out with a time within which a body has to be there: short where words are sent, long where files are.
import type { Server } from './serving.ts';

export interface BodyTimes {
  readonly usualMs: number;
  /** Of routes whose config says `takesFiles`. */
  readonly filesMs: number;
}

/** Whoever sends a body in drops holds a connection no longer than that: it is closed without an answer. */
export function limitBodyTime(server: Server, { usualMs, filesMs }: BodyTimes): void {
  server.addHook('onRequest', async (request) => {
    const { raw, headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    const timer = setTimeout(
      () => {
        if (!raw.complete) raw.destroy();
      },
      request.routeOptions.config.takesFiles === true ? filesMs : usualMs,
    );
    timer.unref();
    raw.once('end', () => clearTimeout(timer));
    await Promise.resolve();
  });
}
