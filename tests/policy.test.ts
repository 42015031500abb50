// `sekisho policy` as people use it: a version is kept, put in force by somebody else, and is what the next command decides by.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine, type CommandLine } from './support/command-line.ts';

const shipped = fileURLToPath(new URL('../data/policies/hosting/policy.yml', import.meta.url));
const why = ['--reason', 'asked for by the auditor'];

let line: CommandLine;
let file = '';
before(async () => {
  line = await newCommandLine();
  file = path.join(line.folder, '..', 'policy.yml');
  await line.run(
    'import',
    'un-sc',
    fileURLToPath(new URL('../cases/founding-case/lists/consolidated.xml', import.meta.url)),
    '--published',
    '2016-11-10',
    '--accept',
    'a sample',
  );
  await writeFile(file, (await readFile(shipped, 'utf8')).replace(/^version: \d+$/m, 'version: 90'));
});
after(() => line.dispose());

test('a version is kept, and put in force by another person', async () => {
  const kept = await line.run('policy', 'upload', file, '--by', 'K. Hayashi');
  assert.deepEqual([kept.code, kept.json.version.version, kept.json.version.isInForce], [0, 90, false], kept.out);
  const beginning = String(kept.json.version.sha256).slice(0, 10);
  const alone = await line.run('policy', 'activate', 'hosting', beginning, '--by', 'k hayashi', ...why);
  assert.equal(alone.json.problem.code, 'policy.not-put-in-force');
  const unknown = await line.run('policy', 'activate', 'hosting', 'ffff', '--by', 'M. Abe', ...why);
  assert.equal(unknown.json.problem.code, 'policy.not-found');
  const wrong = await line.run('policy', 'activate', 'hosting', beginning, '--from', 'soon', '--by', 'M. Abe', ...why);
  assert.equal(wrong.json.problem.code, 'command.usage');
  const put = await line.run('policy', 'activate', 'hosting', beginning, '--by', 'M. Abe', ...why);
  assert.deepEqual([put.code, put.json.version.isInForce], [0, true], put.out);
  const { policies } = (await line.run('policy', 'list')).json as {
    readonly policies: readonly { readonly id: string; readonly version: number; readonly origin: string }[];
  };
  const hosting = policies.find(({ id }) => id === 'hosting');
  assert.deepEqual([hosting?.version, hosting?.origin], [90, 'uploaded']);
  assert.equal((await line.run('policy', 'versions', 'hosting')).json.versions.length, 1);
  assert.equal((await line.run('record', 'verify')).json.differences.length, 0);
});

test('a file that is no policy is told with its line, and nothing is kept', async () => {
  await writeFile(file, 'id: [\n');
  const { json } = await line.run('policy', 'upload', file, '--by', 'K. Hayashi');
  assert.equal(json.problem.code, 'policy.invalid');
});
