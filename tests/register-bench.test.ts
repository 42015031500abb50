// The register that the register bench makes: the same for the same seed, in the publisher's layout, read by the importer whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { jpNta } from '@sekisho/sources/registers/jp-nta/importer.ts';
import { DIFF_DAY, FULL_DAY, writeDiff, writeFullSet } from '../bench/register/files.ts';
import { questionsOf } from '../bench/register/questions.ts';
import { companyWords } from '../bench/register/words.ts';

const COMPANIES = 3000;
const words = companyWords();
let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
});
after(() => rm(folder, { recursive: true }));

async function made(seed: number, name: string) {
  const place = path.join(folder, name);
  await mkdir(place);
  const world = { seed, companies: COMPANIES, words };
  const full = writeFullSet(world, place, 100);
  return { full, diff: writeDiff(world, full.sample, place, 90) };
}

async function rowsOf(file: string): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  const context = { territories: { codeOf: () => undefined }, onProblem: () => assert.fail('a problem') };
  for await (const batch of jpNta.read({ name: path.basename(file), path: file }, context)) rows.push(...batch);
  return rows;
}

test('all prefectures and abroad are a whole register of one day, in which every company stands once', async () => {
  const { full } = await made(1, 'whole');
  const scopes = full.files.map((file) => jpNta.scope({ name: path.basename(file), path: file }, FULL_DAY));
  assert.ok(jpNta.isWhole(scopes));
  const rows = (await Promise.all(full.files.map(rowsOf))).flat();
  assert.ok(Math.abs(rows.length - COMPANIES) < 50, String(rows.length));
  assert.equal(new Set(rows.map(({ number }) => number)).size, rows.length);
  const share = (has: (row: RegisterRow) => boolean) => rows.filter(has).length / rows.length;
  assert.ok(0.9 < share(({ kana }) => kana !== undefined));
  assert.ok(Math.abs(0.12 - share(({ closedOn }) => closedOn !== undefined)) < 0.03);
  assert.ok(0.25 < share(({ prefecture }) => prefecture === '東京都'));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { number, name, street } of full.sample)
    assert.deepEqual([byNumber.get(number)?.name, byNumber.get(number)?.street], [name, street]);
});

test("a day's difference follows, and has the former names of those it renames", async () => {
  const { full, diff } = await made(2, 'diff');
  const file = { name: path.basename(diff.file), path: diff.file };
  assert.equal(jpNta.scope(file, DIFF_DAY).date, DIFF_DAY);
  assert.ok(jpNta.follows(FULL_DAY, DIFF_DAY));
  const rows = await rowsOf(diff.file);
  assert.deepEqual(new Set(rows.map(({ process }) => process)), new Set(['01', '11', '12', '21']));
  for (const { number, name, formerName } of diff.renamed)
    assert.deepEqual(
      rows.filter((row) => row.number === number && ['01', '11'].includes(row.process)).map((row) => row.name),
      [formerName, name],
    );
  const questions = questionsOf(2, full.sample, full.english, diff.renamed, []);
  assert.ok(questions.filter(({ kind }) => kind === 'former').length === diff.renamed.length);
  assert.ok(questions.every(({ text }) => text !== ''));
});

test('the same seed makes the same files, another seed others', async () => {
  const hashes = async (seed: number, name: string) => {
    const { full, diff } = await made(seed, name);
    const texts = await Promise.all([...full.files, diff.file].map((file) => readFile(file)));
    return texts.map((bytes) => createHash('sha256').update(bytes).digest('hex')).join(' ');
  };
  const first = await hashes(3, 'first');
  assert.equal(await hashes(3, 'again'), first);
  assert.notEqual(await hashes(4, 'other'), first);
});
