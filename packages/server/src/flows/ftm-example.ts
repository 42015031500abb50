// An example of a FollowTheMoney entity, as clients send it, in; its values cleaned, and the subject to screen, out.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { FtmSchema } from '@sekisho/engine/reference/follow-the-money.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { MAX_NAME_CHARS } from './screen-name.ts';
import { entityOfExample } from '@sekisho/sources/lists/opensanctions/example.ts';

/** Properties as they are compared: each value once, in the order given. */
export type FtmProperties = Readonly<Record<string, readonly string[]>>;

export interface ExampleRead {
  readonly properties: FtmProperties;
  readonly subject: Subject;
}

type Tables = Pick<Reference, 'territories' | 'batchColumns' | 'followTheMoney'>;

/** Of one property: nobody has more, and every one is compared. */
const MAX_VALUES = 50;

/** The schema that examples of a FollowTheMoney schema are compared as; `Thing` may be anybody. Undefined when it is none. */
export function comparedSchema(name: string, { followTheMoney }: Tables): Schema | undefined {
  const schema = followTheMoney.schemata.get(name);
  if (!schema || schema.ancestors.has('Interval')) return undefined;
  return schemata.find((known) => known === name) ?? (name === 'Vehicle' ? 'Vessel' : 'LegalEntity');
}

/**
 * Properties that the schema has not are passed over, and so are countries, dates and genders that are none: what is compared
 * says which were taken.
 * @throws Problem `name.too-long`, `example.invalid`: neither a name nor a number, or more values than anybody has.
 */
export function readExample(
  name: string,
  given: ReadonlyMap<string, unknown>,
  tables: Tables,
): ExampleRead | undefined {
  const schema = tables.followTheMoney.schemata.get(name);
  const compared = comparedSchema(name, tables);
  if (!schema || !compared) return undefined;
  const properties = cleanedProperties(schema, given, tables);
  const entity = entityOfExample(compared, properties, tables.territories);
  if (entity.names.length === 0 && entity.identifiers.length === 0)
    throw new Problem('example.invalid', { reason: 'it has neither a name nor a number' });
  const { names, birthDates, genders, nationalities, countries, identifiers, addresses } = entity;
  const subject = { schema: compared, names, birthDates, genders, nationalities, countries, identifiers, addresses };
  return { properties, subject };
}

function cleanedProperties(schema: FtmSchema, given: ReadonlyMap<string, unknown>, tables: Tables): FtmProperties {
  const known: [string, readonly string[]][] = [];
  for (const [name, value] of given) {
    const property = schema.properties.get(name);
    if (!property || property.type === 'entity') continue;
    const texts = textsOf(value).slice(0, MAX_VALUES + 1);
    const cleaned = new Set(texts.flatMap((text) => cleanedValue(text, property.type, tables) ?? []));
    if (MAX_VALUES < texts.length)
      throw new Problem('example.invalid', { reason: `${name} has more than ${MAX_VALUES} values` });
    if (property.type === 'name' || property.type === 'string')
      for (const text of cleaned)
        if (MAX_NAME_CHARS < text.length)
          throw new Problem('name.too-long', { characters: text.length, most: MAX_NAME_CHARS });
    if (0 < cleaned.size) known.push([name, [...cleaned]]);
  }
  return Object.fromEntries(known);
}

/** A text, a number or a list of them; what else somebody sends is no value. */
function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'bigint') return [];
    const text = String(one).toWellFormed().replace(UNWANTED, ' ').replace(/\s+/gu, ' ').trim();
    return text === '' ? [] : [text];
  });
}

/** Controls and what replaced something that could not be read: in no name, number or date. */
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\ufffd]/gu;

function cleanedValue(text: string, type: string, { territories, batchColumns, followTheMoney }: Tables) {
  switch (type) {
    case 'country':
      return territories.codeOf(text) ?? territories.codeOf(text.toUpperCase());
    case 'date': {
      const day = /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text)?.[0] ?? text;
      return parseDateRange(day) && normalDate(day);
    }
    case 'gender':
      return batchColumns.genderOf(text) ?? (text.toLowerCase() === 'other' ? 'other' : undefined);
    case 'topic':
      return followTheMoney.topics.has(text) ? text : undefined;
    default:
      return text;
  }
}

/** `1951/3/5` → `1951-03-05`. */
function normalDate(text: string): string {
  return text
    .split(/[-/]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
