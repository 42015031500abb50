// A Senzing record in, its features out: from the flat form, from the list of features, or from lists by topic.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { featureOf, ignoredAttributes } from './attributes.ts';

export type SenzingPlace = { readonly list: string; readonly file: string; readonly line: number };

/** Values by attribute. */
export type Feature = Readonly<Record<string, string>>;

export interface SenzingRecord {
  readonly dataSource: string;
  readonly id: string;
  readonly type?: string;
  readonly features: readonly Feature[];
  /** What the specification has no word for: kept, not compared. */
  readonly payload: readonly { readonly name: string; readonly value: string }[];
}

/** @throws Problem `list.unexpected-shape` with the field, `list.missing-field` for a record without DATA_SOURCE or RECORD_ID. */
export function senzingRecordOf(value: unknown, where: SenzingPlace): SenzingRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem('list.unexpected-shape', { ...where, field: '/', reason: 'is not an object' });
  const features: Record<string, string>[] = [];
  const flat = new Map<string, Record<string, string>>();
  const payload: { name: string; value: string }[] = [];
  for (const [name, given] of Object.entries(value)) {
    if (ignoredAttributes.has(name) || ['DATA_SOURCE', 'RECORD_ID', 'RECORD_TYPE'].includes(name)) continue;
    if (Array.isArray(given)) for (const item of given as unknown[]) features.push(listed(item, name, where));
    else takeFlat(name, textOf(given, name, where), flat, payload);
  }
  const named = value as Record<string, unknown>;
  const required = (name: string) => {
    const found = textOf(named[name], name, where);
    if (found === undefined) throw new Problem('list.missing-field', { ...where, column: name });
    return found;
  };
  const inFeatures = features.find((feature) => feature['RECORD_TYPE'] !== undefined)?.['RECORD_TYPE'];
  const type = textOf(named['RECORD_TYPE'], 'RECORD_TYPE', where) ?? inFeatures;
  return {
    dataSource: required('DATA_SOURCE'),
    id: required('RECORD_ID'),
    ...(type !== undefined && { type }),
    features: [...features, ...flat.values()],
    payload,
  };
}

/** An item of a list of features. */
function listed(item: unknown, list: string, where: SenzingPlace): Record<string, string> {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw new Problem('list.unexpected-shape', { ...where, field: list, reason: 'holds what is no feature' });
  const feature: Record<string, string> = {};
  for (const [name, value] of Object.entries(item)) {
    const text = ignoredAttributes.has(name) ? undefined : textOf(value, `${list}/${name}`, where);
    if (text !== undefined) feature[name] = text;
  }
  return feature;
}

/** `HOME_ADDR_CITY`: the attribute ADDR_CITY, together with all others that begin with HOME. */
function takeFlat(
  name: string,
  value: string | undefined,
  flat: Map<string, Record<string, string>>,
  payload: { name: string; value: string }[],
): void {
  if (value === undefined) return;
  const attribute = featureOf.has(name) ? name : name.slice(name.indexOf('_') + 1);
  const feature = featureOf.get(attribute);
  if (feature === undefined) {
    payload.push({ name, value });
    return;
  }
  const use = name.slice(0, name.length - attribute.length);
  const key = `${use} ${feature}`;
  const known = flat.get(key) ?? {};
  known[attribute] = value;
  if (use !== '' && feature === 'name') known['NAME_TYPE'] ??= use.slice(0, -1);
  flat.set(key, known);
}

function textOf(value: unknown, field: string, where: SenzingPlace): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new Problem('list.unexpected-shape', { ...where, field, reason: 'is neither text nor number' });
  const text = String(value).trim();
  return text === '' ? undefined : text;
}
