// JSON files of Red Notices (pages of results, or notices in full) in, one entity a notice out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { ImportContext, ListImporter, ListReading, SourceFile } from '../../importer.ts';
import { readJson } from '../../readers/json.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { filesByRole } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { mapNotice, recordIdOf } from './map.ts';
import { isFull, PageShape, shapeOfNotice, type Notice } from './notice.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const interpolRed: ListImporter = { description, version: 1, read };

type Where = { readonly list: string; readonly file: string; readonly record: string };

async function read(files: readonly SourceFile[], context: ImportContext): Promise<ListReading> {
  const reading = new ReadingInProgress('notices', 'repeated', 'warrants');
  const noticeById = new Map<string, { readonly notice: Notice; readonly where: Where }>();
  for (const file of filesByRole(files, description).get('notices') ?? []) {
    const fileOfList = { list: description.id, file: file.name };
    const values = noticesIn(await readJson(file, description.id), fileOfList);
    values.forEach((value, index) => {
      const where = { ...fileOfList, record: `${index + 1} of ${values.length}` };
      const notice = parseShape(shapeOfNotice(value), value, 'list.unexpected-shape', where);
      const id = recordIdOf(notice.entity_id);
      const known = noticeById.get(id);
      reading.count('notices');
      if (known) reading.count('repeated');
      noticeById.set(id, {
        notice: known ? fuller(known.notice, notice, where) : notice,
        where: { ...where, record: id },
      });
    });
  }
  for (const { notice, where } of noticeById.values()) {
    reading.add(mapNotice(notice, description, where, { territories: context.territories, reading }), where);
    if (isFull(notice)) reading.count('warrants', notice.arrest_warrants?.length ?? 0);
  }
  context.onProgress?.(1);
  return reading.finish();
}

/** One array of notices, an array of pages (each an array), or pages as the interface sends them. */
function noticesIn(value: unknown, where: { readonly list: string; readonly file: string }): readonly unknown[] {
  const pages: readonly unknown[] = Array.isArray(value) ? value : [value];
  return pages.flatMap((page) =>
    Array.isArray(page) ? (page as unknown[]) : isNotice(page) ? [page] : ofPage(page, where),
  );
}

function ofPage(page: unknown, where: { readonly list: string; readonly file: string }): readonly unknown[] {
  return parseShape(PageShape, page, 'list.unexpected-shape', where)._embedded.notices;
}

function isNotice(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'entity_id' in value;
}

/**
 * Slices of a query overlap, so a notice may come twice; and once in the results and once in full.
 * @throws Problem `list.duplicate-record` when two notices of one id differ.
 */
function fuller(known: Notice, again: Notice, where: Where): Notice {
  const [long, short] = isFull(again) ? [again, known] : [known, again];
  const same = Object.entries(short).every(
    ([key, value]) => key === '_links' || canonicalJson(long[key as keyof Notice]) === canonicalJson(value),
  );
  if (!same) throw new Problem('list.duplicate-record', { ...where, record: again.entity_id });
  return long;
}
