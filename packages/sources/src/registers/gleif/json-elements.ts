// An object of a JSON file of GLEIF in, the element that the XML file would have had out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import type { JsonObject } from '../../readers/json-array.ts';
import type { RawElement } from '../../readers/strict-element.ts';
import { isObject } from '../record-of-object.ts';

/**
 * `{"@type": "…", "$": "text"}` is an element with an attribute and a text, an array one element for each of its values; names go
 * without the prefix of a namespace. A record may stand in an object of its own name.
 * @throws Problem `list.unexpected-shape` for a value that is none of these.
 */
export function elementOfObject({ line, value }: JsonObject, where: FileOfList): RawElement {
  const inner = value['RelationshipRecord'] ?? value['LEIRecord'] ?? value['Exception'];
  const record = Object.keys(value).length === 1 && isObject(inner) ? inner : value;
  return elementOf(recordNameOf(record), record, { ...where, line });
}

function recordNameOf(record: Readonly<Record<string, unknown>>): string {
  if ('Relationship' in record) return 'RelationshipRecord';
  return 'ExceptionCategory' in record ? 'Exception' : 'LEIRecord';
}

function elementOf(name: string, value: unknown, where: FileOfList & { readonly line: number }): RawElement {
  const { line } = where;
  if (value === null) return { name, line, attributes: {}, children: [], text: '' };
  if (!isObject(value)) return { name, line, attributes: {}, children: [], text: textOf(value, name, where) };
  const attributes: Record<string, string> = {};
  const children: RawElement[] = [];
  let text = '';
  for (const [member, each] of Object.entries(value))
    if (member === '$') text = textOf(each, name, where);
    else if (member.startsWith('@')) attributes[member.slice(1)] = textOf(each, member, where);
    else {
      const child = member.replace(/^[^:]*:/, '');
      children.push(...(Array.isArray(each) ? each : [each]).map((one: unknown) => elementOf(child, one, where)));
    }
  return { name, line, attributes, children, text };
}

function textOf(value: unknown, name: string, where: FileOfList & { readonly line: number }): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value === 'number') return String(value);
  throw new Problem('list.unexpected-shape', { ...where, reason: `${name} is neither a text nor an element` });
}
