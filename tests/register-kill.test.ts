// An import of a register that is killed while its file is written: the edition before stays in use, and the next import goes through.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FULL_DAY, writeFullSet, type NumberedCompany } from '../bench/register/files.ts';
import { companyWords } from '../bench/register/words.ts';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const main = fileURLToPath(new URL('../packages/server/src/cli/main.ts', import.meta.url));
const [SMALL, LARGE] = [500, 10_000];
let line: CommandLine;
before(async () => {
  line = await newCommandLine('--simulation', '--as-of', '2026-11-01');
});
after(() => line.dispose());

async function made(companies: number): Promise<{ files: readonly string[]; sample: readonly NumberedCompany[] }> {
  const folder = path.join(path.dirname(line.folder), String(companies));
  await mkdir(folder);
  return writeFullSet({ seed: companies, companies, words: companyWords() }, folder, 10);
}

const importing = (files: readonly string[]) =>
  ['import', 'jp-nta', ...files, '--published', FULL_DAY, '--by', 'T', '--accept', 'made'] as const;

const isFound = async ({ number }: NumberedCompany) => (await line.run('register', 'lookup', number)).code === 0;

test('the edition before stays in use', async () => {
  const [small, large] = [await made(SMALL), await made(LARGE)];
  const [known] = small.sample;
  const added = large.sample.at(-1);
  assert.ok(known && added);
  assert.equal((await line.run(...importing(small.files))).code, 0);
  const registers = path.join(line.folder, 'registers');
  const before = await readdir(registers);

  const words = [main, '--data', line.folder, '--simulation', '--as-of', '2026-11-01', ...importing(large.files)];
  const environment = { ...process.env, SEKISHO_KEYS: path.join(path.dirname(line.folder), 'keys') };
  const child = spawn(process.execPath, words, { stdio: 'ignore', env: environment });
  const ended = once(child, 'exit');
  while (!(await isWriting(registers)) && child.exitCode === null) await pause(5);
  child.kill('SIGKILL');
  const [code, signal] = (await ended) as [number | null, string | null];
  assert.deepEqual([code, signal], [null, 'SIGKILL'], 'it was killed before its end');

  assert.deepEqual(
    (await readdir(registers)).filter((name) => !name.endsWith('.part')),
    before,
  );
  assert.deepEqual([await isFound(known), await isFound(added)], [true, false]);
  assert.equal((await line.run('record', 'verify')).code, 0);
  assert.equal((await line.run(...importing(large.files))).code, 0);
  assert.ok(await isFound(added));
});

/** True once the tables of an unfinished edition stand in its file. */
async function isWriting(folder: string): Promise<boolean> {
  for (const name of await readdir(folder)) {
    const written = name.endsWith('.part') ? await stat(path.join(folder, name)).catch(() => undefined) : undefined;
    if (written && 0 < written.size) return true;
  }
  return false;
}
