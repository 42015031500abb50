// The rows that share a Group ID in, what the list says of the target out.
import type { NameKind, Schema } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { distinct } from '../distinct.ts';
import { enumeratedParts } from '../enumerated-parts.ts';
import type { UkAddress, UkDesignation, UkDocument, UkName, UkNonLatinName } from '../uk-designation.ts';
import { readOtherInformation } from './other-information.ts';

export const GROUP_ID = 'Group ID';

/** Names of columns in editions before 2022, and those that later editions have. */
export const olderColumns = { 'NI Details': 'National Identification Details' };

const schemaByGroupType: Readonly<Record<string, Schema>> = {
  Individual: 'Person',
  Entity: 'Organization',
  Ship: 'Vessel',
};

/** `Prime Alias` stands in editions before 2022. */
const kindByAliasType: Readonly<Record<string, NameKind>> = {
  'Primary name': 'primary',
  'Prime Alias': 'primary',
  'Primary name variation': 'alias',
  AKA: 'alias',
  FKA: 'former',
};

const qualities = { 'Good quality': 'good', 'Low quality': 'low' } as const;

/** What one row says; most of it stands in each row of the target again. */
interface TargetRow {
  readonly groupId: string;
  readonly where: StrictRecord['where'];
  readonly schema: Schema;
  readonly name: UkName;
  readonly nonLatinName: UkNonLatinName | undefined;
  readonly title: string | undefined;
  readonly birthDate: string | undefined;
  readonly towns: string | undefined;
  readonly countriesOfBirth: string | undefined;
  readonly nationality: string | undefined;
  readonly passport: UkDocument;
  readonly nationalId: UkDocument;
  readonly position: string | undefined;
  readonly address: UkAddress;
  readonly otherInformation: string | undefined;
  readonly regime: string;
  readonly listedOn: string;
  readonly designatedOn: string | undefined;
  readonly updatedOn: string;
}

/**
 * @throws Problem `list.unknown-value` for a group type, alias type or quality outside the vocabulary, or for a target whose
 *   rows are of two group types, `list.unknown-column`, `list.missing-field`.
 */
export function readTargetRow(row: StrictRecord): TargetRow {
  const groupType = row.take('Group Type');
  const kind = lookUp(kindByAliasType, row.take('Alias Type'), { ...row.where, field: 'Alias Type' });
  const qualityWord = row.takeOptional('Alias Quality');
  const quality =
    qualityWord === undefined ? undefined : lookUp(qualities, qualityWord, { ...row.where, field: 'Alias Quality' });
  const text = row.takeOptional('Name Non-Latin Script');
  const script = row.takeOptional('Non-Latin Script Type');
  const language = row.takeOptional('Non-Latin Script Language');
  const postalCode = row.takeOptional('Post/Zip Code');
  const country = row.takeOptional('Country');
  const name6 = row.takeOptional('Name 6');
  const read: TargetRow = {
    groupId: row.take(GROUP_ID),
    where: row.where,
    schema: lookUp(schemaByGroupType, groupType, { ...row.where, field: 'Group Type' }),
    name: {
      given: valuesOf(row, 'Name', [1, 2, 3, 4, 5]),
      ...(name6 !== undefined && { name6 }),
      kind: quality === 'low' && kind === 'alias' ? 'weak' : kind,
    },
    nonLatinName:
      text === undefined
        ? undefined
        : { text, ...(script !== undefined && { script }), ...(language !== undefined && { language }) },
    title: row.takeOptional('Title'),
    birthDate: row.takeOptional('DOB'),
    towns: row.takeOptional('Town of Birth'),
    countriesOfBirth: row.takeOptional('Country of Birth'),
    nationality: row.takeOptional('Nationality'),
    passport: documentOf(row.takeOptional('Passport Number'), row.takeOptional('Passport Details')),
    nationalId: documentOf(
      row.takeOptional('National Identification Number'),
      row.takeOptional('National Identification Details'),
    ),
    position: row.takeOptional('Position'),
    address: {
      lines: valuesOf(row, 'Address', [1, 2, 3, 4, 5, 6]),
      ...(postalCode !== undefined && { postalCode }),
      ...(country !== undefined && { country }),
    },
    otherInformation: row.takeOptional('Other Information'),
    regime: row.take('Regime'),
    listedOn: row.take('Listed On'),
    designatedOn: row.takeOptional('UK Sanctions List Date Designated'),
    updatedOn: row.take('Last Updated'),
  };
  row.done();
  if (name6 === undefined && read.name.given.length === 0)
    throw new Problem('list.missing-field', { ...row.where, column: 'Name 6' });
  return read;
}

