// For tests: a number and a name in, a row of a register of invented companies of Japan out.
import type { RegisterRow } from '@sekisho/engine/model/register.ts';

export function inventedRow(number: string, name: string, more: Partial<RegisterRow> = {}): RegisterRow {
  return {
    number,
    sequence: 1,
    process: '01',
    latest: true,
    updatedOn: '2026-10-30',
    changedOn: '2015-10-05',
    name,
    nameIsSubstitute: false,
    kind: '301',
    prefecture: '東京都',
    city: '港区',
    street: '芝９丁目９番９号',
    addressIsSubstitute: false,
    assignedOn: '2015-10-05',
    excludedFromSearch: false,
    ...more,
  };
}
