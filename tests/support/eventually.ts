// What will be so before long in, what it gives out once it is; what stood in the way where it never is.
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const BETWEEN_MS = 40;

/**
 * Tries again until nothing is thrown: for what is read at once, as a count, a text or a row of the store.
 * @throws what was thrown last, when the patience is at its end
 */
export async function eventually<T>(read: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;)
    try {
      return await read();
    } catch (error) {
      if (end < Date.now()) throw error;
      await wait(BETWEEN_MS);
    }
}
