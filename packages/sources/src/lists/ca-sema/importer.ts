// The XML file of the Canadian autonomous sanctions list in, its entities out.
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readXml } from '../../readers/xml.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapRecord } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const caSema: ListImporter = { description, version: 1, read };

const settings = { list: description.id, records: ['data-set/record'] };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const reading = new ReadingInProgress('persons', 'bodies', 'ships', 'aliases');
  const places = new Map<string, number>();
  for await (const { records, share } of readXml(file, settings)) {
    for (const record of records) {
      const entity = mapRecord(record, description, { territories: context.territories, reading });
      const place = (places.get(entity.recordId) ?? 0) + 1;
      places.set(entity.recordId, place);
      // two of one name in one regime: the second to be listed stands behind the first
      const recordId = place === 1 ? entity.recordId : `${entity.recordId}-${place}`;
      reading.add({ ...entity, recordId, id: `${description.id}:${recordId}` }, record.where);
      reading.count(entity.schema === 'Person' ? 'persons' : entity.schema === 'Vessel' ? 'ships' : 'bodies');
      reading.count('aliases', entity.names.length - 1);
    }
    context.onProgress?.(share);
  }
  return reading.finish();
}
