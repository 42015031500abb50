// The rows of one reference number of the Australian list in, their Entity out.
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import {
  entityOf,
  type Address,
  type Effect,
  type Entity,
  type EntityName,
  type NameKind,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { parseDayFirstDay } from '../day-first-dates.ts';
import { parseEnglishDate } from '../english-dates.ts';
import { enumeratedParts } from '../enumerated-parts.ts';
import { readAdditionalInformation } from './additional-information.ts';
import { readBirthDates } from './birth-dates.ts';

export const REFERENCE = 'Reference';

/** Columns that the list has since 2025. */
export const newerColumns = [
  'Alias Strength',
  'IMO Number',
  'Instrument of Designation',
  'Targeted Financial Sanction',
  'Travel Ban',
  'Arms Embargo',
  'Maritime Restriction',
] as const;

const schemaByType: Readonly<Record<string, Schema>> = {
  individual: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
};

/** Written with blanks and in small and capital letters as it happens. */
const kindByNameType: Readonly<Record<string, NameKind>> = {
  'primary name': 'primary',
  aka: 'alias',
  alias: 'alias',
  'original script': 'original-script',
  'formerly known as': 'former',
  'previously listed as': 'former',
};

const strengths = { strong: 'strong', weak: 'weak' } as const;

/** The four measures and the effect of each; an entry of the older layout has that of the list. */
const effectByMeasure = {
  'Targeted Financial Sanction': 'block',
  'Travel Ban': 'travel-ban',
  'Arms Embargo': 'export-ban',
  'Maritime Restriction': 'transport-restriction',
} as const satisfies Readonly<Record<string, Effect>>;

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
};

/** What one row says. */
export interface ListedRow {
  /** `1276c1`: of the reference 1276. */
  readonly reference: string;
  readonly where: StrictRecord['where'];
  readonly schema: Schema;
  readonly names: readonly EntityName[];
  readonly nameNotes: readonly string[];
  /** Texts of the columns that most rows of a reference repeat, by column. */
  readonly texts: Readonly<Record<RepeatedColumn, string | undefined>>;
  readonly imoNumber: string | undefined;
  readonly instrument: string | undefined;
  readonly effects: readonly Effect[] | undefined;
  readonly updatedOn: string;
}

const repeatedColumns = [
  'Date of Birth',
  'Place of Birth',
  'Citizenship',
  'Address',
  'Additional Information',
  'Listing Information',
  'Committees',
] as const;
type RepeatedColumn = (typeof repeatedColumns)[number];

/**
 * @param isNewer true for the layout that has `newerColumns`.
 * @throws Problem `list.unknown-value` for a type, name type, strength or measure outside the vocabulary,
 *   `list.unknown-column`, `list.missing-field`.
 */
export function readRow(row: StrictRecord, isNewer: boolean): ListedRow {
  const type = row.take('Type').toLowerCase();
  const nameType = row.take('Name Type').toLowerCase();
  const strength = isNewer ? row.takeOptional('Alias Strength')?.toLowerCase() : undefined;
  const kind = lookUp(kindByNameType, nameType, { ...row.where, field: 'Name Type' });
  const isWeak =
    strength !== undefined && lookUp(strengths, strength, { ...row.where, field: 'Alias Strength' }) === 'weak';
  const written = row.take('Name of Individual or Entity');
  const read: ListedRow = {
    reference: row.take(REFERENCE),
    where: row.where,
    schema: lookUp(schemaByType, type, { ...row.where, field: 'Type' }),
    ...namesIn(written, isWeak && kind === 'alias' ? 'weak' : kind),
    texts: Object.fromEntries(repeatedColumns.map((column) => [column, textOf(row.takeOptional(column))])) as Record<
      RepeatedColumn,
      string | undefined
    >,
    imoNumber: isNewer ? row.takeOptional('IMO Number') : undefined,
    instrument: isNewer ? row.takeOptional('Instrument of Designation') : undefined,
    effects: isNewer ? measuresOf(row) : undefined,
    updatedOn: row.take('Control Date'),
  };
  row.done();
  return read;
}

