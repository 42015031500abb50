// The classic XML file of an OFAC list (sdn.xml, consolidated.xml) in, its parties out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { EntityName, NameKind, Schema } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { readXml } from '../../readers/xml.ts';
import type { CountryReader } from '../country-field.ts';
import { noFacts, type OfacFacts } from './facts.ts';
import { itemOf, takeItem } from './items.ts';
import { nameOfParts } from './names.ts';
import type { OfacParty, OfacPlace, OfacVessel } from './party.ts';
import { cityLineOf, placeOf } from './place.ts';
import { takeRemarks } from './remarks.ts';

export interface ReadForm {
  readonly parties: readonly OfacParty[];
  /** The day the file says it was made on. */
  readonly statedOn: CalendarDate;
}

const schemaByType: Readonly<Record<string, Schema>> = {
  Individual: 'Person',
  Entity: 'Organization',
  Vessel: 'Vessel',
  Aircraft: 'Airplane',
};

const kindByAliasType: Readonly<Record<string, NameKind>> = {
  'a.k.a.': 'alias',
  'f.k.a.': 'former',
  'n.k.a.': 'alias',
};

/**
 * A count of records that differs from the one the file states is reported: the file may be a part of the list.
 * @throws Problem `list.missing-field` when the file does not say when it was made, `list.date`, `list.unknown-column`,
 *   `list.unknown-value`, and as `readXml`.
 */
export async function readClassicXml(
  file: SourceFile,
  list: string,
  reader: CountryReader,
  onProgress: (share: number) => void,
): Promise<ReadForm> {
  const parties: OfacParty[] = [];
  let published: { readonly statedOn: CalendarDate; readonly records: number } | undefined;
  for await (const { records, share } of readXml(file, {
    list,
    records: ['sdnList/publshInformation', 'sdnList/sdnEntry'],
  })) {
    for (const record of records)
      if (record.name === 'sdnEntry') parties.push(partyOf(record, reader));
      else published = publicationOf(record);
    onProgress(share);
  }
  const where = { list, file: file.name };
  if (!published) throw new Problem('list.missing-field', { ...where, column: 'sdnList/publshInformation' });
  if (published.records !== parties.length)
    reader.reading.report('file.unexpected', {
      ...where,
      reason: `it says that it has ${published.records} entries and has ${parties.length}`,
    });
  return { parties, statedOn: published.statedOn };
}

