// For tests: files of a gazetteer in, its rows and what was left out of them out.
import type { GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import type { GazetteerImporter, SourceFile } from '../../importer.ts';

export async function readPlaces(
  importer: GazetteerImporter,
  files: readonly SourceFile[],
): Promise<{ readonly rows: readonly GazetteerRow[]; readonly leftOut: readonly string[] }> {
  const rows: GazetteerRow[] = [];
  const leftOut: string[] = [];
  const context = {
    territories: { codeOf: () => undefined },
    onLeftOut: (what: string) => leftOut.push(what),
  };
  for await (const batch of importer.readPlaces(files, context)) rows.push(...batch);
  return { rows, leftOut };
}
