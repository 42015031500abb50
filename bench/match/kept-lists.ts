// Lists in, a data folder in which each is in use out: without their files, as what is measured comes after the import.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { openParts, type OpenParts } from '@sekisho/server/open-parts.ts';
import { fileURLToPath } from 'node:url';
import type { RealList } from '../search/real-lists.ts';

export function openFolder(folder: string): Promise<OpenParts> {
  const referencePath = fileURLToPath(new URL('../../data/', import.meta.url));
  const settings = { folderPath: folder, keysPath: `${folder}-keys`, witnesses: [], referencePath, userName: 'bench' };
  return openParts(settings, { makesFolder: true });
}

export async function keepLists(folder: string, lists: readonly RealList[]): Promise<void> {
  const parts = await openFolder(folder);
  try {
    for (const { source, entities } of lists) {
      const { contentSha256 } = await parts.editionFiles.saveList(entities);
      const at = parts.clock();
      const edition: Edition = {
        id: contentSha256,
        source,
        kind: 'list',
        publishedOn: at.slice(0, 10),
        complete: true,
        importerVersion: 1,
        files: [],
        counts: { entities: entities.length },
        problems: [],
        contentSha256,
      };
      await parts.store.write(async (writer) => {
        await writer.saveEdition(edition, at);
        await writer.activateEdition(source, edition.id);
        await writer.seal('edition-imported', edition.id, { by: 'bench' }, at);
      });
    }
    await parts.index.over(await parts.store.activeEditions());
  } finally {
    await parts.close();
  }
}
