// A YAML file of words beside an importer and the shape it must have in; the words, checked, out.
import { readFileSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { parse } from 'yaml';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';

/** @throws Problem `reference.invalid` with the file, the field and the reason. */
export function readVocabulary<T extends TSchema>(file: URL, shape: T): Static<T> {
  const name = file.pathname.split('/').slice(-2).join('/');
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Problem('reference.invalid', { file: name, reason: (error as Error).message }, { cause: error });
  }
  return parseShape(shape, value, 'reference.invalid', { file: name });
}
