// A Location of OFAC's advanced XML in, its parts as an address, and again in each other script, out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { distinct } from '../distinct.ts';
import type { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';
import { cityLineOf, type PlaceParts } from './place.ts';

export interface AdvancedLocation {
  /** The address as OFAC's other layouts have it. */
  readonly parts: PlaceParts;
  /** The same address in other scripts, without its country. */
  readonly variants: readonly PlaceParts[];
}

/** @throws Problem `list.unknown-value` for a part that is not known, `list.unknown-reference`, `list.unknown-column`. */
export function locationOf(
  element: StrictElement,
  references: AdvancedReferences,
): { readonly id: string; readonly location: AdvancedLocation } {
  const id = element.takeRequiredAttribute('ID');
  const note = element.takeOptional('Comment');
  const areas = element.takeAll('LocationAreaCode').map((area) => {
    const areaId = area.takeRequiredAttribute('AreaCodeID');
    return references.attribute('AreaCode', areaId, 'Description', area.where);
  });
  const countries = element.takeAll('LocationCountry').map((country) => {
    country.ignore('@CountryRelevanceID');
    return references.requiredWordOf(country, 'CountryID', 'Country');
  });
  const values = element.takeAll('LocationPart').flatMap((part) => valuesOf(part, references));
  element.ignore('FeatureVersionReference', 'IDRegDocumentReference');
  element.done();
  const named = [...countries, ...areas].filter((name) => name !== undefined && name !== 'undetermined');
  const [country, second] = distinct(named);
  if (second !== undefined)
    throw new Problem('list.unexpected-shape', { ...element.where, field: 'LocationCountry', reason: 'two countries' });
  const parts = partsOf(values.filter(({ variant }) => variant === undefined));
  const variants = distinct(values.map(({ variant }) => variant)).map((variant) =>
    partsOf(values.filter((value) => value.variant === variant)),
  );
  const countryName = parts.countryName ?? country;
  return {
    id,
    location: { parts: { ...parts, ...(countryName !== undefined && { countryName }), note }, variants },
  };
}

interface PartValue {
  readonly part: string;
  readonly field: 'street' | 'city' | 'region' | 'postalCode' | 'countryName';
  /** What the file says of a value that is not the main one: the name of its language. */
  readonly variant: string | undefined;
  readonly text: string;
}

function valuesOf(element: StrictElement, references: AdvancedReferences): PartValue[] {
  const part = references.requiredWordOf(element, 'LocPartTypeID', 'LocPartType');
  const field = lookUp(advancedWords.locationParts, part, { ...element.where, field: 'LocPartType' });
  return element.takeAll('LocationPartValue').flatMap((value) => {
    value.ignore('@LocPartValueTypeID', '@LocPartValueStatusID');
    const isPrimary = value.takeRequiredAttribute('Primary') === 'true';
    const comment = value.takeOptional('Comment');
    const text = value.takeOptional('Value');
    const variant = isPrimary ? undefined : (comment ?? 'another spelling');
    return text === undefined ? [] : [{ part, field, variant, text }];
  });
}

/** ADDRESS1, ADDRESS2 and ADDRESS3 in this order, whatever that of the file. */
function partsOf(values: readonly PartValue[]): PlaceParts {
  const texts = (field: PartValue['field']) =>
    values
      .filter((value) => value.field === field)
      .toSorted((a, b) => (a.part < b.part ? -1 : 1))
      .map(({ text }) => text)
      .join(', ') || undefined;
  const [city, region, postalCode] = [texts('city'), texts('region'), texts('postalCode')];
  return {
    street: texts('street'),
    cityLine: cityLineOf(city, region, postalCode),
    city,
    region,
    postalCode,
    countryName: texts('countryName'),
  };
}
