// The reader of YAML files of words in, the same out for the lists.
export { readVocabulary } from '../readers/vocabulary-file.ts';
