// A target element of the SECO list in, its Entity out: as it stands today, without the copies that its history holds.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import {
  entityOf,
  type Address,
  type Entity,
  type EntityLink,
  type EntityName,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import type { CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { identifiersIn, contactsIn } from './other-information.ts';
import { takeCountry, takePlaceParts, type Referred, type SanctionsSet } from './programmes.ts';
import { takeName } from './names.ts';
import { takeHistory } from './history.ts';
import { vocabulary } from './vocabulary.ts';

const AUTHORITY = 'State Secretariat for Economic Affairs (SECO)';

const objectSchemata = { vessel: 'Vessel', aircraft: 'Airplane' } as const;
const sexes = { male: ['male'], female: ['female'], unknown: [], 'not-defined': [] } as const;

interface Gathered {
  readonly names: EntityName[];
  readonly birthDates: DateRange[];
  readonly birthPlaces: string[];
  readonly nationalities: (string | undefined)[];
  readonly identifiers: Identifier[];
  readonly addresses: Address[];
  readonly links: EntityLink[];
  readonly remarks: string[];
}

/**
 * @throws Problem `list.unknown-column` for an element or attribute nobody knows, `list.unknown-value` for a kind of object,
 *   name, part, modification or document outside the vocabulary, `list.unknown-reference` for a set of measures that the
 *   file does not have, `list.missing-field`.
 */
export function mapTarget(
  target: StrictElement,
  referred: Referred,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const recordId = target.takeRequiredAttribute('ssid');
  const sets = setsOf(target, recordId, referred);
  const gathered: Gathered = {
    names: [],
    birthDates: [],
    birthPlaces: [],
    nationalities: [],
    identifiers: [],
    addresses: [],
    links: [],
    remarks: [],
  };
  const origins = distinct(sets.map(({ origin }) => origin));
  for (const value of target.takeTexts('foreign-identifier'))
    gathered.identifiers.push({
      type: 'other',
      value,
      note: `identifier of the original list (${origins.join(', ')})`,
    });
  for (const { basis } of sets) gathered.remarks.push(basis);
  if (origins.length > 0) gathered.remarks.push(`Origin: ${origins.join(', ')}`);
  const { schema, subject } = subjectOf(target);
  const sex = schema === 'Person' ? subject.takeAttribute('sex') : undefined;
  subject.ignore('@ssid');
  const genders =
    sex === undefined ? [] : lookUp(sexes, sex.toLowerCase(), { ...subject.where, field: 'individual/@sex' });
  for (const identity of subject.takeAll('identity')) takeIdentity(identity, schema, gathered, referred, reader);
  for (const text of takeTexts(subject, 'justification')) gathered.remarks.push(`Justification: ${text}`);
  const information = takeTexts(subject, 'other-information');
  gathered.remarks.push(...information);
  gathered.identifiers.push(...information.flatMap(identifiersIn));
  for (const relation of subject.takeAll('relation')) takeRelation(relation, gathered, description, reader);
  const history = takeHistory(target.takeAll('modification'), reader);
  target.done();

  const { names, nationalities, addresses, identifiers } = gathered;
  if (names.length === 0) throw new Problem('list.missing-field', { ...target.where, column: 'identity/name' });
  const { delistedOn, listedOn, updatedOn } = history;
  const claim = (status: 'SANCTIONED' | 'DELISTED', date: string | undefined): LegalStatusClaim => ({
    status,
    authority: AUTHORITY,
    country: 'ch',
    ...(date !== undefined && { date }),
    reportedBy: description.id,
  });
  return entityOf({
    source: description.id,
    recordId,
    schema,
    names: namesInOrder(names),
    birthDates: gathered.birthDates,
    birthPlaces: distinct(gathered.birthPlaces),
    genders,
    nationalities: distinct(nationalities),
    countries: distinct([...nationalities, ...addresses.map(({ country }) => country)]),
    identifiers: distinctBy(identifiers, ({ type, value }) => `${type} ${value}`),
    addresses: distinctBy(addresses, ({ full }) => full),
    ...contactsIn(information),
    topics: description.topics,
    effects: history.isDelisted ? ['information'] : distinct(sets.flatMap(({ effects }) => effects)),
    programmes: distinct(sets.map(({ programme }) => programme)),
    legalStatus: [claim('SANCTIONED', listedOn), ...(history.isDelisted ? [claim('DELISTED', delistedOn)] : [])],
    links: gathered.links,
    remarks: distinct([...gathered.remarks, ...history.remarks]),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(history.isDelisted && delistedOn !== undefined && { delistedOn }),
  });
}

/** Older files name the set of measures in an attribute, newer ones in elements. */
function setsOf(target: StrictElement, record: string, { sets }: Referred): SanctionsSet[] {
  const ids = distinct([target.takeAttribute('sanctions-set-id'), ...target.takeTexts('sanctions-set-id')]);
  if (ids.length === 0) throw new Problem('list.missing-field', { ...target.where, column: 'target/sanctions-set-id' });
  return ids.map((id) => {
    const set = sets.get(id);
    const facts = { ...target.where, record, field: 'sanctions-set-id', value: id };
    if (!set) throw new Problem('list.unknown-reference', facts);
    return set;
  });
}

function subjectOf(target: StrictElement): { readonly schema: Schema; readonly subject: StrictElement } {
  const [individual] = target.takeAll('individual');
  if (individual) return { schema: 'Person', subject: individual };
  const [body] = target.takeAll('entity');
  if (body) return { schema: 'Organization', subject: body };
  const object = target.takeOnly('object');
  const type = object.takeRequiredAttribute('object-type');
  return {
    schema: lookUp(objectSchemata, type, { ...object.where, field: 'object/@object-type' }),
    subject: object,
  };
}

function takeIdentity(
  identity: StrictElement,
  schema: Schema,
  gathered: Gathered,
  referred: Referred,
  reader: CountryReader,
): void {
  const isMain = identity.takeAttribute('main') !== 'false';
  identity.ignore('@ssid');
  for (const element of identity.takeAll('name')) {
    const { names, titles } = takeName(element, isMain, schema === 'Person');
    gathered.names.push(...names);
    gathered.remarks.push(...titles.map((title) => `Title: ${title}`));
  }
  for (const nationality of identity.takeAll('nationality')) {
    nationality.ignore('@ssid');
    for (const country of nationality.takeAll('country')) {
      const { name, code } = takeCountry(country, reader);
      gathered.nationalities.push(code);
      if (code === undefined && name !== undefined) gathered.remarks.push(`Nationality: ${name}`);
    }
  }
  for (const date of identity.takeAll('day-month-year')) takeDate(date, schema, gathered, reader);
  for (const birth of identity.takeAll('place-of-birth')) {
    const { full } = takeAddress(birth, referred, gathered, reader);
    if (full !== '') gathered.birthPlaces.push(full);
  }
  for (const element of identity.takeAll('address')) {
    const address = takeAddress(element, referred, gathered, reader);
    reader.reading.count('addresses');
    if (address.full !== '') gathered.addresses.push(address);
  }
  for (const document of identity.takeAll('identification-document')) takeDocument(document, gathered, reader);
}

/** Of a person the birth date; of a body or a ship, a date in words. */
function takeDate(element: StrictElement, schema: Schema, gathered: Gathered, { reading }: CountryReader): void {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => element.takeAttribute(part));
  const calendar = element.takeAttribute('calendar') ?? 'Gregorian';
  const isSure = element.takeAttribute('quality') !== 'low';
  element.ignore('@ssid');
  const written = [year, month, month === undefined ? undefined : day].filter((part) => part !== undefined).join('-');
  const range = calendar === 'Gregorian' ? parseDateRange(written, !isSure) : undefined;
  const label = schema === 'Person' ? 'Date of birth' : 'Date';
  if (range && schema === 'Person') gathered.birthDates.push(range);
  else gathered.remarks.push(`${label}: ${written} (${calendar} calendar)`);
  if (!range)
    reading.report('list.date', { ...element.where, field: 'day-month-year', value: written, reason: calendar });
}

