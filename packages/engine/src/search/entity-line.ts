// An entity in, a short JSON line that an index keeps of it out; and the entity back.
import { entityOf, type Entity } from '../model/entity.ts';

/** Without what is empty and what follows from the rest. */
export function entityLine(entity: Entity): string {
  const { id: _, ...rest } = entity;
  const said = Object.entries(rest).filter(([, value]) => !Array.isArray(value) || 0 < value.length);
  return JSON.stringify(Object.fromEntries(said));
}

export function entityOfLine(line: string): Entity {
  return entityOf(JSON.parse(line) as Parameters<typeof entityOf>[0]);
}
