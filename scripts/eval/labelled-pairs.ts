// A CSV file of labelled name pairs in, its pairs out.
import type { Schema } from '@sekisho/engine/model/entity.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { readRows } from '@sekisho/engine/testing/name-cases.ts';

export interface LabelledPair {
  readonly schema: Schema;
  readonly name1: string;
  readonly name2: string;
  readonly isMatch: boolean;
  readonly category: string;
  /** STRONG, MEDIUM or WEAK, where the set says so. */
  readonly tier?: string;
  /** What another matcher gives the pair, where the set says so. */
  readonly peerScore?: number;
}

/** @throws Error for a row without a schema or a label that is known. */
export function readPairs(file: string): LabelledPair[] {
  return readRows(file).map((row, index): LabelledPair => {
    const { schema: word, name1 = '', name2 = '', is_match: label = '', category = '', quality, ...others } = row;
    const schema = schemata.find((known) => known === word);
    if (!schema || (label !== 'true' && label !== 'false'))
      throw new Error(`${file}: record ${index + 1}: schema “${word ?? ''}”, is_match “${label}”`);
    const peer = others['peer_logicv2_score'] ?? '';
    return {
      schema,
      name1,
      name2,
      isMatch: label === 'true',
      category,
      ...(quality !== undefined && { tier: quality }),
      ...(peer !== '' && { peerScore: Number(peer) }),
    };
  });
}
