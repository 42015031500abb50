// The CSV or JSON file of the US Consolidated Screening List in, its entities out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import Type from 'typebox';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readJson } from '../../readers/json.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { contentIds } from '../content-ids.ts';
import { distinct } from '../distinct.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { linkedEntities } from '../ofac/links.ts';
import { entryOfRow } from './csv-rows.ts';
import type { CslEntry } from './entry.ts';
import { gatheredList, type GatheredList } from './gathered-lists.ts';
import { entryOfResult } from './json-results.ts';
import { identifyingContent, mapEntry } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const usCsl: ListImporter = { description, version: 1, read };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const { form, byRole } = filesOfEdition(files, description);
  const file = requiredFile(byRole, 'list', description.id);
  const entries = await (form === 'json' ? readResults(file) : readRows(file));
  context.onProgress?.(0.6);
  const lists = entries.map(({ source, where }) => gatheredList(source, where));
  const reading = new ReadingInProgress('addresses', 'aliases', ...distinct(lists.map(({ code }) => code)).toSorted());
  const reader = { territories: context.territories, reading };
  const ids = recordIds(entries, lists);
  const entities = entries.map((entry, index) =>
    mapEntry(entry, listAt(lists, index), ids[index] ?? '', description, reader),
  );
  linkedEntities(entities).forEach((entity, index) => {
    reading.add(entity, entries[index]?.where ?? { list: description.id });
    reading.count(listAt(lists, index).code);
    reading.count('addresses', entity.addresses.length);
    reading.count('aliases', entries[index]?.alternativeNames.length ?? 0);
  });
  context.onProgress?.(1);
  return reading.finish();
}

async function readRows(file: SourceFile): Promise<CslEntry[]> {
  const entries: CslEntry[] = [];
  const settings = { list: description.id, encodings: ['utf-8'], columns: 'first-row' } as const;
  for await (const { layout, rows } of readCsvBatches(file, settings)) {
    const hasIds = layout.columns.includes('_id');
    for (const { line, values } of rows) entries.push(entryOfRow(layout.recordAt(line, values), hasIds));
  }
  return entries;
}

/** The results, beside which the file may say which lists it gathers and how many results there are. */
const FileShape = Type.Object(
  {
    results: Type.Array(Type.Unknown()),
    total: Type.Optional(Type.Integer()),
    sources: Type.Optional(Type.Unknown()),
    sources_used: Type.Optional(Type.Unknown()),
    search_performed_at: Type.Optional(Type.Unknown()),
  },
  { additionalProperties: false },
);

/** @throws Problem `list.unexpected-shape`, or `file.unexpected` for a page of the results in place of all of them. */
async function readResults(file: SourceFile): Promise<CslEntry[]> {
  const where = { list: description.id, file: file.name };
  const { results, total } = parseShape(
    FileShape,
    await readJson(file, description.id),
    'list.unexpected-shape',
    where,
  );
  if (total !== undefined && total !== results.length)
    throw new Problem('file.unexpected', { ...where, reason: `it has ${results.length} of ${total} results` });
  return results.map((result, index) =>
    entryOfResult(result, { ...where, field: 'source', record: `${index + 1} of ${results.length}` }),
  );
}

/** `sdn-<number>` of the Treasury's entries, which keep their number; `el-<digest>` of the others. */
function recordIds(entries: readonly CslEntry[], lists: readonly GatheredList[]): string[] {
  const digests = contentIds(entries.map((entry, index) => identifyingContent(entry, listAt(lists, index))));
  return entries.map(
    ({ entityNumber }, index) => `${listAt(lists, index).code.toLowerCase()}-${entityNumber ?? digests[index] ?? ''}`,
  );
}

function listAt(lists: readonly GatheredList[], index: number): GatheredList {
  const list = lists[index];
  if (!list) throw new Problem('internal', { reason: `no list for entry ${index}` });
  return list;
}
