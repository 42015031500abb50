// The tarballs of the packages in, installed in a folder elsewhere; what the library, the command line and the server say there, held against docs/library.md.
//
//   npm run try-packages               packs, and installs from the registry
//   npm run try-packages -- --offline  takes what the packages depend on from this checkout
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packPackages } from './pack.ts';

const root = path.join(import.meta.dirname, '..');
const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8');
const elsewhere = mkdtempSync(path.join(tmpdir(), 'sekisho-packages-'));
const environment = {
  ...process.env,
  SEKISHO_DATA: path.join(elsewhere, 'vetted'),
  SEKISHO_KEYS: path.join(elsewhere, 'keys'),
};

try {
  install(await packPackages());
  const examples = [...page.matchAll(/```ts\n([^]*?)```\n\n```text\n([^]*?)```/g)].map(([, code = '', told = '']) => ({
    code,
    told,
  }));
  if (examples.length < 3) throw new Error('docs/library.md has fewer examples than it had');
  for (const [place, { code }] of examples.entries())
    writeFileSync(path.join(elsewhere, `example-${String(place)}.ts`), code);
  checkTypes();
  const [last, ...before] = examples.keys().toArray().toReversed();
  for (const place of before.toReversed()) expectTold(place, examples[place]?.told, environment);
  hold(sekisho('--version').trim() !== '', 'the command line says its version');
  hold(sekisho('status', '--json').includes('own-notices'), 'the command line reads the folder that the library made');
  await askServer(async (url) => {
    const key = keyFor();
    expectTold(last ?? 0, examples[last ?? 0]?.told, { ...environment, SEKISHO_URL: url, SEKISHO_KEY: key });
    hold((await (await fetch(url)).text()).includes('<div id="root"'), 'the server sends the interface');
  });
  console.log(
    `${String(examples.length)} examples of docs/library.md, the command line and the server run from the packages`,
  );
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

function install(tarballs: readonly string[]): void {
  writeFileSync(
    path.join(elsewhere, 'package.json'),
    JSON.stringify({ name: 'elsewhere', private: true, type: 'module' }),
  );
  if (process.argv.includes('--offline')) {
    linkDependencies();
    for (const tarball of tarballs) unpack(tarball);
  } else
    execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', ...tarballs], {
      cwd: elsewhere,
      stdio: 'inherit',
    });
}

/** Everything but our own packages. */
function linkDependencies(): void {
  const from = path.join(root, 'node_modules');
  const to = path.join(elsewhere, 'node_modules');
  const link = (name: string) => symlinkSync(path.join(from, name), path.join(to, name));
  mkdirSync(to);
  for (const name of readdirSync(from).filter((name) => !name.startsWith('.') && name !== '@sekisho')) link(name);
}

function unpack(tarball: string): void {
  const [, name = ''] = /sekisho-(\w+)-[\d.]+\.tgz$/.exec(tarball) ?? [];
  const folder = path.join(elsewhere, 'node_modules/@sekisho', name);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}

function checkTypes(): void {
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2024',
    '--module',
    'nodenext',
    '--skipLibCheck',
    '--types',
    'node',
  ];
  const roots = ['--typeRoots', path.join(root, 'node_modules/@types')];
  const files = readdirSync(elsewhere).filter((name) => name.endsWith('.ts'));
  execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...options, ...roots, ...files], {
    cwd: elsewhere,
    stdio: 'inherit',
  });
}

function expectTold(place: number, told: string | undefined, env: NodeJS.ProcessEnv): void {
  const said = execFileSync(process.execPath, [`example-${String(place)}.ts`], {
    cwd: elsewhere,
    env,
    encoding: 'utf8',
  });
  hold(said === told, `example ${String(place + 1)} of docs/library.md says what it says there, not:\n${said}`);
}

function sekisho(...words: readonly string[]): string {
  return execFileSync(process.execPath, [command(), ...words], { cwd: elsewhere, env: environment, encoding: 'utf8' });
}

function command(): string {
  return path.join(elsewhere, 'node_modules/@sekisho/server/sekisho.mjs');
}

/** What a program is let in with. */
function keyFor(): string {
  const program = `
    import { issueKey } from '@sekisho/server/flows/people/access-keys.js';
    import { openParts } from '@sekisho/server/open-parts.js';
    import { readSettings } from '@sekisho/server/settings.js';
    const parts = await openParts(readSettings({}, process.env), { makesFolder: false });
    const { credential } = await issueKey({ name: 'example', duties: ['analyst'] }, parts);
    await parts.close();
    console.log(credential);`;
  const words = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, words, { cwd: elsewhere, env: environment, encoding: 'utf8' }).trim();
}

async function askServer(ask: (url: string) => Promise<void>): Promise<void> {
  const words = [command(), 'serve', '--port', '0', '--log', 'silent'];
  const server = spawn(process.execPath, words, {
    cwd: elsewhere,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  try {
    let told = '';
    for await (const chunk of server.stdout) {
      told += String(chunk);
      const url = /listens at (\S+)/.exec(told)?.[1];
      if (url === undefined) continue;
      await ask(url);
      return;
    }
    throw new Error(`the server did not start: ${told}`);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
}
