// A row of a table and what its columns are read as in, the subject to screen out, or why it cannot be screened.
import type { BatchField, BatchRowFault, DateOrder } from '@sekisho/engine/model/batch.ts';
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import type { EntityName, NameKind, Schema } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier } from '@sekisho/engine/model/identifier.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { TableCell, TableRow } from '@sekisho/sources/readers/table/table.ts';
import { birthDateOf } from './birth-date.ts';
import type { ColumnReading } from './columns.ts';

export interface RowSettings {
  readonly columns: readonly ColumnReading[];
  /** For rows that say none. */
  readonly schema?: Schema;
  readonly dates?: DateOrder;
}

export interface FaultyRow {
  readonly fault: BatchRowFault;
  readonly facts: ProblemFacts;
}

export type RowSubject = { readonly subject: Subject; readonly isAmbiguousDate: boolean } | FaultyRow;

/** What rows are turned into; built once for a table. */
export function rowReader(
  settings: RowSettings,
  reference: Pick<Reference, 'batchColumns' | 'territories'>,
): (row: TableRow) => RowSubject {
  return (row) => {
    if (row.fault) return { fault: row.fault.kind, facts: row.fault.facts };
    try {
      return new RowInProgress(row, settings, reference).subject();
    } catch (error) {
      if (error instanceof Unreadable) return { fault: error.fault, facts: error.facts };
      throw error;
    }
  };
}

/** Longer texts are no names; they are refused rather than cut. */
const MAX_NAME_CHARS = 1000;
/** Of names, and of identifiers: nobody has more, and every one is searched for. */
const MAX_VALUES = 50;

const kindByField = {
  name: 'primary',
  alias: 'alias',
  'former-name': 'former',
  reading: 'reading',
} as const satisfies Partial<Record<BatchField, NameKind>>;

/** Within this file only: the first thing that is wrong with a row ends its reading. */
class Unreadable extends Error {
  readonly fault: BatchRowFault;
  readonly facts: ProblemFacts;
  constructor(fault: BatchRowFault, facts: ProblemFacts = {}) {
    super(fault);
    this.fault = fault;
    this.facts = facts;
  }
}

interface FieldValue {
  readonly column: string;
  readonly text: string;
}

class RowInProgress {
  readonly #valuesByField = new Map<BatchField, FieldValue[]>();
  readonly #settings: RowSettings;
  readonly #reference: Pick<Reference, 'batchColumns' | 'territories'>;

  constructor(row: TableRow, settings: RowSettings, reference: Pick<Reference, 'batchColumns' | 'territories'>) {
    this.#settings = settings;
    this.#reference = reference;
    settings.columns.forEach(({ column, field }, place) => {
      if (field === undefined || field === 'row-id') return;
      const values = textsOf(row.cells[place] ?? '', column, field).map((text) => ({ column, text }));
      if (values.length > 0) this.#valuesByField.set(field, [...this.#values(field), ...values]);
    });
  }

  subject(): RowSubject {
    const whole = this.#wholeNames();
    const parts = this.#nameOfParts();
    const given = parts && !whole.some(({ text }) => text === parts.text) ? [parts, ...whole] : whole;
    if (given.length === 0) throw new Unreadable('no-name');
    if (MAX_VALUES < given.length) throw new Unreadable('too-many-values', { found: given.length, most: MAX_VALUES });
    const long = given.find(({ text }) => MAX_NAME_CHARS < text.length);
    if (long) throw new Unreadable('name-too-long', { characters: long.text.length, most: MAX_NAME_CHARS });
    // where the column of names is empty, what else is known as a name is the name
    const names = given.some(({ kind }) => kind === 'primary')
      ? given
      : given.map((name): EntityName => ({ ...name, kind: 'primary' }));
    const nationalities = this.#countries('nationality');
    const countries = this.#countries('country');
    const birthDate = this.#birthDate();
    const gender = this.#known('gender')
      .map(({ text }) => this.#reference.batchColumns.genderOf(text))
      .find((known) => known !== undefined);
    return {
      isAmbiguousDate: birthDate?.isAmbiguous === true,
      subject: {
        schema: this.#schema(parts?.family !== undefined && parts.given !== undefined && whole.length === 0),
        names,
        birthDates: birthDate ? [birthDate.range] : [],
        genders: gender ? [gender] : [],
        nationalities,
        countries: [...new Set([...countries, ...nationalities])],
        identifiers: this.#identifiers(),
        addresses: this.#addresses(countries),
      },
    };
  }

  #values(field: BatchField): readonly FieldValue[] {
    return this.#valuesByField.get(field) ?? [];
  }

