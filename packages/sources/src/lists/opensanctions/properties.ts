// The properties of a record that is or makes an entity in, what they say put into its draft.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import type { EntityName } from '@sekisho/engine/model/entity.ts';
import type { IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import { sorted } from '../sorted.ts';
import { countryOf, type FtmReader } from './country.ts';
import { isDate } from './dates.ts';
import type { EntityDraft } from './draft.ts';
import {
  documentRules,
  entityRules,
  ignoredProperties,
  topics,
  type IdentifierRule,
  type PropertyRule,
} from './model.ts';
import type { NamePart } from './names.ts';
import type { FtmPlace, FtmRecord } from './record.ts';

/** Parts of names found beside the names: which belongs to which is told when all are known. */
export interface PropertiesTaken {
  readonly names: readonly EntityName[];
  readonly parts: readonly NamePart[];
}

const genders: Readonly<Record<string, readonly ('male' | 'female')[]>> = {
  male: ['male'],
  female: ['female'],
  other: [],
};

/**
 * @param isOpen true for a schema all of whose properties are kept, in words where no rule is for them.
 * @throws Problem `list.unknown-column` for a property that no rule is for, `list.unknown-value` for a topic or a gender.
 */
export function takeProperties(
  record: FtmRecord,
  isOpen: boolean,
  draft: EntityDraft,
  where: FtmPlace,
  reader: FtmReader,
): PropertiesTaken {
  const names: EntityName[] = [];
  const parts: NamePart[] = [];
  const at = { ...where, record: record.id };
  for (const property of sorted(Object.keys(record.properties))) {
    if (ignoredProperties.has(property)) continue;
    const values = valuesOf(record, property);
    const rule = entityRules.get(property) ?? (isOpen ? documentIdentifier(property) : undefined);
    if (!rule) {
      if (!isOpen) throw new Problem('list.unknown-column', { ...at, field: property, reason: record.schema });
      draft.remarks.push(...values.map((value) => `${property}: ${value}`));
    } else if ('names' in rule) for (const text of values) names.push({ text, kind: rule.names });
    else if ('part' in rule) for (const text of values) parts.push({ part: rule.part, label: rule.label, text });
    else if ('identifier' in rule) takeIdentifiers(record, property, rule, values, draft, reader);
    else if ('to' in rule) takeField(rule.to, property, rule.label, values, draft, at, reader);
    else draft.remarks.push(...values.map((value) => labelled(rule.words, value)));
  }
  return { names, parts };
}

/** The values of a property, each once, in an order of their own: that of the file is chance. */
export function valuesOf(record: FtmRecord, property: string): readonly string[] {
  const values = record.properties[property] ?? [];
  if (values.length < 2) return values;
  const inOrder = sorted(values);
  return inOrder.some((value, place) => value === inOrder[place - 1])
    ? inOrder.filter((value, place) => value !== inOrder[place - 1])
    : inOrder;
}

export function labelled(label: string, value: string): string {
  return label === '' ? value : `${label}: ${value}`;
}

/** @throws Problem `list.unknown-value` for a topic that no version of FollowTheMoney has. */
export function takeTopics(values: readonly string[], draft: EntityDraft, where: FtmPlace & { record: string }): void {
  for (const topic of values) {
    const rule = topics.get(topic);
    if (!rule) throw new Problem('list.unknown-value', { ...where, field: 'topics', value: topic });
    if ('effects' in rule) draft.topics.push(topic);
  }
}

/** A document's property in an entity of its own, such as the key of a wallet. */
function documentIdentifier(property: string): PropertyRule | undefined {
  const rule = documentRules.get(property);
  return rule && 'identifier' in rule ? rule : undefined;
}

function takeField(
  to: string,
  property: string,
  label: string | undefined,
  values: readonly string[],
  draft: EntityDraft,
  where: FtmPlace & { readonly record: string },
  reader: FtmReader,
): void {
  switch (to) {
    case 'birthDates':
      for (const value of values) takeBirthDate(value, draft, where, reader);
      return;
    case 'genders':
      for (const value of values) draft.genders.push(...lookUp(genders, value, { ...where, field: property }));
      return;
    case 'nationalities':
    case 'countries':
      for (const value of values) {
        const { code, words } = countryOf(value, property, where, reader);
        if (code !== undefined) draft.countries.push(code);
        if (code !== undefined && to === 'nationalities') draft.nationalities.push(code);
        if (label !== undefined) draft.remarks.push(`${label}: ${words ?? value}`);
        else if (words !== undefined) draft.remarks.push(`${property}: ${words}`);
      }
      return;
    case 'addresses':
      if (property === 'address') draft.addresses.push(...values.map((full) => ({ full })));
      return;
    case 'topics':
      takeTopics(values, draft, where);
      return;
    case 'links':
      return;
    case 'listedOn':
      takeDates(values, draft.createdOn, 'Listed', draft);
      return;
    case 'updatedOn':
      takeDates(values, draft.updatedOn, 'Changed', draft);
      return;
    case 'sourceUrl':
      draft.sourceUrls.push(...values);
      return;
    default:
      draft[to as 'birthPlaces' | 'emails' | 'phones' | 'websites' | 'positions' | 'programmes'].push(...values);
  }
}

/** A date that is none stays in words. */
function takeDates(values: readonly string[], dates: string[], label: string, draft: EntityDraft): void {
  for (const value of values)
    if (isDate(value.slice(0, 10))) dates.push(value);
    else draft.remarks.push(`${label}: ${value}`);
}

function takeBirthDate(
  value: string,
  draft: EntityDraft,
  where: FtmPlace & { readonly record: string },
  { reading }: FtmReader,
): void {
  const range = parseDateRange(/^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value);
  if (range) draft.birthDates.push(range);
  else {
    reading.report('list.date', { ...where, field: 'birthDate', value });
    draft.remarks.push(`Date of birth: ${value}`);
  }
}

function takeIdentifiers(
  record: FtmRecord,
  property: string,
  rule: IdentifierRule,
  values: readonly string[],
  draft: EntityDraft,
  { territories }: FtmReader,
): void {
  const issuers = ['jurisdiction', 'mainCountry', 'country'].find((name) => record.properties[name]?.length === 1);
  const issuer = issuers === undefined ? undefined : record.properties[issuers]?.[0];
  for (const value of values) {
    const type = typeOf(value, record.schema, issuer, rule);
    const ofCountry = type === 'registration-number' || type === 'tax-id';
    const country = ofCountry && issuer !== undefined ? territories.codeOf(issuer.toUpperCase()) : undefined;
    draft.identifiers.push({
      type,
      value,
      ...(country !== undefined && { country }),
      ...(['other', 'identity-document', 'tax-id'].includes(type) && property !== 'taxNumber' && { note: property }),
    });
  }
}

function typeOf(
  value: string,
  schema: string,
  issuer: string | undefined,
  { identifier, bySchema, byCountry = [], byForm = [] }: IdentifierRule,
): IdentifierType {
  const ofSchema = bySchema?.[schema];
  if (ofSchema !== undefined) return ofSchema;
  const fits = (form: string) => formOf(form).test(value);
  const found =
    byCountry.find(({ country, form }) => country === issuer && fits(form)) ?? byForm.find(({ form }) => fits(form));
  return found?.type ?? identifier;
}

const forms = new Map<string, RegExp>();

function formOf(text: string): RegExp {
  const form = forms.get(text) ?? new RegExp(text, 'u');
  forms.set(text, form);
  return form;
}
