// The YAML text of a column mapping in, its checked value out; a problem says on which line.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { LineCounter, parseDocument, visit, type Document } from 'yaml';

/** Hundreds of times what the columns of a table need. */
const MAX_CHARS = 1 << 20;

/** Maps of texts, numbers and lists, each written where it stands; and nothing to the standard error. */
const plainYaml = {
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: true,
  logLevel: 'error',
} as const;

/**
 * What `check` makes of the value in `text`. A column may be given by its target alone: `氏名: name` for `氏名: { to: name }`.
 * @param file its name, for problems.
 * @param check throws Problem `mapping.invalid` with `field` (JSON pointer); the line is added.
 * @throws Problem `mapping.invalid` with file, line, field and reason.
 */
export function readMappingText<T>(text: string, file: string, check: (value: unknown) => T): T {
  if (MAX_CHARS < text.length)
    throw new Problem('mapping.invalid', { file, reason: `is longer than ${MAX_CHARS} characters` });
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { ...plainYaml, lineCounter: lines });
    refuseUnplain(document, lines, file);
    try {
      const value: unknown = document.toJS({ maxAliasCount: 0 });
      return check(withFullColumns(value));
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      const line = lineOf(document, lines, String(cause.facts['field'] ?? ''));
      throw new Problem('mapping.invalid', { ...cause.facts, line }, { cause });
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Problem('mapping.invalid', { file, reason: 'nests too deep' }, { cause });
  }
}

/** Errors; tags and directives nobody knows, of which YAML only warns; and aliases, which can nest without end. */
function refuseUnplain(document: Document, lines: LineCounter, file: string): void {
  const fail = (offset: number, reason: string): never => {
    throw new Problem('mapping.invalid', { file, line: lines.linePos(offset).line, reason });
  };
  for (const { pos, message } of [...document.errors, ...document.warnings]) fail(pos[0], message.split('\n')[0] ?? '');
  visit(document, {
    Alias: (_, { range }) => fail(range?.[0] ?? 0, 'an alias ("*x") stands for another place; write it out'),
  });
}

function withFullColumns(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('columns' in value)) return value;
  const { columns } = value;
  if (typeof columns !== 'object' || columns === null) return value;
  const full = Object.entries(columns).map(([name, column]: [string, unknown]) => [
    name,
    typeof column === 'string' ? { to: column } : column,
  ]);
  return { ...value, columns: Object.fromEntries(full) as unknown };
}

/** The line of the deepest part of `pointer` that is there. */
function lineOf(document: Document, lines: LineCounter, pointer: string): number {
  const path = pointer.split('/').slice(1);
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
  }
  return 1;
}
