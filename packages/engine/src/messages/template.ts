// The text of a sentence in a catalogue in, its parts out: words, facts, what goes by number or kind, what may be left out.

export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  /** `group`: the fact is a word whose sentence is `<group>.<fact>`. */
  | { readonly kind: 'fact'; readonly name: string; readonly group?: string }
  | { readonly kind: 'optional'; readonly parts: readonly TemplatePart[] }
  /** `plural` goes by the number that the fact is, `select` by its word; both have `other`. */
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly cases: ReadonlyMap<string, readonly TemplatePart[]>;
    };

/**
 * A subset of ICU messages, `{name}`, `{n, plural, =0 {…} one {# step} other {# steps}}`, `{kind, select, a {…} other {…}}`, and two
 * things of our own: `{name:group}` and `[…]`, which is left out when one of its facts is not there. Quoting by apostrophes is
 * not part of it. Undefined for a text with braces that do not read so.
 */
export function readTemplate(text: string): readonly TemplatePart[] | undefined {
  const reading = { text, at: 0 };
  const parts = partsUntil('', reading);
  return parts && reading.at === text.length ? parts : undefined;
}

/** The names that a template speaks of, each once, in the order in which they come. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set(namesIn(readTemplate(template) ?? []))];
}

/** Those of `placeholdersOf` without which the sentence cannot be said. */
export function neededPlaceholdersOf(template: string): readonly string[] {
  return [...new Set(namesIn((readTemplate(template) ?? []).filter(({ kind }) => kind !== 'optional')))];
}

function namesIn(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'words') return [];
    if (part.kind === 'optional') return namesIn(part.parts);
    if (part.kind === 'fact') return [part.name];
    return [part.name, ...[...part.cases.values()].flatMap(namesIn)];
  });
}

interface Reading {
  readonly text: string;
  at: number;
}

/** Parts up to the character that ends them, which is passed over; `''`: up to the end of the text. */
function partsUntil(end: '' | ']' | '}', reading: Reading, counted?: string): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let words = '';
  const flush = () => {
    if (words !== '') parts.push({ kind: 'words', text: words });
    words = '';
  };
  for (; reading.at < reading.text.length;) {
    const character = reading.text[reading.at++] ?? '';
    if (character === end) {
      flush();
      return parts;
    }
    if (character === '#' && counted !== undefined) {
      flush();
      parts.push({ kind: 'fact', name: counted });
    } else if (character === '[' && end === '') {
      flush();
      const optional = partsUntil(']', reading);
      if (!optional) return undefined;
      parts.push({ kind: 'optional', parts: optional });
    } else if (character === '{') {
      flush();
      const argument = argumentAt(reading);
      if (!argument) return undefined;
      parts.push(argument);
    } else if (character === '}') return undefined;
    else words += character;
  }
  flush();
  return end === '' ? parts : undefined;
}

function argumentAt(reading: Reading): TemplatePart | undefined {
  const [whole = '', name = '', group, kind] =
    match(/([A-Za-z][A-Za-z0-9]*)(?::([a-z-]+))?(?:\s*,\s*(plural|select)\s*,)?/y, reading) ?? [];
  if (whole === '') return undefined;
  if (kind === undefined) {
    if (reading.text[reading.at++] !== '}') return undefined;
    return { kind: 'fact', name, ...(group !== undefined && { group }) };
  }
  const cases = new Map<string, readonly TemplatePart[]>();
  for (;;) {
    const [, key] = match(/\s*(=\d+|[A-Za-z][\w-]*)\s*\{/y, reading) ?? [];
    if (key === undefined) break;
    const parts = partsUntil('}', reading, kind === 'plural' ? name : undefined);
    if (!parts || cases.has(key)) return undefined;
    cases.set(key, parts);
  }
  if (!match(/\s*\}/y, reading) || !cases.has('other')) return undefined;
  return { kind: kind === 'plural' ? 'plural' : 'select', name, cases };
}

function match(pattern: RegExp, reading: Reading): RegExpExecArray | undefined {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text);
  if (found) reading.at = pattern.lastIndex;
  return found ?? undefined;
}
