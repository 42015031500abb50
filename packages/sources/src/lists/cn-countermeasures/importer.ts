// The table of Chinese counter-measures in, its entities out.
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readCsv } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { entityFrom, listingOf, type Listing } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const cnCountermeasures: ListImporter = { description, version: 1, read };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const reading = new ReadingInProgress('rows', 'persons', 'bodies', 'ended');
  const reader = { territories: context.territories, reading };
  const rows = await readCsv(file, { list: description.id, encodings: ['utf-8'], columns: 'first-row' });
  const listingsById = new Map<string, [Listing, ...Listing[]]>();
  for (const row of rows) {
    const listing = listingOf(row, reader);
    const before = listingsById.get(listing.recordId);
    if (before) before.push(listing);
    else listingsById.set(listing.recordId, [listing]);
    reading.count('rows');
  }
  const days = [...listingsById.values()].flat().map(({ listedOn }) => listedOn ?? '');
  const knownOn = days.reduce((newest, day) => (newest < day ? day : newest), '');
  for (const listings of listingsById.values()) {
    const entity = entityFrom(listings, knownOn, description, reader);
    reading.add(entity, listings[0].where);
    reading.count(entity.schema === 'Person' ? 'persons' : 'bodies');
    if (entity.delistedOn !== undefined) reading.count('ended');
  }
  context.onProgress?.(1);
  return reading.finish();
}
