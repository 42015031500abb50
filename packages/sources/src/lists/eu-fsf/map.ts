// A sanctionEntity element of the EU's financial sanctions file in, its Entity out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Effect, type Entity, type EntityName, type NameKind } from '@sekisho/engine/model/entity.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import type { CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { takeAddress, takeBirth, takeCitizenship, takeIdentification, type Gathered, type Where } from './details.ts';
import { takeRemarks } from './remarks.ts';

const AUTHORITY = 'European Union';

const schemaByClass = { P: 'Person', E: 'Organization' } as const;
const genders = { M: 'male', F: 'female', '?': undefined } as const;
const isStrong = { true: true, false: false } as const;

/** Written in letters of their own, these are languages of the Union: the name is a translation, not the bearer's own spelling. */
const languagesOfTheUnion: ReadonlySet<string | undefined> = new Set(['bg', 'el']);

interface Alias {
  readonly text: string;
  readonly isWeak: boolean;
  readonly language: string | undefined;
  readonly family: string | undefined;
  readonly given: string | undefined;
}

/**
 * @param madeOn the day the file was made: a delisting that is still to come has not taken effect.
 * @throws Problem `list.unknown-column` for an element or attribute nobody knows, `list.unknown-value` for a class, gender,
 *   calendar, kind of contact or kind of document outside the vocabulary, `list.missing-field`.
 */
export function mapRecord(
  element: StrictElement,
  madeOn: CalendarDate,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const recordId = element.takeRequiredAttribute('logicalId');
  const where: Where = { ...element.where, record: recordId };
  const gathered: Gathered = {
    birthDates: [],
    birthPlaces: [],
    nationalities: [],
    formerNationalities: [],
    identifiers: [],
    addresses: [],
    emails: [],
    phones: [],
    websites: [],
    remarks: [],
  };
  const subject = element.takeOnly('subjectType');
  subject.ignore('@code');
  const schema = lookUp(schemaByClass, subject.takeRequiredAttribute('classificationCode'), {
    ...where,
    field: 'subjectType/@classificationCode',
  });
  const details = element.takeAttribute('designationDetails');
  if (details !== undefined) gathered.remarks.push(`Designation: ${details}`);
  for (const [attribute, note] of [
    ['euReferenceNumber', 'EU reference number'],
    ['unitedNationId', 'UN reference number'],
  ] as const) {
    const value = element.takeAttribute(attribute);
    if (value !== undefined) gathered.identifiers.push({ type: 'other', value, note });
  }
  const listedOn = dayIn(element, 'designationDate', gathered, where, reader);
  const delistedOn = dayIn(element, 'delistingDate', gathered, where, reader);
  const isDelisted = delistedOn !== undefined && delistedOn <= madeOn;
  if (delistedOn !== undefined && !isDelisted) gathered.remarks.push(`Delisting date: ${delistedOn}`);
  const regulation = takeRegulation(element, gathered, where, reader);

  const positions: string[] = [];
  const gendersGiven: ('male' | 'female' | undefined)[] = [];
  const aliases = element.takeAll('nameAlias').map((alias) => {
    const gender = alias.takeAttribute('gender');
    if (gender !== undefined)
      gendersGiven.push(lookUp(genders, gender, { ...where, line: alias.line, field: 'nameAlias/@gender' }));
    const role = alias.takeAttribute('function');
    if (role !== undefined && schema === 'Person') positions.push(role);
    else if (role !== undefined) gathered.remarks.push(`Function: ${role}`);
    return takeAlias(alias, gathered, where);
  });
  reader.reading.count('nameAliases', aliases.length);
  for (const citizenship of element.takeAll('citizenship')) takeCitizenship(citizenship, gathered, where, reader);
  for (const birth of element.takeAll('birthdate')) takeBirth(birth, gathered, where, reader);
  for (const address of element.takeAll('address')) takeAddress(address, gathered, where, reader);
  for (const document of element.takeAll('identification')) takeIdentification(document, gathered, where, reader);
  takeRemarks(element, undefined, gathered);
  element.done();

  const { nationalities, formerNationalities, addresses, identifiers } = gathered;
  const names = namesOf(aliases, schema === 'Person');
  const effects: readonly Effect[] = /\btravel ban\b/i.test(details ?? '')
    ? [...description.effects, 'travel-ban']
    : description.effects;
  return entityOf({
    source: description.id,
    recordId,
    schema,
    names,
    birthDates: distinctBy(
      gathered.birthDates,
      ({ earliest, latest, circa }) => `${earliest} ${latest} ${String(circa)}`,
    ),
    birthPlaces: distinct(gathered.birthPlaces),
    genders: distinct(gendersGiven),
    nationalities: distinct(nationalities),
    countries: distinct([
      ...nationalities,
      ...formerNationalities,
      ...addresses.map(({ country }) => country),
      ...identifiers.map(({ type, country }) => (type === 'registration-number' ? country : undefined)),
    ]),
    identifiers,
    addresses: distinctBy(addresses, ({ full }) => full),
    emails: distinct(gathered.emails),
    phones: distinct(gathered.phones),
    websites: distinct(gathered.websites),
    positions: distinct(positions),
    topics: description.topics,
    effects: isDelisted ? ['information'] : effects,
    programmes: [regulation.programme],
    legalStatus: [
      statusClaim('SANCTIONED', listedOn, regulation.url, description),
      ...(isDelisted ? [statusClaim('DELISTED', delistedOn, regulation.url, description)] : []),
    ],
    remarks: distinct(gathered.remarks),
    ...(listedOn !== undefined && { listedOn }),
    ...(regulation.publishedOn !== undefined && { updatedOn: regulation.publishedOn }),
    ...(isDelisted && { delistedOn }),
    ...(regulation.url !== undefined && { sourceUrl: regulation.url }),
  });
}

