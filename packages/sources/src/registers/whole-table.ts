// For registers whose files are a whole table and say no date in their names: what a file stands for, and each number once.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem, type RecordProblem } from '@sekisho/engine/model/problem.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { ImportContext, RegisterFileScope, RegisterImporter, SourceFile } from '../importer.ts';
import type { FileOfList } from '../readers/file-of-list.ts';

/** A full set of the day of the edition, of companies that are not all there are; no diff follows on it. */
export const wholeTable: Pick<RegisterImporter, 'scope' | 'follows' | 'isWhole'> = {
  scope: (file: SourceFile, publishedOn: CalendarDate): RegisterFileScope => ({
    file,
    part: 'full',
    date: publishedOn,
  }),
  follows: () => false,
  isWhole: () => false,
};

/** The day the file stands for. @throws Problem `edition.date` when nobody says. */
export function standsAtOf({ standsAt }: Pick<ImportContext, 'standsAt'>, where: FileOfList): CalendarDate {
  if (standsAt === undefined)
    throw new Problem('edition.date', { ...where, field: 'published', reason: 'is not known' });
  return standsAt;
}

/** Takes rows and lets them through. @throws Problem `list.duplicate-record` for a number that came before. */
export function eachNumberOnce(where: FileOfList): (row: RegisterRow) => RegisterRow {
  const seen = new Set<string>();
  return (row) => {
    if (seen.has(row.number))
      throw new Problem('list.duplicate-record', { ...where, line: row.sequence, record: row.number });
    seen.add(row.number);
    return row;
  };
}

/** Hands over what is wrong with a value that the row can go without. @throws Problem, the same, where nobody takes it. */
export function report({ onProblem }: Pick<ImportContext, 'onProblem'>, { code, facts }: RecordProblem): void {
  if (!onProblem) throw new Problem(code, facts);
  onProblem({ code, facts });
}
