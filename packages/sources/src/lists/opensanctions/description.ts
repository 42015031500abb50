// source.yml and the tables of FollowTheMoney in, the descriptions of the collection and of any other data set out.
import { readSourceDescription, type CheckedDescription } from '../../readers/source-description.ts';
import {
  addressIgnored,
  addressProperties,
  documentRules,
  edgeProperties,
  entityRules,
  ignoredProperties,
  listingRules,
  schemaRules,
  topics,
  type PropertyRule,
} from './model.ts';

const written = readSourceDescription(new URL('./source.yml', import.meta.url));

/** With each property of the tables beside the fields of a record. */
export const openSanctions: CheckedDescription = {
  ...written,
  taken: [...written.taken, ...takenByTables()],
  ignored: [...written.ignored, ...ignoredByTables()],
};

/** Any data set of FollowTheMoney records, under an id that the user chose. */
export function descriptionOf(id: string): CheckedDescription {
  const patternOf = ({ role, pattern }: { readonly role: string; readonly pattern: string }) =>
    role === 'entities' ? '\\.(?:json|jsonl|ndjson|ijson)$' : pattern;
  const { refresh: _, ...description } = openSanctions;
  return {
    ...description,
    id,
    title: `FollowTheMoney data set ${id.slice(id.indexOf('-') + 1)}`,
    publisher: 'not stated',
    territory: 'own',
    officialPage: '',
    terms: '',
    forms: description.forms.map((form) => ({
      ...form,
      files: form.files.map((file) => ({ ...file, pattern: patternOf(file) })),
    })),
    bounds: { maxShrinkPercent: description.bounds.maxShrinkPercent, minEntries: 1 },
  };
}

function takenByTables(): { readonly field: string; readonly to: string }[] {
  const tables = [
    { of: 'entities', rules: entityRules },
    { of: 'Sanction and Risk', rules: listingRules },
    { of: 'documents, wallets, securities', rules: documentRules },
  ];
  return [
    ...tables.flatMap(({ of, rules }) =>
      [...rules].map(([property, rule]) => ({ field: `${property} (${of})`, to: fieldOf(rule) })),
    ),
    ...addressProperties.map((property) => ({ field: `${property} (Address)`, to: 'addresses' })),
    ...[...edgeProperties.said, ...edgeProperties.dates].map((property) => ({
      field: `${property} (relations)`,
      to: 'links/detail',
    })),
    ...edgeProperties.since.map((property) => ({ field: `${property} (relations)`, to: 'links/since' })),
    ...edgeProperties.until.map((property) => ({ field: `${property} (relations)`, to: 'links/until' })),
    ...[...schemaRules].flatMap(([schema, rule]) =>
      rule.is === 'edge' ? [{ field: `${schema}: ${rule.from}, ${rule.to}`, to: 'links of both' }] : [],
    ),
  ];
}

function fieldOf(rule: PropertyRule): string {
  if ('names' in rule || 'part' in rule) return 'names';
  if ('identifier' in rule) return 'identifiers';
  return 'to' in rule ? rule.to : 'remarks';
}

function ignoredByTables(): { readonly field: string; readonly reason: string }[] {
  return [
    ...[...ignoredProperties].map(([field, reason]) => ({ field, reason })),
    ...[...addressIgnored].map((property) => ({
      field: `${property} (Address)`,
      reason: 'of the place, not of who is there',
    })),
    ...Object.entries(edgeProperties.ignored).map(([property, reason]) => ({
      field: `${property} (relations)`,
      reason,
    })),
    ...[...schemaRules].flatMap(([field, rule]) => (rule.is === 'ignored' ? [{ field, reason: rule.reason }] : [])),
    { field: 'Position (all but its name)', reason: 'an office is a position of the person who holds it' },
    ...[...topics].flatMap(([topic, rule]) =>
      'ignored' in rule ? [{ field: `topic ${topic}`, reason: rule.ignored }] : [],
    ),
  ];
}
