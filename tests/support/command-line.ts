// For whole-product tests: the command line in this process, on a data folder of its own.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newCli } from '@sekisho/server/cli/run.ts';
import { runArguments } from '@sekisho/server/cli/run-arguments.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test asserts the shape it needs
  readonly json: any;
}

export interface CommandLine {
  readonly folder: string;
  /** Runs `sekisho` with these words and `--json`. */
  run(...words: string[]): Promise<Ran>;
  /** The same with another witness, data folder or database. */
  runWith(other: OtherPlace, ...words: string[]): Promise<Ran>;
  dispose(): Promise<void>;
}

export interface OtherPlace {
  readonly witness?: string;
  readonly folder?: string;
  readonly databaseUrl?: string;
}

/** A command line on a new data folder; `common` stands before every command (`--simulation`, `--as-of`). */
export async function newCommandLine(...common: string[]): Promise<CommandLine> {
  const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-test-'));
  const folder = path.join(stage, 'data');
  await mkdir(path.join(stage, 'witness'));
  const runWith: CommandLine['runWith'] = async (other, ...words) => {
    let [out, err, code] = ['', '', -1];
    const cli = newCli({
      environment: {
        SEKISHO_KEYS: path.join(stage, 'keys'),
        SEKISHO_WITNESS: other.witness ?? path.join(stage, 'witness'),
        DATABASE_URL: other.databaseUrl ?? '',
      },
      out: (text) => (out += text),
      err: (text) => (err += text),
      exit: (ended) => (code = ended),
    });
    await runArguments(['--data', other.folder ?? folder, '--json', ...common, ...words], cli);
    return { code, out, err, json: out.startsWith('{') ? JSON.parse(out) : undefined };
  };
  return {
    folder,
    runWith,
    run: (...words) => runWith({}, ...words),
    dispose: () => rm(stage, { recursive: true, force: true }),
  };
}
