// A row of the company data in, a register row out; nothing for one whose number cannot be one.
import Type from 'typebox';
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Address } from '@sekisho/engine/model/entity.ts';
import type { RegisterName, RegisterRow } from '@sekisho/engine/model/register.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';
import type { ImportContext } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';

/**
 * @param day the day the file stands for.
 * @throws Problem `list.unknown-column`, `list.unknown-value` for a new status, `list.missing-field`.
 */
export function mapCompany(
  record: StrictRecord,
  sequence: number,
  day: CalendarDate,
  { territories, onProblem }: ImportContext,
): RegisterRow | undefined {
  const value = record.take('CompanyNumber');
  const { state, normalised } = checkIdentifier({ type: 'uk-company-number', value });
  if (state === 'FORMAT_INVALID' || normalised === undefined) {
    const facts = { ...record.where, field: 'CompanyNumber', value, reason: 'it cannot be a company number' };
    onProblem?.({ code: 'list.unknown-value', facts });
    return undefined;
  }
  const details: string[] = [];
  const date = (column: string): CalendarDate | undefined => {
    const text = record.takeOptional(column);
    if (text === undefined) return undefined;
    const [, dayOfMonth, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
    const found = parseCalendarDate(`${year ?? ''}-${month ?? ''}-${dayOfMonth ?? ''}`);
    if (found !== undefined) return found;
    onProblem?.({ code: 'list.date', facts: { ...record.where, field: column, value: text } });
    details.push(`${column}: ${text}`);
    return undefined;
  };
  const status = record.take('CompanyStatus');
  const origin = record.takeOptional('CountryOfOrigin');
  const countryOf = (text: string | undefined) => {
    if (text === undefined) return undefined;
    return homeCountries.has(text.toLowerCase()) ? 'gb' : territories.codeOf(text);
  };
  const seat = seatOf(record, countryOf, countryOf(origin));
  const foundedOn = date('IncorporationDate');
  const closedOn = date('DissolutionDate');
  const otherNames = formerNamesOf(record, date);
  if (origin !== undefined && countryOf(origin) !== 'gb') details.unshift(`CountryOfOrigin: ${origin}`);
  const row: RegisterRow = {
    number: normalised,
    sequence,
    process: 'stated',
    latest: true,
    updatedOn: day,
    changedOn: day,
    name: record.take('CompanyName'),
    nameIsSubstitute: false,
    kind: record.takeOptional('CompanyCategory') ?? 'not-stated',
    addressIsSubstitute: false,
    excludedFromSearch: false,
    standing: lookUp(standings, status.toLowerCase(), { ...record.where, field: 'CompanyStatus' }),
    standingAsStated: status,
    ...(seat && { seat }),
    ...(otherNames.length > 0 && { otherNames }),
    ...(foundedOn !== undefined && { foundedOn }),
    ...(closedOn !== undefined && { closedOn }),
    ...(details.length > 0 && { changeDetail: details.join('; ') }),
  };
  record.ignore(...ignored);
  record.done();
  return row;
}

const standings = readVocabulary(
  new URL('./statuses.yml', import.meta.url),
  Type.Record(Type.String(), Type.Enum(['OPEN', 'CLOSING', 'CLOSED'])),
) as Readonly<Record<string, 'OPEN' | 'CLOSING' | 'CLOSED'>>;

/** How the register calls its own country. */
const homeCountries: ReadonlySet<string> = new Set([
  ...['united kingdom', 'england', 'wales', 'scotland', 'northern ireland', 'great britain'],
  'england & wales',
]);

const ignored = [
  ...['AccountRefDay', 'AccountRefMonth', 'NextDueDate', 'LastMadeUpDate', 'AccountCategory'].map(
    (column) => `Accounts.${column}`,
  ),
  ...['Returns.NextDueDate', 'Returns.LastMadeUpDate', 'ConfStmtNextDueDate', 'ConfStmtLastMadeUpDate'],
  ...['NumMortCharges', 'NumMortOutstanding', 'NumMortPartSatisfied', 'NumMortSatisfied'].map(
    (column) => `Mortgages.${column}`,
  ),
  ...[1, 2, 3, 4].map((index) => `SICCode.SicText_${index}`),
  ...['LimitedPartnerships.NumGenPartners', 'LimitedPartnerships.NumLimPartners', 'URI'],
];

function seatOf(
  record: StrictRecord,
  countryOf: (text: string | undefined) => string | undefined,
  origin: string | undefined,
): Address | undefined {
  const [careOf, box, first, second, city, region, country, postalCode] = [
    ...['CareOf', 'POBox', 'AddressLine1', 'AddressLine2', 'PostTown', 'County', 'Country', 'PostCode'],
  ].map((column) => record.takeOptional(`RegAddress.${column}`));
  const lines = [careOf, box && `PO Box ${box}`, first, second].filter((line) => line !== undefined);
  const full = [...lines, city, region, country, postalCode].filter((part) => part !== undefined).join(', ');
  if (full === '') return undefined;
  const code = country === undefined ? origin : countryOf(country);
  return {
    full,
    ...(lines.length > 0 && { street: lines.join(', ') }),
    ...(city !== undefined && { city }),
    ...(region !== undefined && { region }),
    ...(postalCode !== undefined && { postalCode }),
    ...(code !== undefined && { country: code }),
  };
}

/** Newest first, as the file has them. */
function formerNamesOf(
  record: StrictRecord,
  date: (column: string) => CalendarDate | undefined,
): readonly RegisterName[] {
  const names: RegisterName[] = [];
  for (let index = 1; index <= 10; index++) {
    const until = date(`PreviousName_${index}.CONDATE`);
    const text = record.takeOptional(`PreviousName_${index}.CompanyName`);
    if (text !== undefined) names.push({ text, kind: 'former', ...(until !== undefined && { until }) });
  }
  return names;
}
