// The birth, citizenship, address and identification elements of an EU entry in, what they give to its Entity out.
import Type from 'typebox';
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import type { Address } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { parseEnglishDate } from '../english-dates.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';
import { takeRemarks } from './remarks.ts';

/** What the parts of an entry give. */
export interface Gathered {
  readonly birthDates: DateRange[];
  readonly birthPlaces: string[];
  readonly nationalities: (string | undefined)[];
  readonly formerNationalities: (string | undefined)[];
  readonly identifiers: Identifier[];
  readonly addresses: Address[];
  readonly emails: string[];
  readonly phones: string[];
  readonly websites: string[];
  readonly remarks: string[];
}

export type Where = StrictElement['where'] & { readonly record: string };

const identificationTypes = readVocabulary(
  new URL('./identification-types.yml', import.meta.url),
  Type.Record(Type.String(), Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes]))),
);

/** Every part of an entry says which regulation and detail it is, in which language: nothing of ours refers to that. */
const ofEveryPart = ['@logicalId', '@regulationLanguage', 'regulationSummary'] as const;

const calendars = { GREGORIAN: true, ISLAMIC: false, BUDDHIST: false, COPTIC: false, ETHIOPIC: false } as const;

/** A citizenship with a day on which it was lost makes no nationality. */
export function takeCitizenship(element: StrictElement, gathered: Gathered, where: Where, reader: CountryReader): void {
  const { code, name } = takeCountry(element, where, reader);
  const region = element.takeAttribute('region');
  const acquiredOn = element.takeAttribute('acquisitionDate');
  const lostOn = element.takeAttribute('disenfranchisementDate');
  takeRemarks(element, `Citizenship ${name ?? ''}`.trim(), gathered);
  element.ignore(...ofEveryPart);
  (lostOn === undefined ? gathered.nationalities : gathered.formerNationalities).push(code);
  const said = [
    code === undefined ? name : undefined,
    region,
    acquiredOn === undefined ? undefined : `acquired ${acquiredOn}`,
    lostOn === undefined ? undefined : `lost ${lostOn}`,
  ];
  const details = joined(said);
  if (details !== '') gathered.remarks.push(`Citizenship ${name ?? ''}: ${details}`);
}

/** A day, a month, a year, or two years; a day of another calendar is read where its Gregorian day stands beside it. */
export function takeBirth(element: StrictElement, gathered: Gathered, where: Where, reader: CountryReader): void {
  const at = { ...where, line: element.line };
  const [day, month, year] = ['dayOfMonth', 'monthOfYear', 'year'].map((part) => element.takeAttribute(part));
  const [from, to] = [element.takeAttribute('yearRangeFrom'), element.takeAttribute('yearRangeTo')];
  const whole = element.takeAttribute('birthdate');
  const isCirca = element.takeAttribute('circa') === 'true';
  const calendar = element.takeRequiredAttribute('calendarType');
  const isGregorian = lookUp(calendars, calendar, { ...at, field: 'birthdate/@calendarType' });
  const { name } = takeCountry(element, where, reader);
  const place = joined([...['place', 'city', 'zipCode', 'region'].map((part) => element.takeAttribute(part)), name]);
  element.ignore(...ofEveryPart);
  const remarks = takeRemarks(element, 'Birth', gathered);
  if (place !== '') gathered.birthPlaces.push(place);

  const partial = [year, month, day].slice(0, month === undefined ? 1 : 3).filter((part) => part !== undefined);
  const stated = whole ?? (year === undefined ? '' : partial.join('-'));
  const written = stated === '' && from !== undefined ? `${from} to ${to ?? from}` : stated;
  if (!isGregorian) {
    const own = [year, month, day].filter((part) => part !== undefined).join('-');
    gathered.remarks.push(`Birth: ${own === '' ? written : own} (${calendar.toLowerCase()} calendar)`);
  }
  const isReadable = isGregorian || whole !== undefined;
  const range = isReadable ? (parseDateRange(written) ?? parseEnglishDate(written)) : undefined;
  const inWords = written === '' ? remarks.map((remark) => parseEnglishDate(remark.replace(/\.$/, ''))) : [];
  const found = range ? [range] : inWords.filter((other) => other !== undefined);
  gathered.birthDates.push(...found.map((other) => ({ ...other, circa: other.circa || isCirca })));
  if (found.length > 0 || (written === '' && day === undefined && month === undefined)) return;
  const value = written === '' ? joined([day, month]) : written;
  reader.reading.report('list.date', { ...at, field: 'birthdate', value, reason: `${calendar} calendar` });
  if (isGregorian) gathered.remarks.push(`Birth: ${value}`);
}

