// An INDIVIDUAL or ENTITY element of the UN list in, its Entity out.
import { parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Address, type Entity, type EntityName, type NameKind } from '@sekisho/engine/model/entity.ts';
import type { Identifier, IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { parseEnglishDate } from '../english-dates.ts';

/** What a part of an entry gives beside its own field. */
interface Gathered {
  readonly names: EntityName[];
  readonly birthDates: DateRange[];
  readonly birthPlaces: string[];
  readonly identifiers: Identifier[];
  readonly remarks: string[];
}

type Where = StrictElement['where'] & { readonly record: string };

const kindByQuality: Readonly<Record<string, NameKind>> = {
  Good: 'alias',
  Low: 'weak',
  'a.k.a.': 'alias',
  'f.k.a.': 'former',
};

const genders = { Male: ['male'], MALE: ['male'], Female: ['female'], FEMALE: ['female'], Unknown: [] } as const;

const documentTypes: Readonly<Record<string, IdentifierType>> = {
  Passport: 'passport',
  'Numéro de passeport': 'passport',
  'Número de pasaporte': 'passport',
  'National Identification Number': 'national-id',
  'National Identification': 'national-id',
  'National identification no.': 'national-id',
};

/** Languages that the list itself names behind a name in its own script. */
const languages: Readonly<Record<string, string>> = { Tigrinya: 'ti', Arabic: 'ar', Amharic: 'am' };

/**
 * @throws Problem `list.unknown-column` for an element nobody knows, `list.unknown-value` for a quality, gender, kind of
 *   date, kind of document or list type outside the vocabulary, `list.missing-field`.
 */
export function mapRecord(element: StrictElement, description: CheckedDescription, reader: CountryReader): Entity {
  const isPerson = element.name === 'INDIVIDUAL';
  const recordId = element.take('DATAID');
  const where: Where = { ...element.where, record: recordId };
  const gathered: Gathered = { names: [], birthDates: [], birthPlaces: [], identifiers: [], remarks: [] };
  const { names, birthDates, birthPlaces, identifiers, remarks } = gathered;

  const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) =>
    element.takeOptional(part),
  );
  names.push({ text: nameParts.filter((part) => part !== undefined).join(' '), kind: 'primary' });
  if (!isPerson) names.push(...namesWithin(nameParts[0] ?? ''));
  for (const text of element.takeTexts('NAME_ORIGINAL_SCRIPT')) names.push(nameInOwnScript(text));
  for (const alias of element.takeAll(isPerson ? 'INDIVIDUAL_ALIAS' : 'ENTITY_ALIAS'))
    takeAlias(alias, gathered, where, reader);

  identifiers.push({ type: 'other', value: element.take('REFERENCE_NUMBER'), note: 'UN reference number' });
  const listTypes = element.takeAll('LIST_TYPE').flatMap((type) => type.takeTexts('VALUE'));
  for (const type of listTypes) lookUp({ 'UN List': true }, type, { ...where, field: 'LIST_TYPE' });
  const listedOn = element.takeOptional('LISTED_ON');
  const delistedOn = element.takeOptional('DELISTED_ON');
  const updates = element.takeAll('LAST_DAY_UPDATED').flatMap((update) => update.takeTexts('VALUE'));
  const comments = element.takeTexts('COMMENTS1');
  const positions = element.takeAll('DESIGNATION').flatMap((designation) => designation.takeTexts('VALUE'));
  for (const title of element.takeAll('TITLE').flatMap((value) => value.takeTexts('VALUE')))
    remarks.push(`Title: ${title}`);
  takeRemark('SUBMITTED_BY', 'Submitted by', element, remarks);
  takeRemark('SUBMITTED_ON', 'Submitted on', element, remarks);
  const nationalities = distinct(
    ['NATIONALITY', 'NATIONALITY2']
      .flatMap((name) => element.takeAll(name))
      .flatMap((field) => [...field.takeTexts('VALUE'), field.takeText()])
      .filter((text) => text !== '')
      .map((text) => nationality(text, 'NATIONALITY', remarks, where, reader)),
  );
  for (const birth of element.takeAll('INDIVIDUAL_DATE_OF_BIRTH')) takeBirthDate(birth, gathered, where, reader);
  for (const birth of element.takeAll('INDIVIDUAL_PLACE_OF_BIRTH')) takeBirthPlace(birth, gathered);
  for (const document of element.takeAll('INDIVIDUAL_DOCUMENT')) takeDocument(document, gathered, where, reader);
  const addresses = element
    .takeAll(isPerson ? 'INDIVIDUAL_ADDRESS' : 'ENTITY_ADDRESS')
    .flatMap((address) => takeAddress(address, gathered, where, reader));
  const gender = element.takeOptional('GENDER');
  const gendersGiven =
    gender === undefined ? gendersIn(comments) : lookUp(genders, gender, { ...where, field: 'GENDER' });
  const programme = element.take('UN_LIST_TYPE');
  element.ignore('VERSIONNUM', 'SORT_KEY', 'SORT_KEY_LAST_MOD');
  element.done();

  const updatedOn = updates.map(dayIn).toSorted().at(-1);
  return entityOf({
    source: description.id,
    recordId,
    schema: isPerson ? 'Person' : 'Organization',
    names: distinctNames(names),
    birthDates: distinctBy(birthDates, ({ earliest, latest, circa }) => `${earliest} ${latest} ${String(circa)}`),
    birthPlaces: distinct(birthPlaces),
    genders: gendersGiven,
    nationalities,
    countries: distinct([...nationalities, ...addresses.map((address) => address.country)]),
    identifiers,
    addresses,
    positions,
    topics: description.topics,
    effects: delistedOn === undefined ? description.effects : ['information'],
    programmes: [programme],
    legalStatus: [
      statusClaim('SANCTIONED', listedOn, description),
      ...(delistedOn === undefined ? [] : [statusClaim('DELISTED', delistedOn, description)]),
    ],
    remarks: distinct([...remarks, ...comments]),
    ...(listedOn !== undefined && { listedOn: dayIn(listedOn) }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(delistedOn !== undefined && { delistedOn: dayIn(delistedOn) }),
  });
}

