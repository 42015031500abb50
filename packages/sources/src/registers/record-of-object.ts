// An object of a JSON file in, a strict record with its members as columns out: what is neither taken nor ignored stops the import.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { FileOfList } from '../readers/file-of-list.ts';
import { RecordLayout, type StrictRecord } from '../readers/strict-record.ts';

/**
 * Texts and numbers as texts, null as nothing; nested values stand as JSON, to be ignored.
 * @param line which object of the file it is, from 1. @param optional members that need not be there.
 * @throws Problem `list.unexpected-shape` when it is no object.
 */
export function recordOfObject(
  value: unknown,
  line: number,
  where: FileOfList,
  optional: readonly string[] = [],
): StrictRecord {
  if (!isObject(value)) throw new Problem('list.unexpected-shape', { ...where, line, reason: 'a record is no object' });
  const missing = optional.filter((name) => !(name in value)).map((name) => [name, null] as const);
  const members = [...Object.entries(value), ...missing];
  const layout = new RecordLayout(
    where,
    members.map(([name]) => name),
  );
  return layout.recordAt(
    line,
    members.map(([, member]) => textOf(member)),
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
