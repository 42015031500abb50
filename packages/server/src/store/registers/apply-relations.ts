// Relations of companies, each under its key, and the file of an edition in; the file with them applied out.
import type { DatabaseSync } from 'node:sqlite';
import type { NumberedRelation, RegisterRelation } from '@sekisho/engine/model/register.ts';

/** What is stated under a key takes the place of what stood under it; what holds no more is taken out. */
export class RelationApplier {
  readonly #statements: ReturnType<typeof prepare>;
  #ended = 0;

  constructor(database: DatabaseSync) {
    this.#statements = prepare(database);
  }

  /** Statements that something holds no more. */
  get ended(): number {
    return this.#ended;
  }

  /** @returns whether anything is stated now that was not, or the other way round. */
  apply({ number, key, relation }: NumberedRelation): boolean {
    if (!relation) {
      this.#ended++;
      return this.#statements.remove.run(number, key).changes > 0;
    }
    const text = JSON.stringify(relation);
    if (this.#statements.find.get(number, key)?.['relation'] === text) return false;
    this.#statements.put.run(number, key, text);
    return true;
  }
}

export function relationOfText(text: string): RegisterRelation {
  return JSON.parse(text) as RegisterRelation;
}

function prepare(database: DatabaseSync) {
  return {
    find: database.prepare('select relation from relation where number = ? and key = ?'),
    put: database.prepare('insert or replace into relation (number, key, relation) values (?, ?, ?)'),
    remove: database.prepare('delete from relation where number = ? and key = ?'),
  };
}