/** Two bodies or forms in one field, `LONG NAME (LN) ; OTHER NAME (ON)`: each is a name too. */
function namesWithin(text: string): EntityName[] {
  const parts = text.split(/\s*;\s+/).filter((part) => part !== '');
  return parts.length < 2 || /[()]/.test(text.replace(/\([^()]*\)/g, ''))
    ? []
    : parts.map((part) => ({ text: part, kind: 'alias' }));
}

/** `… (Tigrinya)`: the language is no part of the name. */
function nameInOwnScript(text: string): EntityName {
  const [, name, word = ''] = /^(.+?)\s*\((\p{Script=Latin}+)\)$/u.exec(text) ?? [];
  const language = languages[word];
  return name === undefined || language === undefined
    ? { text, kind: 'original-script' }
    : { text: name, kind: 'original-script', language };
}

/** An alias element may be empty, and may carry birth data of its own: what the alias was used with. */
function takeAlias(
  alias: StrictElement,
  { names, birthDates, birthPlaces, remarks }: Gathered,
  where: Where,
  { reading }: CountryReader,
): void {
  const text = alias.takeOptional('ALIAS_NAME');
  const quality = alias.takeOptional('QUALITY');
  const note = alias.takeOptional('NOTE');
  const birthDate = alias.takeOptional('DATE_OF_BIRTH');
  const place = joined([alias.takeOptional('CITY_OF_BIRTH'), alias.takeOptional('COUNTRY_OF_BIRTH')]);
  if (place !== '') birthPlaces.push(place);
  if (birthDate !== undefined) {
    const range = parseDateRange(dayIn(birthDate));
    if (range) birthDates.push(range);
    else remarks.push(`Date of birth of alias ${text ?? ''}: ${birthDate}`);
  }
  if (note !== undefined) remarks.push(`Alias ${text ?? ''}: ${note}`);
  if (text === undefined) return;
  reading.count('aliases');
  const kind =
    quality === undefined ? 'alias' : lookUp(kindByQuality, quality, { ...where, line: alias.line, field: 'QUALITY' });
  names.push(...namesOfAlias(text, kind));
  const ownScript = /(?:original script|in arabic script):\s*([^;,()]+)/i.exec(note ?? '')?.[1]?.trim();
  if (ownScript !== undefined) names.push({ text: ownScript, kind: 'original-script' });
}

