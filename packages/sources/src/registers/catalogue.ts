// Every register that can be imported, by its id.
import type { RegisterImporter } from '../importer.ts';
import { jpNta } from './jp-nta/importer.ts';

export const registerImporters: ReadonlyMap<string, RegisterImporter> = new Map(
  [jpNta].map((importer) => [importer.description.id, importer]),
);
