// Held against the real table, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { readList, realFiles } from '../testing/read.ts';
import { cnCountermeasures } from './importer.ts';

test('the table of 2026-08-18', { skip: realFiles === undefined }, async () => {
  const files = filesIn(path.join(realFiles ?? '', 'lists/cn-countermeasures/2026-08'));
  const reading = await readList(cnCountermeasures, files);
  assert.deepEqual(reading.counts, { entities: 457, rows: 610, persons: 166, bodies: 291, ended: 3, problems: 0 });
  assert.deepEqual(await readList(cnCountermeasures, files), reading);

  const [header = [], ...rows] = naiveRows(readFileSync(files[0]?.path ?? '', 'utf8'));
  assert.equal(rows.length, 610);
  const byName = Map.groupBy(
    reading.entities.flatMap((entity) => entity.names.map(({ text }) => ({ text, entity }))),
    ({ text }) => text.toLowerCase(),
  );
  for (const row of rows) {
    const cell = (column: string) => (row[header.indexOf(column)] ?? '').trim();
    const isPerson = cell('Type') === 'Person';
    const candidates = (byName.get(cell('Name').toLowerCase()) ?? []).map(({ entity }) => entity);
    const entity = candidates.find(({ schema }) => (schema === 'Person') === isPerson);
    assert.ok(entity, cell('Name'));
    const names = entity.names.map(({ text }) => text.toLowerCase());
    for (const name of [...cell('Alias').split(';'), cell('Chinese name')])
      assert.ok(name === '' || names.includes(name.trim().toLowerCase()), name);
    const whole = [...entity.remarks, ...entity.positions, ...entity.addresses.map(({ full }) => full)].join('\n');
    for (const column of ['Summary', 'Chinese summary', 'Body', 'Source URL', 'Address'])
      assert.ok(whole.includes(cell(column)), `${cell('Name')} ${column}`);
    assert.ok(cell('QID') === '' || entity.identifiers.some(({ value }) => value === cell('QID')));
    assert.ok(cell('List') === '' || entity.programmes.includes(cell('List')));
    assert.ok(entity.topics.includes(cell('Topics')));
    const [day = '', month = '', year = ''] = cell('Date').split('.');
    assert.ok(day === '' || whole.includes(`20${year.slice(-2)}-${month}-${day}`));
  }
});

/** Another reading of the same file: letter by letter. */
function naiveRows(csv: string): string[][] {
  const rows: string[][] = [['']];
  let isQuoted = false;
  for (const letter of csv.replaceAll('""', '\u0000')) {
    const row = rows.at(-1) ?? [];
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ',' && !isQuoted) row.push('');
    else if (letter === '\n' && !isQuoted) rows.push(['']);
    else row.push(`${row.pop() ?? ''}${letter === '\u0000' ? '"' : letter}`);
  }
  return rows.filter((row) => row.length > 1);
}
