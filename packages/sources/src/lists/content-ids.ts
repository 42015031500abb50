// What identifies the entries of a list without numbers of its own in, ids that stay the same from edition to edition out.
import { createHash } from 'node:crypto';

export interface IdentifyingContent {
  /** What stays the same while the entry is on the list: its name, where it is. */
  readonly lasting: readonly (string | undefined)[];
  /** What tells it from others of which that is the same: the day and notice of its order. */
  readonly telling: readonly (string | undefined)[];
}

/**
 * One id for each entry, of sixteen hexadecimal digits: of what lasts, where only one entry of the edition has it, else of
 * what tells it apart too. Entries that are the same in both have the same id. Case and runs of blanks do not count.
 */
export function contentIds(entries: readonly IdentifyingContent[]): string[] {
  const plain = entries.map(({ lasting, telling }) => ({
    short: plainText(lasting),
    long: `${plainText(lasting)}\n\n${plainText(telling)}`,
  }));
  const longByShort = new Map<string, Set<string>>();
  for (const { short, long } of plain) longByShort.set(short, (longByShort.get(short) ?? new Set()).add(long));
  return plain.map(({ short, long }) => digest((longByShort.get(short)?.size ?? 0) > 1 ? long : short));
}

function plainText(parts: readonly (string | undefined)[]): string {
  return parts.map((part) => (part ?? '').normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim()).join('\n');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
