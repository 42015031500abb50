// A message catalogue, a code and its facts in, one sentence for a reader out.

/** `data/messages/<lang>.json`: sentences by code. */
export type MessageCatalogue = Readonly<Record<string, string>>;

export type SentenceFacts = Readonly<Record<string, unknown>>;

/**
 * The catalogue's sentence for `code` with the facts in it:
 * - `{name}`: the fact; `{status:legal-status}`: the sentence of `legal-status.<value>`, or the value where there is none;
 * - `[ in line {line}]`: left out when one of its facts is missing or empty; there is no line 0.
 *
 * Punctuation at the end of a fact is not said twice: what a fact ends with gives way to what the sentence goes on with.
 *
 * A code that the catalogue lacks, or a fact that is missing outside brackets, gives the code and the facts as they are:
 * nothing is hidden and nothing is thrown.
 */
export function sentence(catalogue: MessageCatalogue, code: string, facts: SentenceFacts = {}): string {
  const template = wordOf(catalogue, code);
  if (template === undefined) return bare(code, facts);
  const parts = template.split(/(\[[^[\]]*\])/).map((part) => {
    const isOptional = part.startsWith('[') && part.endsWith(']');
    return isOptional ? (filled(part.slice(1, -1), catalogue, facts) ?? []) : filled(part, catalogue, facts);
  });
  const pieces = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? bare(code, facts) : joined(pieces);
}

interface Piece {
  readonly text: string;
  readonly isFact: boolean;
}

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)(?::([a-z-]+))?\}/g;

/** The names that a template speaks of. */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].map(([, name = '']) => name);
}

function filled(template: string, catalogue: MessageCatalogue, facts: SentenceFacts): readonly Piece[] | undefined {
  if (placeholdersOf(template).some((name) => factText(facts, name) === '')) return undefined;
  let end = 0;
  const pieces = [...template.matchAll(placeholder)].flatMap(({ 0: whole, 1: name = '', 2: group, index }): Piece[] => {
    const value = factText(facts, name);
    const text = group === undefined ? value : (wordOf(catalogue, `${group}.${value}`) ?? value);
    const before = template.slice(end, index);
    end = index + whole.length;
    return [
      { text: before, isFact: false },
      { text, isFact: true },
    ];
  });
  return [...pieces, { text: template.slice(end), isFact: false }];
}

function joined(pieces: readonly Piece[]): string {
  let sentence = '';
  for (const { text, isFact } of pieces.toReversed())
    sentence = (isFact ? withoutEnd(text, sentence) : text) + sentence;
  return sentence;
}

/** "column 764:" before a full stop is "column 764"; "Co., Ltd." keeps its point before a comma. */
function withoutEnd(fact: string, rest: string): string {
  const end = rest.startsWith('.') ? /[\s.:;,]+$/u : /^[,:;]/u.test(rest) ? /[\s:;,]+$/u : undefined;
  return (end && fact.replace(end, '')) || fact;
}

function wordOf(catalogue: MessageCatalogue, code: string): string | undefined {
  return Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
}

function bare(code: string, facts: SentenceFacts): string {
  const known = Object.keys(facts).filter((name) => factText(facts, name) !== '');
  return known.length === 0 ? code : `${code} (${known.map((name) => `${name}: ${factText(facts, name)}`).join(', ')})`;
}

/** `''` for a fact that is not there; lines are counted from 1. */
function factText(facts: SentenceFacts, name: string): string {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (name === 'line' && value === 0) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}
