// Delta files (what was added, changed, removed from one version of a collection to the next) in, what they come to out.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { parseCalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import { readJson } from '../../readers/json.ts';
import { readJsonLines } from '../../readers/json-lines.ts';
import { refuseLarger } from '../../readers/text-file.ts';
import { recordOf, type FtmRecord } from './record.ts';

/** What several delta files, one after the other, come to for one record. */
export interface Change {
  /** False when the first of them adds it. */
  readonly wasThere: boolean;
  /** Undefined when the last of them removes it. */
  readonly record?: FtmRecord;
  readonly file: string;
  readonly line: number;
}

/** Changes are held in memory; what is larger is a whole file. */
const MAX_BYTES = 512 << 20;

const operations = { ADD: 'added', MOD: 'changed', DEL: 'removed' } as const;

/**
 * The changes by record id, in the order of the versions.
 * @throws Problem `list.unexpected-shape` for a line that is no operation; `file.unexpected` for an operation that cannot
 *   follow on those before it (a record added twice, changed after it was removed); `file.too-large`.
 */
export async function readChanges(files: readonly SourceFile[], list: string): Promise<ReadonlyMap<string, Change>> {
  const changes = new Map<string, Change>();
  for (const file of files) {
    await refuseLarger(file, list, MAX_BYTES);
    for await (const { lines } of readJsonLines(file, list))
      for (const { read, line } of lines) takeOperation(read(), { list, file: file.name, line }, changes);
  }
  return changes;
}

/**
 * The delta files in the order of their versions, which stand in their names (`20240527194702-wnk`).
 * @param index the list of versions that goes with them (`delta.json`), when it is there.
 * @throws Problem `file.unexpected` for several files of which one does not tell its version; for a version that the index
 *   does not have; and for one of the index that is missing between two that are there.
 */
export async function inOrder(
  files: readonly SourceFile[],
  index: SourceFile | undefined,
  list: string,
): Promise<readonly SourceFile[]> {
  const versioned = files.map((file) => ({ file, version: versionOf(file.name) }));
  const unknown = versioned.find(({ version }) => version === undefined);
  if (unknown && (1 < files.length || index))
    throw new Problem('file.unexpected', {
      list,
      file: unknown.file.name,
      reason: 'its name does not tell its version, as 20240527194702-wnk.entities.delta.json does',
    });
  const sorted = versioned.toSorted((a, b) => ((a.version ?? '') < (b.version ?? '') ? -1 : 1));
  if (index) checkAgainst(await versionsIn(index, list), sorted, list);
  return sorted.map(({ file }) => file);
}

/** The day of the last version: that of the edition which the changes lead to. */
export function dayOf(files: readonly SourceFile[]): CalendarDate | undefined {
  const stamp = versionOf(files.at(-1)?.name ?? '');
  return stamp === undefined
    ? undefined
    : parseCalendarDate(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`);
}

function takeOperation(
  value: unknown,
  where: { readonly list: string; readonly file: string; readonly line: number },
  changes: Map<string, Change>,
): void {
  const { op, entity, ...others } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Problem('list.unknown-column', { ...where, field: other });
  if (typeof op !== 'string' || typeof entity !== 'object' || entity === null)
    throw new Problem('list.unexpected-shape', { ...where, field: 'op', reason: 'is not an operation on an entity' });
  const operation = lookUp(operations, op, { ...where, field: 'op' });
  const { id } = entity as { id?: unknown };
  if (typeof id !== 'string' || id === '')
    throw new Problem('list.unexpected-shape', { ...where, field: 'entity/id', reason: 'is not a text' });
  const known = changes.get(id);
  const isThere = known ? known.record !== undefined : operation !== 'added';
  if (known && isThere === (operation === 'added'))
    throw new Problem('file.unexpected', {
      ...where,
      reason: `${operation === 'added' ? 'it adds a record that is there' : `a record is ${operation} that was removed`} (${id})`,
    });
  changes.set(id, {
    wasThere: known?.wasThere ?? isThere,
    file: where.file,
    line: where.line,
    ...(operation !== 'removed' && { record: recordOf(entity, where) }),
  });
}

function versionOf(name: string): string | undefined {
  return /\d{14}(?:-[a-z0-9]{3})?/.exec(name)?.[0];
}

/** `{"versions": {"20240527194702-wnk": "https://…"}, "updated_at": "…"}` */
async function versionsIn(index: SourceFile, list: string): Promise<readonly string[]> {
  const { versions } = ((await readJson(index, list)) ?? {}) as { versions?: unknown };
  if (typeof versions !== 'object' || versions === null)
    throw new Problem('list.unexpected-shape', {
      list,
      file: index.name,
      field: 'versions',
      reason: 'is not an object',
    });
  return Object.keys(versions).toSorted();
}

function checkAgainst(
  versions: readonly string[],
  files: readonly { readonly file: SourceFile; readonly version: string | undefined }[],
  list: string,
): void {
  const places = files.map(({ file, version = '' }) => {
    const place = versions.indexOf(version);
    if (place === -1)
      throw new Problem('file.unexpected', { list, file: file.name, reason: `the index has no version ${version}` });
    return place;
  });
  places.forEach((place, at) => {
    const next = places[at + 1];
    if (next !== undefined && next !== place + 1)
      throw new Problem('file.unexpected', {
        list,
        file: files[at + 1]?.file.name,
        reason:
          next === place ? 'its version is there twice' : `version ${versions[place + 1] ?? ''} is missing before it`,
      });
  });
}
