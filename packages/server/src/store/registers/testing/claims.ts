// Rows of a register in, claims that honest companies could make of themselves and a register's answer to them out.
import { confirm, registerQuestion, type ConfirmReference } from '@sekisho/engine/identity/confirm.ts';
import { registerNameKeys } from '@sekisho/engine/identity/register-name-keys.ts';
import type { Party } from '@sekisho/engine/model/application.ts';
import type { Confirmation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildJapaneseAddresses } from '@sekisho/engine/reference/japanese-addresses.ts';
import { buildLatinAddresses } from '@sekisho/engine/reference/latin-addresses.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import type { RegisterReader } from '../register-reader.ts';

const names = buildNameReference(referenceFiles);
export const reference: ConfirmReference = {
  names,
  japaneseAddresses: buildJapaneseAddresses(referenceFiles, names.characters),
  latinAddresses: buildLatinAddresses(referenceFiles),
};

/** What a complete and fresh register answers to a party's claim, asked as the flow asks it. */
export function ask(party: Party, reader: RegisterReader): Confirmation {
  const { number, nameKeys: keys } = registerQuestion(party, { country: 'jp', numbers: 'jp-corporate-number' }, names);
  const byNumber = number === undefined ? undefined : reader.byNumber(number);
  const byName = new Map(
    keys.flatMap((key) => reader.byNameKey(key, 200)).map((fact) => [fact.current.number, fact] as const),
  );
  return confirm(
    party,
    {
      register: 'jp-nta',
      country: 'jp',
      numbers: 'jp-corporate-number',
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

export type DomesticRow = RegisterRow & { readonly prefecture: string; readonly city: string; readonly street: string };

export function isDomestic(row: RegisterRow): row is DomesticRow {
  return row.prefecture !== undefined && row.city !== undefined && row.street !== undefined;
}

export function nameKeys({ name, kana, englishName }: RegisterRow): readonly string[] {
  return [name, kana, englishName].flatMap((text) => (text === undefined ? [] : registerNameKeys(text, names)));
}

export function honestParty(row: DomesticRow, index: number): Party {
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

export function withNumber(party: Party, value: string): Party {
  return { ...party, identifiers: [{ type: 'jp-corporate-number', value }] };
}

export function otherDigit(number: string, index: number): string {
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
export function sloppyAddress({ prefecture, city, street, postalCode }: DomesticRow, index: number): string {
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
export function mixed(number: string): string {
  return [...number].toReversed().join('');
}
