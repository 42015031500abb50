// What a register says of a company, some of it perhaps absent, in; a whole register row out, with what a register without a history leaves unsaid.
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { withoutAbsent } from './without-absent.ts';

/** As a row, where any value may be undefined. */
type StatedValues = { readonly [K in keyof RegisterRow]?: RegisterRow[K] | undefined };

/** @param day that the file stands for: of the update and the change, where nothing else is given. */
export function statedRow(
  day: CalendarDate,
  values: StatedValues & Pick<RegisterRow, 'number' | 'name' | 'sequence'>,
): RegisterRow {
  return {
    process: 'stated',
    kind: 'not-stated',
    latest: true,
    updatedOn: day,
    changedOn: day,
    nameIsSubstitute: false,
    addressIsSubstitute: false,
    excludedFromSearch: false,
    ...(withoutAbsent(values) as Partial<RegisterRow> & Pick<RegisterRow, 'number' | 'name' | 'sequence'>),
  };
}
