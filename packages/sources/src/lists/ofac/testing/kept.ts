// For tests: what was read of an OFAC edition and its rows read another way in; fails where something is lost.
import assert from 'node:assert/strict';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ListReading } from '../../../importer.ts';

/** Each name of the first file and of the file of aliases is a name of its entity. */
export function checkNames({ entities }: ListReading, primary: string[][], aliases: string[][]): void {
  const names = new Map(
    entities.map(({ recordId, names: given }) => [recordId, new Set(given.map(({ text }) => text))]),
  );
  assert.equal(names.size, primary.length);
  for (const [id = '', name = ''] of primary) assert.ok(names.get(id)?.has(name), id);
  for (const [id = '', number, , alias = ''] of aliases) assert.ok(names.get(id)?.has(alias), `${id} ${number ?? ''}`);
  for (const { names: given } of entities) assert.equal(given[0]?.kind, 'primary');
}

/** There are as many addresses as rows that have one, and as many countries as rows that name one. */
export function checkAddresses({ entities }: ListReading, rows: string[][]): void {
  const isEmpty = (row: string[]) =>
    row.slice(2, 5).every((value) => value.startsWith('-0-') || value === 'undetermined');
  const given = entities.flatMap(({ addresses }) => addresses.map(({ full }) => full));
  assert.equal(given.length, rows.filter((row) => !isEmpty(row)).length);
  const names = rows.map((row) => row[4] ?? '').filter((name) => !/^(?:-0-|-0|undetermined|Region:.*)$/.test(name));
  const codes = entities.flatMap(({ addresses }) => addresses.flatMap(({ country }) => country ?? []));
  assert.equal(codes.length, names.length);
}

/** Every word of the remarks is somewhere in the entity, but those that became codes or say what a field is. */
export function checkRemarks({ entities }: ListReading, primary: string[][], comments: string[][]): void {
  const more = new Map(comments.map(([id = '', text = '']) => [id, text]));
  const textById = new Map(entities.map((entity) => [entity.recordId, textOf(entity)]));
  for (const row of primary) {
    const [id = ''] = row;
    const remarks = row.at(-1) ?? '';
    if (remarks === '-0-') continue;
    for (const item of `${remarks}${more.get(id) ?? ''}`.split(/;\s+/)) checkWords(withoutCodes(item), id, textById);
  }
}

/** Identifiers that both the naive reading of the remarks and the entity have: passports, tax numbers, ship numbers. */
export function checkIdentifiers({ entities }: ListReading, primary: string[][], comments: string[][]): void {
  const more = new Map(comments.map(([id = '', text = '']) => [id, text]));
  const values = new Map(
    entities.map(({ recordId, identifiers }) => [recordId, identifiers.map(({ value }) => value)]),
  );
  let count = 0;
  for (const row of primary) {
    const [id = ''] = row;
    const remarks = row.at(-1) ?? '';
    const cut = remarks.length < 1000 || more.has(id) ? remarks : remarks.replace(/;[^;]*$/, ';');
    const numbers = `${cut}${more.get(id) ?? ''}`.matchAll(
      /(?:^|; )(?:alt\. )?(?:Passport|Tax ID No\.|National ID No\.|Registration (?:ID|Number)|Government Gazette Number|SWIFT\/BIC|ISIN|MMSI|Vessel Registration Identification IMO) ([^;()]*\d[^;()]*|[A-Z]{8})(?= \(| issued| expires|;|\.?$)/g,
    );
    for (const [, written = ''] of numbers) {
      const number = written
        .replace(/ (?:issued|expires) .*$/, '')
        .replace(/\.$/, '')
        .trim();
      assert.ok(
        values.get(id)?.some((value) => value.startsWith(number)),
        `${id}: ${number}`,
      );
      count++;
    }
  }
  assert.ok(count > 0);
}

export function textOf(entity: Entity): string {
  return JSON.stringify(entity).replaceAll('\\"', '"');
}

function checkWords(item: string, id: string, textById: ReadonlyMap<string, string>): void {
  for (const word of item.match(/[\p{L}\p{N}]+/gu) ?? [])
    assert.ok(textById.get(id)?.includes(word), `${id}: "${word}" of "${item}"`);
}

function withoutCodes(item: string): string {
  return item
    .replace(/\.$/, '')
    .replace(/^\(?alt\. /i, '')
    .replace(/^(?:nationality|citizen|Gender) .*$/, '')
    .replace(
      /^(?:DOB|POB|\(?Linked To:|[afn]\.k\.a\.|Passport|Digital Currency Address -|Aircraft Operator|Issuer Name) /,
      '',
    )
    .replace(/^(?:Email|E-mail|Website|Phone|Telephone)(?: Address| Number| No\.)?(?::\s*| )/i, '')
    .replace(/ \([A-Z][^()]*(?:\([^()]*\))?\)(?=$| issued| expires)/, '');
}
