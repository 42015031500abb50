// The files of a gazetteer in, the edition they make out.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { GazetteerImporter } from '@sekisho/sources/importer.ts';
import { filesOfEdition } from '@sekisho/sources/lists/list-files.ts';
import { countObjections, type EditionContent } from './edition-content.ts';
import type { HashedFile } from './hashed-files.ts';
import type { Parts } from './parts.ts';
import { Reading, rowsCounted, type ToldParts } from './work-progress.ts';

/**
 * An edition is whatever the files have, complete when that is every prefecture: in a part of Japan, or without the codes of
 * offices, what is not found may exist.
 * @throws Problem `file.*` and `list.*` as the importer does, `store.failed`.
 */
export async function readGazetteerEdition(
  importer: GazetteerImporter,
  files: readonly HashedFile[],
  active: Edition | undefined,
  parts: Pick<Parts, 'gazetteerFiles' | 'reference'> & ToldParts,
): Promise<EditionContent> {
  const { gazetteerFiles, reference } = parts;
  const reading = new Reading(importer.description.id, parts);
  const leftOut = new Map<string, number>();
  const rows = importer.readPlaces(files, {
    territories: reference.territories,
    onLeftOut: (what) => leftOut.set(what, (leftOut.get(what) ?? 0) + 1),
    onProgress: (share) => reading.reached(share),
  });
  const { contentSha256, complete, counts, changes } = await gazetteerFiles.build(rowsCounted(rows, reading), active);
  const { form, byRole } = filesOfEdition(files, importer.description);
  return {
    kind: 'gazetteer',
    complete,
    counts: { ...counts, ...Object.fromEntries(leftOut) },
    problems: [],
    changes,
    leftOut: [],
    form,
    roles: new Map([...byRole].flatMap(([role, ofRole]) => ofRole.map(({ name }) => [name, role] as const))),
    outOfBounds: countObjections('places', counts.places, active?.counts['places'], importer.description.bounds),
    keep: () => Promise.resolve({ contentSha256 }),
    discard: () => gazetteerFiles.discard(contentSha256),
  };
}
