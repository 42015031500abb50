// What a table of learned spellings is made of while it is learned, and its text in `data/names/transliteration`.
import { KIND_SIGNS, LETTERS, STEPS, type Calibration } from '@sekisho/engine/reference/transliteration.ts';

/** Two words as symbol numbers with an edge (0) at both ends. */
export interface Pair {
  readonly source: readonly number[];
  readonly latin: readonly number[];
  /** Numbers of the same source symbols with their characters; 0: none, or one that is not told apart. */
  readonly characters: readonly number[];
  readonly isMatch: boolean;
  /** How often it counts. */
  readonly weight: number;
}

export interface Chunk {
  readonly source: readonly number[];
  readonly latin: readonly number[];
  weight: number;
  /** How often it stands in the pairs that were learned from. */
  readonly count: number;
}

export interface Context {
  readonly kind: ContextKind;
  /** 0: none. */
  readonly symbol: number;
  readonly letter: number;
  /** Number of the chunk, for the contexts of chunks of more than one symbol or letter. */
  readonly chunk?: number;
  readonly key: number;
  /** Symbols with characters for those of the chunk. */
  readonly characters?: readonly number[];
  weight: number;
}

export const contextKinds = [
  'next-kind',
  'before-kind',
  'symbol-next-kind',
  'symbol-before-kind',
  'lost-before-kind',
  'lost-after-kind',
  'gained-before-kind',
  'gained-after-kind',
  'next-letter',
  'before-letter',
  'next-two',
  'chunk-next-kind',
  'chunk-before-kind',
  'chunk-symbol-next-kind',
  'chunk-symbol-before-kind',
  'characters',
] as const;
export type ContextKind = (typeof contextKinds)[number];

export interface LearnedTable {
  /** By number; 0 is the edge. */
  readonly symbols: readonly string[];
  /** Symbols with a character and the number of what they are without it. */
  readonly characters: readonly { readonly symbol: string; readonly parent: number }[];
  readonly firstKind: Uint8Array;
  readonly lastKind: Uint8Array;
  readonly chunks: readonly Chunk[];
  readonly contexts: readonly Context[];
  readonly constants: Pick<Calibration, 'constant' | 'logLength' | 'length'>;
}

const MOST_BYTES = 260_000;

/**
 * The table as text: one row for a symbol (and a letter), with the weights of all its keys. The contexts that say least are
 * left out until it is short enough to be read.
 */
export function tableText(table: LearnedTable, head: readonly string[]): string {
  for (let least = 1 / STEPS; least < 1; least += 1 / STEPS) {
    const text = textOfWeights(table, head, least);
    if (Buffer.byteLength(text) < MOST_BYTES) return text;
  }
  throw new Error('the table is too long');
}

function textOfWeights(table: LearnedTable, head: readonly string[], leastWeight: number): string {
  const { symbols } = table;
  const lines = [...head.map((line) => `# ${line}`), 'kind\tsource\tlatin\tweights'];
  for (let symbol = 1; symbol < symbols.length; symbol++)
    lines.push(`symbol\t${symbols[symbol]}\t\t${kindSigns(table, symbol)}`);
  for (const { symbol, parent } of table.characters)
    lines.push(`symbol\t${symbol} ${symbols[parent]}\t\t${kindSigns(table, parent)}`);
  const groups = new Map<string, string[]>();
  const add = (group: string, key: string, weight: number) => {
    const keys = groups.get(group) ?? [];
    groups.set(group, keys);
    keys.push(`${key}:${inSteps(weight)}`);
  };
  for (const { source, latin, weight } of table.chunks)
    if (source.length <= 1 && latin.length <= 1 && !source.includes(0))
      add(`single\t${nameOf(symbols, source[0] ?? 0)}\t`, letterOf(latin[0] ?? 0, '∅'), weight);
  const chunkName = ({ source, latin }: Chunk) =>
    `${source.map((symbol) => symbols[symbol]).join(' ')}\t${latin.map((letter) => letterOf(letter, '#')).join('')}`;
  for (const chunk of table.chunks)
    if (2 < chunk.source.length + chunk.latin.length || chunk.source[0] === 0)
      groups.set(`chunk\t${chunkName(chunk)}`, [inSteps(chunk.weight)]);
  for (const { kind, symbol, letter, chunk: number, key, characters, weight } of table.contexts) {
    if (Math.abs(weight) < leastWeight) continue;
    const chunk = number === undefined ? undefined : table.chunks[number];
    if (characters && chunk) {
      const names = characters.map((character) => table.characters[character - 1]?.symbol ?? '').join(' ');
      const { latin } = chunk;
      if (characters.length === 1 && latin.length <= 1) add(`single\t${names}\t`, letterOf(latin[0] ?? 0, '∅'), weight);
      else groups.set(`chunk\t${names}\t${latin.map((letter) => letterOf(letter, '#')).join('')}`, [inSteps(weight)]);
      continue;
    }
    const place = chunk ? chunkName(chunk) : `${nameOf(symbols, symbol)}\t${letterOf(letter, '∅')}`;
    add(`${kind}\t${place}`, keyText(kind, key), weight);
  }
  for (const [group, keys] of groups) lines.push(`${group}\t${keys.join(' ')}`);
  return `${lines.join('\n')}\n`;
}

function kindSigns({ firstKind, lastKind }: LearnedTable, symbol: number): string {
  return `${KIND_SIGNS[firstKind[symbol] ?? 9]}${KIND_SIGNS[lastKind[symbol] ?? 9]}`;
}

function nameOf(symbols: readonly string[], symbol: number): string {
  return symbol === 0 ? '∅' : (symbols[symbol] ?? '');
}

function letterOf(letter: number, none: string): string {
  return letter === 0 ? none : String.fromCharCode(96 + letter);
}

function keyText(kind: ContextKind, key: number): string {
  if (kind === 'next-letter' || kind === 'before-letter') return letterOf(key % LETTERS, '#');
  const signs = KIND_SIGNS;
  return kind === 'next-two'
    ? `${signs[Math.floor(key / signs.length)]}${signs[key % signs.length]}`
    : (signs[key] ?? '');
}

function inSteps(weight: number): string {
  return String(Math.round(weight * STEPS));
}
