// Writers of one process in, one after the other out, in the order they came.
import { Problem } from '@sekisho/engine/model/problem.ts';

/** Of `setTimeout`: what is longer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export class WriteQueue {
  #tail: Promise<void> = Promise.resolve();

  /** Runs `work` when all before it have ended. @throws Problem `store.busy` when that is later than `deadline`. */
  async inTurn<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    const before = this.#tail;
    const { promise, resolve: leave } = Promise.withResolvers<void>();
    this.#tail = promise;
    try {
      await beforeDeadline(before, deadline);
    } catch (error) {
      void before.then(leave);
      throw error;
    }
    try {
      return await work();
    } finally {
      leave();
    }
  }
}

async function beforeDeadline(turn: Promise<void>, deadline: number): Promise<void> {
  const late = Promise.withResolvers<never>();
  const busy = () => {
    late.reject(new Problem('store.busy', { reason: 'other writes of this process have not ended' }));
  };
  const timer = setTimeout(busy, Math.min(LONGEST_TIMER_MS, Math.max(0, deadline - performance.now())));
  try {
    await Promise.race([turn, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
