// A witness on another machine, as a process of its own: checkpoints reach it, and a roll-back is found against it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newCommandLine } from './support/command-line.ts';

const main = fileURLToPath(new URL('../packages/server/src/cli/main.ts', import.meta.url));
const cases = fileURLToPath(new URL('../cases/founding-case/', import.meta.url));

test('a witness served over HTTP vouches for a record, and against it a roll-back is found', async () => {
  const kept = await mkdtemp(path.join(tmpdir(), 'sekisho-witness-'));
  const line = await newCommandLine('--simulation', '--as-of', '2016-11-14');
  const server = spawn(process.execPath, [main, 'witness', 'serve', '--folder', kept, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const [said] = (await once(server.stderr, 'data')) as [Buffer];
    const url = /http:\/\/[0-9.:]+/.exec(String(said))?.[0] ?? '';
    const register = path.join(cases, 'register', '00_zenkoku_all_20161031.csv');
    const witnessed = { witness: url };
    await line.runWith(witnessed, 'import', 'jp-nta', register, '--published', '2016-10-31', '--by', 'T');
    await cp(line.folder, `${line.folder}-older`, { recursive: true });
    await line.runWith(witnessed, 'vet', path.join(cases, 'applications', '2016-11-honest.yml'));
    assert.equal((await line.runWith(witnessed, 'record', 'checkpoint')).code, 0);
    const report = await line.runWith(witnessed, 'record', 'verify');
    assert.deepEqual(
      [report.code, (report.json as { report: { state: string } }).report.state],
      [0, 'intact-witnessed'],
    );

    const broken = `${line.folder}-broken`;
    await cp(line.folder, broken, { recursive: true });
    const database = new DatabaseSync(path.join(broken, 'sekisho.db'));
    database.exec("update record_entries set payload = '{cut off' where sequence = 3");
    database.close();
    const altered = await line.runWith({ ...witnessed, folder: broken }, 'record', 'verify');
    assert.equal(altered.code, 1, altered.out);
    const { firstBroken } = (altered.json as { report: { firstBroken: { sequence: number; kind: string } } }).report;
    assert.deepEqual([firstBroken.sequence, firstBroken.kind], [3, 'altered']);

    const rolledBack = await line.runWith({ ...witnessed, folder: `${line.folder}-older` }, 'record', 'verify');
    assert.equal(rolledBack.code, 1, rolledBack.out);
  } finally {
    server.kill('SIGTERM');
    const [code] = (await once(server, 'exit')) as [number];
    assert.equal(code, 0, 'the witness stops when it is told to');
    await line.dispose();
    await rm(kept, { recursive: true, force: true });
  }
});
