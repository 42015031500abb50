// The files of Geolonia's Japanese addresses (the whole CSV, or JSON of municipalities and of single towns) in, places out.
import path from 'node:path';
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { GazetteerImporter, ImportContext, SourceFile } from '../../importer.ts';
import { filesOfEdition } from '../../lists/list-files.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readJson } from '../../readers/json.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { isObject, recordOfObject } from '../../registers/record-of-object.ts';
import { columns, mapRow } from './map-row.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpGeolonia: GazetteerImporter = { description, version: 1, readPlaces };

async function* readPlaces(
  files: readonly SourceFile[],
  context: ImportContext,
): AsyncGenerator<readonly GazetteerRow[]> {
  const { byRole } = filesOfEdition(files, description);
  for (const file of byRole.get('all') ?? []) yield* readAll(file, context);
  const [listed] = byRole.get('municipalities') ?? [];
  if (!listed) return;
  const municipalities = await readMunicipalities(listed);
  yield municipalities;
  const known = new Set(municipalities.map(({ prefecture, municipality }) => `${prefecture}${municipality}`));
  for (const file of byRole.get('towns') ?? []) yield await readTowns(file, known);
  context.onProgress?.(1);
}

async function* readAll(file: SourceFile, context: ImportContext): AsyncGenerator<readonly GazetteerRow[]> {
  const settings = { list: description.id, encodings: ['utf-8'], columns: 'first-row' } as const;
  for await (const { layout, rows, share } of readCsvBatches(file, settings)) {
    const missing = columns.find((column) => !layout.columns.includes(column));
    if (missing !== undefined) throw new Problem('list.missing-field', { ...layout.where, column: missing });
    yield rows.map(({ line, values }) => mapRow(layout.recordAt(line, values)));
    context.onProgress?.(share);
  }
}

async function readMunicipalities(file: SourceFile): Promise<readonly GazetteerRow[]> {
  const where = { list: description.id, file: file.name };
  const value = await readJson(file, description.id);
  if (!isObject(value))
    throw new Problem('list.unexpected-shape', { ...where, reason: 'it is no object of prefectures' });
  return Object.entries(value).flatMap(([prefecture, names]) => {
    if (!/[都道府県]$/u.test(prefecture) || !Array.isArray(names))
      throw new Problem('list.unknown-value', { ...where, field: 'prefecture', value: prefecture });
    return names.map((name: unknown): GazetteerRow => {
      if (typeof name !== 'string' || !/[市区町村]$/u.test(name))
        throw new Problem('list.unknown-value', { ...where, field: prefecture, value: String(name) });
      return { kind: 'place', prefecture, municipality: name };
    });
  });
}

/** The publisher keeps a municipality's towns as 東京都/千代田区.json: the folder is the prefecture. */
async function readTowns(file: SourceFile, known: ReadonlySet<string>): Promise<readonly GazetteerRow[]> {
  const where = { list: description.id, file: file.name };
  const prefecture = path.basename(path.dirname(path.resolve(file.path))).normalize('NFC');
  const municipality = file.name.normalize('NFC').replace(/\.json$/i, '');
  if (!known.has(`${prefecture}${municipality}`))
    throw new Problem('file.unexpected', {
      ...where,
      reason: `${prefecture}/${municipality} is no municipality of the list: its folder is named for the prefecture`,
    });
  const towns = await readJson(file, description.id);
  if (!Array.isArray(towns))
    throw new Problem('list.unexpected-shape', { ...where, reason: 'it is no array of towns' });
  return towns.map((value: unknown, index): GazetteerRow => {
    const record = recordOfObject(value, index + 1, where, ['koaza']);
    const town = record.take('town');
    const part = record.takeOptional('koaza');
    record.ignore('lat', 'lng');
    record.done();
    return { kind: 'place', prefecture, municipality, town, ...(part !== undefined && { part }) };
  });
}
