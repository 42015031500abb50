// A word of a US list in, whether it is a state of the United States out.
import Type from 'typebox';
import { readVocabulary } from '../readers/vocabulary-file.ts';

const vocabulary = readVocabulary(
  new URL('./us-states.yml', import.meta.url),
  Type.Object({ states: Type.String({ pattern: '^[A-Z]{2}(?: [A-Z]{2})*$' }) }, { additionalProperties: false }),
);
const states = new Set(vocabulary.states.split(' '));

/** `TX`, in capitals, and the federal district and territories. */
export function isUsState(word: string | undefined): boolean {
  return word !== undefined && states.has(word);
}
