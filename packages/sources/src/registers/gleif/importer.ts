// The files of GLEIF (LEI records, relationships, reporting exceptions; XML) in, register rows and relations out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { readXml } from '../../readers/xml.ts';
import type { Report } from './day-of.ts';
import { follows, isWhole, scopeOf } from './file-scope.ts';
import { mapRecord } from './map-record.ts';
import { mapException, mapRelationship } from './map-relation.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const gleif: RegisterImporter = {
  description,
  version: 1,
  scope: (file) => scopeOf(file, description.id),
  read,
  readRelations,
  follows,
  isWhole,
};

/** The golden copy of 2.5 million records is some 10 GB of XML. */
const MAX_BYTES = 64 * 1024 ** 3;
const zipLimits = { extension: 'xml', maxBytes: MAX_BYTES, maxRatio: 100, maxEntries: 4 };

const records = {
  'LEIData/LEIHeader': 'header',
  'LEIData/LEIRecords/LEIRecord': 'company',
  'RelationshipData/Header': 'header',
  'RelationshipData/RelationshipRecords/RelationshipRecord': 'relationship',
  'ReportingExceptionData/Header': 'header',
  'ReportingExceptionData/ReportingExceptions/Exception': 'exception',
} as const;
const paths = Object.keys(records);

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const report = context.onProblem ?? ignoreProblem;
  let sequence = 0;
  for await (const batch of elementsOf(file, context, ['LEIHeader', 'LEIRecord']))
    yield batch.records
      .map((record) => mapRecord(record, ++sequence, batch.day, report))
      .filter((row) => row !== undefined);
}

async function* readRelations(file: SourceFile, context: ImportContext): AsyncGenerator<readonly NumberedRelation[]> {
  const report = context.onProblem ?? ignoreProblem;
  for await (const batch of elementsOf(file, context, ['Header', 'RelationshipRecord', 'Exception']))
    yield batch.records.flatMap((record) =>
      record.name === 'Exception' ? mapException(record, report) : mapRelationship(record, report),
    );
}

const ignoreProblem: Report = () => undefined;

/** The records of a file in batches, with the day its header states; in the end, whether they are as many as it says. */
async function* elementsOf(
  file: SourceFile,
  context: ImportContext,
  names: readonly string[],
): AsyncGenerator<{ readonly records: readonly StrictElement[]; readonly day: string }> {
  const settings = { list: description.id, records: paths, dropsPrefixes: true, maxBytes: MAX_BYTES };
  let header: { readonly day: string; readonly count: number } | undefined;
  let count = 0;
  for await (const batch of readUnpacked(file, description.id, zipLimits, (xml) => readXml(xml, settings))) {
    const found = batch.records.filter((record) => {
      if (!names.includes(record.name))
        throw new Problem('file.unexpected', { ...record.where, reason: `it has ${record.name} elements in it` });
      if (!record.name.endsWith('Header')) return true;
      header = headerOf(record);
      return false;
    });
    if (found.length > 0) {
      if (!header)
        throw new Problem('list.missing-field', { list: description.id, file: file.name, column: 'ContentDate' });
      yield { records: found, day: header.day };
    }
    count += found.length;
    context.onProgress?.(batch.share);
  }
  if (header && header.count !== count)
    context.onProblem?.({
      code: 'list.unexpected-shape',
      facts: {
        list: description.id,
        file: file.name,
        reason: `its header states ${header.count} records, it has ${count}`,
      },
    });
}

function headerOf(header: StrictElement): { readonly day: string; readonly count: number } {
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(header.take('ContentDate'))?.[1];
  if (day === undefined) throw new Problem('list.date', { ...header.where, field: 'ContentDate' });
  header.ignore('FileContent', 'DeltaStart', 'Originator', 'NextVersion', 'Extension');
  const count = Number(header.take('RecordCount'));
  header.done();
  return { day, count };
}
