// The cells of a row of an own register in, by column, its register row out.
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { Address } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterName, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import { RowFault } from '../row-faults.ts';
import { statedRow } from '../stated-row.ts';
import { report, standsAtOf } from '../whole-table.ts';
import { withoutAbsent } from '../without-absent.ts';
import type { DateForm, MappedColumn, OwnRegisterMapping, Target } from './mapping.ts';

interface Place {
  readonly list: string;
  readonly file: string;
  readonly line: number;
}

interface Cell {
  readonly column: MappedColumn;
  readonly value: string;
}

/**
 * @throws RowFault `list.missing-field` for a row without number or name, `list.unknown-value` for a number that cannot be
 *   one; Problem `list.unknown-value` for a word of the status or a country nobody knows. A day that cannot be read is
 *   reported, and the row goes without it.
 */
export function mapRow(
  cells: ReadonlyMap<string, readonly string[]>,
  mapping: OwnRegisterMapping,
  where: Place,
  context: ImportContext,
): RegisterRow {
  const row = new Row(cells, mapping, where, context);
  const standsAt = standsAtOf(context, where);
  const number = row.number('number', mapping.numbers);
  const name = row.text('name');
  if (number === undefined || name === undefined)
    throw new RowFault('list.missing-field', {
      ...where,
      column: row.columnOf(number === undefined ? 'number' : 'name'),
    });
  return statedRow(row.day('updated-on') ?? standsAt, {
    number,
    sequence: where.line,
    changedOn: row.day('changed-on'),
    name,
    kana: row.text('kana'),
    englishName: row.text('english-name'),
    kind: row.text('kind'),
    ...row.address(),
    englishAddress: row.text('english-address'),
    foundedOn: row.day('founded-on'),
    assignedOn: row.day('assigned-on'),
    closedOn: row.day('closed-on'),
    closeCause: row.text('close-cause'),
    successorNumber: row.number('successor-number', mapping.numbers),
    otherNames: row.otherNames(),
    ...row.standing(),
    identifiers: row.all('identifier').map(({ column, value }) => ({
      type: column.type ?? 'other',
      value,
      ...(column.country !== undefined && { country: column.country }),
    })),
    emails: row.texts('email'),
    phones: row.texts('phone'),
    websites: row.texts('website'),
  });
}

const nameKinds = {
  'former-name': 'former',
  'trading-name': 'trading',
  'short-name': 'short',
  'foreign-name': 'foreign',
} as const satisfies Partial<Record<Target, RegisterName['kind']>>;

/** One row's values by what they go to. */
class Row {
  readonly #cells: readonly Cell[];
  readonly #mapping: OwnRegisterMapping;
  readonly #where: Place;
  readonly #context: ImportContext;

  constructor(
    cells: ReadonlyMap<string, readonly string[]>,
    mapping: OwnRegisterMapping,
    where: Place,
    context: ImportContext,
  ) {
    this.#mapping = mapping;
    this.#where = where;
    this.#context = context;
    this.#cells = Object.entries(mapping.columns).flatMap(([name, settings]) => {
      const column = { ...settings, name };
      const { separator, nulls = [] } = column;
      return (cells.get(name) ?? [])
        .flatMap((text) => (separator === undefined ? [text] : text.split(separator)))
        .map((text) => text.trim())
        .filter((value) => value !== '' && !nulls.includes(value))
        .map((value) => ({ column, value }));
    });
  }

  all(target: Target): readonly Cell[] {
    return this.#cells.filter(({ column }) => column.to === target);
  }

  texts(target: Target): string[] {
    return [...new Set(this.all(target).map(({ value }) => value))];
  }

  /** @throws Problem `list.unexpected-shape` when a JSON line has several values where one belongs. */
  text(target: Target): string | undefined {
    const [first, second] = this.all(target);
    if (second)
      throw new Problem('list.unexpected-shape', {
        ...this.#where,
        field: second.column.name,
        value: second.value,
        reason: 'one value belongs there',
      });
    return first?.value;
  }

  columnOf(target: Target): string {
    return Object.entries(this.#mapping.columns).find(([, { to }]) => to === target)?.[0] ?? target;
  }

  /** @throws RowFault `list.unknown-value` when its form or check digit is wrong. */
  number(target: Target, type: OwnRegisterMapping['numbers']): string | undefined {
    const value = this.text(target);
    if (value === undefined) return undefined;
    const { state, normalised } = checkIdentifier({ type, value });
    if (state === 'VALID_UNCONFIRMED' && normalised !== undefined) return normalised;
    const reason = state === 'CHECK_INVALID' ? 'its check digit is wrong' : `it is not of the form of ${type}`;
    throw new RowFault('list.unknown-value', { ...this.#where, field: this.columnOf(target), value, reason });
  }

  day(target: Target): CalendarDate | undefined {
    const value = this.text(target);
    if (value === undefined) return undefined;
    const [cell] = this.all(target);
    const day = dayIn(value, cell?.column.form ?? 'YYYY-MM-DD');
    if (day !== undefined) return day;
    report(this.#context, { code: 'list.date', facts: { ...this.#where, field: this.columnOf(target), value } });
    return undefined;
  }

  otherNames(): readonly RegisterName[] {
    return this.#cells.flatMap(({ column: { to, language }, value }) => {
      const kind = to in nameKinds ? nameKinds[to as keyof typeof nameKinds] : undefined;
      return kind ? [{ text: value, kind, ...(language !== undefined && { language }) }] : [];
    });
  }

  standing(): Pick<RegisterRow, 'standing' | 'standingAsStated'> {
    const [cell] = this.all('status');
    if (!cell) return {};
    const { name, values = {} } = cell.column;
    const standing = lookUp(values, cell.value, { ...this.#where, field: name });
    return { standing, standingAsStated: cell.value };
  }

  /** A Japanese seat in the parts of the corporate register, any other as an address. */
  address(): Pick<RegisterRow, 'prefecture' | 'city' | 'street' | 'postalCode' | 'seat'> {
    const [full, region, city, street] = (['address', 'region', 'city', 'street'] as const).map((to) => this.text(to));
    const postalCode = this.text('postal-code');
    const country = this.#country();
    if (country === 'jp' && full === undefined)
      return withoutAbsent({
        prefecture: region,
        city,
        street,
        postalCode: postalCode?.normalize('NFKC').replace(/[-〒\s]/g, ''),
      });
    const line = full ?? [street, city, region, postalCode].filter((part) => part !== undefined).join(', ');
    if (line === '') return {};
    const seat: Address = withoutAbsent({ full: line, street, city, region, postalCode, country });
    return { seat };
  }

  /** @throws Problem `list.unknown-value` for a country that nobody knows. */
  #country(): string | undefined {
    const value = this.text('country');
    if (value === undefined) return this.#mapping.country;
    const code = this.#context.territories.codeOf(value);
    if (code === undefined)
      throw new Problem('list.unknown-value', { ...this.#where, field: this.columnOf('country'), value });
    return code;
  }
}

/** The day that a text of the form names, when there is one. */
function dayIn(text: string, form: DateForm): CalendarDate | undefined {
  const plain = text.normalize('NFKC');
  const pattern = form
    .replace('YYYY', '(?<year>\\d{4})')
    .replace('MM', '(?<month>\\d{1,2})')
    .replace('DD', '(?<day>\\d{1,2})');
  const { year, month, day } = new RegExp(`^${pattern}$`).exec(plain)?.groups ?? {};
  const isoDay = parseCalendarDate(plain);
  if (isoDay !== undefined) return isoDay; // what a workbook's days are read as
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
