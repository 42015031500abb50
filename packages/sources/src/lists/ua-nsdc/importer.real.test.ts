// Held against the real workbook, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import * as XLSX from '@e965/xlsx';
import { filesIn } from '../../readers/testing/files.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { uaNsdc } from './importer.ts';

test('the workbook of April 2022', { skip: realFiles === undefined }, async () => {
  const files = filesIn(path.join(realFiles ?? '', 'lists/ua-nsdc/2022-04'));
  const reading = await readList(uaNsdc, files);
  assert.deepEqual(reading.counts, {
    persons: 3915,
    companies: 1762,
    ended: 105,
    aliases: 4942,
    identifiers: 4628,
    entities: 5677,
    problems: 2,
  });
  assert.deepEqual(await readList(uaNsdc, files), reading);

  // another reading of the same workbook: its cells by column letter, without our reader
  const book = XLSX.read(readFileSync(files[0]?.path ?? ''));
  let seen = 0;
  for (const [sheet, kind] of [
    ['Фізичні особи', 'person'],
    ['Юридичні особи', 'company'],
  ] as const)
    for (const row of XLSX.utils.sheet_to_json<Record<string, string>>(book.Sheets[sheet] ?? {}, {
      header: 'A',
      raw: false,
      range: 1,
    })) {
      seen++;
      const cell = (letter: string) => squeezed(row[letter] ?? '');
      const entity = entityWith(reading, `${kind}-${cell('B')}-${cell('F')}`);
      const names = squeezed(entity.names.map(({ text }) => text).join(' ')).replace(/[(),;]/g, '');
      const whole = squeezed(
        [
          ...entity.remarks,
          ...entity.positions,
          ...entity.birthPlaces,
          ...entity.birthDates.map(({ text }) => text),
          ...entity.addresses.map(({ full }) => full),
          ...entity.identifiers.map(({ value, note }) => `${note ?? ''} ${value}`),
        ].join(' '),
      );
      for (const name of ['J', 'K', 'L'].map(cell))
        for (const word of name
          .replace(/дівоче -|вона ж |стара назва|відомий як:|вона ж|\(псевдонім\)/g, '')
          .split(/[\s(),;–.]+/))
          assert.ok(names.includes(word), `${entity.recordId} ${word}`);
      for (const letter of ['G', 'H', ...(kind === 'person' ? ['M', 'O', 'P', 'Q', 'R'] : ['O', 'P', 'Q'])])
        assert.ok(whole.includes(cell(letter)), `${entity.recordId} ${letter}`);
      const digits = kind === 'company' ? ['M', 'N'] : [];
      for (const number of digits.flatMap((letter) => cell(letter).match(/\d{6,}/g) ?? []))
        assert.ok(
          entity.identifiers.some(({ value }) => value.includes(number)),
          `${entity.recordId} ${number}`,
        );
      assert.equal(entity.listedOn, cell('C'));
      if (cell('I') !== '') assert.ok(whole.includes(`until ${cell('I')}`));
    }
  assert.equal(seen, 5677);
});

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
