// A row of the CSV of the Consolidated Screening List (28 columns, or 29 with `_id`) in, its entry out.
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import type { LabelledValue } from '../ofac/items.ts';
import { enumerated, usOf, type CslAddress, type CslEntry } from './entry.ts';

/**
 * @param hasIds true in the layout of 29 columns, whose `ids` begin with the label; in the older one it stands last.
 * @throws Problem `list.missing-field` for a column that is not there, `list.unknown-column` for one that is not known.
 */
export function entryOfRow(row: StrictRecord, hasIds: boolean): CslEntry {
  const where: FieldOfList = { ...row.where, field: 'source' };
  const listIn = (column: string) => enumerated(row.takeOptional(column) ?? '');
  if (hasIds) row.ignore('_id');
  const entry: CslEntry = {
    where,
    source: row.take('source'),
    entityNumber: row.takeOptional('entity_number'),
    type: row.takeOptional('type'),
    programmes: listIn('programs'),
    name: row.take('name'),
    title: row.takeOptional('title'),
    addresses: listIn('addresses').map(addressOf),
    federalRegisterNotice: row.takeOptional('federal_register_notice'),
    startDate: row.takeOptional('start_date'),
    endDate: row.takeOptional('end_date'),
    standardOrder: row.takeOptional('standard_order'),
    licenceRequirement: row.takeOptional('license_requirement'),
    licencePolicy: row.takeOptional('license_policy'),
    callSign: row.takeOptional('call_sign'),
    vesselType: row.takeOptional('vessel_type'),
    grossTonnage: row.takeOptional('gross_tonnage'),
    grossRegisteredTonnage: row.takeOptional('gross_registered_tonnage'),
    vesselFlag: row.takeOptional('vessel_flag'),
    vesselOwner: row.takeOptional('vessel_owner'),
    remarks: row.takeOptional('remarks'),
    sourceListUrl: row.takeOptional('source_list_url'),
    alternativeNames: listIn('alt_names'),
    citizenships: listIn('citizenships'),
    birthDates: listIn('dates_of_birth'),
    nationalities: listIn('nationalities'),
    birthPlaces: listIn('places_of_birth'),
    sourceInformationUrl: row.takeOptional('source_information_url'),
    documents: documentsIn(row.takeOptional('ids') ?? '', hasIds),
  };
  row.done();
  return entry;
}

/** `37 Sample Drive, Sampleville, TX, 75081, US`; the country may be missing, or stand there alone. */
function addressOf(line: string): CslAddress {
  const parts = line.split(/,\s*/);
  const last = parts.at(-1) ?? '';
  if (/^[A-Z]{2}$/.test(last)) return { line, country: last };
  return { line, country: usOf(parts.at(-2), last) };
}

/** Semicolons divide the documents, and stand within the values of some: a part without a comma goes on with the last. */
function documentsIn(text: string, hasIds: boolean): LabelledValue[] {
  const whole: string[] = [];
  for (const part of text.split(/;\s+/)) {
    if (part.includes(', ') || whole.length === 0) whole.push(part);
    else whole[whole.length - 1] += `; ${part}`;
  }
  return whole.filter((part) => part !== '').map(hasIds ? labelFirst : labelLast);
}

/** `Passport, U000001, TR`; `Secondary sanctions risk:, Sample Regulations, sections 1 and 2`. */
function labelFirst(text: string): LabelledValue {
  const [label = '', ...rest] = text.split(', ');
  const country = rest.length > 1 && /^[A-Z]{2}$/.test(rest.at(-1) ?? '') ? rest.pop() : undefined;
  return { label, value: rest.join(', '), country };
}

/** `TR, U000001, Passport`; `Sample Regulations, sections 1 and 2, Secondary sanctions risk:`. */
function labelLast(text: string): LabelledValue {
  const parts = text.split(', ');
  const label = parts.pop() ?? '';
  const country = parts.length > 1 && /^[A-Z]{2}$/.test(parts[0] ?? '') ? parts.shift() : undefined;
  return { label, value: parts.join(', '), country };
}
