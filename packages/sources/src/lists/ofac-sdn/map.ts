// The rows of one OFAC entry (sdn.csv, its aliases and addresses) in, its Entity out.
import {
  entityOf,
  type Address,
  type Entity,
  type EntityName,
  type NameKind,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct } from '../distinct.ts';
import { readRemarks } from './remarks.ts';

export const sdnColumns = [
  'ent_num',
  'SDN_Name',
  'SDN_Type',
  'Program',
  'Title',
  'Call_Sign',
  'Vess_type',
  'Tonnage',
  'GRT',
  'Vess_flag',
  'Vess_owner',
  'Remarks',
] as const;
export const altColumns = ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'] as const;
export const addColumns = ['ent_num', 'Add_num', 'Address', 'City/State/Zip', 'Country', 'Add_remarks'] as const;
export const commentColumns = ['ent_num', 'RemarksExtended'] as const;

/** The remarks column holds no more; the rest stands in sdn_comments.csv. */
const MAX_REMARKS_CHARS = 1000;

export interface OfacRecord {
  readonly row: StrictRecord;
  readonly aliases: readonly StrictRecord[];
  readonly addresses: readonly StrictRecord[];
  /** The continuation of the remarks. */
  readonly comment?: string;
}

/** Of a body the column is empty. */
const schemaByType: Readonly<Record<string, Schema>> = {
  individual: 'Person',
  vessel: 'Vessel',
  aircraft: 'Airplane',
};

const kindByAliasType: Readonly<Record<string, NameKind>> = { aka: 'alias', fka: 'former', nka: 'alias' };

/**
 * @throws Problem `list.unknown-value` for a type, alias type or gender outside the vocabulary, `list.unknown-column`,
 *   `list.missing-field`.
 */
export function mapRecord(
  { row, aliases, addresses, comment = '' }: OfacRecord,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const recordId = row.take('ent_num');
  const where: FieldOfList = { ...row.where, field: 'SDN_Type', record: recordId };
  const type = row.takeOptional('SDN_Type');
  const schema = type === undefined ? 'Organization' : lookUp(schemaByType, type, where);
  const name = nameOf(row.take('SDN_Name'), 'primary', schema);
  const programmes = row.take('Program').split('] [');
  const title = row.takeOptional('Title');
  const callSign = row.takeOptional('Call_Sign');
  const flag = row.takeOptional('Vess_flag');
  const owner = row.takeOptional('Vess_owner');
  const vesselNotes = [
    noteOf('Vessel type', row.takeOptional('Vess_type')),
    noteOf('Tonnage', row.takeOptional('Tonnage')),
    noteOf('Gross registered tonnage', row.takeOptional('GRT')),
    noteOf('Flag', flag),
  ];
  const remarks = row.takeWhole('Remarks') ?? '';
  row.done();

  const overflows = MAX_REMARKS_CHARS <= remarks.length;
  const isCutOff = overflows && comment === '';
  if (isCutOff)
    reader.reading.report('list.missing-field', {
      ...where,
      field: 'Remarks',
      reason: 'the remarks are cut off and sdn_comments.csv does not continue them',
    });
  const facts = readRemarks(overflows ? remarks + comment : remarks, isCutOff, { ...where, field: 'Remarks' }, reader);
  if (!overflows && comment !== '') facts.remarks.push(comment);
  const places = addresses.map((address) => placeOf(address, reader));
  const addressesGiven = places.flatMap(({ address }) => (address ? [address] : []));
  const positions = title === undefined ? [] : title.split(/;\s+/);
  const aliasesGiven = aliases.map((alias) => aliasOf(alias, schema));
  return entityOf({
    ...facts,
    source: description.id,
    recordId,
    schema,
    names: [name, ...aliasesGiven.map((alias) => alias.name), ...facts.names],
    nationalities: distinct(facts.nationalities),
    countries: distinct([
      ...facts.nationalities,
      countryIn(flag, 'Vess_flag', where, reader),
      ...addressesGiven.map(({ country }) => country),
      ...facts.identifiers.map(({ type, country }) => (type === 'registration-number' ? country : undefined)),
    ]),
    identifiers: [
      ...(callSign === undefined ? [] : [{ type: 'call-sign' as const, value: callSign }]),
      ...facts.identifiers,
    ],
    addresses: addressesGiven,
    positions,
    topics: description.topics,
    effects: description.effects,
    programmes,
    legalStatus: [
      { status: 'SANCTIONED', authority: description.publisher, country: 'us', reportedBy: description.id },
    ],
    links: [...(owner === undefined ? [] : [{ kind: 'owned-by' as const, toName: owner }]), ...facts.links],
    remarks: distinct([
      ...vesselNotes,
      ...aliasesGiven.map(({ note }) => note),
      ...places.map(({ note }) => note),
      ...facts.remarks,
    ]).filter((remark) => !positions.includes(remark)),
    sourceUrl: `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${recordId}`,
  });
}

/** Individuals are written `FAMILY, Given` and `FAMILY, Given, Jr.`, once `FAMILY, JR., Given`. */
function nameOf(text: string, kind: NameKind, schema: Schema): EntityName {
  const [family, ...others] = text.split(',').map((part) => part.trim());
  const given = others.filter((part) => !/^(?:jr|sr|i{1,3}|iv)\.?$/i.test(part)).join(', ');
  if (schema !== 'Person' || family === undefined || family === '' || given === '') return { text, kind };
  return { text, kind, family, given };
}

function aliasOf(row: StrictRecord, schema: Schema): { readonly name: EntityName; readonly note: string | undefined } {
  row.ignore('ent_num', 'alt_num');
  const kind = lookUp(kindByAliasType, row.take('alt_type'), { ...row.where, field: 'alt_type' });
  const text = row.take('alt_name');
  const note = noteOf(`Alias ${text}`, row.takeOptional('alt_remarks'));
  row.done();
  return { name: nameOf(text, kind, schema), note };
}

/** Every entry has an address row; it may be empty but for a number. */
function placeOf(
  row: StrictRecord,
  reader: CountryReader,
): { readonly address: Address | undefined; readonly note: string | undefined } {
  row.ignore('ent_num', 'Add_num');
  const street = row.takeOptional('Address');
  const city = row.takeOptional('City/State/Zip');
  const countryName = row.takeOptional('Country');
  const remark = row.takeOptional('Add_remarks');
  const country = countryIn(countryName, 'Country', row.where, reader);
  row.done();
  const full = [street, city, countryName === 'undetermined' ? undefined : countryName]
    .filter((part) => part !== undefined)
    .join(', ');
  const note = noteOf(full === '' ? 'Address' : `Address ${full}`, remark);
  if (full === '') return { address: undefined, note };
  return {
    address: {
      full,
      ...(street !== undefined && { street }),
      ...(city !== undefined && !/\d/.test(city) && { city }),
      ...(country !== undefined && { country }),
    },
    note,
  };
}

function noteOf(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${label}: ${text}`;
}
