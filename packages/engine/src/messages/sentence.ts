// A message catalogue, a code and its facts in, one sentence for a reader out.

/** `data/messages/<lang>.json`: sentences by code. */
export type MessageCatalogue = Readonly<Record<string, string>>;

export type SentenceFacts = Readonly<Record<string, unknown>>;

/**
 * The catalogue's sentence for `code` with the facts in it:
 * - `{name}`: the fact; `{status:legal-status}`: the sentence of `legal-status.<value>`, or the value where there is none;
 * - `[ in line {line}]`: left out when one of its facts is missing or empty.
 *
 * A code that the catalogue lacks, or a fact that is missing outside brackets, gives the code and the facts as they are:
 * nothing is hidden and nothing is thrown.
 */
export function sentence(catalogue: MessageCatalogue, code: string, facts: SentenceFacts = {}): string {
  const template = wordOf(catalogue, code);
  if (template === undefined) return bare(code, facts);
  const parts = template.split(/(\[[^[\]]*\])/).map((part) => {
    const isOptional = part.startsWith('[') && part.endsWith(']');
    return isOptional ? (filled(part.slice(1, -1), catalogue, facts) ?? '') : filled(part, catalogue, facts);
  });
  return parts.includes(undefined) ? bare(code, facts) : parts.join('');
}

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)(?::([a-z-]+))?\}/g;

/** The names that a template speaks of. */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].map(([, name = '']) => name);
}

function filled(template: string, catalogue: MessageCatalogue, facts: SentenceFacts): string | undefined {
  if (placeholdersOf(template).some((name) => factText(facts, name) === '')) return undefined;
  return template.replace(placeholder, (_, name: string, group: string | undefined) => {
    const value = factText(facts, name);
    return group === undefined ? value : (wordOf(catalogue, `${group}.${value}`) ?? value);
  });
}

function wordOf(catalogue: MessageCatalogue, code: string): string | undefined {
  return Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
}

function bare(code: string, facts: SentenceFacts): string {
  const known = Object.keys(facts).filter((name) => factText(facts, name) !== '');
  return known.length === 0 ? code : `${code} (${known.map((name) => `${name}: ${factText(facts, name)}`).join(', ')})`;
}

/** `''` for a fact that is not there. */
function factText(facts: SentenceFacts, name: string): string {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}
