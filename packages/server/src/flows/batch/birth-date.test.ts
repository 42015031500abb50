import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildBatchColumns } from '@sekisho/engine/reference/batch-columns.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { birthDateOf } from './birth-date.ts';

const { eras } = buildBatchColumns(referenceFiles);

const whole = '1980-05-01..1980-05-01';
const readings = {
  '1980-05-01': whole,
  '1980/5/1': whole,
  '1980.05.01': whole,
  19800501: whole,
  '1980-05-01T00:00:00Z': whole,
  '1980-05-01 00:00:00': whole,
  '1.5.1980': whole,
  '01.05.1980': whole,
  '1 May 1980': whole,
  '01-MAY-1980': whole,
  'May 1, 1980': whole,
  '1st of May 1980': whole,
  '1980年5月1日': whole,
  '１９８０年５月１日生': whole,
  昭和55年5月1日: whole,
  'S55.5.1': whole,
  '1980년 5월 1일': whole,
  '25/12/1980': '1980-12-25..1980-12-25',
  '12/25/1980': '1980-12-25..1980-12-25',
  '05/05/1980': '1980-05-05..1980-05-05',
  '03/04/1980': '1980-01-01..1980-12-31 ?',
  平成元年: '1989-01-01..1989-12-31',
  令和2年2月: '2020-02-01..2020-02-29',
  'May 1980': '1980-05-01..1980-05-31',
  1980: '1980-01-01..1980-12-31',
  '13/14/1980': '',
  '31.2.1980': '',
  '5/1/80': '',
  29342: '',
  昭和0年: '',
  Sepia: '',
  '': '',
};
for (const [text, expected] of Object.entries(readings))
  test(`“${text}” is ${expected || 'no date'}`, () => {
    const date = birthDateOf(text, undefined, eras);
    assert.equal(date ? `${date.range.earliest}..${date.range.latest}${date.isAmbiguous ? ' ?' : ''}` : '', expected);
  });

test('whoever says which number is the day is believed, and held to it', () => {
  const read = (text: string, order: 'day-first' | 'month-first') => birthDateOf(text, order, eras)?.range.earliest;
  assert.equal(read('03/04/1980', 'day-first'), '1980-04-03');
  assert.equal(read('03/04/1980', 'month-first'), '1980-03-04');
  assert.equal(read('25/12/1980', 'month-first'), undefined);
  assert.equal(read('1980-04-03', 'month-first'), '1980-04-03');
});

test('any text is a date or none', () => {
  const unit = fc.constantFrom(
    '1',
    '9',
    '0',
    '/',
    '-',
    '.',
    ' ',
    '年',
    '月',
    '日',
    '昭',
    '和',
    'S',
    'May',
    ',',
    '\ud800',
    'T',
  );
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 14 }),
      fc.constantFrom(undefined, 'day-first', 'month-first'),
      (text, order) => {
        const date = birthDateOf(text, order, eras);
        assert.ok(!date || date.range.earliest <= date.range.latest);
      },
    ),
  );
});
