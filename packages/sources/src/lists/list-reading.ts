// Entities, problems and counts of one edition, gathered while its files are read.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem, type ProblemCode, type ProblemFacts, type RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { ListReading } from '../importer.ts';

export class ReadingInProgress {
  readonly #entities = new Map<string, Entity>();
  readonly #problems: RecordProblem[] = [];
  readonly #counts: Record<string, number>;

  /** @param counted names of what will be counted, so that a count of nothing is shown as 0. */
  constructor(...counted: readonly string[]) {
    this.#counts = Object.fromEntries(counted.map((name) => [name, 0]));
  }

  /** @throws Problem `list.duplicate-record` when the entity's id is there already. */
  add(entity: Entity, where: ProblemFacts & { readonly list: string }): void {
    if (this.#entities.has(entity.id))
      throw new Problem('list.duplicate-record', { ...where, record: entity.recordId });
    this.#entities.set(entity.id, entity);
  }

  /** A problem with one record that loses nothing of it. */
  report(code: ProblemCode, facts: ProblemFacts): void {
    this.#problems.push({ code, facts });
  }

  count(name: string, by = 1): void {
    this.#counts[name] = (this.#counts[name] ?? 0) + by;
  }

  /** @param statedOn the day on which the file says it was made, when it does. */
  finish(statedOn?: CalendarDate): ListReading {
    return {
      entities: [...this.#entities.values()],
      problems: this.#problems,
      counts: { entities: this.#entities.size, ...this.#counts, problems: this.#problems.length },
      ...(statedOn !== undefined && { statedOn }),
    };
  }
}
