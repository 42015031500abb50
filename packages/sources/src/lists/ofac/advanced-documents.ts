// An IDRegDocument of OFAC's advanced XML in, the item that OFAC's other layouts have for it out.
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { periodText } from './advanced-dates.ts';
import type { AdvancedLocation } from './advanced-locations.ts';
import type { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';
import { itemOf } from './items.ts';

export interface AdvancedDocument {
  readonly identityId: string;
  /** `Passport 701234567 (Russia) issued 01 Feb 2010`; of a document without a number, its label. */
  readonly item: string;
  /** What the other layouts do not say: the authority, where it was issued, that it is not valid. */
  readonly notes: readonly string[];
}

/** @throws Problem `list.unknown-value` for a kind of date that is not known, `list.unknown-reference`, `list.unknown-column`. */
export function documentOf(
  element: StrictElement,
  references: AdvancedReferences,
  locations: ReadonlyMap<string, AdvancedLocation>,
): AdvancedDocument {
  const identityId = element.takeRequiredAttribute('IdentityID');
  const label = references.requiredWordOf(element, 'IDRegDocTypeID', 'IDRegDocType');
  const country = references.wordOf(element, 'IssuedBy-CountryID', 'Country');
  const place = locations.get(element.takeAttribute('IssuedIn-LocationID') ?? '')?.parts;
  const validity = references.wordOf(element, 'ValidityID', 'Validity');
  const comment = element.takeOptional('Comment');
  const value = element.takeOptional('IDRegistrationNo');
  const authority = element.takeOptional('IssuingAuthority');
  const dates: { issued?: string; expires?: string } = {};
  for (const date of element.takeAll('DocumentDate')) {
    const type = references.requiredWordOf(date, 'IDRegDocDateTypeID', 'IDRegDocDateType');
    const kind = lookUp(advancedWords.documentDates, type, { ...date.where, field: 'IDRegDocDateType' });
    const written = periodText(date.takeOnly('DatePeriod'), references);
    if (written !== undefined) dates[kind] = written;
  }
  element.ignore(
    '@ID',
    'IDRegDocumentMention',
    'FeatureVersionReference',
    'DocumentedNameReference',
    'ProfileRelationshipReference',
  );
  element.done();
  const issuedIn = place && [place.street, place.cityLine, place.countryName].filter(Boolean).join(', ');
  return {
    identityId,
    item: itemOf({ label, value: value ?? '', country, ...dates })
      .replace(/ {2,}/g, ' ')
      .trim(),
    notes: [
      authority === undefined ? undefined : `issued by ${authority}`,
      issuedIn === undefined || issuedIn === '' ? undefined : `issued in ${issuedIn}`,
      validity === undefined || validity === 'Valid' ? undefined : validity,
      comment,
    ].filter((note) => note !== undefined),
  };
}