/** The regulation that last changed the entry: it stands in words as well, as an entry may come once for each of several. */
function takeRegulation(element: StrictElement, gathered: Gathered, where: Where, reader: CountryReader) {
  const regulation = element.takeOnly('regulation');
  const programme = regulation.takeRequiredAttribute('programme');
  const publishedOn = dayIn(regulation, 'publicationDate', gathered, where, reader);
  const inForceOn = dayIn(regulation, 'entryIntoForceDate', gathered, where, reader);
  const url = regulation.takeOptional('publicationUrl');
  regulation.ignore('@logicalId', 'corrigendum');
  const said = [
    ...['numberTitle', 'regulationType', 'organisationType'].map((part) => regulation.takeAttribute(part)),
    publishedOn === undefined ? undefined : `published ${publishedOn}`,
    inForceOn === undefined ? undefined : `in force ${inForceOn}`,
    url,
  ];
  gathered.remarks.push(`${programme}: Regulation ${said.filter((part) => part !== undefined).join(', ')}`);
  takeRemarks(regulation, 'Regulation', gathered);
  return { programme, publishedOn, url };
}

function takeAlias(alias: StrictElement, gathered: Gathered, where: Where): Alias {
  const given = ['firstName', 'middleName']
    .map((part) => alias.takeAttribute(part))
    .filter((part) => part !== undefined);
  const family = alias.takeAttribute('lastName');
  const text = alias.takeAttribute('wholeName') ?? [...given, family].filter((part) => part !== undefined).join(' ');
  if (text === '') alias.takeRequiredAttribute('wholeName');
  const title = alias.takeAttribute('title');
  if (title !== undefined) gathered.remarks.push(`Title: ${title}`);
  const strength = lookUp(isStrong, alias.takeAttribute('strong') ?? 'true', {
    ...where,
    line: alias.line,
    field: 'nameAlias/@strong',
  });
  const remarks = takeRemarks(alias, `Name ${text}`, gathered);
  const language = alias.takeAttribute('nameLanguage')?.toLowerCase();
  alias.ignore('@logicalId', '@regulationLanguage', 'regulationSummary');
  return {
    text,
    isWeak: !strength || remarks.some((remark) => /\blow? quality\b/i.test(remark)),
    language,
    family,
    given: given.length > 0 ? given.join(' ') : undefined,
  };
}

/** The name to show is the first strong one in English or no stated language, in Latin letters before others. */
function namesOf(aliases: readonly Alias[], isPerson: boolean): EntityName[] {
  const strong = aliases.filter(({ isWeak }) => !isWeak);
  const neutral = strong.filter(({ language = 'en' }) => language === 'en');
  const shown = [neutral.filter(({ text }) => !isOwnScript(text)), neutral, strong, aliases].find(
    (group) => group.length > 0,
  )?.[0];
  const others = aliases.filter((alias) => alias !== shown);
  const names = [...(shown ? [shown] : []), ...others].map((alias): EntityName => ({
    text: alias.text,
    kind: alias === shown && !alias.isWeak ? 'primary' : kindOf(alias),
    ...(alias.language !== undefined && { language: alias.language }),
    ...(isPerson && alias.family !== undefined && { family: alias.family }),
    ...(isPerson && alias.given !== undefined && { given: alias.given }),
  }));
  return distinctBy(names, ({ text, language, kind }) => JSON.stringify([text, language, kind === 'weak']));
}

function kindOf({ text, isWeak, language }: Alias): NameKind {
  if (isWeak) return 'weak';
  return isOwnScript(text) && !languagesOfTheUnion.has(language) ? 'original-script' : 'alias';
}

function isOwnScript(text: string): boolean {
  return /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text);
}

/** A day of the calendar; another text is reported and stays in the remarks. */
function dayIn(
  element: StrictElement,
  attribute: string,
  { remarks }: Gathered,
  where: Where,
  { reading }: CountryReader,
): CalendarDate | undefined {
  const text = element.takeAttribute(attribute);
  if (text === undefined) return undefined;
  const day = parseCalendarDate(text.slice(0, 10)); // xs:date may carry a time zone
  if (day !== undefined) return day;
  reading.report('list.date', { ...where, line: element.line, field: `${element.name}/@${attribute}`, value: text });
  remarks.push(`${attribute}: ${text}`);
  return undefined;
}

function statusClaim(
  status: 'SANCTIONED' | 'DELISTED',
  date: string | undefined,
  sourceUrl: string | undefined,
  { id }: CheckedDescription,
): LegalStatusClaim {
  return {
    status,
    authority: AUTHORITY,
    ...(date !== undefined && { date }),
    reportedBy: id,
    ...(sourceUrl !== undefined && { sourceUrl }),
  };
}
