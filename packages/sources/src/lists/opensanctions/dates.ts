// The text of a date in, whether it is one out: asked again and again of the same few thousand days.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';

const MAX_KEPT = 50_000;
const known = new Map<string, boolean>();

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and in the calendar. */
export function isDate(text: string): boolean {
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  const found = parseDateRange(text) !== undefined;
  if (known.size < MAX_KEPT) known.set(text, found);
  return found;
}
