import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { assertProblem } from '../../readers/testing/problems.ts';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { readRegister } from '../testing/read-register.ts';
import { jpNtaApi } from './importer.ts';

const [sample] = sampleFiles(new URL('./sample/', import.meta.url));
assert.ok(sample);
const text = readFileSync(sample.path, 'utf8');

test('an answer is read as a row of the register is', async () => {
  assert.deepEqual(jpNtaApi.scope(sample, '2026-01-01'), { file: sample, part: 'diff', date: '2026-10-30' });
  const { rows } = await readRegister(jpNtaApi, sample, '2026-10-30');
  assert.deepEqual(rows, [
    {
      number: '7990001000001',
      sequence: 1,
      process: '01',
      latest: true,
      updatedOn: '2026-10-01',
      changedOn: '2026-10-01',
      name: 'さくら見本株式会社',
      nameIsSubstitute: false,
      kana: 'サクラミホン',
      kind: '301',
      prefecture: '大阪府',
      city: '大阪市北区',
      street: '梅田９丁目８番７号',
      addressIsSubstitute: false,
      postalCode: '5300001',
      assignedOn: '2026-10-01',
      excludedFromSearch: false,
    },
  ]);
});

test('what is not an answer as we know it is refused', async (context) => {
  const read = (content: string, standsAt = '2026-10-30') =>
    readRegister(jpNtaApi, temporaryFile(context, 'answer.xml', content), standsAt);
  await assertProblem(() => read(text, '2026-10-28'), 'edition.date', { value: '2026-10-28' });
  await assertProblem(() => read(text.replace('<count>1<', '<count>2<')), 'file.unreadable');
  await assertProblem(() => read(text.replaceAll('furigana', 'reading')), 'list.unknown-column');
  await assertProblem(() => read(text.replace('<kind>301', '<kind>999')), 'list.unknown-value', { value: '999' });
  await assertProblem(() => read(text.slice(0, text.indexOf('<latest>'))), 'file.unreadable');
  await assertProblem(() => read(text.replaceAll('lastUpdateDate', 'updated')), 'list.unknown-column');
});
