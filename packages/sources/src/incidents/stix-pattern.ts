// The pattern of a STIX indicator in, the values that it asks for out; or why it is not understood.
import type { IndicatorType } from '@sekisho/engine/model/incident.ts';

export interface PatternValue {
  readonly type: IndicatorType;
  readonly value: string;
}

/** Object paths (STIX 2.1, part 9) whose values an application can state, or that are kept to be read. */
const typeByPath: Readonly<Record<string, IndicatorType>> = {
  'domain-name:value': 'domain',
  'ipv4-addr:value': 'ip',
  'ipv6-addr:value': 'ip',
  'email-addr:value': 'mail',
  'email-message:from_ref.value': 'mail',
  'email-message:sender_ref.value': 'mail',
  'url:value': 'url',
  'user-account:user_id': 'account',
  'user-account:account_login': 'account',
};

/**
 * Comparisons with `=`, `IN` and `ISSUBSET` (of networks), joined by AND and OR, in one observation or several. Each value counts by
 * itself: an order states one side of an attack at most. A pattern with anything else is not taken in part.
 */
export function patternValues(pattern: string): readonly PatternValue[] | { readonly reason: string } {
  const tokens = tokensOf(pattern);
  if (!Array.isArray(tokens)) return { reason: tokens };
  const reader = new PatternReader(tokens);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof NotUnderstood) return { reason: error.message };
    throw error;
  }
}

/** Within this file: turned into a reason before it leaves. */
class NotUnderstood extends Error {}

type Token = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'sign'; readonly text: string };

const TOKEN =
  /\s*(?:'((?:[^'\\]|\\['\\])*)'|([[\]()=,]|!=|<=|>=|<|>)|([A-Za-z][\w-]*:[\w.'\-[\]*]+?(?=[\s=!<>]|$))|([A-Za-z]+|\d+(?:\.\d+)?))/y;

function tokensOf(pattern: string): Token[] | string {
  const tokens: Token[] = [];
  const text = pattern.trim();
  if (MAX_PATTERN < text.length) return `the pattern is longer than ${String(MAX_PATTERN)} characters`;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) return `"${text.slice(from, from + 20).trim()}" is not understood`;
    const [, quoted, sign, path, bare] = found;
    tokens.push(
      quoted === undefined
        ? { kind: 'sign', text: sign ?? path ?? bare ?? '' }
        : { kind: 'text', text: quoted.replace(/\\(['\\])/g, '$1') },
    );
  }
  return tokens;
}

const MAX_PATTERN = 100_000;
const MAX_DEPTH = 50;

class PatternReader {
  readonly #tokens: readonly Token[];
  readonly #values: PatternValue[] = [];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): readonly PatternValue[] {
    this.#observations(0);
    if (this.#at < this.#tokens.length) throw this.#refused();
    return this.#values;
  }

  #observations(depth: number): void {
    this.#joined(['AND', 'OR'], depth, () => {
      if (this.#takes('(')) {
        this.#observations(depth + 1);
        this.#needs(')');
      } else {
        this.#needs('[');
        this.#comparisons(depth + 1);
        this.#needs(']');
      }
    });
  }

  #comparisons(depth: number): void {
    this.#joined(['AND', 'OR'], depth, () => {
      if (this.#takes('(')) {
        this.#comparisons(depth + 1);
        this.#needs(')');
      } else this.#comparison();
    });
  }

  #joined(words: readonly string[], depth: number, one: () => void): void {
    if (MAX_DEPTH < depth) throw new NotUnderstood('it is nested too deeply');
    do one();
    while (words.some((word) => this.#takes(word)));
  }

  #comparison(): void {
    const path = this.#next('sign');
    const type = /^file:hashes\b/.test(path) ? 'file-hash' : typeByPath[path];
    if (type === undefined) throw new NotUnderstood(`nothing an application states is at "${path}"`);
    if (this.#takes('=') || (type === 'ip' && this.#takes('ISSUBSET'))) this.#add(type, this.#next('text'));
    else if (this.#takes('IN')) {
      this.#needs('(');
      do this.#add(type, this.#next('text'));
      while (this.#takes(','));
      this.#needs(')');
    } else throw this.#refused();
  }

  #add(type: IndicatorType, value: string): void {
    this.#values.push({ type, value });
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #needs(text: string): void {
    if (!this.#takes(text)) throw this.#refused(`where "${text}" should stand`);
  }

  #next(kind: Token['kind']): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) throw this.#refused();
    this.#at++;
    return token.text;
  }

  #refused(where = ''): NotUnderstood {
    const token = this.#tokens[this.#at];
    return new NotUnderstood(token ? `"${token.text}" is not understood ${where}`.trim() : `it ends ${where}`.trim());
  }
}
