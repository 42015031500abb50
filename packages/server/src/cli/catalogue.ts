// The message catalogue as the command line speaks it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedFolders } from '../shipped-folders.ts';

export type Catalogue = Readonly<Record<string, string>>;

/** English, until a person's language is known here too. */
export function loadCatalogue(): Catalogue {
  return JSON.parse(readFileSync(path.join(shippedFolders.data, 'messages/en.json'), 'utf8')) as Catalogue;
}
