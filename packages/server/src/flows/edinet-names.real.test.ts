import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { compactText, foldText } from '@sekisho/engine/names/fold.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { jpEdinet } from '@sekisho/sources/registers/jp-edinet/importer.ts';
import { RegisterFiles } from '../store/registers/register-files.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import { companiesNamed } from './look-up-company.ts';
import { entitiesOfRows } from './register-index.ts';
import { nameKeysOf, namesOfRow } from './register-keys.ts';

const real = process.env['SEKISHO_DEV_DATA'];
const TYPOS = 400;
const reference = buildReference(referenceFiles);
const { names } = reference;

describe('filers of EDINET by their names', { skip: real === undefined && 'SEKISHO_DEV_DATA is not set' }, () => {
  let folder = '';
  let reader: RegisterReader;
  let index: EntityIndex;
  const rows: RegisterRow[] = [];

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
    const name = 'Edinetcode_20231031.zip';
    const file = { name, path: path.join(real ?? '', 'registers/jp-edinet', name) };
    const read = async function* () {
      for await (const batch of jpEdinet.read(file, { territories: { codeOf: () => undefined } })) {
        rows.push(...batch);
        yield batch;
      }
    };
    const files = new RegisterFiles(folder);
    const built = await files.build({ rows: read(), nameKeys: (row) => nameKeysOf(row, { names }) });
    reader = files.open({ id: 'edition', source: 'jp-edinet', contentSha256: built.contentSha256 });
    const entities = entitiesOfRows(reader.standing(), 'jp-edinet', jpEdinet.description.register);
    index = buildIndex([{ source: 'jp-edinet', editionId: 'edition', entities }], names);
  });
  after(async () => {
    reader.close();
    await rm(folder, { recursive: true });
  });

  /** Found: the first answer, or one of the first that all have the very name. */
  function isFound(text: string, row: RegisterRow, spelling?: EntityIndex): boolean {
    const { companies } = companiesNamed(text, { reader, index: spelling }, { limit: 20, minScore: 0.6 }, reference);
    const own = companies.findIndex(({ fact }) => fact.current.number === row.number);
    const hasName = (other: RegisterRow) => namesOfRow(other).some((name) => whole(name) === whole(text));
    return own === 0 || (0 < own && companies.slice(0, own).every(({ fact }) => hasName(fact.current)));
  }

  function share(asked: readonly (readonly [string, RegisterRow])[], spelling?: EntityIndex): number {
    return asked.filter(([text, row]) => isFound(text, row, spelling)).length / asked.length;
  }

  const named = (field: 'name' | 'kana' | 'englishName') =>
    rows.flatMap((row) => (row[field] === undefined ? [] : [[row[field], row] as const]));

  test('Japanese names: 99 %', () => {
    assert.equal(rows.length, 7675);
    assert.ok(0.99 <= share(named('name')));
  });
  test('kana: 99 %', () => {
    assert.ok(0.99 <= share(named('kana')));
  });
  test('official English names: 99 %', () => {
    assert.ok(4000 < named('englishName').length);
    assert.ok(0.99 <= share(named('englishName')));
  });
  test('English names with a typo: 97 %', () => {
    const random = randomOf(20231031);
    const all = named('englishName').filter(([text]) => word.test(text));
    const asked = Array.from({ length: TYPOS }, () => all[random(all.length)]).flatMap((one) =>
      one ? [[withTypo(one[0], random), one[1]] as const] : [],
    );
    assert.equal(asked.length, TYPOS);
    const found = share(asked, index);
    assert.ok(0.97 <= found, String(found));
  });
});

function whole(name: string): string {
  return compactText(foldText(name, names));
}

const word = /[A-Za-z]{4,}/;

/** One letter of a word of four and more changed, left out, doubled, or exchanged with the next; never the same text. */
function withTypo(text: string, random: (below: number) => number): string {
  const words = [...text.matchAll(new RegExp(word, 'g'))];
  const chosen = words[random(words.length)];
  const at = (chosen?.index ?? 0) + random((chosen?.[0].length ?? 1) - 1);
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)];
  const other = 'abcdefghijklmnopqrstuvwxyz'[random(26)] ?? '';
  const typed = [other + next, next, here + here + next, next + here][random(4)] ?? '';
  const result = before + typed + after;
  return whole(result) === whole(text) ? withTypo(text, random) : result;
}

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
