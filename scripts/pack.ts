// The packages in, a tarball of each out, compiled, with types and data: out/packages/*.tgz, as npm installs them.
//
//   npm run pack
//
// Imports between packages keep their `.ts`: each package's exports lead them to what was compiled.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { buildUiWhenNeeded } from './build-ui.ts';

const root = path.join(import.meta.dirname, '..');
const staged = path.join(root, 'out/packed');
const tarballs = path.join(root, 'out/packages');
const names = ['engine', 'sources', 'server', 'client'] as const;

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Makes them anew. */
export async function packPackages(): Promise<readonly string[]> {
  rmSync(staged, { recursive: true, force: true });
  rmSync(tarballs, { recursive: true, force: true });
  mkdirSync(tarballs, { recursive: true });
  await buildUiWhenNeeded();
  compile();
  for (const name of names) stagePackage(name);
  for (const name of names)
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', tarballs], {
      cwd: path.join(staged, name),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  return readdirSync(tarballs).map((file) => path.join(tarballs, file));
}

/** Types are checked by `npm run types`; here they are written down. */
function compile(): void {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.parseJsonConfigFileContent(
    {
      compilerOptions: {
        ...config.compilerOptions,
        noEmit: false,
        noCheck: true,
        declaration: true,
        rewriteRelativeImportExtensions: true,
        rootDir: 'packages',
        outDir: staged,
      },
      files: [],
    },
    ts.sys,
    root,
  );
  const files = globSync(`packages/{${names.join(',')}}/src/**/*.ts`, { cwd: root })
    .filter((file) => !isForTests(file) && !testing.test(readFileSync(path.join(root, file), 'utf8')))
    .map((file) => path.join(root, file));
  const { diagnostics: found } = ts.createProgram(files, options).emit();
  if (0 < found.length)
    throw new Error(
      ts.formatDiagnostics(found, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
}

/** What imports it is cases of tests, whatever it is called. */
const testing = /from '(?:node:test|node:assert[^']*|[^']*\/testing\/[^']*)'/;

function isForTests(file: string): boolean {
  return /\.test\.ts$|\/(?:testing|sample)\//.test(file);
}

function stagePackage(name: (typeof names)[number]): void {
  const from = path.join(root, 'packages', name);
  const to = path.join(staged, name);
  renameSync(path.join(to, 'src'), path.join(to, 'dist'));
  for (const file of globSync('src/**/*.{yml,json,tsv,csv,txt,md}', { cwd: from }).filter((file) => !isForTests(file)))
    cpSync(path.join(from, file), path.join(to, 'dist', path.relative('src', file)));
  cpSync(path.join(root, 'LICENSE'), path.join(to, 'LICENSE'));
  cpSync(path.join(root, 'docs/library.md'), path.join(to, 'README.md'));
  if (name === 'engine') copyData(to);
  if (name === 'server') {
    for (const file of ['run.mjs', 'THIRD-PARTY.md']) cpSync(path.join(root, file), path.join(to, file));
    cpSync(path.join(from, 'sekisho.mjs'), path.join(to, 'sekisho.mjs'));
    cpSync(path.join(root, 'packages/ui/dist'), path.join(to, 'interface'), { recursive: true });
    cpSync(path.join(root, 'cases/founding-case'), path.join(to, 'founding-case'), { recursive: true });
  }
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(packageFileOf(name), undefined, 2)}\n`);
}

/** Without the scripts that made its tables. */
function copyData(to: string): void {
  cpSync(path.join(root, 'data'), path.join(to, 'data'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
}

function packageFileOf(name: (typeof names)[number]): object {
  const { name: scoped, version, dependencies, bin } = readPackage(path.join(root, 'packages', name));
  const { description, optionalDependencies } = readPackage(root);
  const compiled = { types: './dist/*.d.ts', default: './dist/*.js' };
  return {
    name: scoped,
    version,
    description,
    license: 'Apache-2.0',
    type: 'module',
    engines: { node: '>=24' },
    exports: { './package.json': './package.json', './*.ts': compiled, './*.js': compiled },
    ...(bin && { bin, optionalDependencies }),
    dependencies: { ...dependencies },
  };
}

function readPackage(folder: string): PackageFile {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
}

if (import.meta.main) for (const file of await packPackages()) console.log(path.relative(root, file));
