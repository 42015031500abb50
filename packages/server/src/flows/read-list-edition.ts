// The files of a list in, its content stored and held against the edition before it out.
import { readFile } from 'node:fs/promises';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ListImporter } from '@sekisho/sources/importer.ts';
import { ownListImporter } from '@sekisho/sources/catalogue.ts';
import { deltaOf } from './delta.ts';
import type { EditionContent, HashedFile } from './import-edition.ts';
import type { Parts } from './parts.ts';

const OWN_LIST_PREFIX = 'own-';

export async function readListEdition(
  source: string,
  files: readonly HashedFile[],
  mapping: HashedFile | undefined,
  active: Edition | undefined,
  parts: Parts,
): Promise<EditionContent> {
  const importer = await importerOf(source, mapping, parts);
  const { entities, problems, counts } = await importer.read(files, {
    territories: parts.reference.territories,
    onProgress: (share) => parts.onProgress?.(`reading ${source}`, share),
  });
  if (entities.length === 0) throw new Problem('edition.bounds', { source, reason: 'holds no entries at all' });
  const before = active ? await parts.editionFiles.loadList(active.contentSha256) : [];
  const { added, changed, removed } = deltaOf({ source, to: '' }, before, entities);
  return {
    kind: 'list',
    complete: true,
    counts,
    problems,
    changes: { added: added.length, changed: changed.length, removed: removed.length },
    outOfBounds: [
      ...shrunk(before, entities, importer.description.bounds.maxShrinkPercent),
      ...missingFiles(importer, files, active),
    ],
    keep: async () => (await parts.editionFiles.saveList(entities)).contentSha256,
    discard: () => Promise.resolve(),
  };
}

async function importerOf(
  source: string,
  mapping: HashedFile | undefined,
  { listImporters, registerImporters }: Parts,
): Promise<ListImporter> {
  const known = listImporters.get(source);
  if (known && mapping)
    throw new Problem('command.usage', { reason: `${source} has its own layout and takes no mapping` });
  if (known) return known;
  if (!source.startsWith(OWN_LIST_PREFIX))
    throw new Problem('source.unknown', {
      source,
      known: [...listImporters.keys(), ...registerImporters.keys(), `${OWN_LIST_PREFIX}…`].join(', '),
    });
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

function shrunk(before: readonly Entity[], after: readonly Entity[], maxShrinkPercent: number): readonly string[] {
  const lost = before.length - after.length;
  return before.length * maxShrinkPercent < lost * 100
    ? [
        `has ${String(after.length)} entries, the edition before it ${String(before.length)}: more than ${String(maxShrinkPercent)} % are gone`,
      ]
    : [];
}

/** A file that the edition before had and this one lacks would look like the removal of all that stood in it. */
function missingFiles(
  { description }: ListImporter,
  files: readonly HashedFile[],
  active: Edition | undefined,
): readonly string[] {
  if (!active) return [];
  return description.files
    .filter(({ pattern }) => {
      const matches = new RegExp(pattern, 'iu');
      return active.files.some(({ name }) => matches.test(name)) && !files.some(({ name }) => matches.test(name));
    })
    .map(({ role }) => `lacks its ${role} file, which the edition before it had`);
}