/** `جبهة النصرة (the Victory Front; Jabhat al-Nusrah)`: the name in its own script, and in Latin letters those in brackets. */
function namesOfAlias(text: string, kind: NameKind): EntityName[] {
  const [, outer, inner] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  const isOwnScript = (part: string) => !/\p{Script=Latin}/u.test(part) && /\p{L}/u.test(part);
  if (outer === undefined || inner === undefined || !isOwnScript(outer))
    return [{ text, kind: isOwnScript(text) ? 'original-script' : kind }];
  return [
    { text, kind },
    { text: outer, kind: 'original-script' },
    ...inner.split(/;\s*/).map((part) => ({ text: part, kind })),
  ];
}

/** An address element may hold a country alone, or nothing but a note. */
function takeAddress(address: StrictElement, { remarks }: Gathered, where: Where, reader: CountryReader): Address[] {
  const street = address.takeOptional('STREET');
  const city = address.takeOptional('CITY');
  const region = address.takeOptional('STATE_PROVINCE');
  const postalCode = address.takeOptional('ZIP_CODE');
  const countryName = address.takeOptional('COUNTRY');
  const note = address.takeOptional('NOTE');
  const full = joined([street, city, region, postalCode, countryName]);
  if (note !== undefined) remarks.push(full === '' ? `Address: ${note}` : `Address ${full}: ${note}`);
  if (full === '') return [];
  const code = countryIn(countryName, 'COUNTRY', { ...where, line: address.line }, reader);
  return [
    {
      full,
      ...(street !== undefined && { street }),
      ...(city !== undefined && { city }),
      ...(region !== undefined && { region }),
      ...(postalCode !== undefined && { postalCode }),
      ...(code !== undefined && { country: code }),
    },
  ];
}

/** EXACT (a day or a year), APPROXIMATELY (a year), BETWEEN (two years); or only words in the note. */
function takeBirthDate(
  birth: StrictElement,
  { birthDates, remarks }: Gathered,
  where: Where,
  { reading }: CountryReader,
): void {
  const at = { ...where, line: birth.line };
  const kind = birth.takeOptional('TYPE_OF_DATE') ?? 'EXACT';
  const day = birth.takeOptional('DATE');
  const year = birth.takeOptional('YEAR');
  const years = [birth.takeOptional('FROM_YEAR'), birth.takeOptional('TO_YEAR')].filter((part) => part !== undefined);
  const note = birth.takeOptional('NOTE');
  const isCirca = lookUp(circaByKind, kind, { ...at, field: 'TYPE_OF_DATE' }) || note === 'Approximately';
  const date = day === undefined ? (year ?? years.join(' to ')) : dayIn(day);
  if (date === '' && note === undefined) return;
  const range = date === '' ? parseEnglishDate(note ?? '') : (parseDateRange(date) ?? parseEnglishDate(date));
  if (range) birthDates.push({ ...range, circa: range.circa || isCirca });
  else reading.report('list.date', { ...at, field: birth.name, value: date === '' ? note : date });
  const isSaid = range !== undefined && (note === undefined || note === 'Approximately' || date === '');
  if (!isSaid) remarks.push(`Date of birth: ${joined([date === '' ? undefined : date, note])}`);
}

