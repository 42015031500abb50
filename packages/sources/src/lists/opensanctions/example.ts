// Properties of FollowTheMoney that somebody states of one party in, the Entity they make out: read as those of a file are.
import type { Entity, Schema } from '@sekisho/engine/model/entity.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import { ReadingInProgress } from '../list-reading.ts';
import type { FtmReader } from './country.ts';
import { emptyDraft, entityOfDraft } from './draft.ts';
import { entityRules, topics } from './model.ts';
import { namesOf } from './names.ts';
import { takeProperties } from './properties.ts';

/** What the statements of nobody's list are called. */
const SOURCE = 'example';

/**
 * @param properties countries as codes or names, dates `YYYY[-MM[-DD]]`, genders `male`, `female` or `other`. What no rule is for is
 *   passed over.
 */
export function entityOfExample(
  schema: Schema,
  properties: Readonly<Record<string, readonly string[]>>,
  territories: Territories,
): Entity {
  const known = Object.entries(properties).flatMap(([name, values]) =>
    entityRules.has(name) ? [[name, name === 'topics' ? values.filter((topic) => topics.has(topic)) : values]] : [],
  );
  const record = {
    id: SOURCE,
    schema,
    properties: Object.fromEntries(known) as Record<string, readonly string[]>,
    datasets: [],
    referents: [],
    isTarget: true,
  };
  const where = { list: SOURCE, file: '', line: 0 };
  const reader: FtmReader = { source: SOURCE, territories, reading: new ReadingInProgress() };
  const draft = emptyDraft();
  const { names, parts } = takeProperties(record, false, draft, where, reader);
  draft.names.push(...namesOf({ id: record.id, names, parts }).names);
  return entityOfDraft(draft, { source: SOURCE, recordId: SOURCE, schema });
}
