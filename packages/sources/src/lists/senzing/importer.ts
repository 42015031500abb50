// A file of Senzing records, one a line, in; an entity a record out. An importer for each id that a user gives such a file.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { stat } from 'node:fs/promises';
import type { ImportContext, ListImporter, ListReading, ListStream, SourceFile } from '../../importer.ts';
import { readJsonLines } from '../../readers/json-lines.ts';
import { readSourceDescription, type CheckedDescription } from '../../readers/source-description.ts';
import { TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import type { FtmReader } from '../opensanctions/country.ts';
import { features, identifiers, ignoredAttributes, values } from './attributes.ts';
import { linkedEntitiesOf, putMapped, sendLinks } from './join.ts';
import { mapSenzing } from './map.ts';

/** How the ids of such lists begin. */
export const SENZING_PREFIX = 'senzing-';

const VERSION = 1;
const BATCH = 500;
const SHARE_READ = 0.7;

const written = readSourceDescription(new URL('./source.yml', import.meta.url));

/** @param id that its user gave it: `senzing-group-watchlist`. */
export function senzingImporter(id: string): ListImporter {
  const description: CheckedDescription = {
    ...written,
    id,
    title: `Senzing records ${id.slice(SENZING_PREFIX.length)}`,
    taken: [...written.taken, ...takenAttributes()],
    ignored: [...ignoredAttributes].map(([field, reason]) => ({ field, reason })),
  };
  return {
    description,
    version: VERSION,
    read: (files, context) => read(files, context, description),
    stream: (files, context) => stream(files, context, description),
  };
}

function takenAttributes(): { readonly field: string; readonly to: string }[] {
  const fieldOfFeature = {
    name: 'names',
    address: 'addresses',
    phone: 'phones',
    pointer: 'links',
    anchor: 'links',
    group: 'links',
  };
  return [
    ...Object.entries(features).map(([feature, names]) => ({
      field: names.join(', '),
      to: fieldOfFeature[feature as keyof typeof fieldOfFeature],
    })),
    ...[...identifiers].map(([number, { country, kind }]) => ({
      field: [number, country, kind].filter((name) => name !== undefined).join(', '),
      to: 'identifiers',
    })),
    ...[...values].map(([field, rule]) => ({ field, to: 'to' in rule ? rule.to : 'remarks' })),
  ];
}

async function read(
  files: readonly SourceFile[],
  context: ImportContext,
  description: CheckedDescription,
): Promise<ListReading> {
  const { batches, summary } = stream(files, context, description);
  const entities: Entity[] = [];
  for await (const batch of batches) entities.push(...batch);
  return { entities, ...summary() };
}

function stream(files: readonly SourceFile[], context: ImportContext, description: CheckedDescription): ListStream {
  const reading = new ReadingInProgress('records', 'names', 'addresses', 'relations');
  const reader: FtmReader = { territories: context.territories, reading, source: description.id };
  const told = { entities: 0 };
  return {
    batches: batchesOf(files, context, description, reader, told),
    summary: () => {
      const { problems, counts } = reading.finish();
      return { problems, counts: { ...counts, entities: told.entities } };
    },
  };
}

async function* batchesOf(
  files: readonly SourceFile[],
  context: ImportContext,
  description: CheckedDescription,
  reader: FtmReader,
  told: { entities: number },
): AsyncGenerator<readonly Entity[]> {
  const { id: list } = description;
  const file = requiredFile(filesByRole(files, description), 'records', list);
  const buckets = new TemporaryBuckets((await stat(file.path)).size, { list, file: file.name });
  try {
    for await (const { lines, share } of readJsonLines(file, list)) {
      for (const { read, line } of lines) {
        const mapped = mapSenzing(read(), { list, file: file.name, line }, reader);
        reader.reading.count('records');
        reader.reading.count('names', mapped.entity.names.length);
        reader.reading.count('relations', mapped.pointers.length);
        putMapped(buckets, mapped);
      }
      await buckets.settle();
      context.onProgress?.(share * SHARE_READ);
    }
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      sendLinks(buckets, bucket);
      await buckets.settle();
    }
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      const entities = linkedEntitiesOf(buckets, bucket, file.name, reader);
      told.entities += entities.length;
      for (let start = 0; start < entities.length; start += BATCH) yield entities.slice(start, start + BATCH);
    }
    context.onProgress?.(1);
  } finally {
    await buckets.remove();
  }
}