const circaByKind = { EXACT: false, APPROXIMATELY: true, BETWEEN: false };

function takeBirthPlace(birth: StrictElement, { birthPlaces, remarks }: Gathered): void {
  const place = joined(['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY'].map((part) => birth.takeOptional(part)));
  if (place !== '') birthPlaces.push(place);
  takeRemark('NOTE', 'Place of birth', birth, remarks);
}

/** A document element may be empty, or lack its number: then it stays in words. */
function takeDocument(
  document: StrictElement,
  { identifiers, remarks }: Gathered,
  where: Where,
  reader: CountryReader,
): void {
  const at = { ...where, line: document.line };
  const kind = document.takeOptional('TYPE_OF_DOCUMENT');
  const label = document.takeOptional('TYPE_OF_DOCUMENT2');
  const value = document.takeOptional('NUMBER');
  const issuer = document.takeOptional('ISSUING_COUNTRY');
  const issuedOn = document.takeOptional('DATE_OF_ISSUE');
  const issuedIn = joined([document.takeOptional('CITY_OF_ISSUE'), document.takeOptional('COUNTRY_OF_ISSUE')]);
  const note = document.takeOptional('NOTE');
  const said = [kind, label, value, issuer, issuedOn, issuedIn, note].some((part) => part !== undefined && part !== '');
  if (!said) return;
  reader.reading.count('documents');
  const type =
    kind === undefined ? 'identity-document' : lookUp(documentTypes, kind, { ...at, field: 'TYPE_OF_DOCUMENT' });
  const country =
    countryIn(issuer, 'ISSUING_COUNTRY', at, reader) ?? reader.territories.codeOf(issuedIn.split(', ').at(-1) ?? '');
  const details = [
    label,
    country === undefined && issuer !== undefined ? `issuing country: ${issuer}` : undefined,
    issuedOn === undefined ? undefined : `issued ${issuedOn}`,
    issuedIn === '' ? undefined : `issued in ${issuedIn}`,
    note,
  ].filter((part) => part !== undefined);
  if (value === undefined) {
    remarks.push([kind ?? 'Document', issuer, ...details].filter((part) => part !== undefined).join('; '));
    return;
  }
  identifiers.push({
    type,
    value,
    ...(country !== undefined && { country }),
    ...(details.length > 0 && { note: details.join('; ') }),
  });
}

/** A nationality nobody knows as one (`possibly …`, `withdrawn in 2002`) stays in the remarks. */
function nationality(
  text: string,
  field: string,
  remarks: string[],
  where: Where,
  reader: CountryReader,
): string | undefined {
  const code = countryIn(text, field, where, reader);
  if (code === undefined && text !== 'na') remarks.push(`Nationality: ${text}`);
  return code;
}

/** Some entries give the gender in the comments only. */
function gendersIn(comments: readonly string[]): readonly ('male' | 'female')[] {
  const word = /\bgender\s*:\s*(male|female)\b/i.exec(comments.join(' '))?.[1]?.toLowerCase();
  return word === 'male' || word === 'female' ? [word] : [];
}

function statusClaim(
  status: 'SANCTIONED' | 'DELISTED',
  date: string | undefined,
  { id, publisher }: CheckedDescription,
): LegalStatusClaim {
  return { status, authority: publisher, reportedBy: id, ...(date !== undefined && { date: dayIn(date) }) };
}

function takeRemark(name: string, label: string, element: StrictElement, remarks: string[]): void {
  for (const text of element.takeTexts(name)) remarks.push(`${label}: ${text}`);
}

/** Older files write days with a time zone: `1971-01-01-05:00`. */
function dayIn(text: string): string {
  return /^(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? text;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}

function distinctNames(names: readonly EntityName[]): EntityName[] {
  return distinctBy(names, ({ text, kind }) => `${kind} ${text}`);
}
