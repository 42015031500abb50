// Rows of one party in the table of Chinese counter-measures in, its Entity out: a party stands once for each list and notice.
import Type from 'typebox';
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import {
  effects,
  entityOf,
  type Address,
  type Effect,
  type Entity,
  type EntityName,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { slugOf } from '../name-slug.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';

const text = Type.String({ minLength: 1 });
const someEffects = Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects])), { minItems: 1 });
const measures = readVocabulary(
  new URL('./measures.yml', import.meta.url),
  Type.Array(
    Type.Object(
      { list: Type.String(), name: text, body: someEffects, person: someEffects, source: text },
      { additionalProperties: false },
    ),
  ),
);
const measureByList = Object.fromEntries(measures.map((measure) => [measure.list, measure]));

const schemata = { Person: 'Person', Company: 'Company', Organization: 'Organization' } as const;
const topicsKnown = { 'sanction.counter': true, 'export.control': true, sanction: true } as const;

/** What one row says: a party on one list, by one notice. */
export interface Listing {
  readonly recordId: string;
  readonly where: StrictRecord['where'];
  readonly schema: Schema;
  readonly names: readonly EntityName[];
  readonly wikidataId: string | undefined;
  readonly country: string | undefined;
  readonly topics: readonly string[];
  readonly effects: readonly Effect[];
  readonly measure: string;
  readonly authority: string;
  readonly listedOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly sourceUrl: string | undefined;
  readonly address: Address | undefined;
  readonly positions: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * @throws Problem `list.unknown-value` for a type, list or topic outside the vocabulary, `list.unknown-column`, `list.missing-field`.
 */
export function listingOf(row: StrictRecord, reader: CountryReader): Listing {
  const type = row.take('Type');
  const name = row.take('Name');
  const schema = lookUp(schemata, type, { ...row.where, field: 'Type' });
  const recordId = `${schema === 'Person' ? 'person' : 'body'}-${slugOf(name)}`;
  const where: FieldOfList & StrictRecord['where'] = { ...row.where, record: recordId, field: 'List' };
  const aliases = (row.takeOptional('Alias') ?? '').split(';').map((alias) => alias.trim());
  const chinese = row.takeOptional('Chinese name');
  const written = row.takeOptional('Country');
  const country = countryIn(written === 'EU' ? undefined : written, 'Country', where, reader);
  const topics = row.take('Topics').split(';');
  for (const topic of topics) lookUp(topicsKnown, topic, { ...where, field: 'Topics' });
  const summaries = [row.takeOptional('Summary'), row.takeOptional('Chinese summary')].filter(
    (part) => part !== undefined,
  );
  const body = row.takeOptional('Body');
  const measure = lookUp(measureByList, row.takeOptional('List') ?? '', where);
  const [listedOn, endsOn] = (['Date', 'End date'] as const).map((field) => dayIn(row, field, where, reader));
  const wikidataId = row.takeOptional('QID');
  const sourceUrl = row.takeOptional('Source URL');
  const address = row.takeOptional('Address');
  row.done();
  const isPerson = schema === 'Person';
  const days = [listedOn?.said, endsOn === undefined ? undefined : `until ${endsOn.said}`];
  const basis = [measure.name, body, ...days, sourceUrl].filter((part) => part !== undefined).join(', ');
  return {
    recordId,
    where: row.where,
    schema,
    names: [
      { text: name, kind: 'primary', language: 'en' },
      ...aliases
        .filter((alias) => alias !== '')
        .map((alias): EntityName => ({ text: alias, kind: 'alias', language: 'en' })),
      ...(chinese === undefined
        ? []
        : [{ text: chinese, kind: country === 'tw' ? 'original-script' : 'alias', language: 'zh' } as const]),
    ],
    wikidataId,
    country,
    topics,
    effects: isPerson ? measure.person : measure.body,
    measure: measure.list === '' ? measure.name : measure.list,
    authority: body ?? 'China, authority not stated',
    listedOn: listedOn?.day,
    endsOn: endsOn?.day,
    sourceUrl,
    address: address === undefined ? undefined : addressOf(address, reader),
    positions: isPerson ? summaries : [],
    remarks: [
      basis,
      ...(isPerson ? [] : summaries),
      ...(written !== undefined && country === undefined ? [`Country: ${written}`] : []),
    ],
  };
}

/** @param knownOn the newest day that the table itself names: what ended before it has ended. */
export function entityFrom(
  listings: readonly [Listing, ...Listing[]],
  knownOn: string,
  description: CheckedDescription,
  { reading }: CountryReader,
): Entity {
  const [first] = listings;
  const numbers = distinct(listings.map(({ wikidataId }) => wikidataId));
  if (numbers.length > 1)
    reading.report('list.duplicate-record', {
      ...first.where,
      record: first.recordId,
      reason: `it has several Wikidata numbers: ${numbers.join(', ')}`,
    });
  const inForce = listings.filter(({ endsOn }) => endsOn === undefined || knownOn < endsOn);
  const days = distinct(listings.map(({ listedOn }) => listedOn)).toSorted();
  const delistedOn =
    inForce.length > 0
      ? undefined
      : distinct(listings.map(({ endsOn }) => endsOn))
          .toSorted()
          .at(-1);
  const newest = listings.toSorted((a, b) => (b.listedOn ?? '').localeCompare(a.listedOn ?? '', 'en'))[0] ?? first;
  const countries = distinct(listings.map(({ country }) => country));
  const addresses = listings.map(({ address }) => address).filter((address) => address !== undefined);
  return entityOf({
    source: description.id,
    recordId: first.recordId,
    schema: listings.find(({ schema }) => schema === 'Company')?.schema ?? first.schema,
    names: distinctBy(
      listings.flatMap((listing) =>
        listing.names.map((name): EntityName =>
          listing !== first && name.kind === 'primary' ? { ...name, kind: 'alias' } : name,
        ),
      ),
      (name) => name.text.toLowerCase(),
    ),
    countries: distinct([...countries, ...addresses.map(({ country }) => country)]),
    identifiers: numbers.map((value) => ({ type: 'other', value, note: 'Wikidata' })),
    addresses: distinctBy(addresses, ({ full }) => full),
    positions: distinct(listings.flatMap(({ positions }) => positions)),
    topics: distinct(listings.flatMap(({ topics }) => topics)),
    effects: inForce.length > 0 ? distinct(inForce.flatMap((listing) => listing.effects)) : ['information'],
    programmes: distinct(listings.map(({ measure }) => measure)),
    legalStatus: claimsOf(listings, delistedOn, description),
    remarks: distinct(listings.flatMap(({ remarks }) => remarks)),
    ...(days[0] !== undefined && { listedOn: days[0] }),
    ...(days.length > 1 && { updatedOn: days.at(-1) ?? '' }),
    ...(delistedOn !== undefined && { delistedOn }),
    ...(newest.sourceUrl !== undefined && { sourceUrl: newest.sourceUrl }),
  });
}

/** One claim an act: an export control is no sanction. */
function claimsOf(
  listings: readonly Listing[],
  delistedOn: string | undefined,
  { id }: CheckedDescription,
): LegalStatusClaim[] {
  const sanctions = listings.filter(({ topics }) => topics.some((topic) => topic.startsWith('sanction')));
  const claim = (status: 'SANCTIONED' | 'DELISTED', date: string | undefined, listing: Listing): LegalStatusClaim => ({
    status,
    authority: listing.authority,
    country: 'cn',
    ...(date !== undefined && { date }),
    reportedBy: id,
    ...(listing.sourceUrl !== undefined && { sourceUrl: listing.sourceUrl }),
  });
  const [last] = sanctions;
  return [
    ...sanctions.map((listing) => claim('SANCTIONED', listing.listedOn, listing)),
    ...(delistedOn !== undefined && last ? [claim('DELISTED', delistedOn, last)] : []),
  ];
}

/** `24.02.2026`, `22.05.24`. Another text is reported and stays as it is. */
function dayIn(row: StrictRecord, field: string, where: FieldOfList, { reading }: CountryReader) {
  const written = row.takeOptional(field);
  if (written === undefined) return undefined;
  const [, day = '', month = '', year = ''] = /^(\d{2})\.(\d{2})\.(\d{2}|\d{4})$/.exec(written) ?? [];
  const known = parseCalendarDate(`${year.length === 2 ? '20' : ''}${year}-${month}-${day}`);
  if (known === undefined) reading.report('list.date', { ...where, field, value: written });
  return { day: known, said: known ?? written };
}

/** `日本东京都…，邮编：162-8808`, or with the country among the last parts: `…, Belgium, B-4040`. */
function addressOf(written: string, { territories }: CountryReader): Address {
  const postalCode = /邮编[：:]\s*([\d-]+)/u.exec(written)?.[1];
  const parts = written.split(',').map((part) => part.trim());
  const named = parts.toReversed().find((part) => part.length > 2 && territories.codeOf(part) !== undefined);
  const country = written.startsWith('日本') ? 'jp' : territories.codeOf(named ?? '');
  return {
    full: written,
    ...(postalCode !== undefined && { postalCode }),
    ...(country !== undefined && { country }),
  };
}
