// An entry of the Consolidated Screening List in, its Entity out.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
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
import type { IdentifyingContent } from '../content-ids.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { parseEnglishDate } from '../english-dates.ts';
import { effectsBesideSdn } from '../ofac/effects.ts';
import { noFacts, type OfacFacts } from '../ofac/facts.ts';
import { itemOf, takeItem } from '../ofac/items.ts';
import { writtenName } from '../ofac/names.ts';
import { noteOf } from '../ofac/party.ts';
import { takeRemarks } from '../ofac/remarks.ts';
import { parseUsDate } from '../us-dates.ts';
import { addressLine, type CslAddress, type CslEntry } from './entry.ts';
import type { GatheredList } from './gathered-lists.ts';

const schemaByType: Readonly<Record<string, Schema>> = {
  Individual: 'Person',
  Entity: 'Organization',
  Vessel: 'Vessel',
  Aircraft: 'Airplane',
};

/** Of an entry without a number: its list, name and countries; several that share these are told apart by all else. */
export function identifyingContent(entry: CslEntry, { code }: GatheredList): IdentifyingContent {
  const countries = distinct(entry.addresses.map(({ country }) => country)).toSorted();
  return {
    lasting: [code, entry.name, ...countries],
    telling: [entry.startDate, entry.federalRegisterNotice, ...entry.addresses.map(addressLine)],
  };
}

/** @throws Problem `list.unknown-value` for a type that is not known, or a programme whose effect is not. */
export function mapEntry(
  entry: CslEntry,
  list: GatheredList,
  recordId: string,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const where: FieldOfList = { ...entry.where, record: recordId };
  const schema =
    entry.type === undefined ? 'LegalEntity' : lookUp(schemaByType, entry.type, { ...where, field: 'type' });
  const facts = noFacts();
  const said: string[] = [];
  const days = daysOf(entry, said, where, reader);
  for (const document of entry.documents)
    takeItem(itemOf(document).trim(), facts, schema, { ...where, field: 'ids' }, reader);
  takeBirth(entry, facts, where, reader);
  if (entry.remarks !== undefined)
    takeRemarks(entry.remarks, false, facts, schema, { ...where, field: 'remarks' }, reader);
  const addresses = distinctBy(
    entry.addresses.flatMap((address) => addressOf(address, where, reader)),
    ({ full }) => full,
  );
  const names = namesOf(entry, schema, said);
  const { listedOn: ofDirective, ...gathered } = facts;
  const listedOn = days.listedOn ?? ofDirective;
  return entityOf({
    ...gathered,
    source: description.id,
    recordId,
    schema,
    names: distinctBy([...names, ...facts.names], ({ text, kind }) => `${kind} ${text}`),
    nationalities: distinct(facts.nationalities),
    countries: distinct([
      ...facts.nationalities,
      countryIn(entry.vesselFlag, 'vessel_flag', where, reader),
      ...addresses.map(({ country }) => country),
      ...facts.countries,
    ]),
    identifiers: [
      ...(entry.callSign === undefined ? [] : [{ type: 'call-sign' as const, value: entry.callSign }]),
      ...facts.identifiers,
    ],
    addresses,
    positions: entry.title === undefined ? [] : entry.title.split(/;\s+/),
    topics: list.topics,
    effects:
      list.byDirective === true ? effectsBesideSdn(entry.programmes, facts.remarks, where) : (list.effects ?? []),
    programmes: distinct([list.code, ...entry.programmes]),
    legalStatus:
      list.status === undefined
        ? []
        : [
            {
              status: list.status,
              authority: list.authority,
              country: 'us',
              reportedBy: description.id,
              ...(listedOn !== undefined && { date: listedOn }),
            },
          ],
    links: [
      ...(entry.vesselOwner === undefined ? [] : [{ kind: 'owned-by' as const, toName: entry.vesselOwner }]),
      ...facts.links,
    ],
    remarks: distinct([`Source: ${entry.source}`, ...said, ...notesOf(entry), ...facts.remarks]),
    ...(listedOn !== undefined && { listedOn }),
    ...(days.delistedOn !== undefined && { delistedOn: days.delistedOn }),
    sourceUrl: entry.sourceInformationUrl ?? entry.sourceListUrl ?? description.officialPage,
  });
}

