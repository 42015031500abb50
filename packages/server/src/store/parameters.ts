// A value on its way into a query in, the same value out, or a Problem when the databases would not keep it as it is.
import { Problem } from '@sekisho/engine/model/problem.ts';

/**
 * `value`, when SQLite and PostgreSQL both give back exactly what they were given.
 * @throws Problem `store.failed` for `undefined` (one would keep it as NULL), U+0000 (PostgreSQL has none), half a
 *   surrogate pair (kept as U+FFFD), numbers that are not finite or whole beyond 2^53, and everything else.
 */
export function checkedParameter(value: unknown): string | number | null {
  if (value === null) return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
      throw refused(`the number ${String(value)}`);
    return value;
  }
  if (typeof value !== 'string') throw refused(`a value of type ${typeof value}`);
  if (value.includes('\0')) throw refused('a text with the character U+0000');
  if (!value.isWellFormed()) throw refused('a text with half a surrogate pair');
  return value;
}

const refused = (what: string) => new Problem('store.failed', { reason: `${what} cannot be kept` });
