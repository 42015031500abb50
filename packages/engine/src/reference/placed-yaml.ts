// The text of a YAML file that an installation brings in, its value out, and problems with it that name file, line and field.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { Problem, type ProblemCode, type ProblemFacts } from '../model/problem.ts';

/** Ends reading with the problem. @param pointer the field, as a JSON pointer. */
export type Fail = (pointer: string, reason: string, facts?: ProblemFacts) => never;

export interface PlacedYaml {
  readonly value: unknown;
  readonly fail: Fail;
}

const MAX_CHARS = 1_000_000;
const MAX_ALIASES = 20;

/** @throws Problem `code` with `file`, `line`, `field` and `reason`: not YAML, too long, too many aliases. */
export function readPlacedYaml(text: string, file: string, code: ProblemCode): PlacedYaml {
  const failAt = (line: number, field: string, reason: string, facts: ProblemFacts = {}): never => {
    throw new Problem(code, { file, line, field, reason, ...facts });
  };
  if (MAX_CHARS < text.length) failAt(1, '/', `the file is longer than ${MAX_CHARS} characters`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = [...document.errors, ...document.warnings];
  if (error) failAt(lines.linePos(error.pos[0]).line, '/', error.message.split('\n')[0] ?? '');
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (reason) {
    failAt(1, '/', (reason as Error).message);
  }
  return { value, fail: (pointer, reason, facts) => failAt(lineOf(document, lines, pointer), pointer, reason, facts) };
}

/** The line of the place a JSON pointer names, or of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, pointer: string): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const at = isSeq(node) ? (next as Node | undefined)?.range : (pair?.key as Node | undefined)?.range;
    if (!at) break;
    offset = at[0];
    node = next;
  }
  return lines.linePos(offset).line;
}
