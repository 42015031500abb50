// Names of registers in, the editions of them that are in use out.
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StoreReader } from '../store/store.ts';

/** @param named none: all. @throws Problem `source.unknown` for one that is not in use, `edition.not-found` when none is. */
export async function registersInUse(
  named: readonly string[],
  { store }: { readonly store: Pick<StoreReader, 'activeEditions'> },
): Promise<readonly ActiveEdition[]> {
  const active = (await store.activeEditions()).filter(({ edition }) => edition.kind === 'register');
  const known = active.map(({ edition }) => edition.source);
  const unknown = named.find((source) => !known.includes(source));
  if (unknown !== undefined) throw new Problem('source.unknown', { source: unknown, known: known.join(', ') });
  const asked = active.filter(({ edition }) => named.length === 0 || named.includes(edition.source));
  if (asked.length === 0) throw new Problem('edition.not-found', { edition: 'of any register' });
  return asked;
}
