import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { assertProblem } from '../../readers/testing/problems.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { readRegister, unsaid } from '../testing/read-register.ts';
import { jpInvoice } from './importer.ts';

const [json, csv] = sampleFiles(new URL('./sample/', import.meta.url)).toSorted((a) =>
  a.name.endsWith('.json') ? -1 : 1,
);
assert.ok(json && csv);

test('both layouts; persons are left out, the end of a registration says nothing of the company', async () => {
  assert.deepEqual(jpInvoice.scope(json, '2026-01-01'), { file: json, part: 'full', date: '2026-10-30' });
  assert.deepEqual(jpInvoice.scope(csv, '2026-01-01'), { file: csv, part: 'diff', date: '2026-11-02' });
  const { rows, problems, leftOut } = await readRegister(jpInvoice, json);
  assert.deepEqual(rows, (await readRegister(jpInvoice, csv)).rows);
  assert.deepEqual(leftOut, ['natural persons', 'records without a usable number']);
  assert.deepEqual(
    problems.map(({ facts }) => facts['value']),
    ['T9999999999998'],
  );
  const first = {
    ...unsaid('2022-05-30'),
    number: 'T7990001000001',
    sequence: 1,
    process: '01',
    name: 'さくら見本株式会社',
    street: '大阪府大阪市北区梅田９丁目８番７号',
    assignedOn: '2023-10-01',
    identifiers: [{ type: 'jp-corporate-number', value: '7990001000001', country: 'jp' }],
  };
  assert.deepEqual(rows, [
    first,
    {
      ...first,
      updatedOn: '2025-04-02',
      changedOn: '2025-04-02',
      number: 'T8990001000009',
      sequence: 3,
      process: '04',
      name: '架空物産株式会社',
      standingAsStated: '取消 2025-04-01',
      otherNames: [{ text: '見本屋', kind: 'trading' }],
      identifiers: [{ type: 'jp-corporate-number', value: '8990001000009', country: 'jp' }],
    },
  ]);
});

test('diffs follow on working days', () => {
  assert.equal(jpInvoice.follows('2026-10-30', '2026-11-02'), true);
  assert.equal(jpInvoice.follows('2026-10-29', '2026-11-02'), false);
});

test('what is not a file as we know it is refused', async (context) => {
  const [first] = JSON.parse(readFileSync(json.path, 'utf8')) as [object];
  const changed = (change: object) =>
    readRegister(jpInvoice, temporaryFile(context, 'answer.json', JSON.stringify([{ ...first, ...change }])));
  await assertProblem(() => changed({ owner: 'x' }), 'list.unknown-column', { column: 'owner' });
  await assertProblem(() => changed({ process: '05' }), 'list.unknown-value', { field: 'process', value: '05' });
  await assertProblem(() => changed({ kind: '3' }), 'list.unknown-value', { field: 'kind' });
  await assertProblem(() => changed({ updateDate: '2022-13-01' }), 'list.date', { value: '2022-13-01' });
  await assertProblem(() => changed({ name: '' }), 'list.missing-field', { column: 'name' });
  const read = (name: string, content: string) => readRegister(jpInvoice, temporaryFile(context, name, content));
  await assertProblem(() => read('a.json', '{"count": 1}'), 'list.unexpected-shape');
  await assertProblem(() => read('a.csv', '1,T7990001000001,01\n'), 'list.column-count');
});
