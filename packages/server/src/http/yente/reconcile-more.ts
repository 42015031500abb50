// What OpenRefine asks beside its queries in: suggestions for what somebody types, and further columns for what was found.
import type { FtmProperty } from '@sekisho/engine/reference/follow-the-money.ts';
import { findParties } from '../../flows/find-parties.ts';
import { isRefusal, QueryValues, type Refusal } from '../parameters.ts';
import type { FtmEntity } from './ftm-entity.ts';
import { MAX_BATCH } from './match-body.ts';
import { isObject, parsed, typeOf, unreadable } from './reconcile.ts';
import { noSuchDataset, type AskedService } from './service.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 500;
/** Of types and properties that are suggested. */
const MOST_WORDS = 10;

const ok = { code: '/api/status/ok', status: '200 OK' };

export async function suggestEntity(service: AskedService, dataset: string, query: unknown): Promise<object | Refusal> {
  const values = new QueryValues(query);
  const prefix = values.required('prefix');
  const limit = Math.max(0, values.number('limit', { otherwise: DEFAULT_LIMIT, most: MAX_LIMIT, whole: true }));
  if (values.refusal) return values.refusal;
  const served = await service.served();
  const lists = served.dataSets.sourcesOf(dataset);
  if (!lists) return noSuchDataset;
  const text = prefix.trim();
  const asked = { text, isBeginning: true, scope: { lists }, offset: 0, limit, today: service.today };
  const { parties } = text === '' ? { parties: [] } : await findParties(asked, served.lists);
  const result = parties.map((party) => {
    const { id, caption, schema } = served.namedOf(party);
    const type = typeOf(schema, service.parts.reference.followTheMoney);
    return { id, name: caption, description: type.description, type: [type] };
  });
  return { ...ok, prefix, result };
}

export async function suggestWord(
  service: AskedService,
  dataset: string,
  query: unknown,
  what: 'type' | 'property',
): Promise<object | Refusal> {
  const values = new QueryValues(query);
  const prefix = values.required('prefix');
  if (values.refusal) return values.refusal;
  const served = await service.served();
  if (!served.dataSets.sourcesOf(dataset)) return noSuchDataset;
  const vocabulary = service.parts.reference.followTheMoney;
  const folded = prefix.trim().toLowerCase();
  const begins = (...words: readonly string[]) => words.some((word) => word.toLowerCase().startsWith(folded));
  const result =
    what === 'type'
      ? [...vocabulary.schemata.values()]
          .filter(({ matchable, name, label, plural }) => matchable && begins(name, label, plural))
          .map(({ name }) => typeOf(name, vocabulary))
      : everyProperty(service)
          .filter(({ name, label }) => begins(name, label))
          .map(({ schema, name, label }) => ({ id: `${schema}:${name}`, name: label, description: null }));
  return { ...ok, prefix, result: result.slice(0, MOST_WORDS) };
}

/** Of matchable schemata, each where it is declared; none that leads to another entity. */
function everyProperty({ parts: { reference } }: AskedService): readonly FtmProperty[] {
  const found = new Map<string, FtmProperty>();
  for (const { matchable, properties } of reference.followTheMoney.schemata.values())
    for (const property of matchable ? properties.values() : [])
      if (property.type !== 'entity') found.set(`${property.schema}:${property.name}`, property);
  return [...found.values()];
}

export async function proposeProperties(
  service: AskedService,
  dataset: string,
  query: unknown,
): Promise<object | Refusal> {
  const values = new QueryValues(query);
  const type = values.text('type') ?? 'Thing';
  const limit = Math.max(0, values.number('limit', { otherwise: MAX_LIMIT, most: MAX_LIMIT, whole: true }));
  if (values.refusal) return values.refusal;
  const served = await service.served();
  if (!served.dataSets.sourcesOf(dataset)) return noSuchDataset;
  const schema = service.parts.reference.followTheMoney.schemata.get(type);
  if (!schema) return { status: 400, detail: `No such schema: ${type}` };
  const properties = [...schema.properties.values()]
    .filter((property) => property.type !== 'entity')
    .slice(0, limit)
    .map(({ name, label }) => ({ id: name, name: label }));
  return { limit, type, properties };
}

export async function extendEntities(service: AskedService, text: string): Promise<object | Refusal> {
  const query = parsed(text);
  if (query === undefined) return { status: 400, detail: 'Cannot decode extension request' };
  const asked = readExtension(query);
  if (isRefusal(asked)) return asked;
  const served = await service.served();
  const { schemata } = service.parts.reference.followTheMoney;
  const metas = new Map<string, string>();
  const rows: (readonly [string, object])[] = [];
  for (const id of asked.ids) {
    const party = await served.lists.parties.later(id);
    if (party && party.ftmId !== id)
      return { status: 400, detail: 'Please specify the canonical entity ID, not a referent' };
    const entity = party && served.entityOf(party);
    const cells = asked.properties.flatMap(({ id: name, limit, isRaw }) => {
      const property = entity && schemata.get(entity.schema)?.properties.get(name);
      if (!property) return [];
      metas.set(name, property.label);
      const all = valuesOf(entity, name).map((value) => (isRaw ? value : readable(value, property, service)));
      const shown = 0 < limit ? all.slice(0, limit) : all;
      return [[name, shown.map((str) => ({ str }))] as const];
    });
    rows.push([id, Object.fromEntries(cells)]);
  }
  return { meta: [...metas].map(([id, name]) => ({ id, name })), rows: Object.fromEntries(rows) };
}

interface Extension {
  readonly ids: readonly string[];
  readonly properties: readonly { readonly id: string; readonly limit: number; readonly isRaw: boolean }[];
}

function readExtension(query: unknown): Extension | Refusal {
  const { ids, properties } = isObject(query) ? query : {};
  const areIds = Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  if (!areIds) return unreadable(['ids'], 'Input should be a valid list of strings');
  if (MAX_BATCH < ids.length)
    return { status: 400, detail: `Too many queries in one batch (limit: ${String(MAX_BATCH)})` };
  if (!Array.isArray(properties)) return unreadable(['properties'], 'Input should be a valid list');
  const read: { id: string; limit: number; isRaw: boolean }[] = [];
  for (const property of properties as unknown[]) {
    const { id, settings = {} } = isObject(property) ? property : {};
    if (typeof id !== 'string' || !isObject(settings)) return unreadable(['properties'], 'Each has an id');
    const limit = Number(settings['limit'] ?? 0);
    const render = settings['render'] ?? 'caption';
    if (!Number.isSafeInteger(limit)) return unreadable(['properties', id, 'limit'], 'Input should be a valid integer');
    if (render !== 'caption' && render !== 'raw')
      return unreadable(['properties', id, 'render'], "Input should be 'caption' or 'raw'");
    read.push({ id, limit, isRaw: render === 'raw' });
  }
  return { ids, properties: read };
}

function valuesOf({ properties }: FtmEntity, name: string): readonly string[] {
  const values = Object.hasOwn(properties, name) ? (properties[name] ?? []) : [];
  return values.filter((value) => typeof value === 'string');
}

function readable(value: string, { type }: FtmProperty, { parts: { reference } }: AskedService): string {
  if (type === 'country') return reference.territories.nameOf(value) ?? value;
  return type === 'topic' ? (reference.followTheMoney.topics.get(value)?.label ?? value) : value;
}
