// For tests: a register's file in, its rows and all that is said of the others out.
import type { RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { RegisterImporter, SourceFile } from '../../importer.ts';

const territories = buildTerritories(referenceFiles);

export interface RegisterReading {
  readonly rows: readonly RegisterRow[];
  readonly problems: readonly RecordProblem[];
  readonly leftOut: readonly string[];
}

export async function readRegister(
  importer: RegisterImporter,
  file: SourceFile,
  standsAt?: string,
): Promise<RegisterReading> {
  const rows: RegisterRow[] = [];
  const problems: RecordProblem[] = [];
  const leftOut: string[] = [];
  const context = {
    territories,
    ...(standsAt !== undefined && { standsAt }),
    onProblem: (problem: RecordProblem) => problems.push(problem),
    onLeftOut: (what: string) => leftOut.push(what),
  };
  for await (const batch of importer.read(file, context)) rows.push(...batch);
  return { rows, problems, leftOut };
}

/** A row as it comes where a register leaves the rest unsaid. */
export function unsaid(day: string): Omit<RegisterRow, 'number' | 'name' | 'sequence'> {
  return {
    process: 'stated',
    kind: 'not-stated',
    latest: true,
    updatedOn: day,
    changedOn: day,
    nameIsSubstitute: false,
    addressIsSubstitute: false,
    excludedFromSearch: false,
  };
}
