// The rows of one entry of an own list in, its Entity out: one entity, with at most one legal-status claim a row.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import {
  entityOf,
  type Effect,
  type Entity,
  type EntityName,
  type NameKind,
  type Schema,
} from '@sekisho/engine/model/entity.ts';
import type { LegalStatus, LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { parseEnglishDate } from '../english-dates.ts';
import { vocabularies, type MappedColumn, type OwnListMapping, type Target } from './mapping.ts';

/** One value of one row: a cell, or a part of it between separators. Words are translated into ours. */
export interface Cell {
  readonly column: MappedColumn;
  readonly value: string;
  readonly where: StrictRecord['where'];
}

/**
 * Takes a row apart.
 * @throws Problem `list.unknown-column`, `list.missing-field`, `list.unknown-value` for a word outside its vocabulary.
 */
export function cellsOf(row: StrictRecord, { columns, ignored = {} }: OwnListMapping): readonly Cell[] {
  const cells = Object.entries(columns).flatMap(([name, settings]) => {
    const column = { ...settings, name };
    const text = row.takeOptional(name);
    const values = text === undefined ? [] : column.separator === undefined ? [text] : text.split(column.separator);
    return values
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .map((value) => ({ column, value: ownWord(value, column, row), where: row.where }));
  });
  row.ignore(...Object.keys(ignored));
  row.done();
  return cells;
}

function ownWord(value: string, { name, to, values }: MappedColumn, row: StrictRecord): string {
  const vocabulary = vocabularies[to];
  if (!vocabulary) return value;
  const table = values ?? Object.fromEntries(vocabulary.map((word) => [word, word]));
  return lookUp(table, value, { ...row.where, field: name });
}

const kindByTarget: Partial<Record<Target, NameKind>> = {
  name: 'primary',
  'original-script-name': 'original-script',
  reading: 'reading',
  romanisation: 'reading',
  alias: 'alias',
  'former-name': 'former',
  'weak-alias': 'weak',
};

/**
 * @param rows the cells of each row of the entry, in the order of the file.
 * @throws Problem `list.missing-field` for an entry without a name or a claim without status or authority,
 *   `list.unknown-value` for a status reason where none belongs, `list.duplicate-record` when the rows of one entry say
 *   different things where only one can be.
 */
export function mapEntry(
  recordId: string,
  rows: readonly (readonly Cell[])[],
  mapping: OwnListMapping,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const entry = new Entry(recordId, rows.flat(), reader);
  const names = distinctValues(entry.cells.flatMap(nameIn)).toSorted((a, b) => rankOf(a) - rankOf(b));
  const schema = (entry.only('schema') ?? mapping.defaults?.schema) as Schema | undefined;
  if (names.length === 0 || schema === undefined)
    throw new Problem('list.missing-field', { ...entry.where, column: names.length === 0 ? 'name' : 'schema' });
  const nationalities = entry.countries('nationality');
  const effects = entry.texts('effect') as Effect[];
  const listedOn = entry.only('listed-on');
  const updatedOn = entry.texts('updated-on').toSorted().at(-1);
  const [sourceUrl] = entry.texts('source-url');
  return entityOf({
    source: description.id,
    recordId,
    schema,
    names,
    birthDates: entry.birthDates(),
    birthPlaces: entry.texts('birth-place'),
    genders: entry.texts('gender') as ('male' | 'female')[],
    nationalities,
    countries: distinct([...nationalities, ...entry.countries('country')]),
    identifiers: entry.cellsTo('identifier').map(({ column, value }) => ({
      type: column.type ?? 'other',
      value,
      ...(column.country !== undefined && { country: column.country }),
    })),
    addresses: entry.texts('address').map((full) => ({ full })),
    emails: entry.texts('email'),
    phones: entry.texts('phone'),
    websites: entry.texts('website'),
    positions: entry.texts('position'),
    topics: distinct([...description.topics, ...entry.texts('topic')]),
    effects: effects.length > 0 ? effects : description.effects,
    programmes: entry.texts('programme'),
    legalStatus: distinctValues(rows.flatMap((row) => claimIn(row, recordId, mapping, reader))),
    links: distinctValues(
      entry.cellsTo('link').map(({ column, value }) => ({ kind: column.kind ?? 'linked-to', toName: value })),
    ),
    remarks: distinct([...entry.texts('remark'), ...entry.unread]),
    ...(listedOn !== undefined && { listedOn }),
    ...(updatedOn !== undefined && { updatedOn }),
    ...(sourceUrl !== undefined && { sourceUrl }),
  });
}

function nameIn({ column, value }: Cell): EntityName[] {
  const kind = kindByTarget[column.to];
  return kind ? [{ text: value, kind, ...(column.language !== undefined && { language: column.language }) }] : [];
}

/** The name to show first; without one, the name in its own script. */
function rankOf({ kind }: EntityName): number {
  return kind === 'primary' ? 0 : kind === 'original-script' ? 1 : 2;
}

/** The cells of an entry by what they go to; what cannot be read as what it should be is kept as a remark. */
class Entry {
  readonly cells: readonly Cell[];
  readonly unread: string[] = [];
  readonly #recordId: string;
  readonly #reader: CountryReader;

  constructor(recordId: string, cells: readonly Cell[], reader: CountryReader) {
    this.cells = cells;
    this.#recordId = recordId;
    this.#reader = reader;
  }

  get where() {
    return { ...this.cells[0]?.where, record: this.#recordId };
  }

  cellsTo(target: Target): readonly Cell[] {
    return distinctBy(
      this.cells.filter(({ column }) => column.to === target),
      ({ column, value }) => `${column.name}\t${value}`,
    );
  }

  texts(target: Target): string[] {
    return distinct(this.cellsTo(target).map(({ value }) => value));
  }

  only(target: Target): string | undefined {
    const [first, other] = distinctBy(this.cellsTo(target), ({ value }) => value);
    if (other)
      throw new Problem('list.duplicate-record', {
        ...other.where,
        record: this.#recordId,
        column: other.column.name,
        value: other.value,
        before: first?.value,
      });
    return first?.value;
  }

  countries(target: Target): string[] {
    return distinct(
      this.cellsTo(target).map((cell) => {
        const code = countryIn(cell.value, cell.column.name, { ...cell.where, record: this.#recordId }, this.#reader);
        if (code === undefined) this.#keepUnread(cell);
        return code;
      }),
    );
  }

  birthDates() {
    return this.cellsTo('birth-date').flatMap((cell) => {
      const range = parseDateRange(cell.value) ?? parseEnglishDate(cell.value);
      if (range) return [range];
      const field = cell.column.name;
      this.#reader.reading.report('list.date', { ...cell.where, record: this.#recordId, field, value: cell.value });
      this.#keepUnread(cell);
      return [];
    });
  }

  #keepUnread({ column, value }: Cell): void {
    this.unread.push(`${column.name}: ${value}`);
  }
}

/** What one row claims; nothing when none of the columns of a claim has a value. */
function claimIn(
  row: readonly Cell[],
  recordId: string,
  { defaults = {} }: OwnListMapping,
  reader: CountryReader,
): LegalStatusClaim[] {
  const cellTo = (target: Target) => row.find(({ column }) => column.to === target);
  const [first] = row;
  const status = cellTo('legal-status')?.value as LegalStatus | undefined;
  const date = cellTo('status-date');
  const reason = cellTo('status-reason');
  const offence = cellTo('offence')?.value;
  const authority = cellTo('authority')?.value ?? defaults.authority;
  const reportedBy = cellTo('reported-by')?.value ?? defaults.reportedBy ?? first?.where.list;
  const sourceUrl = cellTo('source-url')?.value;
  const where = { ...first?.where, record: recordId };
  if (status === undefined) {
    if (date ?? reason ?? offence) throw new Problem('list.missing-field', { ...where, column: 'legal-status' });
    return [];
  }
  if (authority === undefined || reportedBy === undefined)
    throw new Problem('list.missing-field', { ...where, column: 'authority' });
  if (reason && status !== 'NOT_INDICTED')
    throw new Problem('list.unknown-value', {
      ...where,
      field: reason.column.name,
      value: reason.value,
      reason: 'only NOT_INDICTED has a reason',
    });
  const countryCell = cellTo('authority-country');
  const country = countryCell
    ? countryIn(countryCell.value, countryCell.column.name, where, reader)
    : defaults.authorityCountry;
  return [
    {
      status,
      authority,
      reportedBy,
      ...(reason && { reason: reason.value as NonNullable<LegalStatusClaim['reason']> }),
      ...(offence !== undefined && { offence }),
      ...(country !== undefined && { country }),
      ...(date && { date: partialDate(date, recordId) }),
      ...(sourceUrl !== undefined && { sourceUrl }),
    },
  ];
}

/** @throws Problem `list.date`: when an authority acted is what later claims are ordered by. */
function partialDate({ column, value, where }: Cell, recordId: string): string {
  const range = parseDateRange(value) ?? parseEnglishDate(value);
  if (!range) throw new Problem('list.date', { ...where, record: recordId, field: column.name, value });
  if (range.earliest === range.latest) return range.earliest;
  return range.earliest.slice(0, 7) === range.latest.slice(0, 7)
    ? range.earliest.slice(0, 7)
    : range.earliest.slice(0, 4);
}

function distinctValues<T>(values: readonly T[]): T[] {
  return distinctBy(values, canonicalJson);
}
