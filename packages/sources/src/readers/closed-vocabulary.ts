// A word of a list and the words we know in, what it means out; a word we do not know stops the import.
import { Problem } from '@sekisho/engine/model/problem.ts';

/** Where a word stands, for the problem: which list and field, and as much of the place as is known. */
export type FieldOfList = {
  readonly list: string;
  readonly field: string;
  readonly file?: string;
  readonly line?: number;
  readonly record?: string;
};

/** @throws Problem `list.unknown-value` with the word and its place. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string, where: FieldOfList): T {
  if (!Object.hasOwn(table, word)) throw new Problem('list.unknown-value', { ...where, value: word });
  return table[word] as T;
}
