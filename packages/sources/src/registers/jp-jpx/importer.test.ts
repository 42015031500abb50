import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { assertProblem } from '../../readers/testing/problems.ts';
import { temporaryFile } from '../../readers/testing/files.ts';
import { workbookOf } from '../../readers/testing/workbook.ts';
import { readRegister, unsaid } from '../testing/read-register.ts';
import { jpJpx } from './importer.ts';

const header = ['日付', 'コード', '銘柄名', '市場・商品区分', '33業種コード', '33業種区分'];
const columns = [...header, '17業種コード', '17業種区分', '規模コード', '規模区分'];
const day = 20261030;
const rest = ['-', '-', '-', '-', '-', '-'];

function read(context: TestContext, rows: readonly (readonly (string | number)[])[], standsAt = '2026-10-30') {
  const bytes = workbookOf({ Sheet1: rows }, {}, 'xls');
  return readRegister(jpJpx, temporaryFile(context, 'data_j.xls', bytes), standsAt);
}

test('companies by code; funds, notes and second classes of share are left out and counted', async (context) => {
  assert.equal(jpJpx.scope({ name: 'data_j.xls', path: '' }, '2026-10-30').date, '2026-10-30');
  const { rows, leftOut } = await read(context, [
    columns,
    [day, 9999, 'さくら見本', 'プライム（内国株式）', 50, '水産・農林業', 1, '食品', 6, 'TOPIX Small 1'],
    [day, '999A', 'ＭＩＨＯＮ', 'PRO Market', 5250, '情報・通信業', 10, '情報通信・サービスその他', '-', '-'],
    [day, 99995, 'さくら見本　優先株式', 'プライム（内国株式）', ...rest],
    [day, 9998, 'ミホンＥＴＦ', 'ETF・ETN', ...rest],
  ]);
  assert.deepEqual(rows, [
    { ...unsaid('2026-10-30'), number: '9999', sequence: 1, name: 'さくら見本', kind: 'プライム（内国株式）' },
    { ...unsaid('2026-10-30'), number: '999A', sequence: 2, name: 'ＭＩＨＯＮ', kind: 'PRO Market' },
  ]);
  assert.deepEqual(leftOut, ['other classes of share', 'funds and notes']);
});

test('what is not the list as we know it is refused', async (context) => {
  const row = [day, 9999, 'さくら見本', 'プライム（内国株式）', ...rest];
  const changed = (at: number, value: string | number) => [columns, row.with(at, value)];
  await assertProblem(() => read(context, changed(3, '地方市場')), 'list.unknown-value', {
    value: '地方市場',
    line: 2,
  });
  await assertProblem(() => read(context, changed(1, 'B999')), 'list.unknown-value', { field: 'コード' });
  await assertProblem(() => read(context, changed(0, 20261301)), 'list.date', { value: '20261301' });
  await assertProblem(() => read(context, [columns, row], '2026-09-30'), 'edition.date', { value: '2026-09-30' });
  await assertProblem(
    () =>
      read(context, [
        [...columns, '備考'],
        [...row, 'x'],
      ]),
    'list.unknown-column',
    { column: '備考' },
  );
  await assertProblem(() => read(context, [['x']]), 'file.unexpected');
});
