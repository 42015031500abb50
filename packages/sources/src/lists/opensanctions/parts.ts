// The records that belong to an entity (its listings, documents, wallets, notes) in, what they say put into its draft.

import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { sorted } from '../sorted.ts';
import { isDate } from './dates.ts';
import { countryOf, type FtmReader } from './country.ts';
import type { EntityDraft } from './draft.ts';
import { documentRules, ignoredProperties, listingRules, schemaRules, topics, type PropertyRule } from './model.ts';
import { labelled, takeTopics, valuesOf } from './properties.ts';
import type { FtmPlace, FtmRecord } from './record.ts';

export interface Part {
  readonly record: FtmRecord;
  readonly where: FtmPlace;
}

/** How the remark on a listing begins. */
export const LISTING = 'Listed by ';

/**
 * Puts a listing, a document, … into the draft of the entity it is of.
 * @throws Problem `list.unknown-column` for a property that its schema does not have, `list.unknown-value` for a topic.
 */
export function takePart(part: Part, draft: EntityDraft, reader: FtmReader): void {
  const { schema } = part.record;
  const rule = schemaRules.get(schema);
  if (schema === 'Sanction' || schema === 'Risk') takeListing(part, draft);
  else if (rule && 'open' in rule && rule.open) takeWords(part, draft);
  else takeDocument(part, draft, reader);
}

/**
 * What a listing makes of the entity, by the topics that the entity has: sanctioned, debarred. Where they leave it open
 * (somebody sanctioned and wanted, by two records), nothing is claimed; the listing stands in the remarks either way.
 */
export function takeClaims(parts: readonly Part[], draft: EntityDraft, reader: FtmReader): void {
  const statuses = new Set(
    draft.topics.flatMap((topic) => {
      const rule = topics.get(topic);
      return rule && 'lists' in rule ? [rule.lists] : [];
    }),
  );
  const [status] = statuses;
  if (status === undefined || status === 'other' || statuses.size > 1) return;
  for (const { record, where } of parts) {
    if (record.schema !== 'Sanction') continue;
    const country = countryOf(valuesOf(record, 'country')[0], 'country', { ...where, record: record.id }, reader).code;
    const date = [...valuesOf(record, 'listingDate'), ...valuesOf(record, 'startDate')]
      .map((text) => text.slice(0, 10))
      .find((text) => isDate(text));
    const [sourceUrl] = valuesOf(record, 'sourceUrl');
    const claim: LegalStatusClaim = {
      status,
      authority: authorityOf(record),
      ...(country !== undefined && { country }),
      ...(date !== undefined && { date }),
      reportedBy: reader.source,
      ...(sourceUrl !== undefined && { sourceUrl }),
    };
    draft.legalStatus.push(claim);
  }
}

function takeListing({ record, where }: Part, draft: EntityDraft): void {
  const at = { ...where, record: record.id };
  const said: string[] = [];
  forEachRuled(record, listingRules, where, (property, values, rule) => {
    if ('identifier' in rule)
      for (const value of values)
        draft.identifiers.push({
          type: rule.identifier,
          value,
          note: `${record.schema}; ${property} of ${authorityOf(record)}`,
        });
    else if (property === 'topics') takeTopics(values, draft, at);
    else if (property === 'program' || property === 'programId') draft.programmes.push(...values);
    else if (property === 'sourceUrl') draft.sourceUrls.push(...values);
    else if (property === 'modifiedAt') draft.updatedOn.push(...values);
    else if ('words' in rule) said.push(...values.map((value) => labelled(rule.words.toLowerCase(), value)));
  });
  const dated = (property: string) => valuesOf(record, property);
  draft.listedOn.push(...(dated('listingDate').length > 0 ? dated('listingDate') : dated('startDate')));
  draft.listingEnds.push(dated('endDate').at(-1));
  const countries = dated('country');
  const head = [
    `${LISTING}${authorityOf(record)}${countries.length > 0 ? ` (${countries.join(', ')})` : ''}`,
    ...[...dated('program'), ...dated('programId')],
    ...dated('listingDate').map((day) => `on ${day}`),
    ...dated('startDate').map((day) => `from ${day}`),
    ...dated('endDate').map((day) => `until ${day}`),
    ...dated('date').map((day) => `dated ${day}`),
  ];
  draft.remarks.push([...head, ...said].join('; '));
}

function authorityOf(record: FtmRecord): string {
  const authorities = [...valuesOf(record, 'authority'), ...valuesOf(record, 'publisher')];
  return authorities[0] ?? 'an authority that is not named';
}

/** A document without a number stays in words. */
function takeDocument({ record, where }: Part, draft: EntityDraft, reader: FtmReader): void {
  const notes: string[] = [record.schema];
  const numbers: { readonly property: string; readonly value: string }[] = [];
  forEachRuled(record, documentRules, where, (property, values, rule) => {
    if ('identifier' in rule) numbers.push(...values.map((value) => ({ property, value })));
    else if ('to' in rule && rule.to === 'emails') draft.emails.push(...values);
    else if ('to' in rule && rule.to === 'phones') draft.phones.push(...values);
    else if ('words' in rule) notes.push(...values.map((value) => labelled(rule.words, value)));
  });
  const { code, words } = countryOf(valuesOf(record, 'country')[0], 'country', { ...where, record: record.id }, reader);
  if (words !== undefined) notes.push(words);
  for (const other of valuesOf(record, 'country').slice(1)) notes.push(other);
  const note = notes.join('; ');
  for (const { property, value } of numbers) {
    const rule = documentRules.get(property);
    if (!rule || !('identifier' in rule)) continue;
    const type = rule.bySchema?.[record.schema] ?? rule.identifier;
    draft.identifiers.push({ type, value, ...(code !== undefined && { country: code }), note });
  }
  if (numbers.length === 0) draft.remarks.push([note, ...(code === undefined ? [] : [code])].join('; '));
}

/** `Note: …`: all of it, in words. */
function takeWords({ record }: Part, draft: EntityDraft): void {
  const rule = schemaRules.get(record.schema);
  const of = rule && 'of' in rule ? rule.of : '';
  const words = sorted(Object.keys(record.properties))
    .filter((property) => property !== of && !ignoredProperties.has(property))
    .flatMap((property) => valuesOf(record, property).map((value) => `${property} ${value}`));
  draft.remarks.push(`${record.schema}: ${words.join('; ')}`);
}

/** Calls `take` for each property that is taken, with its rule. @throws Problem `list.unknown-column`. */
function forEachRuled(
  record: FtmRecord,
  rules: ReadonlyMap<string, PropertyRule>,
  where: FtmPlace,
  take: (property: string, values: readonly string[], rule: PropertyRule) => void,
): void {
  const schemaRule = schemaRules.get(record.schema);
  const of = schemaRule?.is === 'part' ? schemaRule.of : undefined;
  for (const property of sorted(Object.keys(record.properties))) {
    if (property === of || ignoredProperties.has(property)) continue;
    const rule = rules.get(property);
    if (!rule)
      throw new Problem('list.unknown-column', { ...where, record: record.id, field: property, reason: record.schema });
    take(property, valuesOf(record, property), rule);
  }
}
