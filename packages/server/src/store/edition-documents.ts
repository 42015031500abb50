// The document of an edition as it is kept in, the edition out: every vetting asks for all that are in use, each is read once.
import type { Edition } from '@sekisho/engine/model/edition.ts';

const read = new Map<string, Edition>();
const MOST_READ = 1000;

/** The same document is the same edition. */
export function editionIn(document: string): Edition {
  const known = read.get(document);
  if (known) return known;
  const edition = JSON.parse(document) as Edition;
  if (MOST_READ <= read.size) read.clear();
  read.set(document, edition);
  return edition;
}
