// The folder of real files in, the lists in it that we have importers for out.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import { realEditions } from '../real-editions.ts';

export interface RealList {
  readonly source: string;
  readonly entities: readonly Entity[];
}

export async function readRealLists(folder: string): Promise<readonly RealList[]> {
  const { territories } = buildReference(referenceFiles);
  const lists: RealList[] = [];
  for (const [source, files] of realEditions(folder)) {
    const importer = listImporters.get(source);
    if (!importer) throw new Error(`no importer of ${source}`);
    const { entities } = await importer.read(files, { territories });
    lists.push({ source, entities });
  }
  return lists;
}
