// The id of a source and perhaps a column mapping in, the importer out: the catalogue's own, or the one that the mapping makes.
import { readFile } from 'node:fs/promises';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceDescription } from '@sekisho/sources/importer.ts';
import type { HashedFile } from './hashed-files.ts';

/**
 * @param known the importer of a source with a layout of its own.
 * @param own what a source that needs a mapping is called, and how its importer is made of it.
 * @throws Problem `command.usage` for a mapping that is not wanted or lacking, `mapping.invalid`.
 */
export async function mappedImporter<T extends { readonly description: SourceDescription }>(
  source: string,
  mapping: HashedFile | undefined,
  known: T | undefined,
  own: { readonly noun: string; readonly importerOf: (mappingText: string, mappingName: string) => T },
): Promise<T> {
  if (known && mapping)
    throw new Problem('command.usage', { reason: `${source} has its own layout and takes no mapping` });
  if (known) return known;
  if (!mapping) throw new Problem('command.usage', { reason: `${source} is an ${own.noun}: name its --mapping file` });
  const importer = own.importerOf(await readFile(mapping.path, 'utf8'), mapping.name);
  if (importer.description.id !== source)
    throw new Problem('mapping.invalid', {
      file: mapping.name,
      field: 'id',
      reason: `is ${importer.description.id}, but ${source} is being imported`,
    });
  return importer;
}
