// The bytes of a record's line in; what is needed to put it into its bucket out, without reading the rest: most of a large
// file is entities and their listings and documents, which are read when their bucket is.
import { references, schemaRules, type SchemaRule } from './model.ts';

export interface RecordHead {
  readonly id: string;
  readonly rule: Extract<SchemaRule, { is: 'entity' | 'part' }>;
  /** As a text of JSON. */
  readonly caption: string;
  /** Of a part: the ids of those it is of. Of an entity: those of its addresses. */
  readonly ids: readonly string[];
}

/** As OpenSanctions and FollowTheMoney's own tools write the beginning of a line, with an id that needs no escape. */
const beginning = /^\{"id":"([!#-[\]-~]+)","caption":("[^"\\]*(?:\\.[^"\\]*)*"),"schema":"(\w+)",/;
const idsFrom = /"([!#-[\]-~]+)"(?:,|(\]))/y;

const readWhole = new RegExp(`\\\\u|"(?:${[...references.keys()].join('|')})":`);

/**
 * Undefined where the whole record has to be read to know: it is written in another way, it names others, it is of a schema
 * of which it depends, or holds a character by its number. That the line is JSON is not known yet.
 */
export function headOf(block: Buffer, start: number, end: number): RecordHead | undefined {
  const line = block.toString('latin1', start, end);
  const [, id, caption, schema] = beginning.exec(line) ?? [];
  const rule = schemaRules.get(schema ?? '');
  if (id === undefined || caption === undefined) return undefined;
  if (rule?.is !== 'entity' && !(rule?.is === 'part' && isAlwaysPart(rule))) return undefined;
  if (readWhole.test(line)) return undefined;
  const ids = idsIn(line, rule.is === 'entity' ? 'addressEntity' : rule.of);
  if (!ids || (rule.is === 'part' && ids.length === 0)) return undefined;
  const at = start + line.indexOf('"caption":') + '"caption":'.length;
  return { id, rule, caption: block.toString('utf8', at, at + caption.length), ids };
}

function isAlwaysPart({ alone, open }: Extract<SchemaRule, { is: 'part' }>): boolean {
  return alone !== true && open !== true;
}

/** Undefined when they are not written as ids are. A quote within a text has a backslash before it, so that no text looks like a key. */
function idsIn(line: string, property: string): readonly string[] | undefined {
  const key = `"${property}":[`;
  const at = line.indexOf(key);
  if (at === -1) return [];
  const ids: string[] = [];
  idsFrom.lastIndex = at + key.length;
  for (let found = idsFrom.exec(line); found; found = idsFrom.exec(line)) {
    if (!ids.includes(found[1] ?? '')) ids.push(found[1] ?? '');
    if (found[2] !== undefined) return ids.toSorted();
  }
  return undefined;
}
