import assert from 'node:assert/strict';
import test from 'node:test';
import { lookUp } from './closed-vocabulary.ts';
import { RecordLayout } from './strict-record.ts';
import { assertProblem } from './testing/problems.ts';

const where = { list: 'invented', file: 'list.csv' };
const layout = new RecordLayout(where, ['id', 'name', 'note'], ['-0-']);

test('values come out trimmed, nulls as undefined', () => {
  const row = layout.recordAt(7, [' 12 ', 'Sample', '-0- ']);
  assert.equal(row.take('id'), '12');
  assert.equal(row.takeWhole('id'), ' 12 ');
  assert.equal(row.takeOptional('note'), undefined);
  row.ignore('name');
  row.done();
});

test('a column that is neither taken nor ignored stops the import', async () => {
  const row = layout.recordAt(7, ['12', 'Sample', '']);
  row.take('id');
  row.ignore('note');
  await assertProblem(() => row.done(), 'list.unknown-column', { ...where, line: 7, column: 'name' });
});

test('a value that must be there, and a column the file does not have, are missing fields', async () => {
  const row = layout.recordAt(7, ['12', 'Sample', '-0-']);
  await assertProblem(() => row.take('note'), 'list.missing-field', { ...where, line: 7, column: 'note' });
  await assertProblem(() => row.takeOptional('Name'), 'list.missing-field', { column: 'Name' });
});

test('columns without a name, or two of one name, are refused', async () => {
  await assertProblem(() => new RecordLayout(where, ['a', ''], [], 1), 'list.unknown-column', { line: 1, column: '' });
  await assertProblem(() => new RecordLayout(where, ['a', 'b', 'a']), 'list.unknown-column', { column: 'a' });
});

test('a word outside a vocabulary names list, field and word', async () => {
  const place = { list: 'invented', field: 'Type', line: 3 };
  assert.equal(lookUp({ Ship: 'vessel' }, 'Ship', place), 'vessel');
  await assertProblem(() => lookUp({ Ship: 'vessel' }, 'Boat', place), 'list.unknown-value', {
    ...place,
    value: 'Boat',
  });
  await assertProblem(() => lookUp({ Ship: 'vessel' }, 'constructor', place), 'list.unknown-value');
});