export function designationOf(
  rows: readonly [TargetRow, ...TargetRow[]],
  description: CheckedDescription,
): UkDesignation {
  const [first] = rows;
  for (const { where, schema } of rows)
    if (schema !== first.schema)
      throw new Problem('list.unknown-value', { ...where, field: 'Group Type', record: first.groupId, value: schema });
  const texts = distinct(rows.map(({ otherInformation }) => otherInformation));
  const facts = texts.map((text) => readOtherInformation(text));
  const given = (field: 'title' | 'birthDate' | 'nationality' | 'position') => distinct(rows.map((row) => row[field]));
  return {
    recordId: first.groupId,
    where: first.where,
    schema: first.schema,
    names: rows.map(({ name }) => name),
    nonLatinNames: distinct(rows.map(({ nonLatinName }) => nonLatinName)),
    birthDates: given('birthDate'),
    birthPlaces: rows.flatMap((row) => placesOf(row)),
    genders: facts.flatMap(({ genders }) => genders),
    nationalities: given('nationality').flatMap((text) => valuesIn(text)),
    passports: rows.flatMap(({ passport }) => documentsIn(passport)),
    nationalIds: rows.flatMap(({ nationalId }) => documentsIn(nationalId)),
    positions: given('position').flatMap((text) => valuesIn(text)),
    addresses: rows.map(({ address }) => address),
    emails: facts.flatMap(({ emails }) => emails),
    phones: facts.flatMap(({ phones }) => phones),
    websites: facts.flatMap(({ websites }) => websites),
    references: facts.flatMap(({ references }) => references),
    registrationNumbers: facts.flatMap(({ registrationNumbers }) => registrationNumbers),
    imoNumbers: facts.flatMap(({ imoNumbers }) => imoNumbers),
    flags: facts.flatMap(({ flags }) => flags),
    links: facts.flatMap(({ links }) => links),
    remarks: [
      ...given('title').flatMap((text) => valuesIn(text).map((title) => `Title: ${title}`)),
      ...texts,
      ...listings(rows),
    ],
    programmes: rows.map(({ regime }) => regime),
    effects: description.effects,
    designations: rows.map(({ designatedOn, listedOn }) => ({
      authority: description.publisher,
      country: 'gb',
      date: designatedOn ?? listedOn,
    })),
    listedOn: distinct(rows.map(({ listedOn }) => listedOn)),
    updatedOn: distinct(rows.map(({ updatedOn }) => updatedOn)),
  };
}

function valuesOf(row: StrictRecord, column: string, numbers: readonly number[]): string[] {
  return numbers.map((number) => row.takeOptional(`${column} ${number}`)).filter((value) => value !== undefined);
}

function documentOf(number: string | undefined, details: string | undefined): UkDocument {
  return { ...(number !== undefined && { number }), ...(details !== undefined && { details }) };
}

/** `(1) Russia. (2) Syria`; a dash holds the place of a value that is not known. */
function valuesIn(text: string): string[] {
  return partsIn(text).filter((part) => part !== '');
}

function partsIn(text: string): string[] {
  const parts = enumeratedParts(text, 'numbers');
  const isCounted = parts.length > 1 || parts[0] !== text.trim();
  return parts.map((part) => (/^-[\s.]*$/.test(part) ? '' : isCounted ? part.replace(/\.$/, '') : part));
}

/** The first number goes with the first details; details that are not counted go with each number. */
function documentsIn({ number, details }: UkDocument): UkDocument[] {
  const numbers = number === undefined ? [] : partsIn(number);
  const all = details === undefined ? [] : partsIn(details);
  const count = Math.max(numbers.length, all.length);
  return Array.from({ length: count }, (_, index) => {
    const said = all.length === 1 ? all[0] : all[index];
    return documentOf(numbers[index] === '' ? undefined : numbers[index], said === '' ? undefined : said);
  });
}

/** The first town goes with the first country. */
function placesOf({ towns, countriesOfBirth }: TargetRow): string[] {
  const ofTown = towns === undefined ? [] : partsIn(towns);
  const ofCountry = countriesOfBirth === undefined ? [] : partsIn(countriesOfBirth);
  return Array.from({ length: Math.max(ofTown.length, ofCountry.length) }, (_, index) =>
    [ofTown[index], ofCountry[index]].filter((part) => part !== undefined && part !== '').join(', '),
  ).filter((place) => place !== '');
}

/** A target under two regimes was listed under each on a day of its own. */
function listings(rows: readonly TargetRow[]): string[] {
  const texts = distinct(
    rows.map(
      ({ regime, listedOn, designatedOn }) =>
        `Regime ${regime}: listed on ${listedOn}${designatedOn === undefined ? '' : `, designated on ${designatedOn}`}`,
    ),
  );
  return texts.length < 2 ? [] : texts;
}
