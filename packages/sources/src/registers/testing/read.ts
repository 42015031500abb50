// For tests: an importer of a register and a file in, its rows and the problems told out.
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { RegisterImporter, SourceFile } from '../../importer.ts';

const territories = buildTerritories(referenceFiles);

export interface RegisterReading {
  readonly rows: readonly RegisterRow[];
  readonly problems: readonly RecordProblem[];
}

export async function readRegister(
  importer: RegisterImporter,
  file: SourceFile,
  standsAt: string,
): Promise<RegisterReading> {
  const problems: RecordProblem[] = [];
  const rows: RegisterRow[] = [];
  const context = { territories, standsAt, onProblem: (problem: RecordProblem) => problems.push(problem) };
  for await (const batch of importer.read(file, context)) rows.push(...batch);
  return { rows, problems };
}
