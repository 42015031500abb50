// The query of `GET /v2/search` in, the subject to screen and what narrows the search out; or why it cannot be asked.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import type { EntityName, Schema } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { watchmanTypes, type WatchmanType } from '@sekisho/engine/reference/watchman-names.ts';
import { QueryValues } from '../parameters.ts';

export interface WatchmanQuery {
  readonly type: WatchmanType | undefined;
  readonly subject: Subject;
  /** Of lists, by any of their names. */
  readonly source: string | undefined;
  readonly sourceId: string | undefined;
  readonly limit: number;
  readonly minMatch: number;
  readonly tellsDetails: boolean;
  /** As it was understood: what the answer repeats. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;
const MAX_NAME_CHARS = 1000;
const MAX_NAMES = 50;

const plain = [
  ...['name', 'type', 'source', 'sourceID', 'altNames', 'limit', 'minMatch', 'requestID', 'debug', 'debugSourceIDs'],
  ...['format', 'gender', 'birthDate', 'deathDate', 'titles', 'created', 'dissolved', 'aircraftType', 'icaoCode'],
  ...['model', 'serialNumber', 'built', 'flag', 'imoNumber', 'vesselType', 'mmsi', 'callSign', 'owner', 'tonnage'],
  ...['grossRegisteredTonnage', 'email', 'emailAddress', 'emailAddresses', 'phone', 'phoneNumber', 'phoneNumbers'],
  ...['fax', 'faxNumber', 'faxNumbers', 'website', 'websites', 'address', 'addresses', 'cryptoAddress'],
  'cryptoAddresses',
];
const countryIds = ['citizenship', 'nationality'];

/** @returns the sentence of what is wrong, as a text. */
export function readQuery(query: unknown, reference: Reference): WatchmanQuery | string {
  const { watchmanNames, territories, batchColumns } = reference;
  const given = Object.keys(query ?? {});
  const governmentIds = Object.entries(watchmanNames.governmentIds);
  const known = new Set([...plain, ...[...governmentIds.map(([name]) => name), ...countryIds].map(govName)]);
  const unknown = given.find((name) => !known.has(name));
  if (unknown !== undefined) return `unknown parameter: ${unknown}`;
  const values = new QueryValues(query);
  const texts = (...names: readonly string[]) => names.flatMap((name) => values.texts(name)).flatMap(cleaned);
  const typeName = values.text('type')?.toLowerCase() ?? '';
  const type = watchmanTypes.find((one) => one === typeName);
  if (typeName !== '' && !type) return `invalid type: ${typeName}`;
  const format = values.text('format') ?? 'watchman';
  if (format !== 'watchman') return `format ${format} is not served`;
  const limit = values.number('limit', { otherwise: DEFAULT_LIMIT, whole: true });
  const minMatch = values.number('minMatch', { otherwise: 0 });
  const tellsDetails = values.flag('debug', false);
  if (values.refusal || limit < 0 || minMatch < 0 || 1 < minMatch) return 'invalid limit, minMatch or debug';
  const names = namesOf(texts('name'), texts('altNames'));
  if (typeof names === 'string') return names;
  const countries = [...countryIds.flatMap((name) => texts(govName(name))), ...texts('flag')].flatMap((text) => {
    const country = text.split(':')[0] ?? '';
    return territories.codeOf(country) ?? territories.codeOf(country.toUpperCase()) ?? [];
  });
  const identifiers = [
    ...governmentIds.flatMap(([name, kind]) => texts(govName(name)).map((text) => numberOf(kind, text, territories))),
    ...texts('imoNumber').map((value): Identifier => ({ type: 'imo-number', value })),
    ...texts('mmsi').map((value): Identifier => ({ type: 'mmsi', value })),
    ...texts('callSign').map((value): Identifier => ({ type: 'call-sign', value })),
    ...texts('serialNumber').map((value): Identifier => ({ type: 'other', value })),
    ...texts('cryptoAddress', 'cryptoAddresses').map((text): Identifier => {
      return { type: 'crypto-wallet', value: text.split(':').at(-1) ?? text };
    }),
  ];
  const sourceId = values.text('sourceID');
  if (names.length === 0 && identifiers.length === 0 && sourceId === undefined) return 'name is required';
  const born = texts('birthDate').flatMap((text) => parseDateRange(text) ?? []);
  const gender = texts('gender').map((text) => batchColumns.genderOf(text));
  const schema: Schema = type ? watchmanNames.types[type].schema : 'LegalEntity';
  return {
    type,
    subject: {
      schema,
      names,
      birthDates: born,
      genders: gender.filter((one) => one !== undefined),
      nationalities: schema === 'Person' ? countries : [],
      countries,
      identifiers: identifiers.slice(0, MAX_NAMES),
      addresses: texts('address', 'addresses').map((full) => ({ full })),
    },
    source: values.text('source'),
    sourceId,
    limit: Math.min(limit, MAX_LIMIT),
    minMatch,
    tellsDetails,
    emails: texts('email', 'emailAddress', 'emailAddresses'),
    phones: texts('phone', 'phoneNumber', 'phoneNumbers'),
    websites: texts('website', 'websites'),
  };
}

function govName(name: string): string {
  return `gov_${name}`;
}

function cleaned(text: string): readonly string[] {
  const clean = text.toWellFormed().replace(UNWANTED, ' ').replace(/\s+/gu, ' ').trim();
  return clean === '' ? [] : [clean];
}

const UNWANTED = /[\u0000-\u001f\u007f-\u009f\ufffd]/gu;

function namesOf(names: readonly string[], others: readonly string[]): readonly EntityName[] | string {
  const all = [...names, ...others];
  if (MAX_NAMES < all.length) return `more than ${String(MAX_NAMES)} names`;
  if (all.some((text) => MAX_NAME_CHARS < text.length)) return 'the name is too long';
  return all.map((text, place) => ({ text, kind: place < names.length ? 'primary' : 'alias' }));
}

/** `US:123`; a number without a country is one of any. */
function numberOf(type: Identifier['type'], text: string, territories: Reference['territories']): Identifier {
  const [, place, value] = /^([^:]+):(.+)$/s.exec(text) ?? [];
  const country =
    place === undefined ? undefined : (territories.codeOf(place) ?? territories.codeOf(place.toUpperCase()));
  return { type, value: value ?? text, ...(country !== undefined && { country }) };
}
