// A DistinctParty of OFAC's advanced XML in, what it says of the party out; programmes and relations come from elsewhere.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import type { CountryReader } from '../country-field.ts';
import { periodText } from './advanced-dates.ts';
import type { AdvancedDocument } from './advanced-documents.ts';
import type { AdvancedLocation } from './advanced-locations.ts';
import { namesOf } from './advanced-names.ts';
import type { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';
import { noFacts, type OfacFacts } from './facts.ts';
import { itemOf, takeItem } from './items.ts';
import type { OfacParty, OfacPlace, OfacVessel } from './party.ts';
import { placeOf } from './place.ts';
import { takeRemarks } from './remarks.ts';

export interface AdvancedTables {
  readonly references: AdvancedReferences;
  readonly locations: ReadonlyMap<string, AdvancedLocation>;
  readonly documentsByIdentity: ReadonlyMap<string, readonly AdvancedDocument[]>;
}

export interface AdvancedParty {
  readonly profileId: string;
  /** Without programmes: a SanctionsEntry has them. */
  readonly party: OfacParty;
}

/**
 * @throws Problem `list.unexpected-shape` for a party of several profiles or identities, `list.unknown-value`,
 *   `list.unknown-column`, `list.unknown-reference`.
 */
export function advancedPartyOf(element: StrictElement, tables: AdvancedTables, reader: CountryReader): AdvancedParty {
  const { references } = tables;
  const recordId = element.takeRequiredAttribute('FixedRef');
  const where: FieldOfList = { ...element.where, field: 'DistinctParty', record: recordId };
  const profile = onlyOne(element, 'Profile', where);
  const profileId = profile.takeRequiredAttribute('ID');
  const schema = lookUp(advancedWords.schemata, partyTypeOf(profile, references), { ...where, field: 'PartySubType' });
  const identity = onlyOne(profile, 'Identity', where);
  const identityId = identity.takeRequiredAttribute('ID');
  const { names, notes } = namesOf(identity, references);
  identity.ignore('@FixedRef', '@Primary', '@False', 'IDRegDocumentReference');

  const facts = noFacts();
  const features = profile.takeAll('Feature').flatMap((feature) => valuesOf(feature, tables));
  const take = (item: string, field: string) => takeItem(item, facts, schema, { ...where, field }, reader);
  for (const { feature, text } of features) {
    const label = advancedWords.features[feature];
    if (text !== undefined && label !== undefined) take(`${label} ${text}`, feature);
  }
  for (const { feature, text, notes: said } of features) {
    if (!isPlain(feature)) continue;
    take(itemOf({ label: feature, value: text ?? '' }).trim(), feature);
    facts.remarks.push(...said);
  }
  for (const document of tables.documentsByIdentity.get(identityId) ?? []) takeDocument(document, facts, take);
  const comments = [element, profile, identity].flatMap((part) => part.takeTexts('Comment'));
  for (const comment of comments)
    takeRemarks(comment, false, facts, schema, { ...where, field: 'DistinctParty/Comment' }, reader);
  for (const reference of profile.takeAll('ExternalReference')) facts.remarks.push(...externalReference(reference));
  profile.ignore('SanctionsEntryReference');
  element.done();

  reader.reading.count('aliases', names.length - 1);
  const places = features.flatMap((feature) => placesOf(feature, where, reader));
  reader.reading.count('addresses', places.length);
  return {
    profileId,
    party: {
      recordId,
      where,
      schema,
      names,
      programmes: [],
      titles: features.flatMap(({ feature, text }) =>
        advancedWords.titleFeatures.includes(feature) && text !== undefined ? [text] : [],
      ),
      vessel: vesselOf(features),
      places,
      facts,
      nameNotes: notes,
    },
  };
}

/** OFAC has never used more; what is said of the second would have to be told apart from what is said of the first. */
function onlyOne(element: StrictElement, name: string, where: FieldOfList): StrictElement {
  const [child, second] = element.takeAll(name);
  if (!child || second)
    throw new Problem('list.unexpected-shape', {
      ...where,
      line: (second ?? element).line,
      field: name,
      reason: second ? `a second ${name}` : `no ${name}`,
    });
  return child;
}

/** The sub-type of a person or body is "Unknown": its type tells. */
function partyTypeOf(profile: StrictElement, references: AdvancedReferences): string {
  const id = profile.takeRequiredAttribute('PartySubTypeID');
  const subType = references.text('PartySubType', id, profile.where);
  if (subType !== 'Unknown') return subType;
  const typeId = references.attribute('PartySubType', id, 'PartyTypeID', profile.where) ?? '';
  return references.text('PartyType', typeId, profile.where);
}

interface FeatureValue {
  readonly feature: string;
  readonly text: string | undefined;
  readonly location: AdvancedLocation | undefined;
  readonly notes: readonly string[];
}

function valuesOf(element: StrictElement, { references, locations }: AdvancedTables): FeatureValue[] {
  const feature = references.requiredWordOf(element, 'FeatureTypeID', 'FeatureType');
  element.ignore('@ID', 'IdentityReference');
  return element.takeAll('FeatureVersion').map((version) => {
    version.ignore('@ID', '@ReliabilityID', 'IDRegDocumentReference');
    const comment = version.takeOptional('Comment');
    const periods = version.takeAll('DatePeriod').flatMap((period) => periodText(period, references) ?? []);
    const details = version.takeAll('VersionDetail').flatMap((detail) => {
      detail.ignore('@DetailTypeID');
      const word = references.wordOf(detail, 'DetailReferenceID', 'DetailReference');
      const text = detail.takeText();
      return word ?? (text === '' ? [] : text);
    });
    const found = version.takeAll('VersionLocation').map((reference) => {
      const id = reference.takeRequiredAttribute('LocationID');
      const location = locations.get(id);
      if (!location)
        throw new Problem('list.unknown-reference', { ...reference.where, field: 'LocationID', value: id });
      return location;
    });
    const [location] = found;
    const named = advancedWords.placeFeatures.includes(feature) ? undefined : location?.parts.countryName;
    const text = [...periods, ...details, named].filter((part) => part !== undefined).join(' ');
    return {
      feature,
      text: text === '' ? undefined : text,
      location,
      notes: comment === undefined ? [] : [`${feature}: ${comment}`],
    };
  });
}

function isPlain(feature: string): boolean {
  return (
    !Object.hasOwn(advancedWords.features, feature) &&
    !Object.hasOwn(advancedWords.vesselFeatures, feature) &&
    !advancedWords.titleFeatures.includes(feature) &&
    !advancedWords.placeFeatures.includes(feature)
  );
}

/** What is said of a document goes to the identifier that it becomes, or stays beside it in the remarks. */
function takeDocument(
  { item, notes }: AdvancedDocument,
  facts: OfacFacts,
  take: (item: string, field: string) => void,
): void {
  const before = facts.identifiers.length;
  take(item, 'IDRegDocument');
  const identifier = facts.identifiers[before];
  if (notes.length === 0) return;
  if (identifier === undefined) facts.remarks.push(`${item}; ${notes.join('; ')}`);
  else
    facts.identifiers[before] = {
      ...identifier,
      note: [identifier.note, ...notes].filter((note) => note !== undefined).join('; '),
    };
}

function placesOf({ feature, location }: FeatureValue, where: FieldOfList, reader: CountryReader): OfacPlace[] {
  if (!advancedWords.placeFeatures.includes(feature) || !location) return [];
  const at = { ...where, field: 'Location' };
  const place = placeOf(location.parts, at, reader);
  const country = place.address?.country;
  const inOtherScripts = location.variants.map((parts) => {
    const variant = placeOf(parts, at, reader);
    return {
      ...variant,
      address: variant.address && { ...variant.address, ...(country !== undefined && { country }) },
    };
  });
  return [place, ...inOtherScripts];
}

function vesselOf(features: readonly FeatureValue[]): OfacVessel {
  const vessel: Partial<Record<keyof OfacVessel, string>> = {};
  for (const { feature, text } of features) {
    const field = advancedWords.vesselFeatures[feature];
    if (field !== undefined && text !== undefined) vessel[field] = text;
  }
  return vessel;
}

function externalReference(element: StrictElement): string[] {
  element.ignore('@ExRefTypeID');
  const links = element.takeAll('SubLink').flatMap((link) => {
    link.ignore('@TargetTypeID');
    return [link.takeOptional('Description'), link.takeOptional('DirectURL')];
  });
  const texts = [
    element.takeOptional('Comment'),
    element.takeOptional('ExRefValue'),
    element.takeOptional('DirectURL'),
  ];
  return [...texts, ...links].filter((text) => text !== undefined);
}