/** An end that lies ahead is one too: until then the entry is in force. */
function daysOf(
  { startDate, endDate }: CslEntry,
  said: string[],
  where: FieldOfList,
  { reading }: CountryReader,
): { readonly listedOn: string | undefined; readonly delistedOn: string | undefined } {
  const dayIn = (text: string | undefined, field: string, label: string) => {
    const day = text === undefined ? undefined : parseUsDate(text);
    if (text === undefined || day !== undefined) return day;
    reading.report('list.date', { ...where, field, value: text });
    said.push(`${label}: ${text}`);
    return undefined;
  };
  return { listedOn: dayIn(startDate, 'start_date', 'Start date'), delistedOn: dayIn(endDate, 'end_date', 'End date') };
}

function takeBirth(entry: CslEntry, facts: OfacFacts, where: FieldOfList, reader: CountryReader): void {
  for (const text of entry.birthDates) {
    const range = parseDateRange(text) ?? parseEnglishDate(text);
    if (range) facts.birthDates.push(range);
    else {
      reader.reading.report('list.date', { ...where, field: 'dates_of_birth', value: text });
      facts.remarks.push(`Date of birth: ${text}`);
    }
  }
  facts.birthPlaces.push(...entry.birthPlaces);
  for (const [field, names] of [
    ['nationalities', entry.nationalities],
    ['citizenships', entry.citizenships],
  ] as const)
    for (const name of names) {
      const country = countryIn(name, field, where, reader);
      if (country === undefined)
        facts.remarks.push(`${field === 'nationalities' ? 'Nationality' : 'Citizenship'}: ${name}`);
      else facts.nationalities.push(country);
    }
}

/** Of some entries of the Entity List the address is all there is; they are called `Address 01`. */
const addressAlone = /^Address \d+$/i;
/** Ends names of the State Department's list; whom it means is not named. */
const successors = /[;,]?\s+and any successor, sub-?unit,? or subsidiary thereof$/i;

function namesOf(entry: CslEntry, schema: Schema, said: string[]): EntityName[] {
  const written = entry.name.replace(/\s+/g, ' ');
  const name = written.replace(successors, '');
  if (name !== written) said.push(`Name as listed: ${written}`);
  return [
    personName(name, addressAlone.test(name) ? 'weak' : 'primary', schema),
    ...entry.alternativeNames.map((text) => personName(text.replace(/\s+/g, ' '), 'alias', schema)),
  ];
}

/** `ZARNOV, Viktor`, and since about 2020 `Viktor ZARNOV`. */
function personName(text: string, kind: NameKind, schema: Schema): EntityName {
  const [, given, family] = /^([^,]*\p{Ll}[^,]*?) ((?:\p{Lu}[\p{Lu}'’-]+ ?)+)$/u.exec(text) ?? [];
  if (schema !== 'Person' || given === undefined || family === undefined) return writtenName(text, kind, schema);
  return { text, kind, family, given };
}

function addressOf(address: CslAddress, where: FieldOfList, reader: CountryReader): Address[] {
  const { street, city, state, postalCode, country } = address;
  const full = addressLine(address);
  if (full === '') return [];
  const lastPart = full.split(/,\s*/).at(-1) ?? '';
  const code =
    country === undefined ? reader.territories.codeOf(lastPart) : countryIn(country, 'addresses', where, reader);
  return [
    {
      full,
      ...(street !== undefined && { street }),
      ...(city !== undefined && { city }),
      ...(state !== undefined && { region: state }),
      ...(postalCode !== undefined && { postalCode }),
      ...(code !== undefined && { country: code }),
    },
  ];
}

function notesOf(entry: CslEntry): string[] {
  const hasTwoUrls = entry.sourceInformationUrl !== undefined && entry.sourceListUrl !== entry.sourceInformationUrl;
  return [
    noteOf('Federal Register', entry.federalRegisterNotice),
    noteOf('License requirement', entry.licenceRequirement),
    noteOf('License policy', entry.licencePolicy),
    noteOf('Standard order', entry.standardOrder),
    noteOf('Vessel type', entry.vesselType),
    noteOf('Tonnage', entry.grossTonnage),
    noteOf('Gross registered tonnage', entry.grossRegisteredTonnage),
    noteOf('Flag', entry.vesselFlag),
    noteOf('List', hasTwoUrls ? entry.sourceListUrl : undefined),
  ].filter((note) => note !== undefined);
}
