// Held against the real lists, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { ListReading } from '../../importer.ts';
import { filesIn } from '../../readers/testing/files.ts';
import { readList, realFiles } from '../testing/read.ts';
import { ofacSdn } from './importer.ts';

/** Of problems, one each is of a file without the mark at its end: three of 2019-01, the comments of 2021-07. */
const editions: readonly { folder: string; counts: Record<string, number> }[] = [
  { folder: '2019-01', counts: { entities: 7379, aliases: 9682, addresses: 11_696, comments: 3, problems: 16 } },
  { folder: '2021-07', counts: { entities: 8976, aliases: 11_910, addresses: 13_837, comments: 5, problems: 4 } },
  { folder: '2023-12-28', counts: { entities: 13_821, aliases: 17_091, addresses: 18_990, comments: 0, problems: 20 } },
  { folder: '2024-02-23', counts: { entities: 14_484, aliases: 0, addresses: 0, comments: 0, problems: 23 } },
];
for (const { folder, counts } of editions)
  test(`the list of ${folder}`, { skip: realFiles === undefined }, async () => {
    const files = filesIn(path.join(realFiles ?? '', 'lists/ofac', folder));
    const reading = await readList(ofacSdn, files);
    assert.deepEqual(reading.counts, counts);
    const rows = (name: string) => naiveRows(files.find((file) => file.name === name)?.path);
    checkNames(reading, rows('sdn.csv'), rows('alt.csv'));
    checkAddresses(reading, rows('add.csv'));
    checkRemarks(reading, rows('sdn.csv'), rows('sdn_comments.csv'));
    assert.deepEqual(await readList(ofacSdn, files), reading);
  });

/** Another reading of the same file, by a regular expression. */
function naiveRows(file: string | undefined): string[][] {
  if (file === undefined) return [];
  return readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .filter((line) => /^\d/.test(line))
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, bare]) => quoted ?? bare?.trim() ?? ''),
    );
}

function checkNames({ entities }: ListReading, sdn: string[][], alt: string[][]): void {
  const names = new Map(
    entities.map(({ recordId, names: given }) => [recordId, new Set(given.map(({ text }) => text))]),
  );
  for (const [id = '', name = ''] of sdn) assert.ok(names.get(id)?.has(name), `${id} ${name}`);
  for (const [id = '', , , alias = ''] of alt) assert.ok(names.get(id)?.has(alias), `${id} ${alias}`);
  for (const { names: given } of entities) assert.equal(given[0]?.kind, 'primary');
}

function checkAddresses({ entities }: ListReading, add: string[][]): void {
  const isEmpty = (row: string[]) =>
    row.slice(2, 5).every((value) => value.startsWith('-0-') || value === 'undetermined');
  const given = entities.flatMap(({ addresses }) => addresses.map(({ full }) => full));
  assert.equal(given.length, add.filter((row) => !isEmpty(row)).length);
  const names = add.map((row) => row[4] ?? '').filter((name) => !/^(?:-0-|-0|undetermined|Region:.*)$/.test(name));
  const codes = entities.flatMap(({ addresses }) => addresses.flatMap(({ country }) => country ?? []));
  assert.equal(codes.length, names.length);
}

/** Every word of the remarks is somewhere in the entity, but those that became codes or say what a field is. */
function checkRemarks({ entities }: ListReading, sdn: string[][], comments: string[][]): void {
  const more = new Map(comments.map(([id = '', text = '']) => [id, text]));
  const textById = new Map(entities.map((entity) => [entity.recordId, JSON.stringify(entity).replaceAll('\\"', '"')]));
  for (const row of sdn) {
    const [id = ''] = row;
    const remarks = row.at(-1) ?? '';
    if (remarks === '-0-') continue;
    const text = textById.get(id) ?? '';
    for (const item of `${remarks}${more.get(id) ?? ''}`.replaceAll('""', '"').split(/;\s+/))
      for (const word of withoutCodes(item).match(/[\p{L}\p{N}]+/gu) ?? [])
        assert.ok(text.includes(word), `${id}: "${word}" of "${item}"`);
  }
}

function withoutCodes(item: string): string {
  return item
    .replace(/\.$/, '')
    .replace(/^\(?alt\. /i, '')
    .replace(/^(?:nationality|citizen|Gender) .*$/, '')
    .replace(/^(?:DOB|POB|\(?Linked To:|[afn]\.k\.a\.|Passport|Digital Currency Address -|Aircraft Operator) /, '')
    .replace(/^(?:Email|E-mail|Website|Phone|Telephone)(?: Address| Number| No\.)?(?::\s*| )/i, '')
    .replace(/ \([A-Z][^()]*(?:\([^()]*\))?\)(?=$| issued| expires)/, '');
}
