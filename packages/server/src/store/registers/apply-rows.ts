// Rows of a register in their order and the file of an edition in, the file with the rows applied and what changed out.
import type { DatabaseSync } from 'node:sqlite';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { bucketOf } from './register-buckets.ts';
import { NameKeyTable, type NameKeysOf } from './name-key-table.ts';
import { isDeletion, rowOfText, statesTheSame, textOfRow } from './register-row-text.ts';

/**
 * Applies rows one after the other: a latest one takes the place of what stands, which becomes history; one that is not
 * latest is history; a deletion leaves history alone, and where it states no name, what was last known stands in it. What is stated twice is kept once.
 */
export class RowApplier {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #nameKeys: NameKeyTable;
  /** Numbers met in a file that had rows before, with the row that stood then. */
  readonly #before: Map<string, string | undefined> | undefined;
  readonly #changed = new Set<string>();
  readonly buckets = new Set<string>();

  /** @param isDiff the file has rows already; without, nobody can have changed or removed anything. */
  constructor(database: DatabaseSync, nameKeysOf: NameKeysOf, isDiff: boolean) {
    this.#statements = prepare(database);
    this.#nameKeys = new NameKeyTable(database, nameKeysOf);
    this.#before = isDiff ? new Map() : undefined;
  }

  apply(row: RegisterRow): void {
    const { number } = row;
    const text = textOfRow(row);
    this.touch(number);
    if (isDeletion(row)) {
      const deletion = row.name === '' ? this.#withLastKnown(row) : row;
      this.#retire(number);
      this.#statements.remove.run(number);
      if (deletion) this.#rememberLast(number, textOfRow(deletion));
      return;
    }
    this.#nameKeys.add(row);
    if (!row.latest) this.#remember(number, text);
    else if (this.#statements.add.run(number, text).changes === 0) {
      this.#retire(number, text);
      this.#statements.replace.run(text, number);
    }
  }

  /** To be said of a number before anything is done to it. */
  touch(number: string): void {
    this.buckets.add(bucketOf(number));
    if (this.#before && !this.#before.has(number)) this.#before.set(number, this.#standing(number));
  }

  /** What is stated of the company beside its row has changed. */
  noteChange(number: string): void {
    if (this.#before) this.#changed.add(number);
  }

  finish(): void {
    this.#nameKeys.finish();
  }

  /** Numbers that came, went, or whose standing row states something else; undefined without rows before. */
  delta(): { added: string[]; changed: string[]; removed: string[] } | undefined {
    if (!this.#before) return undefined;
    const delta = { added: [] as string[], changed: [] as string[], removed: [] as string[] };
    for (const number of [...this.#before.keys()].sort()) {
      const [before, after] = [this.#before.get(number), this.#standing(number)];
      if (before === undefined && after !== undefined) delta.added.push(number);
      else if (before !== undefined && after === undefined) delta.removed.push(number);
      else if (before !== undefined && after !== undefined)
        if (this.#changed.has(number) || !statesTheSame(before, after)) delta.changed.push(number);
    }
    return delta;
  }

  #standing(number: string): string | undefined {
    return this.#statements.standing.get(number)?.['row'] as string | undefined;
  }

  /** Undefined for a number that was never held: nothing is taken back. */
  #withLastKnown(deletion: RegisterRow): RegisterRow | undefined {
    const text = this.#standing(deletion.number) ?? this.#statements.history.all(deletion.number).at(-1)?.['row'];
    if (text === undefined) return undefined;
    const known = rowOfText(deletion.number, String(text));
    const { name, nameIsSubstitute, addressIsSubstitute } = known;
    return { ...known, ...deletion, name, nameIsSubstitute, addressIsSubstitute };
  }

  /** The standing row becomes history, unless its successor states the same. */
  #retire(number: string, successor?: string): void {
    const standing = this.#standing(number);
    if (standing === undefined || (successor !== undefined && statesTheSame(standing, successor))) return;
    this.#remember(number, textOfRow({ ...rowOfText(number, standing), latest: false }));
  }

  #remember(number: string, text: string): void {
    const known = this.#statements.history.all(number) as { position: number; row: string }[];
    if (known.some(({ row }) => statesTheSame(row, text))) return;
    this.#statements.remember.run(number, (known.at(-1)?.position ?? 0) + 1, text);
  }

  /** A deletion ends the history even when an earlier one said the same: the number came back in between. */
  #rememberLast(number: string, text: string): void {
    const last = this.#statements.history.all(number).at(-1) as { position: number; row: string } | undefined;
    if (last && statesTheSame(last.row, text)) return;
    this.#statements.remember.run(number, (last?.position ?? 0) + 1, text);
  }
}

function prepare(database: DatabaseSync) {
  return {
    standing: database.prepare('select row from current where number = ?'),
    history: database.prepare('select position, row from history where number = ? order by position'),
    add: database.prepare('insert or ignore into current (number, row) values (?, ?)'),
    replace: database.prepare('update current set row = ? where number = ?'),
    remove: database.prepare('delete from current where number = ?'),
    remember: database.prepare('insert into history (number, position, row) values (?, ?, ?)'),
  };
}
