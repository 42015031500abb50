// A value from outside and the shape it must have in; the value, typed, out. One schema language for API, files and settings.
import Format from 'typebox/format';
import type { Static, TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { parseCalendarDate, parseDateRange } from './calendar.ts';
import { Problem, type ProblemCode, type ProblemFacts } from './problem.ts';

Format.Set('calendar-date', (text) => parseCalendarDate(text) !== undefined);
Format.Set('partial-date', (text) => parseDateRange(text) !== undefined);

/** Code points that no name, address or answer needs: C0 and C1 controls (but tab and line ends), and lone surrogates. */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** Levels of arrays and objects inside one another; no shape of ours has ten. */
export const MAX_DEPTH = 64;

/**
 * `value`, when it has the shape. What is nested deeper than `MAX_DEPTH`, or contains itself (as YAML can), has none.
 * @throws Problem `code` with `field` (JSON pointer) and `reason` of the first place that does not fit, and `facts`.
 */
export function parseShape<T extends TSchema>(
  shape: T,
  value: unknown,
  code: ProblemCode,
  facts: ProblemFacts = {},
): Static<T> {
  const unreadable = firstUnwanted(value, '', []);
  if (unreadable) throw new Problem(code, { ...facts, ...unreadable });
  if (Check(shape, value)) return value;
  const [first] = Errors(shape, value);
  throw new Problem(code, { ...facts, ...describe(first) });
}

interface ShapeError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}

function describe(error: ShapeError | undefined): { field: string; reason: string } {
  if (!error) return { field: '', reason: 'does not have the expected shape' };
  const params = error.params as Record<string, unknown>;
  const field = error.instancePath === '' ? '/' : error.instancePath;
  const names = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).map((name) => `"${String(name)}"`).join(', ');
  if (error.keyword === 'boolean') return { field, reason: 'is not a known field' };
  if (error.keyword === 'required') return { field, reason: `lacks the field ${names(params['requiredProperties'])}` };
  if (error.keyword === 'enum') return { field, reason: `is not one of ${names(params['allowedValues'])}` };
  if (error.keyword === 'format') return { field, reason: `is not a ${String(params['format']).replace('-', ' ')}` };
  return { field, reason: error.message };
}

/** @param around what the value stands in, from the outermost. */
function firstUnwanted(
  value: unknown,
  path: string,
  around: readonly object[],
): { field: string; reason: string } | undefined {
  if (typeof value === 'string') {
    const found = unwanted.exec(value)?.[0];
    if (found === undefined) return undefined;
    const codePoint = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { field: path || '/', reason: `holds the character U+${codePoint}, which cannot be part of a text` };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (around.includes(value)) return { field: path, reason: 'contains itself' };
  if (around.length === MAX_DEPTH) return { field: path, reason: `is nested deeper than ${MAX_DEPTH} levels` };
  const within = [...around, value];
  for (const [key, child] of Object.entries(value)) {
    const found = firstUnwanted(child, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, within);
    if (found) return found;
  }
  return undefined;
}