/** `Publish_Date` is month/day/year. */
function publicationOf(element: StrictElement): { readonly statedOn: CalendarDate; readonly records: number } {
  const text = element.take('Publish_Date');
  const records = element.take('Record_Count');
  element.done();
  const [, month = '', day = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const statedOn = parseCalendarDate(`${year}-${month}-${day}`);
  if (statedOn === undefined) throw new Problem('list.date', { ...element.where, field: 'Publish_Date', value: text });
  if (!/^\d+$/.test(records))
    throw new Problem('list.unknown-value', { ...element.where, field: 'Record_Count', value: records });
  return { statedOn, records: Number(records) };
}

function partyOf(element: StrictElement, reader: CountryReader): OfacParty {
  const recordId = element.take('uid');
  const where: FieldOfList = { ...element.where, field: 'sdnType', record: recordId };
  const schema = lookUp(schemaByType, element.take('sdnType'), where);
  const title = element.takeOptional('title');
  const name = nameOfParts({ family: element.take('lastName'), given: element.takeOptional('firstName') }, 'primary');
  const programmes = element.takeAll('programList').flatMap((programme) => programme.takeTexts('program'));
  const facts = noFacts();
  const take = (item: string, field: string, line: number) =>
    takeItem(item, facts, schema, { ...where, line, field }, reader);

  const aliases = listIn(element, 'akaList', 'aka').map((alias) => aliasOf(alias, where));
  reader.reading.count('aliases', aliases.length);
  takeValues(element, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth', 'DOB', take);
  takeValues(element, 'placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth', 'POB', take);
  takeValues(element, 'nationalityList', 'nationality', 'country', 'nationality', take);
  takeValues(element, 'citizenshipList', 'citizenship', 'country', 'citizen', take);
  for (const id of listIn(element, 'idList', 'id')) take(documentOf(id), 'idList', id.line);
  takeRemarksOf(element, facts, schema, where, reader);
  const places = listIn(element, 'addressList', 'address').map((address) => placeOfElement(address, where, reader));
  reader.reading.count('addresses', places.length);
  const vessel = vesselOf(element);
  element.done();
  return {
    recordId,
    where,
    schema,
    names: [name, ...strongFirst(aliases)],
    programmes,
    titles: title === undefined ? [] : [title],
    vessel,
    places,
    facts,
    nameNotes: [],
  };
}

/** The elements of a list; their own numbers and the mark of the main one are order, which is kept. */
function listIn(element: StrictElement, list: string, item: string): readonly StrictElement[] {
  const items = element.takeAll(list).flatMap((child) => child.takeAll(item));
  for (const child of items) child.ignore('uid');
  return items;
}

function takeValues(
  element: StrictElement,
  list: string,
  item: string,
  value: string,
  label: string,
  take: (item: string, field: string, line: number) => void,
): void {
  const items = listIn(element, list, item).map((child) => {
    const isMain = child.takeOptional('mainEntry') === 'true';
    return { line: child.line, text: child.take(value), isMain };
  });
  for (const { line, text } of items.toSorted((a, b) => Number(b.isMain) - Number(a.isMain)))
    take(`${label} ${text}`, list, line);
}

function aliasOf(element: StrictElement, where: FieldOfList): EntityName {
  const at = { ...where, line: element.line };
  const kind = lookUp(kindByAliasType, element.take('type'), { ...at, field: 'aka/type' });
  const isWeak = lookUp({ strong: false, weak: true }, element.take('category'), { ...at, field: 'aka/category' });
  return nameOfParts(
    { family: element.take('lastName'), given: element.takeOptional('firstName') },
    isWeak ? 'weak' : kind,
  );
}

/** As the CSV files have them: strong ones in the file of aliases, weak ones in the remarks. */
function strongFirst(names: readonly EntityName[]): EntityName[] {
  return names.toSorted((a, b) => Number(a.kind === 'weak') - Number(b.kind === 'weak'));
}

function documentOf(id: StrictElement): string {
  return itemOf({
    label: id.take('idType'),
    value: id.takeOptional('idNumber') ?? '',
    country: id.takeOptional('idCountry'),
    issued: id.takeOptional('issueDate'),
    expires: id.takeOptional('expirationDate'),
  }).trim();
}

function takeRemarksOf(
  element: StrictElement,
  facts: OfacFacts,
  schema: Schema,
  where: FieldOfList,
  reader: CountryReader,
): void {
  const remarks = element.takeOptional('remarks');
  if (remarks !== undefined) takeRemarks(remarks, false, facts, schema, { ...where, field: 'remarks' }, reader);
}

function placeOfElement(element: StrictElement, where: FieldOfList, reader: CountryReader): OfacPlace {
  const street = ['address1', 'address2', 'address3']
    .map((name) => element.takeOptional(name))
    .filter((line) => line !== undefined)
    .join(', ');
  const city = element.takeOptional('city');
  const region = element.takeOptional('stateOrProvince');
  const postalCode = element.takeOptional('postalCode');
  const countryName = element.takeOptional('country');
  const at = { ...where, line: element.line, field: 'address/country' };
  return placeOf(
    {
      ...(street !== '' && { street }),
      cityLine: cityLineOf(city, region, postalCode),
      city,
      region,
      postalCode,
      countryName,
    },
    at,
    reader,
  );
}

function vesselOf(element: StrictElement): OfacVessel {
  const [info, second] = element.takeAll('vesselInfo');
  if (second) throw new Problem('list.duplicate-record', { ...second.where, column: 'sdnEntry/vesselInfo' });
  return {
    callSign: info?.takeOptional('callSign'),
    type: info?.takeOptional('vesselType'),
    flag: info?.takeOptional('vesselFlag'),
    owner: info?.takeOptional('vesselOwner'),
    tonnage: info?.takeOptional('tonnage'),
    grossTonnage: info?.takeOptional('grossRegisteredTonnage'),
  };
}
