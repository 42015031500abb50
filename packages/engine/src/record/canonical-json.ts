// A JSON value in, its one canonical text out (RFC 8785), so that equal values have equal hashes.
import { Problem } from '../model/problem.ts';

/**
 * Canonical JSON of `value`: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * Object properties that are `undefined` are left out, as in `JSON.stringify`.
 * @throws Problem `record.unreadable` for what JSON cannot say: NaN, infinities, lone surrogates, functions, `undefined` in an array.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const properties = Object.entries(value)
      .filter(([, property]) => property !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, property]) => `${canonicalJson(key)}:${canonicalJson(property)}`);
    return `{${properties.join(',')}}`;
  }
  throw new Problem('record.unreadable', { reason: `a ${typeof value} has no canonical JSON` });
}
