// A size in, how fast and in how much memory a FollowTheMoney file of that size is streamed out.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { languagesOf } from '../search/languages.ts';
import { ownCounts } from '../search/own-counts.ts';
import { MadeRecords } from './records.ts';

const DEFAULT_MEGABYTES = 1000;
/** A multiple of the records that are made about one target. */
const LINES_AT_ONCE = 1050;

/** `npm run bench -- ftm --megabytes 1000 [--seed 1]`. The file is made in a temporary folder, and read by a process of its own. */
export async function ftmBench(): Promise<object> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { megabytes: { type: 'string' }, seed: { type: 'string' } },
  });
  const megabytes = Number(values.megabytes ?? DEFAULT_MEGABYTES);
  const seed = Number(values.seed ?? 1);
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-bench-'));
  try {
    const file = path.join(folder, 'entities.ftm.json');
    const records = await makeFile(
      file,
      megabytes * 1_000_000,
      new MadeRecords({ seed, languages: languagesOf(ownCounts()) }),
    );
    const script = fileURLToPath(new URL('./measure-process.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
    return { seed, records, ...(JSON.parse(stdout) as object) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns how many records it holds. */
async function makeFile(file: string, bytes: number, made: MadeRecords): Promise<number> {
  const stream = createWriteStream(file);
  let [written, number] = [0, 0];
  while (written < bytes) {
    const lines: string[] = [];
    for (let count = 0; count < LINES_AT_ONCE; count++) lines.push(made.lineOf(number++));
    const block = Buffer.from(`${lines.join('\n')}\n`);
    written += block.length;
    if (!stream.write(block)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return number;
}
