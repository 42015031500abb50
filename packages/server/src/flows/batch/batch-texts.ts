// How codes become sentences in, the texts of the files that a batch writes out.
import type { BatchNote } from '@sekisho/engine/model/batch.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { pairReasons } from '../pair-reason.ts';
import type { BatchTexts } from './written-rows.ts';

export function batchTexts(say: (code: string, facts: ProblemFacts) => string): BatchTexts {
  const note = (word: BatchNote, facts: ProblemFacts) => say(`batch-note.${word}`, facts);
  return {
    note,
    fault: (fault, facts) => say(`batch-row.${fault}`, facts),
    reasonOf: ({ pairs, nameOnly, disputedBy }) =>
      [
        pairReasons(pairs, say),
        ...(disputedBy.length > 0 ? [note('disputed', { factors: disputedBy.join(', ') })] : []),
        ...(nameOnly ? [note('name-only', {})] : []),
      ].join('; '),
  };
}
