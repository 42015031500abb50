// The rows of one OFAC entry (its own, its aliases' and its addresses') in, what they say of the party out.
import type { NameKind, Schema } from '@sekisho/engine/model/entity.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import type { CountryReader } from '../country-field.ts';
import { noFacts } from './facts.ts';
import { writtenName } from './names.ts';
import { noteOf, type OfacParty, type OfacPlace } from './party.ts';
import { placeOf } from './place.ts';
import { takeRemarks } from './remarks.ts';

export const primaryColumns = [
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
export const aliasColumns = ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'] as const;
export const addressColumns = ['ent_num', 'Add_num', 'Address', 'City/State/Zip', 'Country', 'Add_remarks'] as const;
export const commentColumns = ['ent_num', 'RemarksExtended'] as const;

/** The remarks column holds no more; the rest stands in the comments file. */
const MAX_REMARKS_CHARS = 1000;

export interface RowsOfParty {
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
export function partyOfRows({ row, aliases, addresses, comment = '' }: RowsOfParty, reader: CountryReader): OfacParty {
  const recordId = row.take('ent_num');
  const where: FieldOfList = { ...row.where, field: 'SDN_Type', record: recordId };
  const type = row.takeOptional('SDN_Type');
  const schema = type === undefined ? 'Organization' : lookUp(schemaByType, type, where);
  const name = writtenName(row.take('SDN_Name'), 'primary', schema);
  const programmes = row.take('Program').split('] [');
  const title = row.takeOptional('Title');
  const vessel = {
    callSign: row.takeOptional('Call_Sign'),
    type: row.takeOptional('Vess_type'),
    tonnage: row.takeOptional('Tonnage'),
    grossTonnage: row.takeOptional('GRT'),
    flag: row.takeOptional('Vess_flag'),
    owner: row.takeOptional('Vess_owner'),
  };
  const remarks = row.takeWhole('Remarks') ?? '';
  row.done();

  const overflows = MAX_REMARKS_CHARS <= remarks.length;
  const isCutOff = overflows && comment === '';
  if (isCutOff)
    reader.reading.report('list.missing-field', {
      ...where,
      field: 'Remarks',
      reason: 'the remarks are cut off and no comments file continues them',
    });
  const facts = noFacts();
  const inRemarks = { ...where, field: 'Remarks' };
  takeRemarks(overflows ? remarks + comment : remarks, isCutOff, facts, schema, inRemarks, reader);
  if (!overflows && comment !== '') facts.remarks.push(comment);
  const aliasesGiven = aliases.map((alias) => aliasOf(alias, schema));
  return {
    recordId,
    where,
    schema,
    names: [name, ...aliasesGiven.map((alias) => alias.name)],
    programmes,
    titles: title === undefined ? [] : [title],
    vessel,
    places: addresses.map((address) => placeOfRow(address, reader)),
    facts,
    nameNotes: aliasesGiven.map(({ note }) => note),
  };
}

function aliasOf(row: StrictRecord, schema: Schema) {
  row.ignore('ent_num', 'alt_num');
  const kind = lookUp(kindByAliasType, row.take('alt_type'), { ...row.where, field: 'alt_type' });
  const text = row.take('alt_name');
  const note = noteOf(`Alias ${text}`, row.takeOptional('alt_remarks'));
  row.done();
  return { name: writtenName(text, kind, schema), note };
}

function placeOfRow(row: StrictRecord, reader: CountryReader): OfacPlace {
  row.ignore('ent_num', 'Add_num');
  const cityLine = row.takeOptional('City/State/Zip');
  const parts = {
    street: row.takeOptional('Address'),
    cityLine,
    city: cityLine !== undefined && /\d/.test(cityLine) ? undefined : cityLine,
    countryName: row.takeOptional('Country'),
    note: row.takeOptional('Add_remarks'),
  };
  row.done();
  return placeOf(parts, { ...row.where, field: 'Country' }, reader);
}
