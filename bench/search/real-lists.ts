// The folder of real files in, the lists in it that we have importers for out.
import path from 'node:path';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';

const filesBySource: Readonly<Record<string, readonly string[]>> = {
  'ofac-sdn': ['sdn', 'alt', 'add'].map((name) => `lists/ofac/2023-12-28/${name}.csv`),
  'un-sc': ['lists/un/2026-02-27/consolidated.xml'],
  'jp-meti-eul': ['lists/jp-meti-eul/2025-09-29/20250929_4.xlsx'],
  'interpol-red': ['lists/interpol-red/2023-05/red_notices_details.json'],
};

export interface RealList {
  readonly source: string;
  readonly entities: readonly Entity[];
}

export async function readRealLists(folder: string): Promise<readonly RealList[]> {
  const { territories } = buildReference(referenceFiles);
  const lists: RealList[] = [];
  for (const [source, files] of Object.entries(filesBySource)) {
    const importer = listImporters.get(source);
    if (!importer) throw new Error(`no importer of ${source}`);
    const { entities } = await importer.read(
      files.map((file) => ({ name: path.basename(file), path: path.join(folder, file) })),
      { territories },
    );
    lists.push({ source, entities });
  }
  return lists;
}
