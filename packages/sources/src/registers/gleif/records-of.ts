// A file of GLEIF in any of its forms in, its records as elements out, in batches.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { readJsonArray } from '../../readers/json-array.ts';
import { StrictElement } from '../../readers/strict-element.ts';
import { readUnpacked } from '../../readers/unpacked.ts';
import { readXml } from '../../readers/xml.ts';
import { elementsOfColumns } from './csv-elements.ts';
import { formOf, scopeOf, type GleifForm } from './file-scope.ts';
import { elementOfObject } from './json-elements.ts';

const list = 'gleif';

export interface GleifBatch {
  readonly records: readonly StrictElement[];
  /** The day the file stands for: by its header, else by its name. */
  readonly day: string;
}

interface ReadBatch {
  readonly records: readonly StrictElement[];
  readonly share: number;
}

/** The golden copy of 2.5 million records is some 10 GB of XML. */
const MAX_BYTES = 64 * 1024 ** 3;
const zipLimits = { maxBytes: MAX_BYTES, maxRatio: 100, maxEntries: 4 };

/**
 * In the end, whether they are as many as an XML file's header says.
 * @param names of the records that the file may have.
 * @throws Problem `file.unexpected` for a file with others, and as the reader of its form does.
 */
export async function* recordsOf(
  file: SourceFile,
  context: ImportContext,
  names: readonly string[],
): AsyncGenerator<GleifBatch> {
  const form = formOf(file);
  let header: { readonly day: string; readonly count: number } | undefined;
  let count = 0;
  for await (const batch of readUnpacked(file, list, { ...zipLimits, extension: form }, readers[form])) {
    const found = batch.records.filter((record) => {
      if (form === 'xml' && record.name.endsWith('Header')) {
        header = headerOf(record);
        return false;
      }
      if (!names.includes(record.name))
        throw new Problem('file.unexpected', { ...record.where, reason: `it has ${record.name} elements in it` });
      return true;
    });
    if (found.length > 0) {
      if (form === 'xml' && !header)
        throw new Problem('list.missing-field', { list, file: file.name, column: 'ContentDate' });
      yield { records: found, day: header?.day ?? scopeOf(file, list).date };
    }
    count += found.length;
    context.onProgress?.(batch.share);
  }
  if (header && header.count !== count)
    context.onProblem?.({
      code: 'list.unexpected-shape',
      facts: { list, file: file.name, reason: `its header states ${header.count} records, it has ${count}` },
    });
}

const xmlRecords = [
  'LEIData/LEIHeader',
  'LEIData/LEIRecords/LEIRecord',
  'RelationshipData/Header',
  'RelationshipData/RelationshipRecords/RelationshipRecord',
  'ReportingExceptionData/Header',
  'ReportingExceptionData/ReportingExceptions/Exception',
];

/** The member of a JSON file that has the records, and what they are. */
const jsonRecords: Readonly<Record<string, string>> = {
  records: 'LEIRecord',
  relations: 'RelationshipRecord',
  exceptions: 'Exception',
};

const readers: Readonly<Record<GleifForm, (file: SourceFile) => AsyncIterable<ReadBatch>>> = {
  xml: (file) => readXml(file, { list, records: xmlRecords, dropsPrefixes: true, maxBytes: MAX_BYTES }),
  csv: readCsvRecords,
  json: readJsonRecords,
};

async function* readCsvRecords(file: SourceFile): AsyncGenerator<ReadBatch> {
  const where: FileOfList = { list, file: file.name };
  let elementOf: ReturnType<typeof elementsOfColumns> | undefined;
  for await (const { layout, rows, share } of readCsvBatches(file, {
    list,
    encodings: ['utf-8'],
    columns: 'first-row',
  })) {
    elementOf ??= elementsOfColumns(layout);
    const make = elementOf;
    yield { records: rows.map((row) => new StrictElement(where, make(row))), share };
  }
}

async function* readJsonRecords(file: SourceFile): AsyncGenerator<ReadBatch> {
  const where: FileOfList = { list, file: file.name };
  for await (const { member, objects, share } of readJsonArray(file, list)) {
    const records = objects.map((object) => new StrictElement(where, elementOfObject(object, where)));
    const other = records.find(({ name }) => member !== undefined && name !== jsonRecords[member]);
    if (other) throw new Problem('file.unexpected', { ...other.where, reason: `"${member}" has ${other.name} in it` });
    yield { records, share };
  }
}

function headerOf(header: StrictElement): { readonly day: string; readonly count: number } {
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(header.take('ContentDate'))?.[1];
  if (day === undefined) throw new Problem('list.date', { ...header.where, field: 'ContentDate' });
  header.ignore('FileContent', 'DeltaStart', 'Originator', 'NextVersion', 'Extension');
  const count = Number(header.take('RecordCount'));
  header.done();
  return { day, count };
}
