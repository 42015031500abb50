// The words of addresses in Latin letters of `data/` in, tables that the comparison asks out.
import Type from 'typebox';
import { parseShape } from '../model/shape.ts';
import { readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

export interface LatinAddressReference {
  /** The word that one is compared under. */
  readonly wordOf: ReadonlyMap<string, string>;
  readonly leftOut: ReadonlySet<string>;
}

const FILE = 'addresses/latin-address-words.yml';
const words = Type.Array(Type.String({ minLength: 1 }));
const LatinWordsShape = Type.Object(
  { equal: Type.Record(Type.String(), words), leftOut: Type.Array(words) },
  { additionalProperties: false },
);

/** @throws Problem `reference.invalid`. */
export function buildLatinAddresses(files: ReferenceFiles): LatinAddressReference {
  const { equal, leftOut } = parseShape(LatinWordsShape, readYaml(files, FILE), 'reference.invalid', { file: FILE });
  return {
    wordOf: new Map(Object.entries(equal).flatMap(([word, others]) => others.map((other) => [other, word] as const))),
    leftOut: new Set(leftOut.flat()),
  };
}
