// What a program that screens against lists is shown in, sealed out when it says something of crimes: once a day for each entry.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Actor } from '@sekisho/engine/model/person.ts';
import { noteEntriesView } from './note-view.ts';
import type { Parts } from './parts.ts';
import { protectedEntities } from './withheld.ts';

/** A program screens for those who work with its answers: it needs what publishers say, and gives no reason each time. */
export function isProgram({ duties }: Pick<Actor, 'duties'>): boolean {
  return duties.includes('service');
}

/** Sealed before the answer goes out, so that nothing was shown that the record does not know of; again after a restart. */
export class ProgramViews {
  readonly #parts: Parts;
  #day: CalendarDate = '';
  readonly #sealed = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws Problem as `noteEntriesView`. */
  async note(actor: Actor, shown: readonly Entity[]): Promise<void> {
    const day = this.#parts.clock().slice(0, 10);
    if (day !== this.#day || MOST_REMEMBERED < this.#sealed.size) this.#sealed.clear();
    this.#day = day;
    const keyOf = ({ id }: Entity) => `${actor.id} ${id}`;
    const unsealed = protectedEntities(shown, this.#parts.reference).filter(
      (entity) => !this.#sealed.has(keyOf(entity)),
    );
    if (unsealed.length === 0) return;
    await noteEntriesView({ by: actor.name, reason: WHAT_FOR }, unsealed, this.#parts);
    for (const entity of unsealed) this.#sealed.add(keyOf(entity));
  }
}

const WHAT_FOR = 'screening by a program';
const MOST_REMEMBERED = 1_000_000;