  /** Without what stands where nothing is known; never asked of names, as Na and None are names. */
  #known(field: BatchField): readonly FieldValue[] {
    return this.#values(field).filter(({ text }) => !this.#reference.batchColumns.isNothing(text));
  }

  #wholeNames(): readonly EntityName[] {
    const names = Object.entries(kindByField).flatMap(([field, kind]) =>
      this.#values(field as keyof typeof kindByField).map(({ text }): EntityName => ({ text, kind })),
    );
    return names.filter(({ text }, place) => names.findIndex((name) => name.text === text) === place);
  }

  /** The family name goes first where it does in the script. */
  #nameOfParts(): EntityName | undefined {
    const [given, middle, family] = (['first-name', 'middle-name', 'last-name'] as const).map((field) =>
      this.#values(field)
        .map(({ text }) => text)
        .join(' '),
    );
    if (!given && !family) return undefined;
    const order = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(family ?? '')
      ? [family, given, middle]
      : [given, middle, family];
    return {
      text: order.filter((part) => part).join(' '),
      kind: 'primary',
      ...(family && { family }),
      ...(given && { given: [given, middle].filter((part) => part).join(' ') }),
    };
  }

  /** Somebody with a given and a family name is a person; of all others the table has to say it. */
  #schema(isPerson: boolean): Schema {
    const [value] = this.#known('schema');
    if (!value) return this.#settings.schema ?? (isPerson ? 'Person' : 'LegalEntity');
    const schema = this.#reference.batchColumns.schemaOf(value.text);
    if (!schema) throw new Unreadable('schema', { column: value.column, value: shown(value.text) });
    return schema;
  }

  #countries(field: 'country' | 'nationality'): readonly string[] {
    const codes = this.#values(field).flatMap(({ column, text }) => {
      const whole = this.#countryOf(text);
      if (whole !== undefined) return [whole];
      return text
        .split(/[;|/,、]/)
        .filter((part) => part.trim() !== '')
        .flatMap((part) => {
          const code = this.#countryOf(part);
          if (code !== undefined) return [code];
          if (this.#reference.batchColumns.isNothing(part)) return [];
          throw new Unreadable('country', { column, value: shown(text) });
        });
    });
    return [...new Set(codes)];
  }

  /** Codes in small letters too, but for `na`, which is nothing. */
  #countryOf(text: string): string | undefined {
    const { batchColumns, territories } = this.#reference;
    const code = territories.codeOf(text);
    if (code !== undefined || batchColumns.isNothing(text)) return code;
    return /^[A-Za-z]{2,3}$/.test(text.trim()) ? territories.codeOf(text.toUpperCase()) : undefined;
  }

  #birthDate(): { readonly range: DateRange; readonly isAmbiguous: boolean } | undefined {
    const [value] = this.#known('birth-date');
    if (!value) return undefined;
    const date = birthDateOf(value.text, this.#settings.dates, this.#reference.batchColumns.eras);
    if (!date) throw new Unreadable('date', { column: value.column, value: shown(value.text) });
    return date;
  }

  #identifiers(): readonly Identifier[] {
    const found = identifierTypes.flatMap((type) => this.#known(type).map(({ text }) => ({ type, value: text })));
    if (MAX_VALUES < found.length) throw new Unreadable('too-many-values', { found: found.length, most: MAX_VALUES });
    return found;
  }

  #addresses(countries: readonly string[]): Subject['addresses'] {
    const [street, city, region, postalCode] = (['street', 'city', 'region', 'postal-code'] as const).map((field) =>
      this.#known(field)
        .map(({ text }) => text)
        .join(' '),
    );
    const whole = this.#known('address').map(({ text }) => text);
    const parts = [street, city, region, postalCode].filter((part) => part).join(', ');
    const [country] = countries.length === 1 ? countries : [];
    const known = country !== undefined && { country };
    if (whole.length > 0) return whole.map((text) => ({ full: parts === '' ? text : `${text}, ${parts}`, ...known }));
    if (!street && !city) return [];
    return [
      {
        full: parts,
        ...(street && { street }),
        ...(city && { city }),
        ...(region && { region }),
        ...(postalCode && { postalCode }),
        ...known,
      },
    ];
  }
}

/** Fields in which people put several values between these signs. */
const separators: Partial<Record<BatchField, RegExp>> = { alias: /[;|\n]/, 'former-name': /[;|\n]/ };

function textsOf(cell: TableCell, column: string, field: BatchField): readonly string[] {
  if (typeof cell === 'object' && 'json' in cell) throw new Unreadable('nested', { column });
  const texts = typeof cell === 'string' ? [cell] : cell;
  const bad = texts.find((text) => text.includes('\ufffd') || text.includes('\0'));
  if (bad !== undefined) throw new Unreadable('encoding', { column, value: shown(bad) });
  const separator = separators[field];
  const all = separator ? texts.flatMap((text) => text.split(separator)) : texts;
  return all.map((text) => text.trim()).filter((text) => text !== '');
}

const SHOWN_CHARS = 80;

function shown(text: string): string {
  return text.length <= SHOWN_CHARS ? text : `${text.slice(0, SHOWN_CHARS)}…`;
}
