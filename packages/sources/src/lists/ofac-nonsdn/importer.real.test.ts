// Held against the real lists, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { checkAddresses, checkIdentifiers, checkNames, checkRemarks, textOf } from '../ofac/testing/kept.ts';
import { naiveElement, naiveRows } from '../ofac/testing/naive.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { ofacNonsdn } from './importer.ts';

const skip = realFiles === undefined;
const folderOf = (edition: string) => path.join(realFiles ?? '', 'lists/ofac-nonsdn', edition);

test('the CSV of December 2025', { skip }, async () => {
  const files = filesIn(folderOf('2025-12'));
  const reading = await readList(ofacNonsdn, files);
  assert.deepEqual(reading.counts, { entities: 442, aliases: 1073, addresses: 574, comments: 10, problems: 0 });
  const [primary, comments] = [naiveRows(files, 'cons_prim.csv'), naiveRows(files, 'cons_comments.csv')];
  checkNames(reading, primary, naiveRows(files, 'cons_alt.csv'));
  checkAddresses(reading, naiveRows(files, 'cons_add.csv'));
  checkRemarks(reading, primary, comments);
  checkIdentifiers(reading, primary, comments);
  assert.deepEqual(await readList(ofacNonsdn, files), reading);
});

test('the classic XML of 2022-03-24', { skip }, async () => {
  const files = filesIn(folderOf('2022-03-24'));
  const reading = await readList(ofacNonsdn, files);
  assert.deepEqual(reading.counts, { entities: 462, aliases: 1166, addresses: 525, problems: 0 });
  assert.equal(reading.statedOn, '2022-03-24');
  const entries = naiveElement(readFileSync(files[0]?.path ?? '', 'utf8')).elements('sdnEntry');
  assert.equal(entries.length, 462);
  for (const entry of entries) {
    const [id = ''] = entry.texts('uid');
    const entity = entityWith(reading, id);
    const names = new Set(entity.names.map(({ text }) => text));
    const nameOf = ([last = '']: string[], [first]: string[]) => (first === undefined ? last : `${last}, ${first}`);
    assert.equal(
      entity.names[0]?.text,
      nameOf(entry.texts('lastName'), primaryFirstName(entry.texts('firstName'), entity.schema)),
    );
    for (const aka of entry.elements('aka'))
      assert.ok(names.has(nameOf(aka.texts('lastName'), aka.texts('firstName'))), `${id} ${aka.texts('uid')[0] ?? ''}`);
    const text = textOf(entity);
    for (const field of [
      'idNumber',
      'address1',
      'address2',
      'address3',
      'city',
      'postalCode',
      'stateOrProvince',
      'placeOfBirth',
      'dateOfBirth',
      'program',
    ])
      for (const value of entry.texts(field)) assert.ok(keeps(text, value), `${id}: ${field} ${value}`);
  }
  assert.deepEqual(await readList(ofacNonsdn, files), reading);
});

/** The first `firstName` of a person's entry is the person's; a body has none, and its aliases neither. */
function primaryFirstName(all: string[], schema: string): string[] {
  return schema === 'Person' ? all.slice(0, 1) : [];
}

/** A gender is kept as a code, and so is a country behind a number. */
function keeps(text: string, value: string): boolean {
  return text.includes(value.replace(/ \((?:Russia|China)\)$/, '')) || /^(?:Male|Female)$/.test(value);
}
