// An entity in, a short line that an index keeps of it out; and the entity back.
import { entityOf, type Entity } from '../model/entity.ts';

/** JSON without what is empty and what follows from the rest, and with one character for what stands in most lines. */
export function entityLine(entity: Entity): string {
  const { id: _, ...rest } = entity;
  const said = Object.entries(rest).filter(([, value]) => !Array.isArray(value) || 0 < value.length);
  let line = JSON.stringify(Object.fromEntries(said));
  FRAGMENTS.forEach((fragment, place) => {
    if (line.includes(fragment)) line = line.replaceAll(fragment, String.fromCharCode(FIRST_CODE + place));
  });
  return line;
}

export function entityOfLine(line: string): Entity {
  const text = line.replace(CODES, (code) => FRAGMENTS[code.charCodeAt(0) - FIRST_CODE] ?? '');
  return entityOf(JSON.parse(text) as Parameters<typeof entityOf>[0]);
}

/** In this order one after the other; each becomes a control character, which JSON has none of. An index names its format by them. */
const FRAGMENTS = [
  '{"birthDates":[{"earliest":"',
  '","circa":false,"text":"',
  '","latest":"',
  '","recordId":"',
  '","schema":"Person',
  '","schema":"',
  '","names":[{"text":"',
  '"names":[{"text":"',
  '","kind":"primary"',
  '","kind":"alias"',
  '","family":"',
  ',"family":"',
  '","given":"',
  '"nationalities":["',
  '"countries":["',
  '"identifiers":[{"type":"',
  '"addresses":[{"full":"',
  '"source":"',
  '","value":"',
  '","country":"',
  '","note":"',
  '},{"text":"',
  '"}],',
  '"],',
  '-01-01',
  '-12-31',
  '"}]}',
  '}]}',
] as const;
const FIRST_CODE = 1;
const CODES = /[\u0001-\u001c]/g;
