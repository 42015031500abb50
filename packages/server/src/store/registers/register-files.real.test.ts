import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { confirm, registerQuestion, type ConfirmReference } from '@sekisho/engine/identity/confirm.ts';
import { jpCorporateNumberOf } from '@sekisho/engine/identity/identifiers/jp-corporate-number.ts';
import { compareJapaneseAddresses } from '@sekisho/engine/identity/japanese-address.ts';
import { registerNameKeys } from '@sekisho/engine/identity/register-name-keys.ts';
import type { Party } from '@sekisho/engine/model/application.ts';
import type { Confirmation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildJapaneseAddresses } from '@sekisho/engine/reference/japanese-addresses.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { jpNta } from '@sekisho/sources/registers/jp-nta/importer.ts';
import { RegisterFiles, type BuiltRegister } from './register-files.ts';
import type { RegisterReader } from './register-reader.ts';

const real = process.env['SEKISHO_DEV_DATA'];
const names = buildNameReference(referenceFiles);
const reference: ConfirmReference = {
  names,
  japaneseAddresses: buildJapaneseAddresses(referenceFiles, names.characters),
};
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
      .map(({ row, party }) => ({ row, party, answer: ask(party) }))
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
    const confirmed = falsified.filter(({ party }) => ask(party).verdict === 'CONFIRMED');
    assert.deepEqual(
      confirmed.map(({ how, party }) => [how, party.names, party.identifiers]),
      [],
    );
  });

  test('without their number, honest claims are confirmed by name and address alone, false ones never', () => {
    for (const [index, row] of openCompanies().slice(0, CLAIMS).entries()) {
      const { identifiers: _, ...party } = honestParty(row, index);
      const { verdict, reason } = ask(party);
      assert.ok(verdict === 'CONFIRMED' || reason === 'several-companies-agree', `${row.name}: ${reason}`);
      const moved = { ...party, addresses: [{ full: '沖縄県国頭郡国頭村字見本９９９９番地' }] };
      assert.notEqual(ask(moved).verdict, 'CONFIRMED');
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

  function ask(party: Party): Confirmation {
    const { number, nameKeys: keys } = registerQuestion(party, 'jp', names);
    const byNumber = number === undefined ? undefined : reader.byNumber(number);
    const byName = new Map(
      keys.flatMap((key) => reader.byNameKey(key, 200)).map((fact) => [fact.current.number, fact] as const),
    );
    return confirm(
      party,
      {
        register: 'jp-nta',
        country: 'jp',
        editionId: 'edition',
        complete: true,
        fresh: true,
        standsAt: '2026-08-21',
        byName: [...byName.values()],
        ...(byNumber && { byNumber }),
      },
      reference,
    );
  }
});

type DomesticRow = RegisterRow & { readonly prefecture: string; readonly city: string; readonly street: string };

function isDomestic(row: RegisterRow): row is DomesticRow {
  return row.prefecture !== undefined && row.city !== undefined && row.street !== undefined;
}

function nameKeys({ name, kana, englishName }: RegisterRow): readonly string[] {
  return [name, kana, englishName].flatMap((text) => (text === undefined ? [] : registerNameKeys(text, names)));
}

function honestParty(row: DomesticRow, index: number): Party {
  return withNumber(
    {
      id: 'buyer',
      roles: ['buyer'],
      schema: 'LegalEntity',
      names: [{ text: sloppyName(row.name, index) }],
      addresses: [{ full: sloppyAddress(row, index) }],
    },
    index % 3 === 0
      ? row.number.slice(1)
      : index % 3 === 1
        ? `${row.number.slice(0, 1)}-${row.number.slice(1)}`
        : row.number,
  );
}

function withNumber(party: Party, value: string): Party {
  return { ...party, identifiers: [{ type: 'jp-corporate-number', value }] };
}

function otherDigit(number: string, index: number): string {
  const place = 1 + (index % 12);
  return number.slice(0, place) + String((Number(number[place]) + 1 + (index % 7)) % 9) + number.slice(place + 1);
}

/** As people write it: abbreviated forms, half-width letters, blanks, old glyphs. */
function sloppyName(name: string, index: number): string {
  const abbreviated = name
    .replace('株式会社', ['㈱', '(株)', '株式會社', '株式会社 '][index % 4] ?? '')
    .replace('有限会社', ['㈲', '(有)', '有限會社', '有限会社　'][index % 4] ?? '')
    .replace('合同会社', ['(同)', '合同会社 ', '合同會社', '（同）'][index % 4] ?? '');
  const narrow =
    index % 2 === 0 ? abbreviated.replace(/[Ａ-Ｚａ-ｚ０-９]/g, (wide) => wide.normalize('NFKC')) : abbreviated;
  return index % 5 === 0 ? narrow.replaceAll('高', '髙').replaceAll('辺', '邊').replaceAll('沢', '澤') : narrow;
}

/** As people write it: figures in ASCII, in hyphens or in kanji, without prefecture where the city tells it, with a postal code. */
function sloppyAddress({ prefecture, city, street, postalCode }: DomesticRow, index: number): string {
  const narrow = street.normalize('NFKC').replace(/[‐―−]/g, '-');
  const written =
    [
      narrow,
      narrow
        .replace(/(\d+)丁目(?=\d)/, '$1-')
        .replace(/(\d+)番地?の?(?=\d)/, '$1-')
        .replace(/-(\d+)号(?!室|館|棟|線)/, '-$1 '),
      narrow.replace(/([1-9])丁目/, (_, digit: string) => `${'一二三四五六七八九'[Number(digit) - 1] ?? ''}丁目`),
      narrow.replace(/^大字/, '').replaceAll('ケ', 'ヶ'),
    ][index % 4] ?? narrow;
  const isUnique = !/^(府中市|伊達市)/.test(city);
  const where = index % 5 === 0 && isUnique ? city : `${prefecture}${index % 3 === 0 ? ' ' : ''}${city}`;
  const code = index % 7 === 0 && postalCode !== undefined ? `〒${postalCode.slice(0, 3)}-${postalCode.slice(3)} ` : '';
  return `${code}${where}${written}`;
}

/** A number's digits backwards: neighbours in the register come apart. */
function mixed(number: string): string {
  return [...number].toReversed().join('');
}
