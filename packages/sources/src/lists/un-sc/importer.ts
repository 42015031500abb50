// The XML file of the UN Security Council's consolidated list in, its entities out.
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readXml } from '../../readers/xml.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapRecord } from './map.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const unSc: ListImporter = { description, version: 1, read };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const reading = new ReadingInProgress('individuals', 'bodies', 'aliases', 'addresses', 'documents');
  const settings = {
    list: description.id,
    records: ['CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL', 'CONSOLIDATED_LIST/ENTITIES/ENTITY'],
    ignoredAttributes: ['dateGenerated'],
  };
  for await (const { records, share } of readXml(file, settings)) {
    for (const record of records) {
      const entity = mapRecord(record, description, { territories: context.territories, reading });
      reading.add(entity, record.where);
      reading.count(record.name === 'INDIVIDUAL' ? 'individuals' : 'bodies');
      reading.count('addresses', entity.addresses.length);
    }
    context.onProgress?.(share);
  }
  return reading.finish();
}
