// Held against the real list, where the environment names a folder with it; skipped elsewhere.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import * as XLSX from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { auDfat } from './importer.ts';

test('the list of 2022-05-03', { skip: realFiles === undefined }, async () => {
  const name = 'regulation8_consolidated.xls';
  const file = { name, path: path.join(realFiles ?? '', 'lists/au-dfat/2022-05-03', name) };
  const reading = await readList(auDfat, [file]);
  assert.deepEqual(reading.counts, {
    entities: 2666,
    rows: 7945,
    individuals: 2086,
    bodies: 580,
    vessels: 0,
    aliases: 4750,
    originalScriptNames: 514,
    addresses: 1123,
    documents: 422,
    problems: 25,
  });
  assert.deepEqual(await readList(auDfat, [file]), reading);
  assert.deepEqual(
    reading.problems.filter(({ code }) => code === 'list.date').map(({ facts }) => facts['value']),
    [
      '29 March',
      '24-Apr-68',
      '24/06/1402 (Hijri Calendar)',
      '(appears in false Indonesian passport number S335026)',
      '07/04/62',
      'Approximately (30-35 years old)',
      '10/061962',
    ],
  );
  const rows = naiveRows(file.path);
  assert.equal(rows.length, 7945);
  assert.equal(new Set(rows.map((row) => numberOf(row))).size, reading.entities.length);
  for (const row of rows) {
    const entity = entityWith(reading, numberOf(row));
    const names = entity.names.map(({ text }) => text);
    const plain = oneLine(row['Name of Individual or Entity'] ?? '');
    const bare = plain.replace(/ ?\([^()]*\)$/, '');
    assert.ok(names.includes(plain) || names.includes(bare), plain);
    if (row['Name Type']?.trim().toLowerCase() === 'primary name') assert.equal(names[0], plain);
    const said = entity.remarks.map(oneLine).join('\n');
    const information = row['Additional Information'] ?? '';
    for (const text of [information, row['Listing Information'] ?? ''])
      assert.ok(isDateShown(text) || said.includes(oneLine(text)), text);
    const numbers = entity.identifiers.map(({ value }) => value);
    for (const [, number = ''] of information.matchAll(
      /[Pp]assport (?:[Nn]o\.?|[Nn]umber):? ([A-Z]{0,3}-?\d{5,})(?![\w/-])/g,
    ))
      assert.ok(numbers.includes(number), number);
    for (const [, number = ''] of information.matchAll(/Identity Card No: ?([\d.]+\d)/g))
      assert.ok(numbers.includes(number), number);
    for (const [email] of information.matchAll(/[\w.-]+@[\w-]+\.[\w.]*\w/g)) assert.ok(entity.emails.includes(email));
    assert.ok(entity.programmes.includes((row['Committees'] ?? '').trim()));
    const places = oneLine(JSON.stringify([entity.birthPlaces, entity.addresses]).replaceAll('\\"', '"'));
    for (const part of [row['Place of Birth'], row['Address']].flatMap((cell) =>
      oneLine(cell ?? '').split(/(?:^| )\(?[a-z]\) ?|;|>>/),
    ))
      assert.ok(/^(?:n\/?a)?$/i.test(part.trim()) || places.includes(part.trim().replace(/[\s;,]+$/, '')), part);
    for (const [year] of (row['Date of Birth'] ?? '').matchAll(/\b(?:19|20)\d{2}\b/g))
      assert.ok(JSON.stringify([entity.birthDates, entity.remarks]).includes(year), year);
  }
});

type Row = Readonly<Record<string, string>>;

/** Another reading of the same workbook: cells as they are shown, but for dates. */
function naiveRows(file: string): Row[] {
  const book = XLSX.read(readFileSync(file));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet === undefined ? [] : XLSX.utils.sheet_to_json<Row>(sheet, { raw: false });
}

function numberOf(row: Row): string {
  return String(Number.parseInt(row['Reference'] ?? '', 10));
}

/** A cell that holds a date is read as the day; here it is as the workbook shows it. */
function isDateShown(text: string): boolean {
  return /^\d{1,2}[-/]\w{1,3}[-/]\d{2}$/.test(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
