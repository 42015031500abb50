import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { jpCorporateNumberOf } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { compareJapaneseAddresses } from '@sekisho/engine/identity/japanese-address.ts';
import type { Party } from '@sekisho/engine/model/application.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { jpNta } from '@sekisho/sources/registers/jp-nta/importer.ts';
import { RegisterFiles, type BuiltRegister } from './register-files.ts';
import type { RegisterReader } from './register-reader.ts';
import {
  ask,
  honestParty,
  isDomestic,
  mixed,
  nameKeys,
  otherDigit,
  reference,
  sloppyAddress,
  withNumber,
  type DomesticRow,
} from './testing/claims.ts';

const real = process.env['SEKISHO_DEV_DATA'];
const days = ['20260817', '20260818', '20260819', '20260820', '20260821'];
const CLAIMS = 300;

describe('five real diffs in order', { skip: real === undefined && 'SEKISHO_DEV_DATA is not set' }, () => {
  let folder = '';
  const built: BuiltRegister[] = [];
  const rows: RegisterRow[] = [];
  let reader: RegisterReader;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
    const files = new RegisterFiles(folder);
    for (const day of days) {
      const name = `diff_${day}.csv`;
      const file = { name, path: path.join(real ?? '', 'registers/jp-nta/diff', name) };
      const base = built.at(-1)?.contentSha256;
      built.push(
        await files.build({ ...(base !== undefined && { base }), rows: kept(jpNta.read(file, noContext)), nameKeys }),
      );
    }
    const last = { id: 'edition', source: 'jp-nta', contentSha256: built.at(-1)?.contentSha256 ?? '' };
    files.verify(last);
    reader = files.open(last);
  });
  after(async () => {
    reader.close();
    await rm(folder, { recursive: true });
  });

  const noContext = { territories: { codeOf: () => undefined } };
  async function* kept(batches: AsyncIterable<readonly RegisterRow[]>): AsyncGenerator<readonly RegisterRow[]> {
    for await (const batch of batches) {
      rows.push(...batch);
      yield batch;
    }
  }

  test('every row is applied, and every company stands', () => {
    assert.deepEqual(
      built.map(({ counts }) => counts.rows),
      [2153, 2299, 2254, 1991, 2181],
    );
    const numbers = new Set(rows.filter(({ latest }) => latest).map(({ number }) => number));
    assert.equal(reader.count(), numbers.size);
    assert.equal(
      built.reduce((sum, { changes }) => sum + changes.added - changes.removed, 0),
      numbers.size,
    );
    for (const number of numbers)
      assert.deepEqual(
        reader.byNumber(number)?.current,
        rows.findLast((row) => row.number === number && row.latest),
      );
  });

  test('a sloppily written address is the same as the registered one, another prefecture never', () => {
    const domestic = rows.filter(isDomestic);
    const verdicts = domestic.map((row, index) => {
      const registered = { prefecture: row.prefecture, city: row.city, street: row.street };
      const claimed = sloppyAddress(row, index);
      return { claimed, verdict: compareJapaneseAddresses(claimed, registered, reference.japaneseAddresses).verdict };
    });
    // Kyoto's crossings are for a person to compare, unless nothing at all differs
    const crossing = /上る|下る|上ル|下ル|東入|西入/;
    assert.deepEqual(
      verdicts.filter(
        ({ claimed, verdict }) => verdict !== 'SAME' && !(verdict === 'UNPARSEABLE' && crossing.test(claimed)),
      ),
      [],
    );
    domestic.forEach((row, index) => {
      const other = domestic[(index * 7919 + 13) % domestic.length];
      if (other && other.prefecture !== row.prefecture)
        assert.equal(
          compareJapaneseAddresses(
            `${other.prefecture}${other.city}${other.street}`,
            { prefecture: row.prefecture, city: row.city, street: row.street },
            reference.japaneseAddresses,
          ).verdict,
          'DIFFERENT',
        );
    });
  });

  test(`${CLAIMS} honest claims in sloppy writing are confirmed`, () => {
    const wrong = openCompanies()
      .slice(0, CLAIMS)
      .map((row, index) => ({ row, party: honestParty(row, index) }))
      .map(({ row, party }) => ({ row, party, answer: ask(party, reader) }))
      .filter(({ answer }) => answer.verdict !== 'CONFIRMED');
    assert.deepEqual(
      wrong.map(({ party, answer }) => [party.names, party.addresses, answer.reason, answer.fields]),
      [],
    );
  });

  test(`${CLAIMS} falsified claims never are`, () => {
    const companies = openCompanies();
    const closed = [...new Set(rows.map(({ number }) => number))]
      .map((number) => reader.byNumber(number)?.current)
      .filter((row) => row !== undefined && row.closedOn !== undefined && isDomestic(row));
    const falsified = companies.slice(0, CLAIMS).map((row, index): { how: string; party: Party } => {
      const party = honestParty(row, index);
      const other = companies.at(-1 - index);
      const gone = closed[index % closed.length];
      assert.ok(other && gone && isDomestic(gone));
      switch (index % 6) {
        case 0:
          return { how: 'a wrong digit', party: withNumber(party, otherDigit(row.number, index)) };
        case 1:
          return {
            how: 'an invented number',
            party: withNumber(party, jpCorporateNumberOf(`9${row.number.slice(2)}`)),
          };
        case 2:
          return { how: 'an invented name', party: { ...party, names: [{ text: `株式会社架空${index}通商` }] } };
        case 3:
          return { how: 'the name of another', party: { ...party, names: [{ text: other.name }] } };
        case 4: {
          const full = `${row.prefecture === '高知県' ? '山形県' : '高知県'}${row.city}${row.street}`;
          return { how: 'another prefecture', party: { ...party, addresses: [{ full }] } };
        }
        default:
          return { how: 'a closed company', party: honestParty(gone, index) };
      }
    });
    const confirmed = falsified.filter(({ party }) => ask(party, reader).verdict === 'CONFIRMED');
    assert.deepEqual(
      confirmed.map(({ how, party }) => [how, party.names, party.identifiers]),
      [],
    );
  });

  test('without their number, honest claims are confirmed by name and address alone, false ones never', () => {
    for (const [index, row] of openCompanies().slice(0, CLAIMS).entries()) {
      const { identifiers: _, ...party } = honestParty(row, index);
      const { verdict, reason } = ask(party, reader);
      assert.ok(verdict === 'CONFIRMED' || reason === 'several-companies-agree', `${row.name}: ${reason}`);
      const moved = { ...party, addresses: [{ full: '沖縄県国頭郡国頭村字見本９９９９番地' }] };
      assert.notEqual(ask(moved, reader).verdict, 'CONFIRMED');
    }
  });

  /** Companies with a seat in Japan, open, in an order that mixes days and offices. */
  function openCompanies(): readonly DomesticRow[] {
    const numbers = [...new Set(rows.map(({ number }) => number))].sort((a, b) => (mixed(a) < mixed(b) ? -1 : 1));
    return numbers
      .map((number) => reader.byNumber(number)?.current)
      .filter((row) => row !== undefined)
      .filter(isDomestic)
      .filter(({ closedOn, street }) => closedOn === undefined && !/上る|下る|上ル|下ル|東入|西入/.test(street));
  }
});
