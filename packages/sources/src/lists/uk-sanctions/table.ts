// The rows that share a Unique ID, of the list as a table, in; the target they are about out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { distinct } from '../distinct.ts';
import type { UkDocument } from '../uk-designation.ts';
import { measuresIn } from './measures.ts';
import { nameOf, type ListedTarget } from './target.ts';

export const UNIQUE_ID = 'Unique ID';

/** The columns whose values go by themselves; each value comes again in every row that another column makes. */
const singleColumns = {
  ofsiGroupIds: 'OFSI Group ID',
  unReferences: 'UN Reference Number',
  titles: 'Title',
  regimes: 'Regime Name',
  designationSources: 'Designation source',
  otherInformation: 'Other Information',
  reasons: 'UK Statement of Reasons',
  phones: 'Phone number',
  websites: 'Website',
  emails: 'Email address',
  designatedOn: 'Date Designated',
  updatedOn: 'Last Updated',
  birthDates: 'D.O.B',
  nationalities: 'Nationality(/ies)',
  positions: 'Position',
  genders: 'Gender',
  entityTypes: 'Type of entity',
  subsidiaries: 'Subsidiaries',
  parents: 'Parent company',
  registrationNumbers: 'Business registration number (s)',
  imoNumbers: 'IMO number',
  owners: 'Current owner/operator (s)',
  formerOwners: 'Previous owner/operator (s)',
  flags: 'Current believed flag of ship',
  formerFlags: 'Previous flags',
  shipTypes: 'Type of ship',
  tonnages: 'Tonnage of ship',
  lengths: 'Length of ship',
  yearsBuilt: 'Year Built',
  hullNumbers: 'Hull identification number (HIN)',
} as const satisfies Partial<Record<keyof ListedTarget, string>>;

/**
 * @throws Problem `list.unknown-value` for a word outside the vocabulary or two designation types of one target,
 *   `list.unknown-column`, `list.missing-field`.
 */
export function targetOfRows(uniqueId: string, rows: readonly [StrictRecord, ...StrictRecord[]]): ListedTarget {
  const [first] = rows;
  const [type, otherType] = distinct(rows.map((row) => row.take('Designation Type')));
  if (type === undefined || otherType !== undefined)
    throw new Problem('list.unknown-value', {
      ...first.where,
      field: 'Designation Type',
      record: uniqueId,
      value: otherType,
    });
  const target: ListedTarget = {
    uniqueId,
    where: first.where,
    type,
    ...singleValues(rows),
    names: rows.map((row) =>
      nameOf(
        [1, 2, 3, 4, 5].map((number) => row.takeOptional(`Name ${number}`)),
        row.takeOptional('Name 6'),
        row.take('Name type'),
        row.takeOptional('Alias strength'),
        row.where,
      ),
    ),
    nonLatinNames: rows.flatMap((row) => {
      const text = row.takeOptional('Name non-latin script');
      const script = row.takeOptional('Non-latin script type');
      const language = row.takeOptional('Non-latin script language');
      return text === undefined
        ? []
        : [{ text, ...(script !== undefined && { script }), ...(language !== undefined && { language }) }];
    }),
    measures: rows.flatMap((row) =>
      measuresIn(row.take('Sanctions Imposed'), { ...row.where, field: 'Sanctions Imposed' }),
    ),
    addresses: rows.map((row) => {
      const lines = [1, 2, 3, 4, 5, 6].map((number) => row.takeOptional(`Address Line ${number}`));
      const postalCode = row.takeOptional('Address Postal Code');
      const country = row.takeOptional('Address Country');
      return {
        lines: lines.filter((line) => line !== undefined),
        ...(postalCode !== undefined && { postalCode }),
        ...(country !== undefined && { country }),
      };
    }),
    birthPlaces: rows
      .map((row) => [row.takeOptional('Town of birth'), row.takeOptional('Country of birth')])
      .map((place) => place.filter((part) => part !== undefined).join(', '))
      .filter((place) => place !== ''),
    passports: documentsOf(rows, 'Passport number', 'Passport additional information'),
    nationalIds: documentsOf(rows, 'National Identifier number', 'National Identifier additional information'),
  };
  for (const row of rows) {
    row.ignore(UNIQUE_ID);
    row.done();
  }
  return target;
}

function singleValues(rows: readonly StrictRecord[]): Record<keyof typeof singleColumns, string[]> {
  const entries = Object.entries(singleColumns).map(
    ([field, column]) => [field, distinct(rows.map((row) => row.takeOptional(column)))] as const,
  );
  return Object.fromEntries(entries) as Record<keyof typeof singleColumns, string[]>;
}

function documentsOf(rows: readonly StrictRecord[], numberColumn: string, detailsColumn: string): UkDocument[] {
  return rows.map((row) => {
    const number = row.takeOptional(numberColumn);
    const details = row.takeOptional(detailsColumn);
    return { ...(number !== undefined && { number }), ...(details !== undefined && { details }) };
  });
}
