// The files of a list in, its content stored and held against the edition before it out.
import { readFile } from 'node:fs/promises';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ListImporter, SourceDescription } from '@sekisho/sources/importer.ts';
import { ownListImporter } from '@sekisho/sources/catalogue.ts';
import { deltaOf } from './delta.ts';
import { countObjections, type EditionContent } from './edition-content.ts';
import type { HashedFile } from './hashed-files.ts';
import type { Parts } from './parts.ts';

const OWN_LIST_PREFIX = 'own-';

export async function readListEdition(
  importer: ListImporter,
  files: readonly HashedFile[],
  active: Edition | undefined,
  parts: Parts,
): Promise<EditionContent> {
  const { description } = importer;
  const { id: source, bounds } = description;
  const reading = await importer.read(files, {
    territories: parts.reference.territories,
    onProgress: (share) => parts.onProgress?.(`reading ${source}`, share),
  });
  const { entities, problems, counts, statedOn } = reading;
  if (entities.length === 0) throw new Problem('edition.bounds', { source, reason: 'holds no entries at all' });
  const before = active ? await parts.editionFiles.loadList(active.contentSha256) : undefined;
  const { added, changed, removed } = deltaOf({ source, to: '' }, before ?? [], entities);
  return {
    kind: 'list',
    complete: true,
    counts,
    problems,
    changes: { added: added.length, changed: changed.length, removed: removed.length },
    ...(statedOn !== undefined && { statedOn }),
    outOfBounds: [
      ...countObjections('entries', entities.length, before?.length, bounds),
      ...missingFiles(description, files, active),
    ],
    keep: async () => (await parts.editionFiles.saveList(entities)).contentSha256,
    discard: () => Promise.resolve(),
  };
}

/** @throws Problem `source.unknown` with the ids that are known. */
export function checkSourceIsKnown(source: string, { listImporters, registerImporters }: Parts): void {
  if (listImporters.has(source) || registerImporters.has(source) || source.startsWith(OWN_LIST_PREFIX)) return;
  const known = [...listImporters.keys(), ...registerImporters.keys(), `${OWN_LIST_PREFIX}…`].join(', ');
  throw new Problem('source.unknown', { source, known });
}

/** @throws Problem `command.usage` and `mapping.invalid` for an own list without its mapping. */
export async function listImporterOf(
  source: string,
  mapping: HashedFile | undefined,
  { listImporters }: Parts,
): Promise<ListImporter> {
  const known = listImporters.get(source);
  if (known && mapping)
    throw new Problem('command.usage', { reason: `${source} has its own layout and takes no mapping` });
  if (known) return known;
  if (!mapping) throw new Problem('command.usage', { reason: `${source} is an own list: name its --mapping file` });
  const importer = ownListImporter(await readFile(mapping.path, 'utf8'), mapping.name);
  if (importer.description.id !== source)
    throw new Problem('mapping.invalid', {
      file: mapping.name,
      field: 'id',
      reason: `is ${importer.description.id}, but ${source} is being imported`,
    });
  return importer;
}

/** A file that the edition before had and this one lacks would look like the removal of all that stood in it. */
function missingFiles(
  description: SourceDescription,
  files: readonly HashedFile[],
  active: Edition | undefined,
): readonly string[] {
  if (!active) return [];
  return description.forms
    .flatMap((form) => form.files)
    .filter(({ pattern }) => {
      const matches = new RegExp(pattern, 'iu');
      return active.files.some(({ name }) => matches.test(name)) && !files.some(({ name }) => matches.test(name));
    })
    .map(({ role }) => `lacks its ${role} file, which the edition before it had`);
}
