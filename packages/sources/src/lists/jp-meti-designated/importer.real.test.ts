// Held against the real lists, where the environment names a folder with them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ListImporter } from '../../importer.ts';
import { jpMetiBelarus } from '../jp-meti-belarus/importer.ts';
import { jpMetiRussia } from '../jp-meti-russia/importer.ts';
import { jpMetiThirdCountries } from '../jp-meti-third-countries/importer.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';

const skip = realFiles === undefined;
const folder = path.join(realFiles ?? '', 'lists/jp-meti-russia');
const editionOf = (importer: ListImporter, file: string) =>
  readList(importer, [{ name: path.basename(file), path: path.join(folder, file) }]);

const cases: readonly {
  importer: ListImporter;
  file: string;
  /** What another program took out of the same list, or of the whole list that the file is the end of. */
  dump: string;
  first: number;
  counts: Record<string, number>;
  statedOn?: string;
}[] = [
  {
    importer: jpMetiRussia,
    file: '2025-09-12/list_russia_tokutei.pdf',
    dump: '2025-09-12/text/250912_list_russia_tokutei.pdf.txt',
    first: 1,
    counts: { entities: 561, englishAliases: 1241, japaneseAliases: 918, addresses: 709, problems: 0 },
    statedOn: '2025-09-12',
  },
  {
    importer: jpMetiBelarus,
    file: '2022-07-05/list_belarus_tokutei.pdf',
    dump: '2022-07-05/text/list_belarus_tokutei.pdf.txt',
    first: 1,
    counts: { entities: 27, englishAliases: 28, japaneseAliases: 20, addresses: 32, problems: 0 },
    statedOn: '2022-07-05',
  },
  {
    importer: jpMetiRussia,
    file: '2025-09-12/20250912list_russia_tokutei.pdf',
    dump: '2025-09-12/text/250912_list_russia_tokutei.pdf.txt',
    first: 560,
    counts: { entities: 2, englishAliases: 3, japaneseAliases: 2, addresses: 2, problems: 0 },
  },
  {
    importer: jpMetiThirdCountries,
    file: '2025-09-12/20250912list_daisangoku_tokutei.pdf',
    dump: '2025-09-12/text/250912_list_daisangoku_tokutei.pdf.txt',
    first: 48,
    counts: { entities: 9, englishAliases: 23, japaneseAliases: 13, addresses: 16, problems: 0 },
  },
];

for (const { importer, file, dump, first, counts, statedOn } of cases)
  test(file, { skip }, async () => {
    const reading = await editionOf(importer, file);
    assert.deepEqual(reading.counts, counts);
    assert.equal(reading.statedOn, statedOn);
    assert.deepEqual(
      reading.entities.map(({ recordId }) => recordId),
      reading.entities.map((_, index) => String(first + index)),
    );
    assert.deepEqual(await editionOf(importer, file), reading);
    const entries = naiveEntries(readFileSync(path.join(folder, dump), 'utf8'), reading.entities);
    for (const [index, entity] of reading.entities.entries()) checkAgainst(entries[index] ?? '', entity);
  });

test('what was added that day is the end of the whole list', { skip }, async () => {
  const whole = await editionOf(jpMetiRussia, '2025-09-12/list_russia_tokutei.pdf');
  const day = await editionOf(jpMetiRussia, '2025-09-12/20250912list_russia_tokutei.pdf');
  assert.deepEqual(day.entities, whole.entities.slice(-2));
});

test('every number is in the whole list once', { skip }, async () => {
  const whole = await editionOf(jpMetiRussia, '2025-09-12/list_russia_tokutei.pdf');
  for (let number = 1; number <= 561; number++) entityWith(whole, String(number));
});

/** Letters and digits alone: the other program breaks lines, and sets blanks and dashes, elsewhere. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The text from the number and Japanese name of each entry to those of the next. */
function naiveEntries(dump: string, entities: readonly Entity[]): string[] {
  const text = letters(dump);
  const starts: number[] = [];
  for (const { recordId, names } of entities) {
    const japanese = names.find(({ kind, language }) => kind === 'primary' && language === 'ja') ?? names[0];
    const at = text.indexOf(`${recordId}${letters(japanese?.text ?? '')}`, starts.at(-1) ?? 0);
    assert.notEqual(at, -1, recordId);
    starts.push(at);
  }
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

const betweenNames =
  '別称|別名|及び|所在地|and|aka|the|follow(?:ing)?|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|alias(?:es)?';

/** Every name and address of the entity is in the text, and the text has nothing else but its number and what joins them. */
function checkAgainst(text: string, { recordId, names, addresses, remarks }: Entity): void {
  const pieces = [...remarks, ...names.map((name) => name.text), ...addresses.map(({ full }) => full)].map(letters);
  for (const piece of pieces) assert.ok(text.includes(piece), `${recordId}: ${piece}`);
  const longestFirst = pieces.toSorted((one, other) => other.length - one.length).join('|');
  assert.match(text, new RegExp(`^${recordId}(?:${longestFirst}|${betweenNames})*$`, 'u'), recordId);
}
