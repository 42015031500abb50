// The workbook or the CSV file of Japan's list of asset freeze targets in, its entities out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readWorkbook, type Sheet } from '../../readers/workbook.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { entryNumber, linkTo, mapRow, type EntryNumber } from './map.ts';
import { rowOfRecord, rowsOfSheet, type MofRow } from './rows.ts';
import { plainHeader, programmeBySheet } from './vocabulary.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpMof: ListImporter = { description, version: 1, read };

const countOf = {
  alias: 'aliases',
  former: 'formerNames',
  weak: 'weakNames',
  'original-script': 'originalScriptNames',
} as const;

/** Rows of the workbook's first sheet name its programmes. */
const CONTENTS = '一覧';

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const { form, byRole } = filesOfEdition(files, description);
  const file = requiredFile(byRole, 'list', description.id);
  const reading = new ReadingInProgress(
    'programmes',
    'persons',
    'bodies',
    'deletedNumbers',
    'emptyNumbers',
    'liftedProgrammes',
    ...Object.values(countOf),
    'documents',
    'sentencesLeftOut',
  );
  const rows = form === 'csv' ? await rowsOfCsv(file, context) : await rowsOfWorkbook(file, reading, context);
  for (const { entity, row } of linked(rows, reading, context)) {
    reading.add(entity, row.where);
    reading.count(entity.schema === 'Person' ? 'persons' : 'bodies');
    for (const { kind } of entity.names) if (kind !== 'primary' && kind !== 'reading') reading.count(countOf[kind]);
  }
  reading.count('programmes', new Set(rows.map(({ programme }) => programme)).size);
  context.onProgress?.(1);
  return reading.finish();
}

interface MappedEntry {
  readonly entity: Entity;
  readonly row: MofRow;
}

/** The entries by programme and number, those whose mark names another entry with a link to it. */
function linked(rows: readonly MofRow[], reading: ReadingInProgress, { territories }: ImportContext): MappedEntry[] {
  const mapped = rows.map((row) => ({ row, result: mapRow(row, description, { territories, reading }) }));
  const idByNumber = new Map<string, string>();
  const entries: (MappedEntry & { readonly seeAlso?: EntryNumber })[] = [];
  for (const { row, result } of mapped) {
    if ('deleted' in result) reading.count('deletedNumbers');
    else if ('empty' in result) {
      reading.count('emptyNumbers');
      reading.report('list.missing-field', { ...row.where, column: '日本語表記', reason: 'a number without an entry' });
    } else {
      const number = entryNumber(row);
      if (number) idByNumber.set(keyOf(number), result.entity.id);
      entries.push({ row, ...result });
    }
  }
  return entries.map(({ row, entity, seeAlso }) => {
    const toId = seeAlso && idByNumber.get(keyOf(seeAlso));
    const detail = `告示番号 ${seeAlso?.number ?? ''}`;
    return { row, entity: toId === undefined ? entity : { ...entity, links: [linkTo(toId, detail)] } };
  });
}

function keyOf({ programme, number }: EntryNumber): string {
  return `${programme} ${number}`;
}

async function rowsOfWorkbook(file: SourceFile, reading: ReadingInProgress, context: ImportContext): Promise<MofRow[]> {
  const where = { list: description.id, file: file.name };
  const sheets = await readWorkbook(file, description.id, 'data');
  context.onProgress?.(0.7);
  const [contents, ...others] = sheets;
  if (!contents || plainHeader(contents.name) !== CONTENTS)
    throw new Problem('file.unexpected', { ...where, reason: `its first sheet is not ${CONTENTS}` });
  refuseMissingSheet(contents, others, where);
  reading.count('liftedProgrammes', others.filter(isLifted).length);
  return others.flatMap((sheet) => rowsOfSheet(sheet, where));
}

function isLifted({ name }: Sheet): boolean {
  return programmeBySheet.get(plainHeader(name).replace(/^\d+\./, ''))?.lifted ?? false;
}

/** Every number in the contents has a sheet that begins with it. */
function refuseMissingSheet(
  contents: Sheet,
  sheets: readonly Sheet[],
  where: { readonly list: string; readonly file: string },
): void {
  const present = new Set(sheets.map(({ name }) => /^\d+(?=\.)/.exec(plainHeader(name))?.[0]));
  for (const { line, values } of contents.rows) {
    const number = plainHeader(values[0] ?? '');
    if (/^\d+$/.test(number) && !present.has(number))
      throw new Problem('file.unexpected', { ...where, line, reason: `the sheet of programme ${number} is missing` });
  }
}

async function rowsOfCsv(file: SourceFile, context: ImportContext): Promise<MofRow[]> {
  const rows: MofRow[] = [];
  const settings = { list: description.id, encodings: ['utf-8', 'shift_jis'], columns: 'first-row' } as const;
  for await (const { layout, rows: lines, share } of readCsvBatches(file, settings)) {
    for (const { line, values } of lines) rows.push(rowOfRecord(layout.recordAt(line, values), layout.columns));
    context.onProgress?.(0.7 * share);
  }
  if (rows.length === 0)
    throw new Problem('file.unexpected', { list: description.id, file: file.name, reason: 'it has no entry' });
  return rows;
}
