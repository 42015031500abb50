// A table of learned spellings in, the same weights laid out for the search of the best path out: few arrays, sums made once.
import { KINDS, LETTERS, type TransliterationTable } from '../reference/transliteration.ts';

/** All in steps of 1/16 of a natural-log odd. */
export interface SpellingWeights {
  /**
   * What the letters around a letter add to a symbol beside it, `latinContext * size + symbol`; from `before` on likewise by the letter
   * before; from `chunk` on `CHUNK` numbers for each chunk: its own weight, then what each kind of letter after and before it
   * and of symbol after and before it adds.
   */
  readonly bytes: Int8Array;
  readonly before: number;
  readonly chunk: number;
  /**
   * What the symbols around a symbol add to a letter beside it, by `symbolContext` (`symbol`, kind of the next, kind of the one before) `*
   * 27 + letter`, letter 0 for none; from `lost` on what the letters around its place add to a symbol without a letter, by
   * symbol, kind of the next and of the one before; from `gained` on what the symbols around its place add to a letter
   * without a symbol, likewise.
   */
  readonly sums: Int16Array;
  readonly lost: number;
  readonly gained: number;
}

/** Numbers of a chunk in `SpellingWeights.bytes`. */
export const CHUNK: number = 1 + 4 * KINDS;

const weightsByTable = new WeakMap<TransliterationTable, SpellingWeights>();

/** Made once for every table. */
export function spellingWeights(table: TransliterationTable): SpellingWeights {
  let weights = weightsByTable.get(table);
  if (!weights) weightsByTable.set(table, (weights = { ...bytesOf(table), ...sumsOf(table) }));
  return weights;
}

function bytesOf(table: TransliterationTable): Pick<SpellingWeights, 'bytes' | 'before' | 'chunk'> {
  const { byNextLetters, byLetterBefore, chunkWeights } = table;
  const kinds = [table.chunkNextKind, table.chunkBeforeKind, table.chunkSymbolNextKind, table.chunkSymbolBeforeKind];
  const before = byNextLetters.length;
  const chunk = before + byLetterBefore.length;
  const bytes = new Int8Array(chunk + CHUNK * chunkWeights.length);
  bytes.set(byNextLetters);
  bytes.set(byLetterBefore, before);
  for (let number = 0; number < chunkWeights.length; number++) {
    const place = chunk + CHUNK * number;
    bytes[place] = chunkWeights[number] ?? 0;
    for (const [index, weights] of kinds.entries())
      bytes.set(weights.subarray(KINDS * number, KINDS * (number + 1)), place + 1 + KINDS * index);
  }
  return { bytes, before, chunk };
}

function sumsOf(table: TransliterationTable): Pick<SpellingWeights, 'sums' | 'lost' | 'gained'> {
  const { size } = table;
  const contexts = KINDS * KINDS;
  const lost = size * contexts * LETTERS;
  const gained = lost + size * contexts;
  const sums = new Int16Array(gained + LETTERS * contexts);
  for (let next = 0; next < KINDS; next++)
    for (let before = 0; before < KINDS; before++) {
      const context = next * KINDS + before;
      for (let symbol = 0; symbol < size; symbol++) {
        const [nextRow, beforeRow] = [symbol * KINDS + next, symbol * KINDS + before];
        const row = symbol * contexts + context;
        for (let letter = 0; letter < LETTERS; letter++)
          sums[row * LETTERS + letter] =
            (table.byNextKind[nextRow * LETTERS + letter] ?? 0) +
            (table.byKindBefore[beforeRow * LETTERS + letter] ?? 0);
        sums[lost + row] = (table.lostBeforeKind[nextRow] ?? 0) + (table.lostAfterKind[beforeRow] ?? 0);
      }
      for (let letter = 0; letter < LETTERS; letter++)
        sums[gained + letter * contexts + context] =
          (table.gainedBeforeKind[letter * KINDS + next] ?? 0) + (table.gainedAfterKind[letter * KINDS + before] ?? 0);
    }
  return { sums, lost, gained };
}
