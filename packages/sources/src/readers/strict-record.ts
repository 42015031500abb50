// A row's values in, each taken or named as ignored; what is left over stops the import.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from './file-of-list.ts';

/**
 * The columns of a file, known once, and what stands for "nothing" in it. `recordAt` gives the record of a row.
 * @throws Problem `list.unknown-column` when a column has no name or two have the same.
 */
export class RecordLayout {
  readonly where: FileOfList;
  readonly columns: readonly string[];
  /** Beside the empty text. */
  readonly nulls: ReadonlySet<string>;
  readonly indexOf: ReadonlyMap<string, number>;

  /** @param nulls texts that mean "no value" beside the empty one, trimmed: OFAC's `-0-`. */
  constructor(where: FileOfList, columns: readonly string[], nulls: readonly string[] = [], line?: number) {
    this.where = where;
    this.columns = columns;
    this.nulls = new Set(nulls);
    const indexOf = new Map(columns.map((column, index) => [column, index] as const));
    columns.forEach((column, index) => {
      if (column === '' || indexOf.get(column) !== index)
        throw new Problem('list.unknown-column', {
          ...where,
          line,
          column,
          reason: column === '' ? `column ${index + 1} has no name` : 'two columns have this name',
        });
    });
    this.indexOf = indexOf;
  }

  recordAt(line: number, values: readonly string[]): StrictRecord {
    return new StrictRecord(this, line, values);
  }
}

/** One row. Values come out trimmed. */
export class StrictRecord {
  readonly line: number;
  readonly #layout: RecordLayout;
  readonly #values: readonly string[];
  readonly #isTaken: Uint8Array;

  constructor(layout: RecordLayout, line: number, values: readonly string[]) {
    this.line = line;
    this.#layout = layout;
    this.#values = values;
    this.#isTaken = new Uint8Array(layout.columns.length);
  }

  /** Where this record stands, for problems. */
  get where(): FileOfList & { readonly line: number } {
    return { ...this.#layout.where, line: this.line };
  }

  /** A value that must be there. @throws Problem `list.missing-field`. */
  take(column: string): string {
    const value = this.takeOptional(column);
    if (value === undefined) throw new Problem('list.missing-field', { ...this.where, column });
    return value;
  }

  /** A value, or undefined where the row has none. @throws Problem `list.missing-field` when the file has no such column. */
  takeOptional(column: string): string | undefined {
    const index = this.#markTaken(column);
    const value = (this.#values[index] ?? '').trim();
    const { nulls } = this.#layout;
    return value === '' || (0 < nulls.size && nulls.has(value)) ? undefined : value;
  }

  /** As `takeOptional`, with the white space around it: for a text that goes on in another row or file. */
  takeWhole(column: string): string | undefined {
    return this.takeOptional(column) === undefined ? undefined : this.#values[this.#markTaken(column)];
  }

  /** Leaves a column out on purpose; the reason stands in `source.yml`. */
  ignore(...columns: readonly string[]): void {
    for (const column of columns) this.#markTaken(column);
  }

  /** @throws Problem `list.unknown-column` naming the first column that was neither taken nor ignored. */
  done(): void {
    const left = this.#isTaken.indexOf(0);
    if (left !== -1)
      throw new Problem('list.unknown-column', { ...this.where, column: this.#layout.columns[left] ?? '' });
  }

  #markTaken(column: string): number {
    const index = this.#layout.indexOf.get(column);
    if (index === undefined)
      throw new Problem('list.missing-field', { ...this.where, column, reason: 'the file has no such column' });
    this.#isTaken[index] = 1;
    return index;
  }
}
