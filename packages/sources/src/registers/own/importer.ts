// The mapping of an own register in, the importer that reads its table (CSV, workbook, JSON lines) out.
import { createHash } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { describedBy } from '../../readers/mapping-shape.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { openTable, type Table, type TableRow } from '../../readers/table/table.ts';
import { faultOf } from '../row-faults.ts';
import { mapRow } from './map.ts';
import { OWN_REGISTER_PREFIX, parseRegisterMapping, type OwnRegisterMapping } from './mapping.ts';

export { OWN_REGISTER_PREFIX };

/** Raised when the same file and mapping would be read otherwise. */
const READER_VERSION = 1;

/**
 * The importer of a register of one's own: customers that were checked, a chamber's members, an official register nobody
 * reads yet. Its `description.id` is the `own-register-…` id in the mapping. Its version is made of the mapping's text
 * alone, so that the same file under another mapping is another edition. Each file is a full set of the day of the edition.
 * @param mappingName the mapping's file name, for problems.
 * @throws Problem `mapping.invalid` with file, line, field and reason.
 */
export function ownRegisterImporter(mappingText: string, mappingName: string): RegisterImporter {
  const mapping = parseRegisterMapping(mappingText, mappingName);
  const description = descriptionOf(mapping);
  const digest = createHash('sha256').update(`${READER_VERSION}\n${mappingText}`).digest('hex');
  return {
    description,
    version: parseInt(digest.slice(0, 12), 16),
    scope: (file, publishedOn) => ({ file, part: 'full', date: publishedOn }),
    read: (file, context) => read(file, context, mapping),
    follows: () => false,
    isWhole: () => mapping.isExhaustive ?? false,
  };
}

function descriptionOf(mapping: OwnRegisterMapping): CheckedDescription {
  return {
    ...describedBy(mapping),
    kind: 'register',
    forms: [
      {
        form: 'table',
        files: [{ role: 'full', pattern: '\\.(?:csv|tsv|txt|jsonl|ndjson|xlsx|xls|ods)$', required: true }],
        verifiedOnRealFile: false,
      },
    ],
    topics: [],
    effects: ['information'],
    register: {
      numbers: mapping.numbers,
      isExhaustive: mapping.isExhaustive ?? false,
      ...(mapping.country !== undefined && { country: mapping.country }),
    },
  };
}

async function* read(
  file: SourceFile,
  context: ImportContext,
  mapping: OwnRegisterMapping,
): AsyncGenerator<readonly RegisterRow[]> {
  const where = { list: mapping.id, file: file.name };
  const table = await openTable(file, mapping);
  checkColumns(table, mapping, where);
  const seen = new Set<string>();
  for await (const { rows, share } of table.batches()) {
    const mapped = rows.flatMap((row) => {
      const at = { ...where, line: row.line };
      refuseFaulty(row, at);
      const one = faultOf(context, () => mapRow(cellsByName(table, row), mapping, at, context));
      if (!one) return [];
      if (seen.has(one.number)) throw new Problem('list.duplicate-record', { ...at, record: one.number });
      seen.add(one.number);
      return [one];
    });
    if (mapped.length > 0) yield mapped;
    context.onProgress?.(share);
  }
}

function checkColumns(
  { columns, format, sheet }: Table,
  { columns: taken, ignored = {}, sheet: named, headerRow = 1 }: OwnRegisterMapping,
  where: { readonly list: string; readonly file: string },
): void {
  if (sheet && named === undefined && sheet.others.length > 0)
    throw new Problem('file.unexpected', {
      ...where,
      reason: `it has rows on other sheets too: ${sheet.others.join(', ')}`,
    });
  for (const [index, column] of columns.entries()) {
    if (columns.indexOf(column) !== index)
      throw new Problem('list.unknown-column', {
        ...where,
        line: headerRow,
        column,
        reason: 'two columns have this name',
      });
    if (!(column in taken) && !(column in ignored))
      throw new Problem('list.unknown-column', { ...where, line: headerRow, column });
  }
  const absent = [...Object.keys(taken), ...Object.keys(ignored)].find((column) => !columns.includes(column));
  if (absent !== undefined && format !== 'jsonl')
    // a JSON line leaves out what it has no value for
    throw new Problem('list.missing-field', { ...where, column: absent, reason: 'the file has no such column' });
}

/** @throws Problem for a row that the table could not be read at, or one with bytes of another encoding. */
function refuseFaulty(
  { fault, cells }: TableRow,
  where: { readonly list: string; readonly file: string; readonly line: number },
): void {
  if (fault?.kind === 'cells') throw new Problem('list.column-count', { ...where, ...fault.facts });
  if (fault?.kind === 'unknown-key') throw new Problem('list.unknown-column', { ...where, ...fault.facts });
  if (fault)
    throw new Problem('file.unreadable', {
      ...where,
      reason: fault.kind === 'json' ? 'the line is not a JSON object' : 'a quoted field is wrong',
    });
  for (const cell of cells) {
    if (typeof cell === 'object' && 'json' in cell)
      throw new Problem('list.unexpected-shape', {
        ...where,
        value: cell.json,
        reason: 'an object stands where a text belongs',
      });
    if ([cell].flat().some((text) => text.includes('\uFFFD'))) throw new Problem('file.encoding', where);
  }
}

function cellsByName({ columns }: Table, { cells }: TableRow): ReadonlyMap<string, readonly string[]> {
  return new Map(columns.map((column, index) => [column, [cells[index] ?? ''].flat() as readonly string[]]));
}
