// A file of Japan's corporate numbers (法人番号) in, its rows out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterImporter, SourceFile } from '../../importer.ts';
import { readCsvBatches } from '../../readers/csv.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { unpackOnly } from '../../readers/unpack-only.ts';
import { columns } from './columns.ts';
import { isWhole, scopeOf } from './file-names.ts';
import { mapRow } from './map.ts';
import { follows } from './working-days.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const jpNta: RegisterImporter = {
  description,
  version: 1,
  scope: (file) => scopeOf(file, description.id),
  read,
  follows,
  isWhole,
};

const zipLimits = {
  extension: 'csv',
  /** The nationwide file was 1.3 GB in 2024 and grows by a few per cent a year. */
  maxBytes: 8 * 1024 ** 3,
  /** Text of this kind packs to a sixth; a hundredth is a bomb. */
  maxRatio: 100,
  /** The CSV, and at most its signature beside it. */
  maxEntries: 4,
};

async function* read(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  if (!/\.zip$/i.test(file.name)) {
    yield* readRows(file, context);
    return;
  }
  const unpacked = await unpackOnly(file, description.id, zipLimits);
  try {
    checkInnerName(file, unpacked.name);
    yield* readRows({ name: file.name, path: unpacked.path }, context);
  } finally {
    await unpacked.remove();
  }
}

/** A file named for one day or prefecture may hold another: somebody renamed it. */
function checkInnerName(file: SourceFile, inner: string): void {
  const bare = (name: string) => name.toLowerCase().replace(/\.(?:csv|zip)$/, '');
  if (bare(inner) !== bare(file.name))
    throw new Problem('file.unexpected', { list: description.id, file: file.name, reason: `"${inner}" is in it` });
}

/** UTF-8 first: Shift_JIS text is hardly ever valid UTF-8, while every UTF-8 text passes for some Shift_JIS. */
async function* readRows(file: SourceFile, context: ImportContext): AsyncGenerator<readonly RegisterRow[]> {
  const settings = { list: description.id, encodings: ['utf-8', 'shift_jis'], columns } as const;
  for await (const { layout, rows, share } of readCsvBatches(file, settings)) {
    yield rows.map(({ line, values }) => mapRow(layout.recordAt(line, values)));
    context.onProgress?.(share);
  }
}
