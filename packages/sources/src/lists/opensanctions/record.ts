// A value of a line of a FollowTheMoney file in, the record it is out, checked; of a nested one, all the records in it.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { nestedNames } from './model.ts';

/** A FollowTheMoney entity: what a source says of a person, a body, an address, a relation. */
export interface FtmRecord {
  readonly id: string;
  readonly schema: string;
  /** The name to show, one of its names. */
  readonly caption?: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** The source lists that hold it, and the ids it has in them or had before. */
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  /** When the collection last saw it change, an instant. */
  readonly lastChange?: string;
  /** The list is about it; false: it is there because a target names it. */
  readonly isTarget: boolean;
}

/** Where a record stands, for problems. */
export type FtmPlace = { readonly list: string; readonly file: string; readonly line: number };

/** Dates of the collecting program; `first_seen` and `last_seen` move with every run. */
const knownKeys = new Set([
  'id',
  'schema',
  'caption',
  'properties',
  'datasets',
  'referents',
  'last_change',
  'target',
  'first_seen',
  'last_seen',
  'origin',
]);

/** Neither relations of relations nor a made file go deeper. */
const MAX_NESTING = 12;

/** @throws Problem `list.unexpected-shape` with the field, `list.unknown-column` for a field that no version has. */
export function recordOf(value: unknown, where: FtmPlace): FtmRecord {
  return recordFrom(objectAt(value, where, '/'), where, propertiesOf);
}

/** The ids that a property has of other records. @throws Problem `list.unexpected-shape` for what can be none. */
export function keysIn({ id, properties }: FtmRecord, property: string, where: FtmPlace): readonly string[] {
  const keys = properties[property] ?? [];
  for (const key of keys) if (!isKey(key)) throw unfit(where, `properties/${property}`, 'holds what is not an id', id);
  return keys.length < 2 ? keys : [...new Set(keys)].toSorted();
}

function isKey(text: string): boolean {
  return text !== '' && !/[\u0000-\u001f]/.test(text);
}

/**
 * A target and all that is nested in it, each once for every place where it stands.
 * @throws Problem as `recordOf`; `list.unexpected-shape` for one nested deeper than 12 levels.
 */
export function nestedRecordsOf(value: unknown, where: FtmPlace): readonly FtmRecord[] {
  const found: FtmRecord[] = [];
  takeNested(value, where, found, 0);
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

function recordFrom(
  fields: Fields,
  where: FtmPlace,
  propertiesFrom: (value: unknown, where: FtmPlace, id: string) => Record<string, readonly string[]>,
): FtmRecord {
  for (const key in fields) if (!knownKeys.has(key)) throw new Problem('list.unknown-column', { ...where, field: key });
  const { id, schema, caption, target, last_change: lastChange } = fields;
  if (typeof id !== 'string' || !isKey(id)) throw unfit(where, 'id', 'is not an id');
  if (typeof schema !== 'string' || schema === '') throw unfit(where, 'schema', 'is not a text', id);
  if (!isTextOrNothing(caption)) throw unfit(where, 'caption', 'is not a text', id);
  if (!isTextOrNothing(lastChange)) throw unfit(where, 'last_change', 'is not a text', id);
  return {
    id,
    schema,
    properties: propertiesFrom(fields['properties'] ?? {}, where, id),
    datasets: textsAt(fields['datasets'] ?? [], where, 'datasets', id),
    referents: textsAt(fields['referents'] ?? [], where, 'referents', id),
    isTarget: target === true,
    ...(typeof caption === 'string' && caption !== '' && { caption }),
    ...(typeof lastChange === 'string' && { lastChange }),
  };
}

function propertiesOf(value: unknown, where: FtmPlace, id: string): Record<string, readonly string[]> {
  const properties = objectAt(value, where, 'properties', id);
  for (const name in properties)
    if (!areTexts(properties[name])) textsAt(properties[name], where, `properties/${name}`, id);
  return properties as Record<string, readonly string[]>;
}

/** What stands in a property is kept by its id there, or names its surroundings by a property of its own. */
function takeNested(value: unknown, where: FtmPlace, found: FtmRecord[], depth: number, around?: Around): string {
  const fields = objectAt(value, where, '/');
  if (depth > MAX_NESTING) throw unfit(where, 'properties', `is nested deeper than ${MAX_NESTING} levels`);
  const record = recordFrom(fields, where, (given, _, id) => {
    const properties = new Map<string, string[]>();
    const put = (name: string, text: string) => {
      const values = properties.get(name) ?? [];
      if (!values.includes(text)) properties.set(name, [...values, text]);
    };
    for (const [name, values] of Object.entries(objectAt(given, where, 'properties', id))) {
      if (!Array.isArray(values)) throw unfit(where, `properties/${name}`, 'is not an array', id);
      const namedBy = nestedNames.get(name);
      for (const item of values as unknown[]) {
        const isRecord = typeof item === 'object' && item !== null;
        const isBackward = isRecord && namedBy !== undefined;
        const inside = isRecord
          ? takeNested(item, where, found, depth + 1, isBackward ? { property: namedBy, id } : undefined)
          : item;
        if (typeof inside !== 'string') throw unfit(where, `properties/${name}`, 'holds something else than text', id);
        if (!isBackward) put(name, inside);
      }
    }
    if (around) put(around.property, around.id);
    return Object.fromEntries(properties);
  });
  found.push(record);
  return record.id;
}

/** What a nested record stands in, and by which of its properties it names it. */
interface Around {
  readonly property: string;
  readonly id: string;
}

function objectAt(value: unknown, where: FtmPlace, field: string, record?: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw unfit(where, field, 'is not an object', record);
}

function areTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (typeof item !== 'string') return false;
  return true;
}

function textsAt(value: unknown, where: FtmPlace, field: string, record: string): readonly string[] {
  if (!Array.isArray(value)) throw unfit(where, field, 'is not an array', record);
  if (!areTexts(value)) throw unfit(where, field, 'holds something else than text', record);
  return value as string[];
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function unfit(where: FtmPlace, field: string, reason: string, record?: string): Problem {
  return new Problem('list.unexpected-shape', { ...where, field, reason, ...(record !== undefined && { record }) });
}
