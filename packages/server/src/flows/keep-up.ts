// The parts of a server in, what has to be done beside answering done now and then: look-backs that are owed, the record signed.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { checkpointWhenDue, type RecordPlaces } from './checkpoint.ts';
import { runLookBacks } from './look-back.ts';
import type { Parts } from './parts.ts';

const EVERY_MS = 60_000;

export interface Upkeep {
  /** Waits for what is being done, and signs the record once more when that is due. */
  stop(): Promise<void>;
}

/** Begins at once. What fails is told as a warning and tried again the next time: it is owed until it is done. */
export function keepUp(parts: Parts, places: RecordPlaces): Upkeep {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const again = () => {
    running = keptUp(parts, places).finally(() => {
      if (!isStopped) timer = setTimeout(again, EVERY_MS).unref();
    });
  };
  let isStopped = false;
  again();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await told(parts, () => checkpointWhenDue(parts, places));
    },
  };
}

async function keptUp(parts: Parts, places: RecordPlaces): Promise<void> {
  await told(parts, () => runLookBacks(parts));
  await told(parts, () => checkpointWhenDue(parts, places));
}

async function told(parts: Parts, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    parts.onWarning?.(
      error instanceof Problem
        ? error
        : new Problem('internal', { reason: (error as Error).message }, { cause: error }),
    );
  }
}
