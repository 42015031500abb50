// A Senzing record in, its Entity without links out, and apart from it what it points at.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import type { Address, Entity, EntityName, Schema } from '@sekisho/engine/model/entity.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import { countryIn } from '../country-field.ts';
import type { FtmReader } from '../opensanctions/country.ts';
import { emptyDraft, entityOfDraft, type EntityDraft } from '../opensanctions/draft.ts';
import { takeTopics } from '../opensanctions/properties.ts';
import {
  genders,
  identifierKinds,
  identifiers,
  nameTypes,
  schemaOfType,
  values,
  type IdentifierRule,
} from './attributes.ts';
import { senzingRecordOf, type Feature, type SenzingPlace, type SenzingRecord } from './features.ts';

export interface MappedRecord {
  readonly entity: Entity;
  /** What others may point at to mean this record. */
  readonly anchors: readonly string[];
  readonly pointers: readonly Pointer[];
}

export interface Pointer {
  /** As an anchor. */
  readonly key: string;
  readonly role: string;
  readonly since?: string;
  readonly until?: string;
}

type Where = SenzingPlace & { readonly record: string };

/**
 * @throws Problem `list.unexpected-shape`, `list.missing-field`, `list.unknown-value` for a type of record or a topic that
 *   nobody knows.
 */
export function mapSenzing(value: unknown, place: SenzingPlace, reader: FtmReader): MappedRecord {
  const record = senzingRecordOf(value, place);
  const recordId = `${record.dataSource}:${record.id}`;
  const where: Where = { ...place, record: recordId };
  const draft = emptyDraft();
  const anchors: string[] = [];
  const pointers: Pointer[] = [];
  for (const feature of record.features) takeFeature(feature, draft, anchors, pointers, where, reader);
  draft.remarks.push(...record.payload.map(({ name, value: text }) => `${name}: ${text}`));
  draft.programmes.push(`dataset:${record.dataSource}`);
  draft.names = namesInOrder(draft.names);
  if (draft.names.length === 0) {
    reader.reading.report('list.missing-field', { ...where, field: 'NAME' });
    draft.names.push({ text: record.id, kind: 'weak' });
  }
  const entity = entityOfDraft(draft, { source: reader.source, recordId, schema: schemaOf(record, where) });
  return { entity, anchors, pointers };
}

function schemaOf({ type, features }: SenzingRecord, where: Where): Schema {
  if (type !== undefined) return lookUp(schemaOfType, type, { ...where, field: 'RECORD_TYPE' });
  return features.some((feature) => 'NAME_ORG' in feature) ? 'Organization' : 'LegalEntity';
}

function takeFeature(
  feature: Feature,
  draft: EntityDraft,
  anchors: string[],
  pointers: Pointer[],
  where: Where,
  reader: FtmReader,
): void {
  const left = { ...feature };
  const take = (name: string) => {
    const value = left[name];
    delete left[name];
    return value;
  };
  takeName(take, draft);
  takeAddress(take, draft, where, reader);
  const anchor = keyOf(take('REL_ANCHOR_DOMAIN'), take('REL_ANCHOR_KEY'));
  if (anchor !== undefined) anchors.push(anchor);
  takePointer(take, pointers);
  const group = take('GROUP_ASSOCIATION_ORG_NAME');
  const groupType = take('GROUP_ASSOCIATION_TYPE');
  if (group !== undefined)
    draft.links.push({ kind: 'member-of', toName: group, ...(groupType !== undefined && { detail: groupType }) });
  const phone = take('PHONE_NUMBER');
  if (phone !== undefined) draft.phones.push(phone);
  for (const [attribute, rule] of identifiers)
    if (attribute in left) takeIdentifier(attribute, rule, take, draft, where, reader);
  for (const [attribute, rule] of values) {
    const value = take(attribute);
    if (value !== undefined) takeValue(value, attribute, 'to' in rule ? rule.to : rule, draft, where, reader);
  }
  take('RECORD_TYPE');
  const uses = Object.entries(left).filter(([name]) => !['ADDR_TYPE', 'PHONE_TYPE', 'NAME_TYPE'].includes(name));
  draft.remarks.push(...uses.map(([name, value]) => `${name}: ${value}`));
}

type Take = (attribute: string) => string | undefined;

function takeName(take: Take, draft: EntityDraft): void {
  const [full, organisation] = [take('NAME_FULL'), take('NAME_ORG')];
  const [prefix, first, middle, last, suffix] = ['PREFIX', 'FIRST', 'MIDDLE', 'LAST', 'SUFFIX'].map((part) =>
    take(`NAME_${part}`),
  );
  const composed = [prefix, first, middle, last, suffix].filter((part) => part !== undefined).join(' ');
  const texts = [full, organisation, ...(full === undefined && composed !== '' ? [composed] : [])];
  const type = take('NAME_TYPE');
  const kind = type === undefined ? undefined : (nameTypes.get(type.toUpperCase()) ?? 'alias');
  const parts = { ...(last !== undefined && { family: last }), ...(first !== undefined && { given: first }) };
  for (const text of texts)
    if (text !== undefined)
      draft.names.push({ text, kind: kind ?? (draft.names.length === 0 ? 'primary' : 'alias'), ...parts });
}

