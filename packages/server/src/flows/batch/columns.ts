// The headers of a table and what somebody says of them in, what each column is read as out.
import { batchFields, fieldsOfOneColumn, type BatchField } from '@sekisho/engine/model/batch.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { BatchColumns } from '@sekisho/engine/reference/batch-columns.ts';

export interface ColumnReading {
  readonly column: string;
  /** Absent: the column is kept, and not read. */
  readonly field?: BatchField;
}

/** What a name can be made of. */
const nameFields: readonly BatchField[] = ['name', 'first-name', 'last-name'];

/**
 * One reading for each column, in order. What is given stands over what is guessed from the header; of two columns guessed to
 * be what only one can be, the first is.
 * @param given `column=field` of each; the field `-` for a column that is not to be read.
 * @throws Problem `command.usage` for a column or field that is not there, `batch.no-name` when no column holds a name.
 */
export function columnReadings(
  columns: readonly string[],
  given: readonly string[],
  known: BatchColumns,
  file: string,
): readonly ColumnReading[] {
  const readings = guessedReadings(columns, given, known);
  if (!readings.some(({ field }) => field !== undefined && nameFields.includes(field)))
    throw new Problem('batch.no-name', { file, columns: columns.slice(0, SHOWN_COLUMNS).join(', ') });
  return readings;
}

/** The same where nobody has said yet what the columns hold: a table without a name is none the worse. @throws Problem `command.usage` */
export function guessedReadings(
  columns: readonly string[],
  given: readonly string[],
  known: BatchColumns,
): readonly ColumnReading[] {
  const said = new Map(given.map((text) => saidOf(text, columns)));
  const guessed = columns.map((column, place) => (said.has(place) ? undefined : known.fieldOf(column)));
  const all = [...guessed, ...said.values()];
  if (all.includes('first-name') && !all.includes('last-name')) {
    const place = columns.findIndex((column, at) => guessed[at] === 'name' && known.isFamilyBesideGiven(column));
    if (place !== -1) guessed[place] = 'last-name';
  }
  const taken = new Set(said.values());
  return columns.map((column, place): ColumnReading => {
    const field = said.has(place) ? said.get(place) : guessed[place];
    if (field === undefined) return { column };
    if (!said.has(place) && fieldsOfOneColumn.has(field)) {
      if (taken.has(field)) return { column };
      taken.add(field);
    }
    return { column, field };
  });
}

const SHOWN_COLUMNS = 60;

function saidOf(text: string, columns: readonly string[]): readonly [place: number, field: BatchField | undefined] {
  const at = text.lastIndexOf('=');
  const [column, word] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (at === -1) throw usage(`--map ${text}: it must be column=field`);
  const exact = columns.indexOf(column);
  const place =
    exact === -1 ? columns.findIndex((known) => known.toLowerCase() === column.toLowerCase() && column !== '') : exact;
  if (place === -1) throw usage(`--map ${text}: the columns are ${columns.slice(0, SHOWN_COLUMNS).join(', ')}`);
  if (word === '' || word === '-') return [place, undefined];
  const field = batchFields.find((known) => known === word.toLowerCase().replaceAll('_', '-'));
  if (field === undefined) throw usage(`--map ${text}: a column can be ${batchFields.join(', ')}, or - for nothing`);
  return [place, field];
}

function usage(reason: string): Problem {
  return new Problem('command.usage', { reason });
}
