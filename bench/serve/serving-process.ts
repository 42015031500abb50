// The environment and further words for `serve` in, a process that serves on a free port and its address out.
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../packages/server/src/cli/main.ts', import.meta.url));

/**
 * Options of Node that this process was started with (`--cpu-prof`) are the server's as well.
 * @throws Error with what the process said when it ends before it listens.
 */
export async function startServing(
  environment: NodeJS.ProcessEnv,
  words: readonly string[] = [],
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, main, 'serve', '--port', '0', '--log', 'silent', ...words],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    },
  );
  let told = '';
  for await (const chunk of child.stdout) {
    told += String(chunk);
    const url = /listens at (\S+)/.exec(told)?.[1];
    if (url === undefined) continue;
    return { url, child };
  }
  throw new Error(`the server did not start: ${told}`);
}
