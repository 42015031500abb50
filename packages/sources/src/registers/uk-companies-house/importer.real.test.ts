import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { buildTerritories } from '@sekisho/engine/reference/territories.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { realFiles } from '../../lists/testing/read.ts';
import { all } from '../../readers/testing/problems.ts';
import { ukCompaniesHouse } from './importer.ts';

const options = realFiles === undefined ? { skip: 'SEKISHO_DEV_DATA is not set' } : {};
const context = { territories: buildTerritories(referenceFiles) };
const pathOf = (name: string) => path.join(realFiles ?? '', 'registers', 'uk-companies-house', name);

test('the excerpt of the company data: 20 companies, with every name, number, address and day', options, async () => {
  const file = { name: 'BasicCompanyData-2021-03-01.csv', path: pathOf('BasicCompanyData.excerpt.csv') };
  const rows = (await all(ukCompaniesHouse.read(file, context))).flat();
  const [, ...plain] = readFileSync(file.path, 'utf8').trim().split('\n');
  assert.equal(rows.length, 20);
  assert.equal(plain.length, 20);
  plain.forEach((line, index) => {
    const cells = line
      .slice(1, -1)
      .split('","')
      .map((cell) => cell.replaceAll('""', '"').trim());
    const row = rows[index];
    assert.ok(row);
    assert.deepEqual(
      [row.name, row.number, row.kind, row.standingAsStated],
      [cells[0], cells[1], cells[10], cells[11]],
    );
    for (const part of cells.slice(2, 10)) assert.ok((row.seat?.full ?? '').includes(part), part);
    assert.equal(row.foundedOn?.split('-').reverse().join('/'), cells[14]);
    const former = [33, 35, 37, 39, 41, 43, 45, 47, 49, 51].map((column) => cells[column + 1] ?? '').filter(Boolean);
    assert.deepEqual(
      (row.otherNames ?? []).map(({ text }) => text),
      former,
    );
    assert.notEqual(row.seat === undefined ? 'none' : row.seat.country, undefined);
  });
  assert.equal(rows.filter(({ otherNames }) => otherNames).length, 4);
});

test(
  'the excerpt of the snapshot of control: one person, by the band of shares, without a birth date',
  options,
  async () => {
    const file = { name: 'psc-snapshot-2021-03-01.jsonl', path: pathOf('psc-snapshot.excerpt.jsonl') };
    const relations = (await all(ukCompaniesHouse.readRelations?.(file, context) ?? assert.fail())).flat();
    const { company_number, data } = JSON.parse(readFileSync(file.path, 'utf8')) as {
      company_number: string;
      data: Record<string, string>;
    };
    assert.deepEqual(relations, [
      {
        number: company_number,
        key: (data['links'] as unknown as { self: string }).self,
        relation: {
          kind: 'owned-by',
          toName: data['name'],
          detail: 'ownership-of-shares-50-to-75-percent',
          share: { least: 50, most: 75 },
          since: data['notified_on'],
          until: data['ceased_on'],
        },
      },
    ]);
  },
);
