// A place for a store and a writer's name in, a process that appends entries there out, with what it printed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StoreAddress } from './store-place.ts';

const script = fileURLToPath(new URL('append-entries.ts', import.meta.url));

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whole lines: what came after the last line end was not said. */
  readonly lines: readonly string[];
  readonly stderr: string;
}

export interface WritingProcess {
  readonly firstLine: Promise<void>;
  readonly end: Promise<ProcessEnd>;
  /** At once, as `kill -9`. */
  kill(): void;
}

/** `count`: how many entries it writes; 0 when only its death is to end it. */
export function startWriting(address: StoreAddress, name: string, count: number): WritingProcess {
  const args = [script, JSON.stringify(address), name, String(count)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const firstLine = Promise.withResolvers<void>();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    if (chunk.includes('\n')) firstLine.resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const end = new Promise<ProcessEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      firstLine.resolve(); // nobody waits for a line that will not come
      resolve({ code, signal, lines: stdout.split('\n').slice(0, -1), stderr });
    });
  });
  return { firstLine: firstLine.promise, end, kill: () => child.kill('SIGKILL') };
}
