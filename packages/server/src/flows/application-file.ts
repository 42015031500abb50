// The file of an application in, the value that stands in it out; not yet held against the shape of an application.
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { readWhole } from '@sekisho/sources/readers/read-whole.ts';

/** An application is a form, not an archive. */
export const MAX_APPLICATION_BYTES = 4_000_000;
/** YAML aliases can blow a short text up; a form needs few. */
const MAX_ALIASES = 100;

/** @throws Problem `file.not-found`, `file.unreadable`, `file.too-large`, and as `parseApplicationText`. */
export async function readApplicationFile(file: string): Promise<unknown> {
  return parseApplicationText(await readWhole(file, path.basename(file), MAX_APPLICATION_BYTES), file);
}

/**
 * JSON, or YAML when the name ends so (from standard input, `-`: when it does not begin like JSON).
 * @throws Problem `file.encoding`, `application.unreadable` with the line and the reason: a field that stands twice too.
 */
export function parseApplicationText(bytes: Uint8Array, file: string): unknown {
  const text = decoded(bytes, file);
  const isYaml = /\.ya?ml$/i.test(file) || (file === '-' && !/^\s*[{[]/.test(text));
  const value: unknown = isYaml ? undefined : parsedJson(text, file);
  // JSON takes the last of two fields of one name in silence; YAML, of which JSON is a part, does not
  const lines = new LineCounter();
  const fail = (reason: string, offset?: number): never => {
    const line = offset === undefined ? undefined : lines.linePos(offset).line;
    throw new Problem('application.unreadable', { file, reason, ...(line !== undefined && { line }) });
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [trouble] = isYaml
      ? [...document.errors, ...document.warnings]
      : document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
    if (trouble) return fail(trouble.message, trouble.pos[0]);
    return isYaml ? document.toJS({ maxAliasCount: MAX_ALIASES }) : value;
  } catch (error) {
    if (error instanceof Problem) throw error;
    return fail(error instanceof RangeError ? 'is nested too deeply' : (error as Error).message);
  }
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem('file.encoding', { file, reason: 'it is not UTF-8' }, { cause });
  }
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
    throw new Problem(
      'application.unreadable',
      { file, ...(line !== undefined && { line }), reason: message },
      { cause },
    );
  }
}
