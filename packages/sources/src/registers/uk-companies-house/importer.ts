// The files of Companies House (company data, people with significant control) in, register rows and relations out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readTextBlocks } from '../../readers/text-file.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { isWhole, scopeOf } from './file-scope.ts';
import { mapCompany } from './map-company.ts';
import { mapControl } from './map-control.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const ukCompaniesHouse: RegisterImporter = {
  description,
  version: 1,
  scope: (file) => scopeOf(file, description.id),
  read,
  readRelations,
  follows: () => false, // it has no diffs
  isWhole,
};

/** The company data is some 2.5 GB of text, the snapshot some 10 GB. */
const zipLimits = { maxBytes: 32 * 1024 ** 3, maxRatio: 100, maxEntries: 4 };

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const { date } = scopeOf(file, description.id);
  const settings = { list: description.id, encodings: ['utf-8', 'windows-1252'], columns: 'first-row' } as const;
  const unpacking = { ...zipLimits, extension: 'csv' };
  let sequence = 0;
  for await (const { layout, rows, share } of readUnpacked(file, description.id, unpacking, (csv) =>
    readCsvBatches(csv, settings),
  )) {
    yield rows
      .map(({ line, values }) => mapCompany(layout.recordAt(line, values), ++sequence, date, context))
      .filter((row) => row !== undefined);
    context.onProgress?.(share);
  }
}

async function* readRelations(file: SourceFile, context: ImportContext): AsyncGenerator<readonly NumberedRelation[]> {
  const unpacking = { ...zipLimits, extension: 'txt' };
  for await (const { text, firstLine, share } of readUnpacked(file, description.id, unpacking, (lines) =>
    readTextBlocks(lines, description.id, ['utf-8']),
  )) {
    yield text.split('\n').flatMap((line, index) => {
      const where = { list: description.id, file: file.name, line: firstLine + index };
      return line.trim() === '' ? [] : mapControl(objectIn(line, where), where, context);
    });
    context.onProgress?.(share);
  }
}

function objectIn(
  line: string,
  where: { readonly list: string; readonly file: string; readonly line: number },
): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Problem('file.unreadable', { ...where, reason: (error as Error).message }, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem('list.unexpected-shape', { ...where, reason: 'the line is not an object' });
  return value as Readonly<Record<string, unknown>>;
}
