// A JSON file in, its value out. Meant for files that fit into memory.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import { readText } from './text-file.ts';

const MAX_BYTES = 256 << 20;

/** @throws Problem `file.unreadable` with the line where it stops being JSON, `file.too-large`, and as `readText` does. */
export async function readJson(file: SourceFile, list: string): Promise<unknown> {
  const text = await readText(file, list, ['utf-8'], MAX_BYTES);
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new Problem('file.unreadable', { list, file: file.name, line: firstBadLine(text), reason: message });
  }
}

/** The first line up to which the text is neither JSON nor the beginning of some; V8 does not always name the place. */
function firstBadLine(text: string): number {
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFineSoFar(text.slice(0, ends[middle]))) low = middle + 1;
    else high = middle;
  }
  return low + 1;
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
