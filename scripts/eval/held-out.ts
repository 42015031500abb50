// The heads of learned tables in, what they reached on pairs that they had not learned from out.
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';

/** Recall at 1 % false positives by set, as the trainer wrote it into the head of the table that it shipped. */
export function heldOutRecall(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [file, text] of referenceFiles) {
    // tables that several scripts share were learned from many sets; a set's figure is that of its own table
    if (!/^names\/(?:transliteration\/|japanese-weights)/.test(file) || file.endsWith('romanised.tsv')) continue;
    for (const [, line = ''] of text.matchAll(/^# Held out[^:]*: (.*)$/gm))
      for (const [, set = '', recall = ''] of line.matchAll(/(\w+_\w+) (\d\.\d+)/g)) found.set(set, Number(recall));
  }
  return found;
}
