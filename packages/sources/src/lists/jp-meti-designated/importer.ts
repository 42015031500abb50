// The source of a list of designated parties (特定団体) in, an importer of its PDF out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';
import { linesOfPage } from '../../readers/pdf-lines.ts';
import { readPdf } from '../../readers/pdf.ts';
import { readSourceDescription, type CheckedDescription } from '../../readers/source-description.ts';
import { filesByRole, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { entriesOfLines } from './entries.ts';
import { entityOfParts } from './map.ts';
import { partsOfEntry } from './parts.ts';

/** Whose bodies a list names. */
export interface DesignatedRegion {
  /** In the words of its heading: `ロシア連邦`. */
  readonly heading: string;
  /** Of all its bodies, where it is of one country: ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
}

/**
 * METI's bodies to which exports are forbidden under 外国為替及び外国貿易法 第48条第3項, in one PDF for each region. The number
 * within the list is the record's id: new entries are put behind the last one.
 * @param source the place of the list's `source.yml`.
 */
export function designatedParties(source: URL, region: DesignatedRegion): ListImporter {
  const description = readSourceDescription(source);
  return { description, version: 1, read: (files, context) => read(files, context, description, region) };
}

async function read(
  files: readonly SourceFile[],
  { territories, onProgress }: ImportContext,
  description: CheckedDescription,
  region: DesignatedRegion,
): Promise<ListReading> {
  const reading = new ReadingInProgress('englishAliases', 'japaneseAliases', 'addresses');
  const file = requiredFile(filesByRole(files, description), 'list', description.id);
  const where: FileOfList = { list: description.id, file: file.name };
  const lines = (await readPdf(file, description.id)).flatMap(linesOfPage);
  onProgress?.(0.8);
  const { entries, changedOn } = entriesOfLines(lines, region.heading, where);
  if (entries.length === 0)
    throw new Problem('list.unexpected-shape', { ...where, reason: 'it has no numbered entries' });
  const reader = { description, territories, reading, country: region.country };
  let expected = changedOn === undefined ? entries[0]?.number : 1;
  for (const { number, page, lines: entryLines } of entries) {
    const place = { ...where, record: String(number) };
    if (number !== expected)
      reading.report('list.unexpected-shape', { ...place, reason: `number ${expected} is left out on page ${page}` });
    expected = number + 1;
    const parts = partsOfEntry(entryLines, place);
    const entity = entityOfParts(String(number), parts, place, reader);
    reading.add(entity, place);
    reading.count('englishAliases', parts.englishAliases.length);
    reading.count('japaneseAliases', parts.japaneseAliases.length);
    reading.count('addresses', entity.addresses.length);
  }
  onProgress?.(1);
  return reading.finish(changedOn);
}
