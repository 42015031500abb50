// A message catalogue, a code and its facts in, one sentence for a reader out.
import type { Conventions } from './conventions.ts';
import { readTemplate, type TemplatePart } from './template.ts';

/** `data/messages/<lang>.json`: sentences by code. */
export type MessageCatalogue = Readonly<Record<string, string>>;

export type SentenceFacts = Readonly<Record<string, unknown>>;

/**
 * The catalogue's sentence for `code` with the facts in it:
 * - `{name}`: the fact; `{status:legal-status}`: the sentence of `legal-status.<value>`, or the value where there is none;
 * - `{steps, plural, one {# step} other {# steps}}`, `{kind, select, …}`: as ICU messages have them;
 * - `[ in line {line}]`: left out when one of its facts is missing or empty; there is no line 0.
 *
 * Punctuation at the end of a fact is not said twice: what a fact ends with gives way to what the sentence goes on with.
 *
 * A code that the catalogue lacks, or a fact that is missing outside brackets, gives the code and the facts as they are:
 * nothing is hidden and nothing is thrown.
 * @param conventions how days and numbers are written; without them they stand as they are.
 */
export function sentence(
  catalogue: MessageCatalogue,
  code: string,
  facts: SentenceFacts = {},
  conventions?: Conventions,
): string {
  const template = wordOf(catalogue, code);
  const parts = template === undefined ? undefined : readTemplate(template);
  const pieces = parts && filled(parts, { catalogue, facts, conventions });
  return pieces ? joined(pieces, conventions) : bare(code, facts);
}

interface Piece {
  readonly text: string;
  readonly isFact: boolean;
}

interface Filling {
  readonly catalogue: MessageCatalogue;
  readonly facts: SentenceFacts;
  readonly conventions: Conventions | undefined;
}

/** Undefined when a fact is not there. */
function filled(parts: readonly TemplatePart[], filling: Filling): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const made = pieceOf(part, filling);
    if (made) pieces.push(...made);
    else if (part.kind !== 'optional') return undefined;
  }
  return pieces;
}

function pieceOf(part: TemplatePart, filling: Filling): readonly Piece[] | undefined {
  const { catalogue, facts, conventions } = filling;
  if (part.kind === 'words') return [{ text: part.text, isFact: false }];
  if (part.kind === 'optional') return filled(part.parts, filling);
  const value = factText(facts, part.name);
  if (value === '') return undefined;
  if (part.kind === 'fact') {
    const word = part.group === undefined ? undefined : wordOf(catalogue, `${part.group}.${value}`);
    if (word !== undefined) return [{ text: word, isFact: false }];
    const given = facts[part.name];
    const isPlain = typeof given === 'string' || typeof given === 'number';
    return [{ text: conventions && isPlain ? conventions.text(given) : value, isFact: true }];
  }
  const { cases } = part;
  const chosen =
    part.kind === 'select'
      ? cases.get(value)
      : (cases.get(`=${value}`) ?? cases.get(conventions?.plural(Number(value)) ?? englishPlural(value)));
  return filled(chosen ?? cases.get('other') ?? [], filling);
}

/** Where no conventions are asked for, the sentence is in English. */
const englishPlural = (count: string) => (count === '1' ? 'one' : 'other');

function joined(pieces: readonly Piece[], conventions: Conventions | undefined): string {
  let sentence = '';
  for (const { text, isFact } of pieces.toReversed()) {
    const fact = isFact ? withoutEnd(text, sentence) : text;
    sentence = (isFact && conventions ? conventions.isolated(fact) : fact) + sentence;
  }
  return sentence;
}

/** "column 764:" before a full stop is "column 764"; "Co., Ltd." keeps its point before a comma. */
function withoutEnd(fact: string, rest: string): string {
  const end = /^[.。]/u.test(rest) ? /[\s.:;,。]+$/u : /^[,:;،؛、:]/u.test(rest) ? /[\s:;,]+$/u : undefined;
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
