// A JSON value in, its one canonical text out (RFC 8785), so that equal values have equal hashes.
import { Problem } from '../model/problem.ts';

/**
 * Canonical JSON of `value`: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * Object properties that are `undefined` are left out, as in `JSON.stringify`.
 * @throws Problem `record.unreadable` for what JSON cannot say: NaN, infinities, lone surrogates, functions, bigints,
 *   `undefined` or a hole in an array, and objects that are not plain (a Date, a Map), which would lose what they hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let elements = '';
    // a hole is read as undefined, which is refused
    for (let place = 0; place < value.length; place++)
      elements += `${place === 0 ? '' : ','}${canonicalJson(value[place])}`;
    return `[${elements}]`;
  }
  if (isPlainObject(value)) {
    let properties = '';
    for (const key of Object.keys(value).sort()) {
      const property = value[key];
      if (property !== undefined)
        properties += `${properties === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(property)}`;
    }
    return `{${properties}}`;
  }
  throw new Problem('record.unreadable', { reason: `${describe(value)} has no canonical JSON` });
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return 'a text with a lone surrogate';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null) return `an object that is not plain (${value.constructor.name})`;
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}
