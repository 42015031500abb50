// Held against the real list, where the environment names a folder of it; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { readList, realFiles } from '../testing/read.ts';
import { usBisDpl } from './importer.ts';

test('the list of June 2019', { skip: realFiles === undefined }, async () => {
  const files = filesIn(path.join(realFiles ?? '', 'lists/us-bis-dpl/2019-06'));
  const reading = await readList(usBisDpl, files);
  assert.deepEqual(reading.counts, { entities: 543, rows: 546, repeated: 3, addresses: 543, problems: 1 });
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['value']]),
    [['list.date', '3017-08-22']],
  );
  const rows = readFileSync(files[0]?.path ?? '', 'latin1')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').map((cell) => cell.slice(1, -1).replaceAll('""', '"').trim()));
  assert.equal(rows.length, 546);
  for (const [name = '', ...cells] of rows) {
    const found = reading.entities.filter(({ names }) => names[0]?.text === name.replace(/\s+/g, ' '));
    const [street, city, state, country, postal, effective, expires, , updated, action, citation = ''] = cells;
    const day = (text = '') => text.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2');
    const texts = [street, city, state, country, postal, day(effective), day(expires), updated, action];
    assert.ok(
      found.some((entity) => {
        const text = JSON.stringify(entity).replaceAll('\\"', '"');
        return [...texts, citation.replace(/\s+/g, ' ')].every((part) => text.includes(part ?? ''));
      }),
      `a row of ${citation} is kept whole`,
    );
  }
  assert.deepEqual(await readList(usBisDpl, files), reading);
});
