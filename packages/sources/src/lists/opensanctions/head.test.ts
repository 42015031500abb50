import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { readList } from '../testing/read.ts';
import { headOf } from './head.ts';
import { openSanctions } from './importer.ts';

const text = readFileSync(fileURLToPath(new URL('./sample/entities.ftm.json', import.meta.url)), 'utf8');
const lines = text.trimEnd().split('\n');
const headIn = (line: string) => {
  const block = Buffer.from(`before\n${line}\n`);
  return headOf(block, 7, block.length - 1);
};

test('of an entity its id, its name as it is written and its addresses; of a listing those who are listed', () => {
  const entity =
    '{"id":"NK-1","caption":"Кестрел \\"K\\"","schema":"Company","properties":{"addressEntity":["b","a","b"]}}';
  assert.deepEqual(headIn(entity), {
    id: 'NK-1',
    rule: { is: 'entity', schema: 'Company' },
    caption: '"Кестрел \\"K\\""',
    ids: ['a', 'b'],
  });
  const listing = '{"id":"s","caption":"x","schema":"Sanction","properties":{"entity":["NK-1"]}}';
  assert.deepEqual(headIn(listing)?.ids, ['NK-1']);
});

for (const [why, line] of [
  ['written with blanks', '{"id": "a", "caption": "x", "schema": "Person", "properties": {}}'],
  ['without a caption', '{"id":"a","schema":"Person","properties":{}}'],
  ['an id that is not plain', '{"id":"é","caption":"x","schema":"Person","properties":{}}'],
  ['naming an operator', '{"id":"a","caption":"x","schema":"Vessel","properties":{"operator":["b"]}}'],
  ['a relation', '{"id":"a","caption":"x","schema":"Ownership","properties":{"owner":["b"],"asset":["c"]}}'],
  ['a wallet, which may be an entry', '{"id":"a","caption":"x","schema":"CryptoWallet","properties":{"holder":["b"]}}'],
  ['of nobody', '{"id":"a","caption":"x","schema":"Sanction","properties":{}}'],
  ['of what is written in another way', '{"id":"a","caption":"x","schema":"Sanction","properties":{"entity":["b c"]}}'],
  ['of an unknown schema', '{"id":"a","caption":"x","schema":"Foundation","properties":{}}'],
  ['with a character by its number', '{"id":"a","caption":"x\\u0000","schema":"Person","properties":{}}'],
] as const)
  test(`a record is read whole: ${why}`, () => assert.equal(headIn(line), undefined));

test('a file of which every record is read whole gives the same', async (context) => {
  const heads = lines.filter((line) => headIn(line) !== undefined);
  assert.ok(5 < heads.length && heads.length < lines.length);
  const spaced = lines.map((line) => line.replace('{"id":', '{ "id":'));
  assert.ok(spaced.every((line) => headIn(line) === undefined));
  const file = (content: string) => temporaryFile(context, 'entities.ftm.json', content);
  assert.deepEqual(
    await readList(openSanctions, [file(spaced.join('\n'))]),
    await readList(openSanctions, [file(text)]),
  );
});

test('what the head does not show to be wrong is told with its line when the record is read', async (context) => {
  const broken = [...lines];
  const at = broken.findIndex((line) => headIn(line) !== undefined);
  broken[at] = (broken[at] ?? '').slice(0, -3);
  const file = temporaryFile(context, 'entities.ftm.json', broken.join('\n'));
  await assertProblem(() => readList(openSanctions, [file]), 'file.unreadable', {
    list: 'opensanctions',
    file: 'entities.ftm.json',
    line: at + 1,
  });
});
