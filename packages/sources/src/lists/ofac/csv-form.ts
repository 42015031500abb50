// The CSV files of an OFAC list (entries, aliases, addresses, continued remarks) in, its parties out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { readCsv } from '../../readers/csv.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { endsWithCtrlZ } from '../../readers/text-file.ts';
import type { CountryReader } from '../country-field.ts';
import { optionalFile } from '../list-files.ts';
import type { ReadingInProgress } from '../list-reading.ts';
import { addressColumns, aliasColumns, commentColumns, partyOfRows, primaryColumns } from './csv-rows.ts';
import type { OfacParty } from './party.ts';

/** `-0-` stands for nothing; the last cell of the file of January 2019 lacks the second dash. */
const nulls = ['-0-', '-0'];

/** Files of 2021 and later end with a Ctrl-Z; those of 2019 do not, nor does what was cut off between two rows. */
const UNMARKED = "the file does not end with the mark that OFAC's files end with: it may be cut off";

/**
 * The parties in the order of the file, and the line of each.
 * @param byRole files of the roles `alt`, `add` and `comments`, and of the one that is named here for the entries.
 * @throws Problem `list.unknown-reference` for a row of an entry that the first file does not have: the files are of
 *   different days; `list.duplicate-record`, `list.unknown-value`, and as `readCsv`.
 */
export async function readCsvForm(
  primaryRole: string,
  byRole: ReadonlyMap<string, readonly SourceFile[]>,
  list: string,
  reader: CountryReader,
  onProgress: (share: number) => void,
): Promise<OfacParty[]> {
  const { reading } = reader;
  const rowsOf = async (role: string, columns: readonly string[]): Promise<StrictRecord[]> => {
    const file = optionalFile(byRole, role, list);
    if (file) {
      if (!(await endsWithCtrlZ(file, list)))
        reading.report('file.unexpected', { list, file: file.name, reason: UNMARKED });
      return readCsv(file, { list, encodings: ['utf-8'], columns, nulls });
    }
    if (role !== 'comments')
      reading.report('file.not-found', { list, role, reason: `the edition is without its ${role} file` });
    return [];
  };
  const rows = await rowsOf(primaryRole, primaryColumns);
  onProgress(0.3);
  const ids = idsOf(rows);
  const aliasesById = byEntry(await rowsOf('alt', aliasColumns), ids);
  const addressesById = byEntry(await rowsOf('add', addressColumns), ids);
  const commentById = continuations(await rowsOf('comments', commentColumns), ids, reading);
  onProgress(0.6);
  return rows.map((row) => {
    const id = row.take('ent_num');
    const comment = commentById.get(id);
    const aliases = aliasesById.get(id) ?? [];
    const addresses = addressesById.get(id) ?? [];
    reading.count('aliases', aliases.length);
    reading.count('addresses', addresses.length);
    return partyOfRows({ row, aliases, addresses, ...(comment !== undefined && { comment }) }, reader);
  });
}

function idsOf(rows: readonly StrictRecord[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const row of rows) {
    const id = row.take('ent_num');
    if (!/^\d+$/.test(id)) throw new Problem('list.unknown-value', { ...row.where, field: 'ent_num', value: id });
    if (ids.has(id)) throw new Problem('list.duplicate-record', { ...row.where, record: id });
    ids.add(id);
  }
  return ids;
}

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
