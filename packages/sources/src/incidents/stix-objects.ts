// A STIX 2.1 bundle as JSON in, its objects held against what we need of them out, each in its newest version.
import Type from 'typebox';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';

const text = Type.String();
const texts = Type.Array(Type.String());
const optional = Type.Optional;

/** Other fields are the source's own matter: an object of STIX may have any. */
const ObjectShape = Type.Object({
  type: Type.String({ pattern: '^[a-z0-9-]{3,250}$' }),
  id: Type.String({ pattern: '^[a-z0-9-]+--[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' }),
  spec_version: optional(text),
  created: optional(text),
  modified: optional(text),
  revoked: optional(Type.Boolean()),
  lang: optional(text),
  created_by_ref: optional(text),
  object_marking_refs: optional(texts),
  granular_markings: optional(Type.Array(Type.Object({ marking_ref: optional(text) }))),
  external_references: optional(
    Type.Array(Type.Object({ source_name: optional(text), url: optional(text), external_id: optional(text) })),
  ),
  name: optional(text),
  description: optional(text),
  aliases: optional(texts),
  first_seen: optional(text),
  last_seen: optional(text),
  published: optional(text),
  valid_from: optional(text),
  valid_until: optional(text),
  resource_level: optional(text),
  identity_class: optional(text),
  pattern: optional(text),
  pattern_type: optional(text),
  object_refs: optional(texts),
  relationship_type: optional(text),
  source_ref: optional(text),
  target_ref: optional(text),
  sighting_of_ref: optional(text),
  observed_data_refs: optional(texts),
  value: optional(text),
  user_id: optional(text),
  account_login: optional(text),
  display_name: optional(text),
  hashes: optional(Type.Record(text, text)),
  definition_type: optional(text),
  definition: optional(Type.Object({ tlp: optional(text), statement: optional(text) })),
});
export type StixObject = Type.Static<typeof ObjectShape>;

/** Fields without which an object of a type says nothing (STIX 2.1, parts 4 to 6). */
const neededFields: Readonly<Record<string, readonly (keyof StixObject)[]>> = {
  incident: ['name', 'created', 'modified'],
  campaign: ['name', 'created', 'modified'],
  'intrusion-set': ['name', 'created', 'modified'],
  'threat-actor': ['name', 'created', 'modified'],
  report: ['name', 'created', 'modified', 'published', 'object_refs'],
  identity: ['name', 'created', 'modified'],
  indicator: ['pattern', 'pattern_type', 'valid_from', 'created', 'modified'],
  relationship: ['relationship_type', 'source_ref', 'target_ref', 'created', 'modified'],
  sighting: ['sighting_of_ref', 'created', 'modified'],
  'observed-data': ['created', 'modified'],
  'domain-name': ['value'],
  'ipv4-addr': ['value'],
  'ipv6-addr': ['value'],
  'email-addr': ['value'],
  url: ['value'],
  'user-account': [],
};

const BundleShape = Type.Object({
  type: Type.Literal('bundle'),
  id: Type.String(),
  objects: Type.Array(Type.Unknown(), { minItems: 1 }),
});

export interface StixBundle {
  readonly id: string;
  readonly objects: ReadonlyMap<string, StixObject>;
}

/** Whether the JSON says that it is a bundle. */
export function isBundle(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'bundle';
}

/**
 * Objects of one id are versions: the one that was modified last stands.
 * @throws Problem `incident.invalid` with file, object and field: no bundle of 2.1, a field that is missing or of another form, two
 *   versions of one moment that say different things.
 */
export function readBundle(value: unknown, facts: ProblemFacts): StixBundle {
  const { id, objects: all } = parseShape(BundleShape, value, 'incident.invalid', facts);
  const objects = new Map<string, StixObject>();
  for (const [place, one] of all.entries()) {
    const object = objectIn(one, { ...facts, object: nameOf(one) ?? `object ${String(place + 1)}` });
    const known = objects.get(object.id);
    const [was = '', is = ''] = [known?.modified, object.modified];
    if (known && instant(was) === instant(is) && JSON.stringify(known) !== JSON.stringify(object))
      throw new Problem('incident.invalid', {
        ...facts,
        object: object.id,
        field: '/modified',
        reason: 'is that of another version that says something else',
      });
    if (!known || instant(was) < instant(is)) objects.set(object.id, object);
  }
  return { id, objects };
}

/** Milliseconds of an instant of STIX, 0 of none. */
export function instant(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : Date.parse(text);
}

function objectIn(value: unknown, facts: ProblemFacts): StixObject {
  const object = parseShape(ObjectShape, value, 'incident.invalid', facts);
  const fail = (field: string, reason: string): never => {
    throw new Problem('incident.invalid', { ...facts, field, reason });
  };
  if (!object.id.startsWith(`${object.type}--`)) fail('/id', `is not one of a ${object.type}`);
  if (object.spec_version !== undefined && object.spec_version !== '2.1')
    fail('/spec_version', `is ${object.spec_version}; 2.1 is read`);
  for (const field of neededFields[object.type] ?? [])
    if (object[field] === undefined) fail('/', `lacks the field "${field}"`);
  for (const field of instants)
    if (object[field] !== undefined && !isInstant(object[field])) fail(`/${field}`, 'is no moment in UTC (RFC 3339)');
  return object;
}

const instants = [
  'created',
  'modified',
  'first_seen',
  'last_seen',
  'published',
  'valid_from',
  'valid_until',
] as const satisfies readonly (keyof StixObject)[];

function isInstant(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(written) && !Number.isNaN(Date.parse(written));
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : undefined;
}
