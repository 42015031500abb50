// A JSON file in, its value out. Meant for files that fit into memory.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import { readText } from './text-file.ts';

const MAX_BYTES = 256 << 20;
/** Deeper than any list nests; what reads the value further may go down into it step by step. */
const MAX_DEPTH = 64;

/**
 * The value, which nests at most 64 deep.
 * @throws Problem `file.unreadable` with the line where it stops being JSON, or for one that nests deeper,
 *   `file.too-large`, and as `readText` does.
 */
export async function readJson(file: SourceFile, list: string): Promise<unknown> {
  const text = await readText(file, list, ['utf-8'], MAX_BYTES);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new Problem('file.unreadable', { list, file: file.name, line: firstBadLine(text), reason: message });
  }
  if (nestsDeeper(value, MAX_DEPTH))
    throw new Problem('file.unreadable', { list, file: file.name, reason: `values nest deeper than ${MAX_DEPTH}` });
  return value;
}

/** Level by level, as a value made to exhaust the stack must not be gone into. */
function nestsDeeper(value: unknown, maxDepth: number): boolean {
  let level = [value].filter(isNest);
  for (let depth = 0; depth < maxDepth && 0 < level.length; depth++)
    level = level.flatMap((nest) => Object.values(nest).filter(isNest));
  return 0 < level.length;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The first line up to which the text is neither JSON nor the beginning of some; V8 does not always name the place. */
function firstBadLine(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const lineEnd = text.indexOf('\n', middle);
    if (lineEnd !== -1 && isFineSoFar(text.slice(0, lineEnd))) low = lineEnd + 1;
    else high = middle;
  }
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < low; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function isFineSoFar(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON input|Unterminated string/.test(message) || Number(position ?? -1) >= text.length;
  }
}