/** The primary one first, else in the order of the record. */
function namesInOrder(names: readonly EntityName[]): EntityName[] {
  const distinctNames = [...new Map(names.map((name) => [`${name.kind}\n${name.text}`, name])).values()];
  return distinctNames.toSorted((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary'));
}

function takeAddress(take: Take, draft: EntityDraft, where: Where, reader: FtmReader): void {
  const lines = [1, 2, 3, 4, 5, 6].map((line) => take(`ADDR_LINE${line}`)).filter((line) => line !== undefined);
  const [full, city, region, postalCode, country] = ['FULL', 'CITY', 'STATE', 'POSTAL_CODE', 'COUNTRY'].map((part) =>
    take(`ADDR_${part}`),
  );
  const dates = [take('ADDR_FROM_DATE'), take('ADDR_THRU_DATE')];
  const whole = full ?? [...lines, city, region, postalCode, country].filter((part) => part !== undefined).join(', ');
  if (whole === '') return;
  const code = countryIn(country, 'ADDR_COUNTRY', where, reader);
  const address: Address = {
    full: whole,
    ...(lines.length > 0 && { street: lines.join(', ') }),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(postalCode !== undefined && { postalCode }),
    ...(code !== undefined && { country: code }),
  };
  draft.addresses.push(address);
  reader.reading.count('addresses');
  if (dates.some((date) => date !== undefined))
    draft.remarks.push(`Address ${whole}: ${dates.map((date) => date ?? '').join(' to ')}`);
}

function takePointer(take: Take, pointers: Pointer[]): void {
  const key = keyOf(take('REL_POINTER_DOMAIN'), take('REL_POINTER_KEY'));
  const role = take('REL_POINTER_ROLE') ?? '';
  const [since, until] = [take('REL_POINTER_FROM_DATE'), take('REL_POINTER_THRU_DATE')];
  if (key === undefined) return;
  const dated = [since, until].map((date) => (date !== undefined && parseDateRange(date) ? date : undefined));
  const said = [since, until].filter((date, place) => date !== undefined && dated[place] === undefined);
  pointers.push({
    key,
    role: [role, ...said].filter((part) => part !== '').join('; '),
    ...(dated[0] !== undefined && { since: dated[0] }),
    ...(dated[1] !== undefined && { until: dated[1] }),
  });
}

/** A key is one only within its domain. No control character may be in it. */
function keyOf(domain: string | undefined, key: string | undefined): string | undefined {
  return key === undefined ? undefined : `${domain ?? ''}|${key}`.replaceAll(/[\u0000-\u001f]/g, ' ');
}

function takeIdentifier(
  attribute: string,
  rule: IdentifierRule,
  take: Take,
  draft: EntityDraft,
  where: Where,
  reader: FtmReader,
): void {
  const value = take(attribute);
  if (value === undefined) return;
  const kind = rule.kind === undefined ? undefined : take(rule.kind);
  const written = rule.country === undefined ? undefined : take(rule.country);
  const country = countryIn(codeIn(written), rule.country ?? attribute, where, reader);
  const note = [rule.name, kind, country === undefined ? written : undefined].filter((part) => part !== undefined);
  draft.identifiers.push({
    type: identifierKinds.get(kind ?? '') ?? rule.type,
    value,
    ...(country !== undefined && { country }),
    ...(note.length > 0 && { note: note.join('; ') }),
  });
}

/** Codes of countries are small in OpenSanctions' file, where words are not. */
function codeIn(written: string | undefined): string | undefined {
  return written !== undefined && /^[a-z]{2}$/.test(written) ? written.toUpperCase() : written;
}

function takeValue(
  value: string,
  attribute: string,
  to: string | { readonly words: string },
  draft: EntityDraft,
  where: Where,
  reader: FtmReader,
): void {
  if (typeof to !== 'string') draft.remarks.push(`${to.words}: ${value}`);
  else if (to === 'topics') takeTopics([value], draft, where);
  else if (to === 'birthDates') {
    const range = parseDateRange(value);
    if (range) draft.birthDates.push(range);
    else {
      reader.reading.report('list.date', { ...where, field: attribute, value });
      draft.remarks.push(`Date of birth: ${value}`);
    }
  } else if (to === 'genders') {
    const found = genders.get(value.toUpperCase());
    if (found) draft.genders.push(...found);
    else draft.remarks.push(`Gender: ${value}`);
  } else if (to === 'nationalities' || to === 'countries') {
    const code = countryIn(codeIn(value), attribute, where, reader);
    if (code === undefined) draft.remarks.push(`${attribute}: ${value}`);
    else draft.countries.push(code);
    if (code !== undefined && to === 'nationalities') draft.nationalities.push(code);
  } else if (to === 'updatedOn') draft.updatedOn.push(value);
  else if (to === 'sourceUrl') draft.sourceUrls.push(value);
  else draft[to as 'emails' | 'websites' | 'birthPlaces'].push(value);
}
