// A data folder backed up and restored elsewhere through the command line: the same decisions, byte for byte; nothing altered is restored.
import assert from 'node:assert/strict';
import { appendFile, copyFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const foundingCase = fileURLToPath(new URL('../cases/founding-case/', import.meta.url));
const shippedPeriods = fileURLToPath(new URL('../data/retention.yml', import.meta.url));

let line: CommandLine;
let backup: string;
const beside = (name: string) => path.join(line.folder, '..', name);

before(async () => {
  line = await newCommandLine('--simulation', '--as-of', '2016-11-14');
  backup = beside('backup');
  const list = path.join(foundingCase, 'lists/consolidated.xml');
  const imported = await line.run('import', 'un-sc', list, '--published', '2016-11-10', '--accept', 'a sample');
  assert.equal(imported.code, 0, imported.err + imported.out);
  await line.run('vet', path.join(foundingCase, 'applications/2016-11-fictitious-company.yml'));
});
after(() => line.dispose());

test('what is restored elsewhere is proven, and its decisions are the same to the byte', async () => {
  await copyFile(shippedPeriods, path.join(line.folder, 'retention.yml'));
  const made = await line.run('backup', backup);
  assert.equal(made.code, 0, made.err);
  assert.equal(made.json.database, 'included');
  assert.ok(made.json.files.some(({ path: file }: { path: string }) => file.startsWith('editions/')));
  assert.deepEqual((await readdir(backup)).sort(), ['editions', 'manifest.json', 'retention.yml', 'sekisho.db']);
  const { json: kept } = await line.run('applications', 'list');
  const folder = beside('elsewhere');
  const restored = await line.runWith({ folder }, 'restore', backup);
  assert.equal(restored.code, 0, restored.err + restored.out);
  assert.deepEqual(restored.json.differences, []);
  const there = await line.runWith({ folder }, 'applications', 'list');
  assert.deepEqual(there.json, kept);
  const decision = `${String(kept.applications[0].id)}/1`;
  const [replay, replayThere] = [
    await line.run('replay', decision),
    await line.runWith({ folder }, 'replay', decision),
  ];
  assert.equal(replayThere.json.same, true, replayThere.out);
  assert.equal(replayThere.json.replayed, replay.json.replayed);
  const screened = await line.runWith({ folder }, 'screen', 'CHEN Guo-qiang', '--schema', 'Person');
  assert.deepEqual(screened.json.hits, (await line.run('screen', 'CHEN Guo-qiang', '--schema', 'Person')).json.hits);
});

test('nothing is written over: a place that is in use is left as it is', async () => {
  for (const place of [backup, path.join(line.folder, 'backup')])
    assert.equal((await line.run('backup', place)).json.problem.code, 'backup.place', place);
  assert.equal((await line.run('restore', backup)).json.problem.code, 'backup.place');
});

test('a backup that was altered or not finished leaves nothing behind', async () => {
  const folder = beside('never');
  const files = await readdir(path.join(backup, 'editions'));
  await appendFile(path.join(backup, 'editions', files[0] ?? ''), 'x');
  const altered = await line.runWith({ folder }, 'restore', backup);
  assert.deepEqual(altered.json.problem.code, 'backup.damaged');
  assert.equal(altered.json.problem.file, `editions/${files[0] ?? ''}`);
  await writeFile(path.join(backup, 'manifest.json'), '{"version":1,"files":[{"path":"../x"}]}');
  assert.equal((await line.runWith({ folder }, 'restore', backup)).json.problem.code, 'backup.damaged');
  await rm(path.join(backup, 'manifest.json'));
  assert.equal((await line.runWith({ folder }, 'restore', backup)).json.problem.code, 'backup.damaged');
  assert.deepEqual(await readdir(beside('')).then((names) => names.filter((name) => name.endsWith('.part'))), []);
  assert.deepEqual(await readdir(folder).catch(() => []), []);
});
