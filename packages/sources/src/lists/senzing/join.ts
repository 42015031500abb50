// Mapped Senzing records of a file of any size in, their entities with the links between them out.
import type { Entity, EntityLink, LinkKind } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import type { FtmReader } from '../opensanctions/country.ts';
import { roles } from './attributes.ts';
import type { MappedRecord, Pointer } from './map.ts';

const LINE_FEED = 0x0a;

interface Named {
  readonly id: string;
  readonly name: string;
}

type Reference =
  | { readonly key: string; readonly anchor: Named }
  | { readonly key: string; readonly from: Named; readonly pointer: Pointer };

interface Message {
  readonly to: string;
  readonly link: EntityLink;
  /** Nothing is anchored where the relation points. */
  readonly missing?: string;
}

/** Puts the record where its id is, and what it is anchored at or points at where the key of that is. */
export function putMapped(buckets: TemporaryBuckets, { entity, anchors, pointers }: MappedRecord): void {
  buckets.put('records', buckets.bucketOf(entity.id), JSON.stringify(entity));
  const named: Named = { id: entity.id, name: entity.names[0]?.text ?? entity.recordId };
  const put = (reference: Reference) => {
    buckets.put('references', buckets.bucketOf(reference.key), JSON.stringify(reference));
  };
  for (const key of anchors) put({ key, anchor: named });
  for (const pointer of pointers) put({ key: pointer.key, from: named, pointer });
}

/** Tells both ends of the relations whose key is in the bucket. */
export function sendLinks(buckets: TemporaryBuckets, bucket: number): void {
  const references = [...valuesOf<Reference>(buckets.take('references', bucket))];
  const anchors = Map.groupBy(
    references.filter((reference) => 'anchor' in reference),
    ({ key }) => key,
  );
  const send = (message: Message) => {
    buckets.put('messages', buckets.bucketOf(message.to), JSON.stringify(message));
  };
  for (const reference of references) {
    if (!('pointer' in reference)) continue;
    const { key, from, pointer } = reference;
    const { forward, backward } = kindsOf(pointer.role);
    const found = anchors.get(key) ?? [];
    if (found.length === 0)
      send({ to: from.id, link: linkOf(forward, pointer, { toName: key.slice(key.indexOf('|') + 1) }), missing: key });
    for (const { anchor } of found) {
      send({ to: from.id, link: linkOf(forward, pointer, { toId: anchor.id, toName: anchor.name }) });
      send({ to: anchor.id, link: linkOf(backward, pointer, { toId: from.id, toName: from.name }) });
    }
  }
}

/** @throws Problem `list.duplicate-record` for two records of one id. */
export function linkedEntitiesOf(
  buckets: TemporaryBuckets,
  bucket: number,
  file: string,
  { source: list, reading }: FtmReader,
): readonly Entity[] {
  const entities = new Map<string, Entity>();
  for (const entity of valuesOf<Entity>(buckets.take('records', bucket))) {
    if (entities.has(entity.id)) throw new Problem('list.duplicate-record', { list, file, record: entity.recordId });
    entities.set(entity.id, entity);
  }
  const links = new Map<string, Map<string, EntityLink>>();
  for (const { to, link, missing } of valuesOf<Message>(buckets.take('messages', bucket))) {
    const known = links.get(to) ?? new Map<string, EntityLink>();
    links.set(to, known.set(JSON.stringify(link), link));
    if (missing !== undefined)
      reading.report('list.unknown-reference', {
        list,
        file,
        record: to.slice(list.length + 1),
        field: 'REL_POINTER_KEY',
        value: missing,
      });
  }
  return [...entities.keys()].toSorted().flatMap((id) => {
    const [entity, found] = [entities.get(id), links.get(id)];
    if (!entity) return [];
    const sorted = [...(found ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
    return [{ ...entity, links: [...entity.links, ...sorted] }];
  });
}

function kindsOf(role: string): { readonly forward: LinkKind; readonly backward: LinkKind } {
  return roles.get(role) ?? { forward: 'linked-to', backward: 'linked-to' };
}

function linkOf(
  kind: LinkKind,
  { role, since, until }: Pointer,
  other: { readonly toId?: string; readonly toName: string },
): EntityLink {
  return {
    kind,
    ...other,
    ...(role !== '' && { detail: role }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

function* valuesOf<T>(bytes: Buffer): Generator<T> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, start);
    yield JSON.parse(bytes.toString('utf8', start, end)) as T;
    start = end + 1;
  }
}
