// The CSV files of OFAC's SDN list in, its entities out.
import type { Entity, EntityLink } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readCsv } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { endsWithCtrlZ } from '../../readers/text-file.ts';
import { filesByRole, optionalFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { addColumns, altColumns, commentColumns, mapRecord, sdnColumns } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const ofacSdn: ListImporter = { description, version: 1, read };

/** `-0-` stands for nothing; the last cell of the file of January 2019 lacks the second dash. */
const nulls = ['-0-', '-0'];

/** Files of 2021 and later end with a Ctrl-Z; those of 2019 do not, nor does what was cut off between two rows. */
const UNMARKED = "the file does not end with the mark that OFAC's files end with: it may be cut off";

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const byRole = filesByRole(files, description);
  const reading = new ReadingInProgress('aliases', 'addresses', 'comments');
  const rowsOf = async (role: string, columns: readonly string[]): Promise<StrictRecord[]> => {
    const file = optionalFile(byRole, role, description.id);
    if (file) {
      if (!(await endsWithCtrlZ(file, description.id)))
        reading.report('file.unexpected', { list: description.id, file: file.name, reason: UNMARKED });
      return readCsv(file, { list: description.id, encodings: ['utf-8'], columns, nulls });
    }
    if (role !== 'comments')
      reading.report('file.not-found', { list: description.id, role, reason: `the edition is without ${role}.csv` });
    return [];
  };
  const rows = await rowsOf('sdn', sdnColumns);
  context.onProgress?.(0.3);
  const ids = new Set<string>();
  for (const row of rows) {
    const id = row.take('ent_num');
    if (!/^\d+$/.test(id)) throw new Problem('list.unknown-value', { ...row.where, field: 'ent_num', value: id });
    if (ids.has(id)) throw new Problem('list.duplicate-record', { ...row.where, record: id });
    ids.add(id);
  }
  const aliases = byEntry(await rowsOf('alt', altColumns), ids);
  const addresses = byEntry(await rowsOf('add', addColumns), ids);
  const comments = continuations(await rowsOf('comments', commentColumns), ids, reading);
  context.onProgress?.(0.6);

  const entities: Entity[] = [];
  for (const row of rows) {
    const id = row.take('ent_num');
    const comment = comments.get(id);
    const record = {
      row,
      aliases: aliases.get(id) ?? [],
      addresses: addresses.get(id) ?? [],
      ...(comment !== undefined && { comment }),
    };
    reading.count('aliases', record.aliases.length);
    reading.count('addresses', record.addresses.length);
    entities.push(mapRecord(record, description, { territories: context.territories, reading }));
  }
  const idByName = uniqueIds(entities);
  entities.forEach((entity, index) => {
    const links = entity.links.map((link) => resolved(link, entity, idByName));
    reading.add({ ...entity, links }, rows[index]?.where ?? { list: description.id });
  });
  context.onProgress?.(1);
  return reading.finish();
}

/** @throws Problem `list.unknown-reference` for a row of an entry that sdn.csv does not have: the files are of different days. */
function byEntry(
  rows: readonly StrictRecord[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly StrictRecord[]> {
  return Map.groupBy(rows, (row) => {
    const id = row.take('ent_num');
    if (!ids.has(id)) throw new Problem('list.unknown-reference', { ...row.where, field: 'ent_num', value: id });
    return id;
  });
}

/** By entry; the cut goes through words and blanks. Copies are about that also continue entries of OFAC's other list. */
function continuations(
  rows: readonly StrictRecord[],
  ids: ReadonlySet<string>,
  reading: ReadingInProgress,
): ReadonlyMap<string, string> {
  const textById = new Map<string, string>();
  for (const row of rows) {
    const id = row.take('ent_num');
    const text = row.takeWhole('RemarksExtended') ?? '';
    row.done();
    if (ids.has(id)) reading.count('comments');
    else reading.report('list.unknown-reference', { ...row.where, field: 'ent_num', value: id });
    textById.set(id, (textById.get(id) ?? '') + text);
  }
  return textById;
}

/** The ids by name, of names that only one entry has; letters and digits alone are compared. */
function uniqueIds(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const idsByName = new Map<string, Set<string>>();
  for (const { id, names } of entities)
    for (const { text, kind } of names) {
      if (kind === 'weak') continue;
      const key = nameKey(text);
      idsByName.set(key, (idsByName.get(key) ?? new Set()).add(id));
    }
  return new Map(
    [...idsByName].flatMap(([key, [id, second]]) => (id !== undefined && second === undefined ? [[key, id]] : [])),
  );
}

function resolved(link: EntityLink, from: Entity, idByName: ReadonlyMap<string, string>): EntityLink {
  const toId = link.toName === undefined ? undefined : idByName.get(nameKey(link.toName));
  return toId === undefined || toId === from.id ? link : { ...link, toId };
}

function nameKey(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
