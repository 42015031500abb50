// Every gazetteer that can be imported, by its id.
import type { GazetteerImporter } from '../importer.ts';
import { jpGeolonia } from './jp-geolonia/importer.ts';
import { jpPost } from './jp-post/importer.ts';

const importers: readonly GazetteerImporter[] = [jpGeolonia, jpPost];

/** Adding a gazetteer: its folder beside this file, and its importer here. */
export const gazetteerImporters: ReadonlyMap<string, GazetteerImporter> = new Map(
  importers.map((importer) => [importer.description.id, importer]),
);