/** Countries nobody knows and dates that are none become problems and stay in the remarks. */
export function mapRows(
  recordId: string,
  rows: readonly [ListedRow, ...ListedRow[]],
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const [first] = rows;
  const where = { ...first.where, record: recordId };
  const remarks: string[] = [];
  const given = (column: RepeatedColumn) => distinct(rows.map(({ texts }) => texts[column]));
  const nationalities = distinct(given('Citizenship').flatMap((cell) => citizenships(cell)));
  const addresses = distinctBy(
    given('Address')
      .flatMap((cell) => partsOf(cell).flatMap((part) => part.split(/\s*>>\s*/)))
      .map((text) => addressOf(text)),
    ({ full }) => full,
  );
  const information = given('Additional Information');
  const countries = distinct([...nationalities, ...addresses.map(({ country }) => country)]);
  const seat = countries.length === 1 ? countries[0] : undefined;
  const facts = information.map((text) => readAdditionalInformation(text, first.schema, reader.territories, seat));
  const listings = given('Listing Information');
  const listedOn = listings
    .map((text) => listingDay(text))
    .filter((day) => day !== undefined)
    .toSorted()[0];
  const birthDates = given('Date of Birth').flatMap((cell) => datesIn(cell));
  const updatedOn = distinct(rows.map(({ updatedOn: text, where: at }) => controlDay(text, at)))
    .toSorted()
    .at(-1);
  const effects = distinct(rows.flatMap((row) => row.effects ?? description.effects));
  return entityOf({
    source: description.id,
    recordId,
    schema: first.schema,
    names: namesOf(),
    birthDates: distinctBy(birthDates, ({ earliest, latest, circa }) => `${earliest} ${latest} ${String(circa)}`),
    birthPlaces: distinct(given('Place of Birth').flatMap((cell) => partsOf(cell))),
    genders: distinct(facts.flatMap(({ genders }) => genders)),
    nationalities,
    countries,
    identifiers: distinctBy(
      [
        ...distinct(rows.map(({ imoNumber }) => imoNumber)).map((value): Identifier => ({
          type: 'imo-number',
          value: value.replace(/^IMO[\s:]*/i, ''),
        })),
        ...facts.flatMap(({ identifiers }) => identifiers),
      ],
      ({ type, value }) => `${type} ${value}`,
    ),
    addresses,
    emails: distinct(facts.flatMap(({ emails }) => emails)),
    phones: distinct(facts.flatMap(({ phones }) => phones)),
    websites: distinct(facts.flatMap(({ websites }) => websites)),
    positions: distinct(facts.flatMap(({ positions }) => positions)),
    topics: description.topics,
    effects: effects.length === 0 ? ['information'] : effects,
    programmes: given('Committees'),
    legalStatus: [
      {
        status: 'SANCTIONED',
        authority: description.publisher,
        country: 'au',
        ...(listedOn !== undefined && { date: listedOn }),
        reportedBy: description.id,
      },
    ],
    remarks: distinct([
      ...information,
      ...listings.map((text) => `Listing: ${text}`),
      ...distinct(rows.map(({ instrument }) => instrument)).map((text) => `Instrument of designation: ${text}`),
      ...rows.flatMap(({ nameNotes }) => nameNotes),
      ...remarks,
      ...differences(),
    ]),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    sourceUrl: description.officialPage,
  });

  function namesOf(): EntityName[] {
    const all = rows.flatMap(({ names }) => names);
    const isPrimary = ({ kind }: EntityName) => kind === 'primary';
    return distinctBy(
      [...all.filter(isPrimary), ...all.filter((name) => !isPrimary(name))],
      ({ text, kind }) => `${kind} ${text}`,
    );
  }

  function datesIn(cell: string): readonly DateRange[] {
    const { dates, unread, isWhole } = readBirthDates(cell);
    for (const value of unread) reader.reading.report('list.date', { ...where, field: 'Date of Birth', value });
    if (!isWhole) remarks.push(`Date of birth: ${cell}`);
    return dates;
  }

  /** `Malian / Mauritanian`, `German, Moroccan`; what stands in brackets is a remark on it. */
  function citizenships(cell: string): (string | undefined)[] {
    return partsOf(cell).flatMap((part) => {
      const plain = part.replace(/\s?\([^()]*\)/g, '').trim();
      if (plain !== part) remarks.push(`Citizenship: ${part}`);
      const whole = reader.territories.codeOf(part) ?? reader.territories.codeOf(plain);
      return whole === undefined ? plain.split(/\s*[;/,]\s*|\s+and\s+/).map((text) => citizenship(text)) : [whole];
    });
  }

  function citizenship(text: string): string | undefined {
    if (text === '') return undefined;
    const code = countryIn(text, 'Citizenship', where, reader);
    if (code === undefined) remarks.push(`Citizenship: ${text}`);
    return code;
  }

  /** One line of text; the country is the last part of it, when it is one. */
  function addressOf(full: string): Address {
    const plain = full.replace(/\s?\([^()]*\)/g, '').replace(/[\s.,;]+$/, '');
    const country = reader.territories.codeOf(plain.split(/,\s*/).at(-1) ?? '');
    return { full, ...(country !== undefined && { country }) };
  }

  function controlDay(text: string, at: StrictRecord['where']): string | undefined {
    const day = parseDayFirstDay(text);
    if (day === undefined) {
      reader.reading.report('list.date', { ...at, record: recordId, field: 'Control Date', value: text });
      remarks.push(`Control date: ${text}`);
    }
    return day;
  }

  /** What a row of an alias says otherwise than the first row: a name may be used with a birth date of its own. */
  function differences(): string[] {
    return rows.flatMap(({ reference, names, texts }) =>
      (['Date of Birth', 'Place of Birth', 'Citizenship', 'Address'] as const).flatMap((column) => {
        const text = texts[column];
        if (text === undefined || text === first.texts[column]) return [];
        return [`${column} of ${names[0]?.text ?? reference}: ${text}`];
      }),
    );
  }
}

