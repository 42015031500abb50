// A FollowTheMoney record in; what it is, put into the drawers of the join: an entity, a part of others, a relation.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { BytesOfBlock, TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import { addressOf } from './address.ts';
import type { FtmReader } from './country.ts';
import { putAddress, putAsked, putEdge, putName, putRecord, putWrittenName, type ThingKind } from './drawers.ts';
import { edgeOf, guessedEdgesOf, referencesOf } from './edge.ts';
import type { RecordHead } from './head.ts';
import { schemaRules, type SchemaRule } from './model.ts';
import { keysIn, type FtmPlace, type FtmRecord } from './record.ts';

/**
 * @param json the record as it stands in the file.
 * @param change what a delta file says of it, when it is from one that is not taken together with the whole file.
 * @throws Problem `list.unknown-column` for a property that a relation or an address does not have; `file.unexpected` for a
 *   change of what stands inside other entries, which can only be taken together with the whole file.
 */
export function route(
  record: FtmRecord,
  json: string | BytesOfBlock,
  buckets: TemporaryBuckets,
  where: FtmPlace,
  reader: FtmReader,
  change?: 'added' | 'changed',
): void {
  const { reading } = reader;
  const rule = schemaRules.get(record.schema);
  reading.count('records');
  if (!rule)
    reading.report('list.unknown-value', { ...where, record: record.id, field: 'schema', value: record.schema });
  if (rule?.is === 'ignored') return;
  const is = becomes(record, rule);
  if (change === 'changed' && is !== 'entity')
    throw new Problem('file.unexpected', {
      ...where,
      reason: `it changes a record that is no entry by itself; take the whole file together with the changes (${record.id})`,
    });
  if (rule?.is === 'address') {
    const address = addressOf(record, where, reader);
    if (address) putAddress(buckets, record.id, address);
    return;
  }
  if (rule?.is === 'edge') {
    const edge = edgeOf(record, rule, where);
    reading.count('relations');
    putEdge(buckets, edge);
    return;
  }
  if (is !== undefined) putName(buckets, record.id, { is, name: nameOf(record) });
  if (rule?.is === 'part') {
    const holders = keysIn(record, rule.of, where);
    if (holders.length > 0) putRecord(buckets, holders, 'part', where.line, json);
    else if (is === undefined)
      reading.report('list.missing-field', { ...where, record: record.id, field: rule.of, reason: record.schema });
  }
  if (is === 'entity') {
    putRecord(buckets, [record.id], change ?? 'added', where.line, json);
    for (const edge of referencesOf(record, where)) putEdge(buckets, edge);
    for (const address of keysIn(record, 'addressEntity', where)) putAsked(buckets, address, record.id, where.line);
  }
  if (!rule && is === undefined) for (const edge of guessedEdgesOf(record, where)) putEdge(buckets, edge);
}

/** The same of a record of which the head says enough. */
export function routeHead(
  { id, rule, caption, ids }: RecordHead,
  json: BytesOfBlock,
  buckets: TemporaryBuckets,
  line: number,
  { reading }: FtmReader,
): void {
  reading.count('records');
  if (rule.is === 'part') {
    putRecord(buckets, ids, 'part', line, json);
    return;
  }
  putWrittenName(buckets, id, 'entity', caption);
  putRecord(buckets, [id], 'added', line, json);
  for (const address of ids) putAsked(buckets, address, id, line);
}

/** What a record is to those who name it; undefined for one that nobody can name. */
function becomes(record: FtmRecord, rule: SchemaRule | undefined): ThingKind | undefined {
  if (!rule) return (record.properties['name'] ?? []).length > 0 || record.isTarget ? 'entity' : undefined;
  const isListed = record.isTarget || (record.properties['topics'] ?? []).length > 0;
  if (rule.is === 'entity') return 'entity';
  if (rule.is === 'post') return 'post';
  if (rule.is === 'thing') return isListed ? 'entity' : 'thing';
  if (rule.is === 'part' && rule.alone === true) return isListed || isOfNobody(record, rule) ? 'entity' : 'thing';
  return undefined;
}

function isOfNobody(record: FtmRecord, rule: SchemaRule & { is: 'part' }): boolean {
  return (record.properties[rule.of] ?? []).length === 0;
}

function nameOf({ caption, properties, id }: FtmRecord): string {
  return caption ?? properties['name']?.toSorted()[0] ?? id;
}
