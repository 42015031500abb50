// An entry of a list, or a query as it was understood, in; the entity that clients of Watchman know out.
import type { Entity, Schema } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { watchmanTypes, type WatchmanNames, type WatchmanType } from '@sekisho/engine/reference/watchman-names.ts';
import type { WatchmanQuery } from './query.ts';

type Stated = Pick<
  Entity,
  'schema' | 'names' | 'birthDates' | 'genders' | 'identifiers' | 'addresses' | 'emails' | 'phones' | 'websites'
> &
  Partial<Pick<Entity, 'countries' | 'positions' | 'programmes' | 'remarks' | 'links'>>;

/** An entry: flat, with one part for its type. */
export function watchmanEntity(entity: Entity, names: WatchmanNames, listName: (source: string) => string): object {
  return {
    ...statedEntity(entity, typeOf(entity.schema, names), names),
    sourceList: listName(entity.source),
    sourceID: entity.recordId,
    sourceData: {
      id: entity.id,
      url: entity.sourceUrl ?? null,
      topics: entity.topics,
      listedOn: entity.listedOn ?? null,
    },
  };
}

/** The query, told back as an entity. */
export function watchmanQueryEntity(query: WatchmanQuery, names: WatchmanNames): object {
  const { subject, type, emails, phones, websites } = query;
  return {
    ...statedEntity({ ...subject, emails, phones, websites }, type ?? '', names),
    sourceList: query.source ?? '',
    sourceID: query.sourceId ?? '',
    sourceData: null,
  };
}

function typeOf(schema: Schema, { types }: WatchmanNames): WatchmanType {
  return watchmanTypes.find((type) => types[type].of.includes(schema)) ?? 'organization';
}

function statedEntity(entity: Stated, type: WatchmanType | '', names: WatchmanNames): object {
  const parts = Object.fromEntries(watchmanTypes.map((one) => [one, one === type ? partOf(one, entity, names) : null]));
  const { programmes = [], remarks = [], links = [] } = entity;
  return {
    name: entity.names[0]?.text ?? '',
    entityType: type,
    ...parts,
    contact: {
      emailAddresses: entity.emails,
      phoneNumbers: entity.phones,
      faxNumbers: [],
      websites: entity.websites,
    },
    addresses: entity.addresses.map(({ full, street, city, region, postalCode, country }) => ({
      line1: street ?? full,
      line2: '',
      city: city ?? '',
      postalCode: postalCode ?? '',
      state: region ?? '',
      country: country?.toUpperCase() ?? '',
    })),
    cryptoAddresses: entity.identifiers
      .filter(({ type: kind }) => kind === 'crypto-wallet')
      .map(({ value, note }) => ({ currency: note ?? '', address: value })),
    affiliations: links.map(({ kind, toName, toId, detail }) => {
      return { entityName: toName ?? toId ?? '', type: kind, details: detail ?? '' };
    }),
    sanctionsInfo:
      programmes.length + remarks.length === 0
        ? null
        : { programs: programmes, secondary: false, description: remarks.join('; ') },
    historicalInfo: entity.names
      .filter(({ kind }) => kind === 'former')
      .map(({ text }) => ({ type: 'Former Name', value: text })),
  };
}

function partOf(type: WatchmanType, entity: Stated, names: WatchmanNames): object {
  const { identifiers, countries = [] } = entity;
  const numberOf = (wanted: Identifier['type']) => identifiers.find((one) => one.type === wanted)?.value ?? '';
  const common = {
    name: entity.names[0]?.text ?? '',
    altNames: entity.names.slice(1).map(({ text }) => text),
  };
  const governmentIDs = governmentIdsOf(identifiers, names);
  switch (type) {
    case 'person': {
      const [birthDate] = entity.birthDates;
      return {
        ...common,
        gender: entity.genders[0] ?? '',
        birthDate: birthDate === undefined ? null : `${birthDate.earliest}T00:00:00Z`,
        deathDate: null,
        titles: entity.positions ?? [],
        governmentIDs,
      };
    }
    case 'business':
    case 'organization':
      return { ...common, created: null, dissolved: null, governmentIDs };
    case 'aircraft':
      return { ...common, type: '', flag: flagOf(countries), built: null, icaoCode: '', model: '', serialNumber: '' };
    case 'vessel':
      return {
        ...common,
        imoNumber: numberOf('imo-number'),
        type: '',
        flag: flagOf(countries),
        built: null,
        model: '',
        tonnage: 0,
        mmsi: numberOf('mmsi'),
        callSign: numberOf('call-sign'),
        grossRegisteredTonnage: 0,
        owner: '',
      };
  }
}

function flagOf(countries: readonly string[]): string {
  return countries.length === 1 ? (countries[0]?.toUpperCase() ?? '') : '';
}

/** Numbers that are of no type there are told as a personal or a business one. */
function governmentIdsOf(identifiers: readonly Identifier[], { governmentIds }: WatchmanNames): readonly object[] {
  return identifiers
    .filter(({ type }) => type !== 'crypto-wallet')
    .map(({ type, value, country }) => ({
      type: Object.entries(governmentIds).find(([, known]) => known === type)?.[0] ?? type,
      country: country?.toUpperCase() ?? '',
      identifier: value,
    }));
}
