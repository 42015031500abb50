import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { realFiles } from '../../lists/testing/read.ts';
import { gleif } from './importer.ts';

const options = realFiles === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const context = { territories: { codeOf: () => undefined } };
const fileOf = (name: string) => ({ name, path: path.join(realFiles ?? '', 'registers', 'gleif', name) });

async function rowsOf(name: string): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for await (const batch of gleif.read(fileOf(name), context)) rows.push(...batch);
  return rows;
}

async function relationsOf(name: string): Promise<NumberedRelation[]> {
  const relations: NumberedRelation[] = [];
  for await (const batch of gleif.readRelations?.(fileOf(name), context) ?? []) relations.push(...batch);
  return relations;
}

/** The texts of an element in each record of a file, found without a parser of XML. */
function naive(name: string, record: string) {
  const text = readFileSync(fileOf(name).path, 'utf8');
  const records = text.split(`<${record} `).slice(1);
  const plain = (value: string) => value.replaceAll('&amp;', '&').replaceAll('&apos;', "'").replace(/\s+/g, ' ').trim();
  return records.map(
    (one) => (element: string) =>
      [...one.matchAll(new RegExp(`<\\w+:${element}(?: [^>]*)?>([^<]+)<`, 'g'))].map(([, value]) => plain(value ?? '')),
  );
}

for (const [name, count] of [
  ['lei-data.xml', 13],
  ['lei-updates-data2.xml', 12],
  ['lei-updates-data2-new.xml', 12],
] as const)
  test(`${name}: ${count} records, with every number, name, address line and identifier`, options, async () => {
    const rows = await rowsOf(name);
    const plain = naive(name, 'lei:LEIRecord');
    assert.equal(rows.length, count);
    assert.equal(plain.length, count);
    assert.deepEqual(rows, await rowsOf(name));
    plain.forEach((texts, index) => {
      const row = rows[index];
      assert.ok(row);
      assert.deepEqual([row.number, row.name], [texts('LEI')[0], texts('LegalName')[0]]);
      const names = [...texts('OtherEntityName'), ...texts('TransliteratedOtherEntityName')];
      assert.deepEqual(
        (row.otherNames ?? []).map(({ text }) => text),
        names,
      );
      const addresses = [row.seat, ...(row.otherAddresses ?? [])].map((address) => address?.full ?? '').join(' | ');
      for (const line of ['FirstAddressLine', 'AdditionalAddressLine', 'City', 'PostalCode'].flatMap(texts))
        assert.ok(addresses.includes(line), line);
      const numbers = new Set([...texts('RegistrationAuthorityEntityID'), ...texts('ValidationAuthorityEntityID')]);
      const identifiers = (row.identifiers ?? []).map(({ value }) => value);
      for (const number of numbers) assert.ok(identifiers.includes(number), number);
      assert.deepEqual([row.standingAsStated], texts('RegistrationStatus'));
      assert.equal(row.standing, texts('EntityStatus')[0] === 'ACTIVE' ? 'OPEN' : 'CLOSED');
      assert.equal(row.foundedOn, texts('EntityCreationDate')[0]?.slice(0, 10));
    });
  });

test('the later state of the same companies differs where their own words do', options, async () => {
  const [before, after] = [await rowsOf('lei-updates-data2.xml'), await rowsOf('lei-updates-data2-new.xml')];
  const changed = (rows: readonly RegisterRow[], other: readonly RegisterRow[]) =>
    rows.filter(({ number, updatedOn }) => other.find((row) => row.number === number)?.updatedOn !== updatedOn).length;
  const days = (name: string) =>
    new Map(naive(name, 'lei:LEIRecord').map((texts) => [texts('LEI')[0], texts('LastUpdateDate')[0]?.slice(0, 10)]));
  const [first, second] = [days('lei-updates-data2.xml'), days('lei-updates-data2-new.xml')];
  const expected = [...second].filter(([number, day]) => first.get(number) !== day).length;
  assert.equal(changed(after, before), expected);
  assert.ok(0 < expected);
});

for (const [name, count, ended] of [
  ['rr-data.xml', 10, 0],
  ['rr-updates-data2.xml', 11, 0],
  ['rr-updates-data2-new.xml', 10, 1],
] as const)
  test(`${name}: ${count} relationships from both ends, ${ended} of them ended`, options, async () => {
    const relations = await relationsOf(name);
    const plain = naive(name, 'rr:RelationshipRecord');
    assert.equal(plain.length, count);
    assert.equal(relations.length, 2 * count);
    assert.equal(relations.filter(({ relation }) => !relation).length, 2 * ended);
    plain.forEach((texts, index) => {
      const [child, parent] = texts('NodeID');
      const [type] = texts('RelationshipType');
      const [from, back] = relations.slice(2 * index);
      assert.deepEqual([from?.number, from?.key], [child, `${type} ${parent}`]);
      assert.deepEqual([back?.number, back?.key], [parent, `inverse of ${type} ${child}`]);
    });
  });

test('repex-data.xml: 10 exceptions with their reasons', options, async () => {
  const relations = await relationsOf('repex-data.xml');
  const plain = naive('repex-data.xml', 'repex:Exception');
  assert.equal(plain.length, 10);
  assert.deepEqual(
    relations.map(({ number, relation }) => [number, relation?.detail]),
    plain.map((texts) => [texts('LEI')[0], [...texts('ExceptionCategory'), ...texts('ExceptionReason')].join(' ')]),
  );
});