/** The number that rows of one target share, without the letters behind it; undefined for another form. */
export function recordIdOf(reference: string): string | undefined {
  return /^(\d+)(?:[a-z]+\d*)?$/i.exec(reference)?.[1];
}

/**
 * `Sample (previously listed as)` is a former name; `… (Previously listed as. In Arabic: …)` gives it in its own script too;
 * a note on how the name is used goes to the remarks. A name without Latin letters is one in its own script.
 */
function namesIn(written: string, kind: NameKind): Pick<ListedRow, 'names' | 'nameNotes'> {
  const text = written.replace(/\s+/g, ' ').trim();
  const former = /^(.+?)\s*\((?:previously|formerly) listed as[^():]{0,100}(?::([^():]{1,200}))?\)$/i.exec(text);
  if (former) {
    const [, name = '', ownScript] = former;
    return {
      names: [
        { text: name, kind: 'former' },
        ...(ownScript === undefined ? [] : [{ text: ownScript.trim(), kind: 'original-script' as const }]),
      ],
      nameNotes: [],
    };
  }
  const [, name, note] = /^(.+?)\s*\((birth name|combat name|call sign|nom de guerre)\)$/i.exec(text) ?? [];
  if (name !== undefined) return { names: [{ text: name, kind }], nameNotes: [`Name ${name}: ${note ?? ''}`] };
  return { names: [{ text, kind: kindByScript(text, kind) }], nameNotes: [] };
}

function kindByScript(text: string, kind: NameKind): NameKind {
  const hasLatin = /\p{Script=Latin}/u.test(text);
  if (kind === 'alias' && !hasLatin && /\p{L}/u.test(text)) return 'original-script';
  return kind === 'original-script' && !/(?!\p{Script=Latin})\p{L}/u.test(text) ? 'alias' : kind;
}

/** Lines and several blanks of a cell are one blank, but before a letter that counts (they hold the values apart). */
function textOf(cell: string | undefined): string | undefined {
  return cell === undefined || /^n\/?a\.?$/i.test(cell) ? undefined : cell;
}

function partsOf(cell: string): string[] {
  return enumeratedParts(cell, 'letters')
    .map((part) => part.replace(/\s+/g, ' ').replace(/[\s;,]+$/, ''))
    .filter((part) => part !== '' && !/^n\/?a\.?$/i.test(part));
}

function measuresOf(row: StrictRecord): Effect[] {
  return Object.entries(effectByMeasure).flatMap(([column, effect]) => {
    const word = row.takeOptional(column);
    const isImposed = word !== undefined && lookUp(flags, word.toLowerCase(), { ...row.where, field: column });
    return isImposed ? [effect] : [];
  });
}

/** `Listed by UN 1267 Committee on 25 January 2001 (amended on …)`, `Designated under … on 2 March 2012`, `7/03/2013 (amended …)`; the first of several. */
function listingDay(text: string): string | undefined {
  const first = parseDayFirstDay(/^[\d/-]+/.exec(text.trim())?.[0] ?? '');
  if (first !== undefined) return first;
  const listed =
    /(?:[Ll]isted|Designated)(?:(?!amended|[Ff]ormerly|[Ll]isted|Designated).)*?\s?on:? (\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})/g;
  return [...text.replace(/\s+/g, ' ').matchAll(listed)]
    .map(([, day = '']) => parseEnglishDate(day)?.earliest)
    .filter((day) => day !== undefined)
    .toSorted()[0];
}
