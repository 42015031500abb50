// What either list of the United Kingdom says of one target, gathered from its rows or element, in; its Entity out.
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import {
  entityOf,
  type Address,
  type Effect,
  type Entity,
  type EntityLink,
  type EntityName,
  type NameKind,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { Identifier, IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { lookUp } from '../readers/closed-vocabulary.ts';
import type { FileOfList } from '../readers/file-of-list.ts';
import type { CheckedDescription } from '../readers/source-description.ts';
import { companyNumbersIn } from './company-numbers.ts';
import { countryIn, type CountryReader } from './country-field.ts';
import { countryInWords } from './country-in-words.ts';
import { parseDayFirstDate, parseDayFirstDay } from './day-first-dates.ts';
import { distinct, distinctBy } from './distinct.ts';
import { documentType } from './document-words.ts';
import { parseEnglishDate } from './english-dates.ts';
import { languageTag } from './language-names.ts';

/** A name in its six fields: given names in the order they are said, the family name (or the whole name of a body) last. */
export interface UkName {
  readonly given: readonly string[];
  readonly name6?: string;
  readonly kind: NameKind;
}

export interface UkNonLatinName {
  readonly text: string;
  /** As written: `Persian`. */
  readonly language?: string;
  readonly script?: string;
}

export interface UkAddress {
  /** Lines 1 to 6, but the empty ones. */
  readonly lines: readonly string[];
  readonly postalCode?: string;
  /** As written: `Russian Federation (as at November 2010)`. */
  readonly country?: string;
}

export interface UkDocument {
  /** Absent when the list says something of a document but not its number. */
  readonly number?: string;
  readonly details?: string;
}

/** Texts as the list writes them, one value each; the same may come several times. */
export interface UkDesignation {
  readonly recordId: string;
  readonly where: FileOfList & { readonly line: number };
  readonly schema: Schema;
  readonly names: readonly UkName[];
  readonly nonLatinNames: readonly UkNonLatinName[];
  readonly birthDates: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly genders: readonly string[];
  readonly nationalities: readonly string[];
  readonly passports: readonly UkDocument[];
  readonly nationalIds: readonly UkDocument[];
  readonly positions: readonly string[];
  readonly addresses: readonly UkAddress[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  /** The list's own and others' references, with their note. */
  readonly references: readonly Identifier[];
  /** The text of the field, which may hold several numbers. */
  readonly registrationNumbers: readonly string[];
  readonly imoNumbers: readonly string[];
  /** Of a ship. */
  readonly flags: readonly string[];
  readonly links: readonly EntityLink[];
  readonly remarks: readonly string[];
  readonly programmes: readonly string[];
  readonly effects: readonly Effect[];
  /** Whose act each day of designation is; days as written. */
  readonly designations: readonly { readonly authority: string; readonly country?: string; readonly date?: string }[];
  readonly listedOn: readonly string[];
  readonly updatedOn: readonly string[];
}

const genders = { male: 'male', female: 'female' } as const;

/**
 * Days that are none and countries nobody knows become problems and stay in the remarks.
 * @throws Problem `list.unknown-value` for a gender outside the vocabulary.
 */
export function entityOfDesignation(
  target: UkDesignation,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const remarks: string[] = [];
  const where = { ...target.where, record: target.recordId };
  const nationalities = distinct(target.nationalities.map((text) => codeOrRemark('Nationality', text)));
  const addresses = distinctBy(
    distinctBy(target.addresses, (address) => JSON.stringify(address))
      .map((address) => addressOf(address))
      .filter(({ full }) => full !== ''),
    ({ full }) => full,
  );
  const flags = target.flags.map((text) => codeOrRemark('Flag', text));
  const numbers = target.registrationNumbers.flatMap((text) => companyNumbers(text));
  const identifiers = [
    ...target.references,
    ...target.passports.flatMap((document) => documentOf('passport', 'Passport', document)),
    ...target.nationalIds.flatMap((document) => documentOf('national-id', 'National identification', document)),
    ...numbers,
    ...target.imoNumbers.map((text): Identifier => ({ type: 'imo-number', value: text.replace(/^IMO[\s:]*/i, '') })),
  ];
  const [listedOn] = distinct(target.listedOn.map((text) => dayOf('Listed on', text))).toSorted();
  const updatedOn = distinct(target.updatedOn.map((text) => dayOf('Last updated', text)))
    .toSorted()
    .at(-1);
  return entityOf({
    source: description.id,
    recordId: target.recordId,
    schema: target.schema,
    names: namesOf(),
    birthDates: distinctBy(
      target.birthDates.flatMap((text) => birthDate(text)),
      ({ earliest, latest, circa }) => `${earliest} ${latest} ${String(circa)}`,
    ),
    birthPlaces: distinct(target.birthPlaces),
    genders: distinct(target.genders.map((text) => lookUp(genders, text.toLowerCase(), { ...where, field: 'Gender' }))),
    nationalities,
    countries: distinct([
      ...nationalities,
      ...addresses.map(({ country }) => country),
      ...flags,
      ...numbers.map(({ country }) => country),
    ]),
    identifiers: distinctBy(identifiers, ({ type, value, note }) => `${type} ${value} ${note ?? ''}`),
    addresses,
    emails: distinct(target.emails),
    phones: distinct(target.phones),
    websites: distinct(target.websites),
    positions: distinct(target.positions),
    topics: description.topics,
    effects: distinct(target.effects),
    programmes: distinct(target.programmes),
    legalStatus: distinctBy(target.designations, ({ authority, date }) => `${authority} ${date ?? ''}`).map(statusOf),
    links: distinctBy(target.links, ({ kind, toName, detail }) => `${kind} ${toName ?? ''} ${detail ?? ''}`),
    remarks: distinct([...target.remarks, ...remarks]),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    sourceUrl: description.officialPage,
  });

  /** The primary name first; a name that is one of several kinds keeps each. */
  function namesOf(): EntityName[] {
    const written = target.names.map((name) => nameOf(name, target.schema));
    const inOwnScript = target.nonLatinNames.map((name) => nonLatinName(name));
    const isPrimary = ({ kind }: EntityName) => kind === 'primary';
    return distinctBy(
      [...written.filter(isPrimary), ...written.filter((name) => !isPrimary(name)), ...inOwnScript],
      ({ text, kind }) => `${kind} ${text}`,
    );
  }

  function nonLatinName({ text, language, script }: UkNonLatinName): EntityName {
    const tag = language === undefined ? undefined : languageTag(language);
    if (language !== undefined && tag === undefined)
      reader.reading.report('list.unknown-value', { ...where, field: 'Non-Latin Script Language', value: language });
    const said = [script, language].filter((part) => part !== undefined).join(', ');
    if (said !== '') remarks.push(`Non-Latin name ${text}: ${said}`);
    const kind = isInOwnScript(text) ? 'original-script' : 'alias';
    return { text, kind, ...(tag !== undefined && { language: tag }) };
  }

  function codeOrRemark(field: string, text: string): string | undefined {
    const code = countryIn(text, field, where, reader);
    if (code === undefined) remarks.push(`${field}: ${text}`);
    return code;
  }

  function addressOf({ lines, postalCode, country }: UkAddress): Address {
    const full = [...lines, postalCode, country].filter((part) => part !== undefined).join(', ');
    const code = country === undefined ? undefined : countryOfAddress(country);
    return {
      full,
      ...(postalCode !== undefined && { postalCode }),
      ...(code !== undefined && { country: code }),
    };
  }

  /** What stands in brackets behind a country may say when the address held. */
  function countryOfAddress(text: string): string | undefined {
    const plain = text.replace(/\s?\((?:as at|location|previous|former)[^()]*\)$/i, '');
    return countryIn(plain, 'Country', where, reader);
  }

  function birthDate(text: string): DateRange[] {
    const range = parseDayFirstDate(text) ?? parseEnglishDate(text);
    if (range) return [range];
    reader.reading.report('list.date', { ...where, field: 'DOB', value: text });
    remarks.push(`Date of birth: ${text}`);
    return [];
  }

  function documentOf(type: IdentifierType, label: string, { number, details }: UkDocument): Identifier[] {
    if (number === undefined) {
      if (details !== undefined) remarks.push(`${label}: ${details}`);
      return [];
    }
    const country = details === undefined ? undefined : countryInWords(details, reader.territories);
    return [
      {
        type: details === undefined ? type : documentType(details, type),
        value: number,
        ...(country !== undefined && { country }),
        ...(details !== undefined && { note: details }),
      },
    ];
  }

  /** The field's text stays when it is more than one plain number. */
  function companyNumbers(text: string): Identifier[] {
    const [seat, otherSeat] = distinct(addresses.map(({ country }) => country));
    const found = companyNumbersIn(text, reader.territories, otherSeat === undefined ? seat : undefined);
    const [first, second] = found;
    if (first?.value !== text || second) remarks.push(`Business registration number(s): ${text.replace(/\s+/g, ' ')}`);
    return found;
  }

  function dayOf(label: string, text: string): string | undefined {
    const day = parseDayFirstDay(text);
    if (day === undefined) {
      reader.reading.report('list.date', { ...where, field: label, value: text });
      remarks.push(`${label}: ${text}`);
    }
    return day;
  }

  function statusOf({ authority, country, date }: UkDesignation['designations'][number]): LegalStatusClaim {
    const day = date === undefined ? undefined : dayOf('Designated on', date);
    return {
      status: 'SANCTIONED',
      authority,
      ...(country !== undefined && { country }),
      ...(day !== undefined && { date: day }),
      reportedBy: description.id,
    };
  }
}

/** The family name of a person stands in the sixth field; bodies and ships have their whole name there. */
function nameOf({ given, name6, kind }: UkName, schema: Schema): EntityName {
  const text = [...given, name6].filter((part) => part !== undefined).join(' ');
  if (schema !== 'Person' || given.length === 0 || name6 === undefined) return { text, kind };
  return { text, kind, family: name6, given: given.join(' ') };
}

/** The field for names in another script also holds names in Latin letters with accents: those are other spellings. */
function isInOwnScript(text: string): boolean {
  return /(?!\p{Script=Latin})\p{L}/u.test(text.replace(/[ʰ-˿]/g, ''));
}
