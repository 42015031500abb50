import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { jpCorporateNumberOf } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { jpNta } from '@sekisho/sources/registers/jp-nta/importer.ts';
import { RegisterFiles } from './register-files.ts';
import type { RegisterReader } from './register-reader.ts';
import { ask, honestParty, isDomestic, nameKeys, otherDigit, withNumber, type DomesticRow } from './testing/claims.ts';

const importer = import.meta.resolve('@sekisho/sources/registers/jp-nta/importer.ts');
const noContext = { territories: { codeOf: () => undefined } };

let folder = '';
let reader: RegisterReader;
const open: DomesticRow[] = [];
const closed: DomesticRow[] = [];

/** The invented full set, and the diff of the next working day on it. */
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
  const files = new RegisterFiles(folder);
  const rowsOf = (name: string) =>
    jpNta.read({ name, path: fileURLToPath(new URL(`sample/${name}`, importer)) }, noContext);
  const full = await files.build({ rows: rowsOf('00_zenkoku_all_20261030.csv'), nameKeys });
  const base = full.contentSha256;
  const diff = await files.build({ base, rows: rowsOf('diff_20261102.csv'), nameKeys });
  assert.deepEqual(diff.counts, { rows: 7, companies: 12, history: 6 });
  assert.deepEqual(diff.changes, { added: 1, changed: 4, removed: 1 });
  reader = files.open({ id: 'edition', source: 'jp-nta', contentSha256: diff.contentSha256 });
  for await (const batch of rowsOf('00_zenkoku_all_20261030.csv'))
    for (const { number } of batch) {
      const row = reader.byNumber(number)?.current;
      if (row && isDomestic(row)) (row.closedOn === undefined ? open : closed).push(row);
    }
});
after(async () => {
  reader.close();
  await rm(folder, { recursive: true });
});

const anyRow = fc.nat();
const writing = fc.nat({ max: 839 });
const pick = (rows: readonly DomesticRow[], index: number): DomesticRow => {
  const row = rows[index % rows.length];
  assert.ok(row);
  return row;
};

test('honest claims of the invented companies, however written, are confirmed', () => {
  fc.assert(
    fc.property(anyRow, writing, (index, way) => {
      const answer = ask(honestParty(pick(open, index), way), reader);
      assert.equal(answer.verdict, 'CONFIRMED', JSON.stringify(answer));
    }),
  );
});

test('falsified claims never are', () => {
  fc.assert(
    fc.property(anyRow, writing, (index, way) => {
      const row = pick(open, index);
      const party = honestParty(row, way);
      const isRefused = (falsified: typeof party) => ask(falsified, reader).verdict !== 'CONFIRMED';
      assert.ok(isRefused(withNumber(party, otherDigit(row.number, way))), 'a wrong digit');
      assert.ok(isRefused(withNumber(party, jpCorporateNumberOf(`8${row.number.slice(2)}`))), 'an invented number');
      assert.ok(isRefused({ ...party, names: [{ text: `株式会社架空${way}通商` }] }), 'an invented name');
      assert.ok(isRefused({ ...party, addresses: [{ full: `高知県${row.city}${row.street}` }] }), 'another prefecture');
      assert.ok(isRefused(honestParty(pick(closed, index), way)), 'a closed company');
    }),
  );
});
