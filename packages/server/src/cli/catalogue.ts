// The message catalogue as the command line speaks it.
import { readFileSync } from 'node:fs';

export type Catalogue = Readonly<Record<string, string>>;

/** English, until a person's language is known here too. */
export function loadCatalogue(): Catalogue {
  return JSON.parse(readFileSync(new URL('../../../../data/messages/en.json', import.meta.url), 'utf8')) as Catalogue;
}
