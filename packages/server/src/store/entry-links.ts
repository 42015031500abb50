// Within one write: what is saved with an entry of its own, and the entry that seals it, brought together in either order.
import type { EntryKind } from '@sekisho/engine/model/record-entry.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

/** Sets the entry of what was saved. */
type SetEntry = (sequence: number) => Promise<void>;

const linkedKinds: readonly EntryKind[] = ['alert-raised', 'case-decided', 'case-noted', 'entities-judged'];

/**
 * An entry seals what was saved when it is of its kind and subject and its payload says at least the same. Of several
 * with one kind and subject the first entry belongs to the first that was saved.
 */
export class EntryLinks {
  readonly #sealed = new Map<string, { readonly sequence: number; readonly payload: object }[]>();
  readonly #saved = new Map<string, { readonly noun: object; readonly setEntry: SetEntry }[]>();

  async seal(kind: EntryKind, subject: string, sequence: number, payload: unknown): Promise<void> {
    if (!linkedKinds.includes(kind) || typeof payload !== 'object' || payload === null) return;
    const key = `${kind} ${subject}`;
    this.#sealed.set(key, [...(this.#sealed.get(key) ?? []), { sequence, payload }]);
    await this.#link(key);
  }

  async save(kind: EntryKind, subject: string, noun: object, setEntry: SetEntry): Promise<void> {
    const key = `${kind} ${subject}`;
    this.#saved.set(key, [...(this.#saved.get(key) ?? []), { noun, setEntry }]);
    await this.#link(key);
  }

  /** @throws Problem `store.failed` when something was saved that no entry of this write seals. */
  check(): void {
    const [first] = this.#saved.keys();
    if (first !== undefined)
      throw new Problem('store.failed', { reason: `no entry "${first}" of this write seals what was saved` });
  }

  async #link(key: string): Promise<void> {
    const [sealed, ...laterSealed] = this.#sealed.get(key) ?? [];
    const [saved, ...laterSaved] = this.#saved.get(key) ?? [];
    if (!sealed || !saved) return;
    if (!saysAtLeast(sealed.payload, saved.noun))
      throw new Problem('store.failed', { reason: `the entry "${key}" does not say what was saved` });
    keep(this.#sealed, key, laterSealed);
    keep(this.#saved, key, laterSaved);
    await saved.setEntry(sealed.sequence);
  }
}

function saysAtLeast(payload: object, noun: object): boolean {
  const said = new Map<string, unknown>(Object.entries(payload));
  return (
    canonicalJson(Object.fromEntries(Object.keys(noun).map((field) => [field, said.get(field)]))) ===
    canonicalJson(noun)
  );
}

function keep<T>(lists: Map<string, T[]>, key: string, list: T[]): void {
  if (list.length === 0) lists.delete(key);
  else lists.set(key, list);
}
