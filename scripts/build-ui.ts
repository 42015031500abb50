// Nothing in; the interface as the server sends it out, built when it is missing or older than its sources.
//
//   node run.mjs scripts/build-ui.ts          when needed
//   node run.mjs scripts/build-ui.ts --anew   in any case
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildInterface } from '../packages/ui/build.ts';

const root = path.join(import.meta.dirname, '..');
const page = path.join(root, 'packages/ui/dist/index.html');

/** Builds the interface when what is built is not of the sources as they are, and says so in one line. */
export async function buildUiWhenNeeded(anew = false): Promise<void> {
  if (!anew && !isOutdated()) return;
  const started = performance.now();
  await buildInterface();
  console.log(`The interface was built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

function isOutdated(): boolean {
  if (!existsSync(page)) return true;
  const builtAt = statSync(page).mtimeMs;
  const sources = globSync(
    ['packages/ui/{src,public}/**/*.*', 'packages/ui/*.{ts,html,json}', 'data/messages/**/*.json', 'package-lock.json'],
    { cwd: root },
  );
  return sources.some((file) => builtAt < statSync(path.join(root, file)).mtimeMs);
}

if (import.meta.main) await buildUiWhenNeeded(process.argv.includes('--anew'));
