// Held against the real list, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { ukOfsi } from './importer.ts';

const skip = realFiles === undefined;
const fileAt = (...parts: string[]) => ({
  name: parts.at(-1) ?? '',
  path: path.join(realFiles ?? '', 'lists/uk-ofsi', ...parts),
});

test('the list of 2022-05-04', { skip }, async () => {
  const file = fileAt('2022-05-04', 'ConList.xlsx');
  const reading = await readList(ukOfsi, [file]);
  assert.equal(reading.statedOn, '2022-05-04');
  assert.deepEqual(reading.counts, {
    entities: 3430,
    rows: 15_261,
    individuals: 2771,
    bodies: 644,
    ships: 15,
    aliases: 8040,
    addresses: 2199,
    documents: 800,
    problems: 2,
  });
  assert.deepEqual(
    reading.problems.map(({ code, facts }) => [code, facts['field'], facts['value'], facts['record']]),
    [
      ['list.date', 'DOB', '00/00/0', '15329'],
      ['list.date', 'DOB', '00/00/0', '15332'],
    ],
  );
  assert.deepEqual(await readList(ukOfsi, [file]), reading);
  const ships = reading.entities.filter(({ schema }) => schema === 'Vessel');
  assert.ok(ships.every(({ identifiers }) => identifiers.some(({ type }) => type === 'imo-number')));

  const [above, header = [], ...rows] = await naiveRows(file.path);
  assert.deepEqual(above, ['Last Updated', '04/05/2022']);
  assert.equal(rows.length, 15_261);
  for (const row of rows) checkRow(header, row, (groupId) => entityWith(reading, groupId));
});

test('the sample of April 2020 as CSV', { skip }, async () => {
  const file = fileAt('sample', 'sample_hmt.csv');
  const reading = await readList(ukOfsi, [file]);
  assert.equal(reading.statedOn, '2020-04-27');
  assert.equal(reading.counts['rows'], 23);
  assert.deepEqual(
    reading.entities.map(({ recordId, birthDates }) => [recordId, birthDates.length]),
    [
      ['9053', 1],
      ['13063', 3],
      ['13754', 1],
      ['11039', 7],
      ['13017', 3],
      ['9215', 1],
    ],
  );
  const [, header = [], ...rows] = naiveCsv(readFileSync(file.path, 'utf8'));
  assert.equal(rows.length, 23);
  for (const row of rows) checkRow(header, row, (groupId) => entityWith(reading, groupId));
});

/** Every name, number and text of a row stands in the entity. */
function checkRow(header: readonly string[], row: readonly string[], entityOfGroup: (groupId: string) => Entity): void {
  const cell = (...names: string[]) => row[header.findIndex((name) => names.includes(name))]?.trim() ?? '';
  const entity = entityOfGroup(row[header.lastIndexOf('Group ID')] ?? '');
  const names = new Set(entity.names.map((name) => name.text));
  const name = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'].map((column) => cell(column));
  assert.ok(names.has(name.filter((part) => part !== '').join(' ')), name.join());
  const ownScript = cell('Name Non-Latin Script');
  assert.ok(ownScript === '' || names.has(ownScript), ownScript);
  if (cell('Alias Quality') === 'Low quality')
    assert.ok(entity.names.some(({ kind, text: written }) => kind === 'weak' && written.endsWith(cell('Name 6'))));
  const numbers = new Set(entity.identifiers.map(({ value }) => value));
  const listed = [cell('Passport Number'), cell('National Identification Number')];
  for (const number of listed.flatMap((text_) => text_.split(/\(\d+\)/)).map((part) => part.trim().replace(/\.$/, '')))
    assert.ok(number === '' || number === '-' || numbers.has(number) || numbers.has(`${number}.`), number);
  const said = JSON.stringify(entity);
  const information = cell('Other Information');
  assert.ok(information === '' || entity.remarks.includes(information), information);
  const addresses = entity.addresses.map(({ full }) => full).join('\n');
  for (const number of [1, 2, 3, 4, 5, 6]) assert.ok(addresses.includes(cell(`Address ${number}`)));
  assert.ok(addresses.includes(cell('Post/Zip Code')) && addresses.includes(cell('Country')));
  for (const column of ['Town of Birth', 'Country of Birth', 'Position', 'Title', 'Passport Details'])
    for (const part of cell(column).split(/\(\d+\)/)) {
      const value = JSON.stringify(part.trim().replace(/\.$/, '')).slice(1, -1);
      assert.ok(/^-?\s*$/.test(value) || said.includes(value), `${column} ${value}`);
    }
  const year = /\d{4}$/.exec(cell('DOB'))?.[0];
  assert.ok(year === undefined || entity.birthDates.some(({ earliest }) => earliest.startsWith(year)), cell('DOB'));
  assert.ok(entity.programmes.includes(cell('Regime')));
}

/** Another reading of the same workbook: its XML by regular expressions. */
async function naiveRows(file: string): Promise<string[][]> {
  const parts = new Map<string, string>();
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, si = '']) =>
    [...si.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, value = '']) => unescaped(value)).join(''),
  );
  const rows = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)];
  return rows.map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, column = '', index = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*><v>(\d+)<\/v><\/c>/g))
      cells[columnNumber(column)] = shared[Number(index)] ?? '';
    return Array.from(cells, (value) => value ?? ''); // eslint-disable-line @typescript-eslint/no-unnecessary-condition
  });
}

/** A is 0, Z is 25, AA is 26. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('\r\n', '\n');
}

function naiveCsv(content: string): string[][] {
  return content
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
      ),
    );
}