export function takeAddress(element: StrictElement, gathered: Gathered, where: Where, reader: CountryReader): void {
  const [street, poBox, place, city, region, postalCode] = [
    'street',
    'poBox',
    'place',
    'city',
    'region',
    'zipCode',
  ].map((part) => element.takeAttribute(part));
  const { code, name } = takeCountry(element, where, reader);
  const isOfListing = element.takeAttribute('asAtListingTime') === 'true';
  const full = joined([street, boxOf(poBox), place, city, region, postalCode, name]);
  for (const contact of element.takeAll('contactInfo')) takeContact(contact, gathered, where);
  takeRemarks(element, full === '' ? 'Address' : `Address ${full}`, gathered);
  element.ignore(...ofEveryPart);
  if (full === '') return;
  if (isOfListing) gathered.remarks.push(`Address ${full}: as at listing time`);
  reader.reading.count('addresses');
  gathered.addresses.push({
    full,
    ...(street !== undefined && { street }),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(postalCode !== undefined && { postalCode }),
    ...(code !== undefined && { country: code }),
  });
}

export function takeIdentification(
  element: StrictElement,
  gathered: Gathered,
  where: Where,
  reader: CountryReader,
): void {
  const code = element.takeRequiredAttribute('identificationTypeCode');
  const type = lookUp(identificationTypes, code, {
    ...where,
    line: element.line,
    field: 'identification/@identificationTypeCode',
  });
  const kind = element.takeAttribute('identificationTypeDescription');
  const { code: country, name } = takeCountry(element, where, reader);
  const numbers = [element.takeAttribute('number'), element.takeAttribute('latinNumber')].filter(
    (number) => number !== undefined,
  );
  const marks = [
    ['diplomatic', 'diplomatic'],
    ['knownExpired', 'known to have expired'],
    ['knownFalse', 'known to be false'],
    ['reportedLost', 'reported lost'],
    ['revokedByIssuer', 'revoked by its issuer'],
  ] as const;
  const values = [
    ['issuedBy', 'issued by'],
    ['region', 'region'],
    ['issueDate', 'issued'],
    ['validFrom', 'valid from'],
    ['validTo', 'valid to'],
    ['nameOnDocument', 'name on the document:'],
  ] as const;
  const said = [
    ...marks.map(([attribute, words]) => (element.takeAttribute(attribute) === 'true' ? words : undefined)),
    ...values.map(([attribute, words]) => {
      const value = element.takeAttribute(attribute);
      return value === undefined ? undefined : `${words} ${value}`;
    }),
    country === undefined ? name : undefined,
  ].filter((part) => part !== undefined);
  const unshown: Gathered = { ...gathered, remarks: [] };
  const note = [...(kind === undefined ? [] : [kind]), ...said, ...takeRemarks(element, undefined, unshown)].join('; ');
  element.ignore(...ofEveryPart);
  reader.reading.count('identifications');
  if (numbers.length === 0) gathered.remarks.push(`Document without a number: ${note}`);
  for (const value of new Set(numbers))
    gathered.identifiers.push({
      type,
      value,
      ...(country !== undefined && { country }),
      ...(note !== '' && { note }),
    });
}

const contactKeys = { PHONE: 'phones', FAX: 'phones', EMAIL: 'emails', WEB: 'websites' } as const;

/** One value may hold several: `a@b.example and c@d.example`, `+1 2; +1 3`. Line-breaking marks within are no part of it. */
function takeContact(element: StrictElement, gathered: Gathered, where: Where): void {
  const key = element.takeRequiredAttribute('key');
  const value = element
    .takeRequiredAttribute('value')
    .replace(/\u00ad/g, '')
    .replace(/\u2010/g, '-');
  const field = lookUp(contactKeys, key, { ...where, line: element.line, field: 'contactInfo/@key' });
  if (key === 'FAX') gathered.remarks.push(`Fax: ${value}`);
  const parts = value.split(field === 'phones' ? /\s*(?:;|\band\b)\s*/ : /\s*(?:;|,|\band\b|\bor\b|\s\/\s)\s*/);
  const written = parts.filter((part) => part !== '');
  gathered[field].push(...(field === 'phones' ? written : written.map((part) => part.replace(/\s+/g, ''))));
}

/** Code `00`, `UNKNOWN`, is no country. */
function takeCountry(
  element: StrictElement,
  where: Where,
  reader: CountryReader,
): { readonly code: string | undefined; readonly name: string | undefined } {
  const written = element.takeAttribute('countryIso2Code');
  const name = element.takeAttribute('countryDescription');
  const isKnown = written !== undefined && written !== '00';
  const code = countryIn(
    isKnown ? written : undefined,
    `${element.name}/@countryIso2Code`,
    { ...where, line: element.line },
    reader,
  );
  return { code, name: name === 'UNKNOWN' ? undefined : name };
}

function boxOf(poBox: string | undefined): string | undefined {
  return poBox === undefined || /p\.?\s?o\.?\s?box/i.test(poBox) ? poBox : `P.O. Box ${poBox}`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}
