// The records of a bucket and the messages to them in, the entities they make out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { jsonValueOf } from '../../readers/json-lines.ts';
import type { TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import { distinct, distinctBy } from '../distinct.ts';
import type { FtmReader } from './country.ts';
import { takeMessages, takeRecords, type Message, type RecordLine } from './drawers.ts';
import { addedTo, mapRecord, type FromOthers } from './map.ts';
import { schemaRules } from './model.ts';
import { recordOf, type FtmPlace, type FtmRecord } from './record.ts';

export interface GatherSettings {
  readonly list: string;
  readonly file: string;
  /** `merge`: records of one id say the same, or parts of it, as the nested form repeats them. */
  readonly repeated: 'refuse' | 'merge';
  /** True when the bucket holds a change and the entities that it is a change of. */
  readonly isChange: boolean;
}

/**
 * The entities of a bucket by id, once messages were sent from all.
 * @throws Problem `list.duplicate-record` for an id with two records, `file.unexpected` for a change that does not fit what
 *   it changes, and as `mapRecord`.
 */
export function entitiesOf(
  buckets: TemporaryBuckets,
  bucket: number,
  settings: GatherSettings,
  reader: FtmReader,
): readonly Entity[] {
  const gathered = new Gathering();
  for (const line of takeRecords(buckets, bucket)) takeLine(line, settings, gathered);
  for (const message of takeMessages(buckets, bucket)) takeMessage(message, gathered);
  const entities: Entity[] = [];
  for (const id of gathered.ids()) {
    if (buckets.bucketOf(id) !== bucket) continue;
    const entity = entityFrom(id, gathered.of(id), settings, reader);
    if (entity) entities.push(entity);
  }
  return entities;
}

interface Gathered {
  line: number;
  record?: FtmRecord;
  isChanged?: true;
  before?: Entity;
  isRemoved?: true;
  readonly others: { -readonly [Key in keyof FromOthers]: FromOthers[Key][number][] };
  /** Ids of those who are named and are not in the file. */
  readonly missing: string[];
}

class Gathering {
  readonly #byId = new Map<string, Gathered>();

  of(id: string): Gathered {
    const known = this.#byId.get(id);
    if (known) return known;
    const others = { parts: [], links: [], addresses: [], positions: [], missingAddresses: [] };
    const gathered: Gathered = { line: 0, others, missing: [] };
    this.#byId.set(id, gathered);
    return gathered;
  }

  ids(): readonly string[] {
    return [...this.#byId.keys()].toSorted();
  }
}

function takeLine({ kind, line, text }: RecordLine, settings: GatherSettings, gathering: Gathering): void {
  const where: FtmPlace = { list: settings.list, file: settings.file, line };
  if (kind === 'removed') {
    Object.assign(gathering.of(text), { isRemoved: true, line });
    return;
  }
  if (kind === 'before') {
    const entity = JSON.parse(text) as Entity;
    gathering.of(entity.recordId).before = entity;
    return;
  }
  const record = recordOf(jsonValueOf(text, settings, line), where);
  if (kind === 'part') {
    for (const id of holdersOf(record)) gathering.of(id).others.parts.push({ record, where });
    return;
  }
  const gathered = gathering.of(record.id);
  if (gathered.record && settings.repeated === 'refuse')
    throw new Problem('list.duplicate-record', { ...where, record: record.id });
  gathered.record = gathered.record ? merged(gathered.record, record) : record;
  gathered.line ||= line;
  if (kind === 'changed') gathered.isChanged = true;
}

function takeMessage(message: Message, gathering: Gathering): void {
  const gathered = gathering.of(message.to);
  const { others } = gathered;
  if ('link' in message) {
    others.links.push(message.link);
    if (message.missing) gathered.missing.push(message.link.toId ?? '');
  } else if ('address' in message) others.addresses.push(message.address);
  else if ('noAddress' in message) others.missingAddresses.push(message.noAddress);
  else others.positions.push(message.position);
  gathered.line ||= message.line;
}

/** Undefined for what is no entry: an end of a relation that is none, an entry that was removed. */
function entityFrom(
  id: string,
  { line, record, isChanged, before, isRemoved, others, missing }: Gathered,
  { list, file, repeated, isChange }: GatherSettings,
  reader: FtmReader,
): Entity | undefined {
  const where: FtmPlace = { list, file, line };
  const refused = (reason: string) => new Problem('file.unexpected', { ...where, reason: `${reason} (${id})` });
  for (const value of distinct(missing).toSorted())
    reader.reading.report('list.unknown-reference', { ...where, record: id, value });
  const fromOthers: FromOthers = repeated === 'merge' ? { ...others, parts: mergedParts(others.parts) } : others;
  if (isRemoved) {
    if (!before)
      throw refused('it removes a record that is no entry by itself; take the whole file together with the changes');
    reader.reading.count('removed');
    return undefined;
  }
  if (record) {
    if (isChange && before && !isChanged) throw refused('it adds an entry that the edition in use has already');
    if (isChange && !before && isChanged) throw refused('it changes an entry that the edition in use does not have');
    if (isChange) reader.reading.count(isChanged ? 'changed' : 'added');
    return mapRecord(record, fromOthers, where, reader, before);
  }
  if (before) return isTouched(others) ? addedTo(before, fromOthers, where, reader) : before;
  for (const { record: part, where: place } of others.parts)
    reader.reading.report('list.unknown-reference', { ...place, record: part.id, value: id });
  return undefined;
}

function isTouched(others: FromOthers): boolean {
  return Object.values(others).some((values: readonly unknown[]) => values.length > 0);
}

function holdersOf({ schema, properties }: FtmRecord): readonly string[] {
  const rule = schemaRules.get(schema);
  return rule?.is === 'part' ? distinct(properties[rule.of] ?? []) : [];
}

/** Both say the same of one record, each perhaps without a part of what it names. */
function merged(one: FtmRecord, other: FtmRecord): FtmRecord {
  const names = distinct([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  return {
    ...one,
    isTarget: one.isTarget || other.isTarget,
    properties: Object.fromEntries(
      names.map((name) => [name, distinct([...(one.properties[name] ?? []), ...(other.properties[name] ?? [])])]),
    ),
  };
}

function mergedParts(parts: FromOthers['parts']): FromOthers['parts'] {
  const groups = Map.groupBy(parts, ({ record }) => record.id);
  return distinctBy(parts, ({ record }) => record.id).map((part) => ({
    ...part,
    record: (groups.get(part.record.id) ?? []).map(({ record }) => record).reduce(merged),
  }));
}
