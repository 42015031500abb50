// The record of an address in, the address out.
import type { Address } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { distinct } from '../distinct.ts';
import { sorted } from '../sorted.ts';
import { countryOf, type FtmReader } from './country.ts';
import { addressIgnored, addressProperties, ignoredProperties } from './model.ts';
import type { FtmPlace, FtmRecord } from './record.ts';

/** Undefined for a record that says nothing. @throws Problem `list.unknown-column` for a property that addresses do not have. */
export function addressOf(record: FtmRecord, where: FtmPlace, reader: FtmReader): Address | undefined {
  const { properties, id } = record;
  for (const name in properties)
    if (!addressProperties.includes(name) && !addressIgnored.has(name) && !ignoredProperties.has(name))
      throw new Problem('list.unknown-column', { ...where, record: id, field: name, reason: record.schema });
  const one = (name: string) => sorted(properties[name] ?? [])[0];
  const lines = addressProperties.filter((name) => name !== 'full').flatMap((name) => sorted(properties[name] ?? []));
  const full = sorted(properties['full'] ?? []);
  const whole = full.length === 0 ? distinct(lines).join(', ') : full.join(' | ');
  if (whole === '') return undefined;
  const country = countryOf(one('country'), 'country', { ...where, record: id }, reader).code;
  return {
    full: whole,
    ...defined('street', one('street')),
    ...defined('city', one('city')),
    ...defined('region', one('region') ?? one('state')),
    ...defined('postalCode', one('postalCode')),
    ...defined('country', country),
  };
}

function defined<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
