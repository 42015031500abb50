// A data folder over PostgreSQL, dumped and backed up, restored into another database and folder: proven, and its decisions the same to the byte.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine } from './support/command-line.ts';

const foundingCase = fileURLToPath(new URL('../cases/founding-case/', import.meta.url));
const server = process.env['SEKISHO_TEST_DATABASE_URL'];
const skip = server === undefined ? 'SEKISHO_TEST_DATABASE_URL is not set' : false;

test('what pg_dump and a backup hold is restored elsewhere, and replays', { skip }, async (t) => {
  const [first, second] = [newDatabase(server ?? ''), newDatabase(server ?? '')];
  t.after(() => {
    first.drop();
    second.drop();
  });
  const line = await newCommandLine('--simulation', '--as-of', '2016-11-14');
  t.after(() => line.dispose());
  const beside = (name: string) => path.join(line.folder, '..', name);
  const here = (...words: string[]) => line.runWith({ databaseUrl: first.url }, ...words);
  const there = (...words: string[]) =>
    line.runWith({ databaseUrl: second.url, folder: beside('elsewhere') }, ...words);
  const list = path.join(foundingCase, 'lists/consolidated.xml');
  const imported = await here('import', 'un-sc', list, '--published', '2016-11-10', '--accept', 'a sample');
  assert.equal(imported.code, 0, imported.err + imported.out);
  await here('vet', path.join(foundingCase, 'applications/2016-11-fictitious-company.yml'));

  const dump = beside('sekisho.dump');
  execFileSync('pg_dump', ['--format=custom', `--file=${dump}`, first.url]);
  const made = await here('backup', beside('backup'));
  assert.equal(made.json.database, 'apart', made.err + made.out);
  await here('vet', path.join(foundingCase, 'applications/2016-11-honest.yml')); // later than the backup: not in it

  execFileSync('pg_restore', ['--exit-on-error', `--dbname=${second.url}`, dump]);
  const restored = await there('restore', beside('backup'));
  assert.equal(restored.code, 0, restored.err + restored.out);
  assert.deepEqual(restored.json.differences, []);
  const { applications } = (await there('applications', 'list')).json as { applications: { id: string }[] };
  assert.equal(applications.length, 1);
  const decision = `${applications[0]?.id ?? ''}/1`;
  const [replay, replayThere] = [await here('replay', decision), await there('replay', decision)];
  assert.equal(replayThere.json.same, true, replayThere.out);
  assert.equal(replayThere.json.replayed, replay.json.replayed);
  const screened = ['screen', 'CHEN Guo-qiang', '--schema', 'Person'];
  assert.deepEqual((await there(...screened)).json.hits, (await here(...screened)).json.hits);

  const other = await line.runWith({ databaseUrl: first.url, folder: beside('mixed') }, 'restore', beside('backup'));
  assert.equal(other.code, 0, other.err + other.out); // the database that goes on holds all that was backed up
});

function newDatabase(serverUrl: string): { readonly url: string; drop(): void } {
  const name = `sekisho_${randomBytes(8).toString('hex')}`;
  const say = (words: string) =>
    execFileSync('psql', ['--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1', `--command=${words}`, serverUrl]);
  say(`create database ${name} encoding 'UTF8' template template0`);
  const url = serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
  return { url, drop: () => void say(`drop database ${name} with (force)`) };
}
