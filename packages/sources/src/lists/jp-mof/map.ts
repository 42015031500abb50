// A row of the list in, its Entity out; or what it says of a number that is no longer in force.
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import {
  entityOf,
  type Address,
  type Entity,
  type EntityLink,
  type EntityName,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { parseJapaneseDate } from '../japanese-dates.ts';
import { addressesIn, addressOf, countriesIn, datesIn } from './facts.ts';
import { itemsOfCell, otherNames, ownScriptNames, primaryNames } from './names.ts';
import { numbersIn } from './numbers.ts';
import { gendersIn, withoutDescription } from './person-words.ts';
import type { MofRow } from './rows.ts';
import { isNothing, schemaByWord, type Field } from './vocabulary.ts';

/** The ministry of foreign affairs designates by its notices; the ministry of finance keeps the list. */
const AUTHORITY = 'Ministry of Foreign Affairs of Japan';

/** What a row becomes: an entry; the number of a deleted one, of which the list keeps no more; or a number with nothing. */
export type MappedRow =
  { readonly entity: Entity; readonly seeAlso?: EntryNumber } | { readonly deleted: true } | { readonly empty: true };

/** Where an entry stands in the list: 区分 and 告示番号. */
export interface EntryNumber {
  readonly programme: number;
  readonly number: number;
}

/** Of an entry that is in force. */
export function entryNumber({ programme, texts }: MofRow): EntryNumber | undefined {
  const number = /\d+/u.exec(numberText(texts).replace(/\(.*$/u, ''))?.[0];
  return number === undefined ? undefined : { programme: programme.number, number: Number(number) };
}

/**
 * The id is the number of the list's CSV, 番号 (`028-000143`), with the day of the first notice behind it: when a programme is set
 * up anew, as that on Iran in 2025, its numbers begin again and are other parties'.
 * @throws Problem `list.unknown-value` for a number with a mark we do not know or a word that is neither 個人 nor 団体,
 *   `list.missing-field` for an entry without a number.
 */
export function mapRow(row: MofRow, description: CheckedDescription, reader: CountryReader): MappedRow {
  const numbered = markedNumber(row);
  const notices = noticesOf(row, reader);
  const isNamed = row.texts.has('name-ja') || row.texts.has('name-en');
  if (!isNamed && row.texts.size <= 2) return notices.deletedOn === undefined ? { empty: true } : { deleted: true };
  const first = notices.days[0]?.replaceAll('-', '');
  const serial = `${pad(row.programme.number, 3)}-${pad(numbered.number, 6)}`;
  checkSerial(row, serial);
  const recordId = first === undefined ? serial : `${serial}-${first}`;
  const entity = new RowMapping(row, recordId, reader).entity(description, notices, numbered);
  return { entity, ...(numbered.seeAlso && { seeAlso: numbered.seeAlso }) };
}

interface MarkedNumber {
  readonly number: number;
  readonly remark?: string;
  readonly seeAlso?: EntryNumber;
}

/** `12`, `*186`, `3(*290)`: a mark says what `programmes.yml` has of it. */
function markedNumber(row: MofRow): MarkedNumber {
  const text = numberText(row.texts);
  const where = { ...row.where, field: '告示番号' };
  if (text === '') throw new Problem('list.missing-field', { ...row.where, column: '告示番号' });
  const [, before, number, behind, other] = /^([*#])?(\d+)(?:\(([*#])(\d+)\))?$/u.exec(text) ?? [];
  const sign = before ?? behind;
  const mark = sign === undefined ? undefined : row.programme.marks?.[sign];
  const isKnown = sign === undefined || (mark !== undefined && (behind === undefined || mark.programme !== undefined));
  if (number === undefined || !isKnown) throw new Problem('list.unknown-value', { ...where, value: text });
  const seeAlso = mark?.programme !== undefined &&
    other !== undefined && { programme: mark.programme, number: Number(other) };
  return {
    number: Number(number),
    ...(mark && { remark: `${text}: ${mark.meaning}` }),
    ...(seeAlso && { seeAlso }),
  };
}

function numberText(texts: MofRow['texts']): string {
  return (texts.get('notice-number')?.[0] ?? '').normalize('NFKC').replace(/\s+/gu, '');
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** The CSV states the number as well. */
function checkSerial({ texts, where }: MofRow, serial: string): void {
  const [stated] = texts.get('serial') ?? [];
  if (stated !== undefined && stated !== serial)
    throw new Problem('list.unknown-value', { ...where, field: '番号', value: stated, reason: `not ${serial}` });
}

interface Notices {
  /** Of the notices, in the order of the cell. */
  readonly days: readonly string[];
  readonly amendedOn?: string;
  readonly deletedOn?: string;
  /** What cannot be read as days, and why an entry was deleted. */
  readonly rest: readonly string[];
}

/** `2001.9.22↵2008.6.25改訂`, `2011.11.18削除`; the CSV has blanks between them. */
function noticesOf({ texts, where }: MofRow, { reading }: CountryReader): Notices {
  const text = (texts.get('notice-dates')?.[0] ?? '').normalize('NFKC');
  const [days, rest]: [string[], string[]] = [[], []];
  let [amendedOn, deletedOn]: (string | undefined)[] = [];
  for (const part of text.split(/[\s、]+(?=\d|\()/u).map((each) => each.replace(/\s+/gu, ''))) {
    const [, dayText = '', word] = /^(.+?)(改訂|改正|削除)?$/u.exec(part) ?? [];
    const range = parseJapaneseDate(dayText);
    if (range) {
      days.push(range.earliest);
      if (word === '削除') deletedOn = range.earliest;
      else if (word !== undefined) amendedOn = range.earliest;
    } else if (part !== '') {
      rest.push(part);
      if (/\d/u.test(part) && !part.startsWith('('))
        reading.report('list.date', { ...where, field: '告示日付', value: part });
    }
  }
  return { days, rest, ...(amendedOn !== undefined && { amendedOn }), ...(deletedOn !== undefined && { deletedOn }) };
}

/** One row on its way to an entity. */
class RowMapping {
  readonly #row: MofRow;
  readonly #recordId: string;
  readonly #reader: CountryReader;
  readonly #schema: Schema;
  readonly #names: EntityName[] = [];
  readonly #birthDates: DateRange[] = [];
  readonly #birthPlaces: string[] = [];
  readonly #genders: Entity['genders'][number][] = [];
  readonly #nationalities: string[] = [];
  readonly #identifiers: Identifier[] = [];
  readonly #addresses: Address[] = [];
  readonly #emails: string[] = [];
  readonly #phones: string[] = [];
  readonly #positions: string[] = [];
  readonly #remarks: string[] = [];

  constructor(row: MofRow, recordId: string, reader: CountryReader) {
    this.#row = row;
    this.#recordId = recordId;
    this.#reader = reader;
    this.#schema = this.#schemaOf();
    this.#takeNames();
    this.#takeBirth();
    this.#takeCountries();
    this.#takeNumbers();
    this.#takeAddresses();
    for (const text of this.#texts('position')) this.#positions.push(...itemsOfCell(text).map(oneLine));
    for (const field of ['title', 'un-date', 'basis', 'notice-text'] as const) this.#keep(field);
    this.#takeDetails();
  }

  entity(description: CheckedDescription, notices: Notices, { remark }: MarkedNumber): Entity {
    const { programme } = this.#row;
    const delistedOn = notices.deletedOn;
    const claim = (status: LegalStatusClaim['status'], date: string | undefined): LegalStatusClaim => {
      const claimed = { status, authority: AUTHORITY, country: 'jp', reportedBy: description.id };
      return date === undefined ? claimed : { ...claimed, date };
    };
    const isInForce = delistedOn === undefined && !programme.lifted;
    const ownWords = [remark, ...notices.rest.map((text) => `告示日付: ${text}`), programme.note];
    return entityOf({
      source: description.id,
      recordId: this.#recordId,
      schema: this.#schema,
      names: distinctBy(
        this.#names,
        ({ text, kind }) => `${kind === 'primary' ? 'alias' : kind} ${text.toLowerCase()}`,
      ),
      birthDates: distinctBy(
        this.#birthDates,
        ({ earliest, latest, circa }) => `${earliest} ${latest} ${String(circa)}`,
      ),
      birthPlaces: distinct(this.#birthPlaces),
      genders: distinct(this.#genders),
      nationalities: distinct(this.#nationalities),
      countries: distinct([...this.#nationalities, ...this.#addresses.map(({ country }) => country)]),
      identifiers: this.#identifiers,
      addresses: distinctBy(this.#addresses, ({ full }) => full),
      emails: distinct(this.#emails),
      phones: distinct(this.#phones),
      positions: distinct(this.#positions),
      topics: description.topics,
      effects: isInForce ? description.effects : ['information'],
      programmes: [programme.title],
      legalStatus: [claim('SANCTIONED', notices.days[0]), ...(isInForce ? [] : [claim('DELISTED', delistedOn)])],
      remarks: distinct([...this.#remarks, ...ownWords]),
      sourceUrl: description.officialPage,
      ...(notices.days[0] !== undefined && { listedOn: notices.days[0] }),
      ...(notices.amendedOn !== undefined && { updatedOn: notices.amendedOn }),
      ...(delistedOn !== undefined && { delistedOn }),
    });
  }

  /** A body has no birth, nationality, passport, title or office; the CSV says itself which of the two an entry is. */
  #schemaOf(): Schema {
    const [word] = this.#row.texts.get('person-or-body') ?? [];
    if (word !== undefined) return lookUp(schemaByWord, word, { ...this.#row.where, field: '個人・団体' });
    const ofPersons: readonly Field[] = [
      'birth-date',
      'birth',
      'birth-place',
      'nationality',
      'passport',
      'title',
      'position',
    ];
    const isPerson = ofPersons.some((field) => this.#texts(field).length > 0);
    return isPerson ? 'Person' : this.#row.programme.schema;
  }

  #takeNames(): void {
    const reading = { isPerson: this.#schema === 'Person', territories: this.#reader.territories };
    const primary = [
      ...this.#texts('name-en').map((text) => primaryNames(text, 'en', reading)),
      ...this.#texts('name-ja').map((text) => primaryNames(text, 'ja', reading)),
    ];
    const others = (['alias', 'former', 'weak'] as const).flatMap((kind) =>
      this.#texts(kind).map((text) => otherNames(text, kind, reading)),
    );
    const all = [...primary, ...others].flatMap(({ names }) => names);
    this.#names.push(...all.filter(({ kind }) => kind === 'primary'), ...all.filter(({ kind }) => kind !== 'primary'));
    this.#remarks.push(...[...primary, ...others].flatMap(({ notes }) => notes));
  }

  #takeBirth(): void {
    for (const text of this.#texts('birth-date')) this.#takeBirthDates(text);
    for (const text of this.#texts('birth-place')) this.#birthPlaces.push(...itemsOfCell(text).map(oneLine));
    for (const text of this.#texts('birth')) this.#takeBirthInWords(text);
  }

  #takeBirthDates(text: string): void {
    const { ranges, unread, notes } = datesIn(text);
    this.#birthDates.push(...ranges);
    this.#remarks.push(...[...unread, ...notes].map((item) => `生年月日: ${item}`));
    for (const value of unread) this.#reader.reading.report('list.date', { ...this.#where('birth-date'), value });
  }

  /** `1941年8月20日セルビア共和国…生↵Born at …, Republic of Serbia, on 20 August 1941`. */
  #takeBirthInWords(text: string): void {
    const [japanese = '', ...english] = text.normalize('NFKC').split('\n');
    const [, date = '', place = ''] = /^(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)(.*?)生?$/u.exec(japanese.trim()) ?? [];
    this.#takeBirthDates(date === '' ? japanese : date);
    if (place !== '') this.#birthPlaces.push(place);
    const [, englishPlace] = /\bat (.+?),? (?:on|in) [\dA-Z]/u.exec(english.join(' ')) ?? [];
    if (englishPlace !== undefined) this.#birthPlaces.push(englishPlace);
    this.#remarks.push(oneLine(text));
  }

  #takeCountries(): void {
    for (const text of this.#texts('nationality')) {
      const { codes, unread } = countriesIn(text, this.#reader.territories);
      this.#nationalities.push(...codes);
      for (const item of unread) this.#remarks.push(`国籍: ${item}`);
      if (codes.length === 0 && unread.length > 0)
        this.#reader.reading.report('list.unknown-value', { ...this.#where('nationality'), value: oneLine(text) });
    }
  }

  #takeNumbers(): void {
    const { territories } = this.#reader;
    for (const field of ['passport', 'document'] as const)
      for (const text of this.#texts(field)) {
        const type = field === 'passport' ? 'passport' : undefined;
        const { identifiers, unread } = numbersIn(text, this.#header(field), type, territories);
        this.#identifiers.push(...identifiers);
        this.#reader.reading.count('documents', identifiers.length);
        for (const item of unread) this.#remarks.push(`${this.#header(field)}: ${item}`);
      }
    for (const text of this.#texts('un-reference'))
      for (const value of itemsOfCell(text))
        this.#identifiers.push({ type: 'other', value, note: 'UN reference number' });
    for (const text of this.#texts('phone')) this.#phones.push(...itemsOfCell(text).flatMap(phonesIn));
    for (const text of this.#texts('fax'))
      this.#phones.push(
        ...itemsOfCell(text)
          .flatMap(phonesIn)
          .map((number) => `Fax ${number}`),
      );
  }

  #takeAddresses(): void {
    const { territories } = this.#reader;
    for (const text of this.#texts('address')) this.#addresses.push(...addressesIn(text, territories));
    for (const [countryField, placeField] of [
      ['country-ja', 'place-ja'],
      ['country-en', 'place-en'],
    ] as const) {
      const [country] = this.#texts(countryField).flatMap(itemsOfCell);
      const places = this.#texts(placeField).flatMap(itemsOfCell).map(oneLine);
      for (const place of places.length === 0 && country !== undefined ? [''] : places)
        this.#addresses.push(addressOf([place, country].filter(Boolean).join(', '), territories, country));
    }
  }

  #takeDetails(): void {
    for (const text of this.#texts('details')) {
      this.#names.push(...ownScriptNames(text));
      this.#emails.push(...(text.normalize('NFKC').match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu) ?? []));
    }
    this.#keep('details');
  }

  #keep(field: Field): void {
    for (const said of this.#texts(field)) {
      const { text, sentencesLeftOut } = withoutDescription(said);
      this.#genders.push(...gendersIn(said));
      this.#reader.reading.count('sentencesLeftOut', sentencesLeftOut);
      if (text !== '') this.#remarks.push(`${this.#header(field)}: ${text}`);
    }
  }

  /** The texts of a field that say something. */
  #texts(field: Field): readonly string[] {
    return (this.#row.texts.get(field) ?? []).filter((text) => !isNothing(text.normalize('NFKC').trim()));
  }

  #header(field: Field): string {
    return (this.#row.headers.get(field) ?? field).replace(/\((?:日本語|英語)\)$/u, '');
  }

  #where(field: Field) {
    return { ...this.#row.where, record: this.#recordId, field: this.#header(field) };
  }
}

/** `+963-11-9962、↵+963-11-1400`. */
function phonesIn(item: string): string[] {
  return item
    .split(/[、,](?!\d)/u)
    .map((number) => number.trim())
    .filter((number) => number !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The link of an entry to the one that its mark names, which the same edition has under `toId`. */
export function linkTo(toId: string, detail: string): EntityLink {
  return { kind: 'linked-to', toId, detail };
}