/** An address or place of birth: its own parts, and those of the place it refers to. */
function takeAddress(element: StrictElement, { places }: Referred, gathered: Gathered, reader: CountryReader): Address {
  const placeId = element.takeAttribute('place-id');
  const place = placeId === undefined ? undefined : places.get(placeId);
  if (placeId !== undefined && !place)
    reader.reading.report('list.unknown-reference', { ...element.where, field: '@place-id', value: placeId });
  const isSure = element.takeAttribute('quality') !== 'low';
  element.ignore('@ssid');
  const [careOf, details, poBox, postalCode] = ['c-o', 'address-details', 'p-o-box', 'zip-code'].map((part) =>
    element.takeOptional(part),
  );
  const own = takePlaceParts(element, reader);
  const notes = [...element.takeTexts('remarks'), ...element.takeTexts('remark')];
  const city = own.location ?? place?.location;
  const region = own.area ?? place?.area;
  const country = own.code ?? place?.code;
  const full = [
    careOf === undefined ? undefined : `c/o ${careOf}`,
    details,
    poBox === undefined ? undefined : `P.O. Box ${poBox}`,
    postalCode,
    city,
    region,
    own.country ?? place?.country,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const said = [...notes, ...(isSure ? [] : ['low quality']), ...(place?.variants ?? []).map((text) => `also ${text}`)];
  if (said.length > 0) gathered.remarks.push(`Place ${full}: ${said.join('; ')}`);
  return {
    full,
    ...(details !== undefined && { street: details }),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(postalCode !== undefined && { postalCode }),
    ...(country !== undefined && { country }),
  };
}

function takeDocument(element: StrictElement, gathered: Gathered, reader: CountryReader): void {
  const word = element.takeRequiredAttribute('document-type');
  if (!Object.hasOwn(vocabulary.documents, word))
    reader.reading.report('list.unknown-value', { ...element.where, field: '@document-type', value: word });
  element.ignore('@ssid');
  const value = element.takeOptional('number');
  const [issuer] = element.takeAll('issuer').map((country) => takeCountry(country, reader));
  const places = element.takeAll('place-of-issue').map((place) => {
    place.ignore('@ssid', '@place-id', '@quality');
    return place.takeText();
  });
  const labelled = [
    ['issued', element.takeOptional('date-of-issue')],
    ['issued in', places.join(', ') === '' ? undefined : places.join(', ')],
    ['expires', element.takeOptional('expiry-date')],
  ] as const;
  const note = [
    word,
    ...labelled.flatMap(([label, text]) => (text === undefined ? [] : [`${label} ${text}`])),
    ...(issuer && issuer.code === undefined ? [`issuer: ${issuer.name ?? ''}`] : []),
    ...element.takeTexts('remark'),
  ].join('; ');
  reader.reading.count('documents');
  if (value === undefined) gathered.remarks.push(`Document without a number: ${note}`);
  else
    gathered.identifiers.push({
      type: vocabulary.documents[word] ?? 'identity-document',
      value,
      ...(issuer?.code !== undefined && { country: issuer.code }),
      note,
    });
}

function takeRelation(
  element: StrictElement,
  gathered: Gathered,
  { id }: CheckedDescription,
  { reading }: CountryReader,
): void {
  const word = element.takeRequiredAttribute('relation-type');
  const target = element.takeRequiredAttribute('target-id');
  element.ignore('@ssid');
  const detail = [word, element.takeText(), ...element.takeTexts('remark')].filter((part) => part !== '').join('; ');
  if (!Object.hasOwn(vocabulary.relations, word))
    reading.report('list.unknown-value', { ...element.where, field: 'relation/@relation-type', value: word });
  reading.count('relations');
  gathered.links.push({ kind: vocabulary.relations[word] ?? 'linked-to', toId: `${id}:${target}`, detail });
}

function takeTexts(subject: StrictElement, name: string): string[] {
  return subject
    .takeAll(name)
    .map((element) => {
      element.ignore('@ssid', '@lang');
      return element.takeText();
    })
    .filter((text) => text !== '');
}

/** The primary name first; without one, or with a weak one alone, the first that is not weak. */
function namesInOrder(names: readonly EntityName[]): EntityName[] {
  const shown = names.find(({ kind }) => kind === 'primary') ?? names.find(({ kind }) => kind !== 'weak') ?? names[0];
  const others = names
    .filter((name) => name !== shown)
    .map((name): EntityName => (name.kind === 'primary' ? { ...name, kind: 'alias' } : name));
  return distinctBy([...(shown ? [shown] : []), ...others], ({ text, kind }) => `${String(kind === 'weak')} ${text}`);
}
