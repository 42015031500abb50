// Every source file in, the walls it breaks out: ARCHITECTURE.md, "Imports point one way", held against the code.
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { outsideReads } from './house/outside-reads.ts';
import { environmentReaders, packagesBelow, roomOf, roomPlan, starts, wordlessNames } from './house/rooms.ts';
import { root, sourceFiles, type Import, type SourceFile } from './house/source-file.ts';

const files = sourceFiles('packages/*/{src,testing}/**/*.{ts,tsx}');
const isTesting = (file: string) => /^packages\/[^/]+\/testing\//.test(file);
const product = files.filter(({ isTest }) => !isTest);

test('every source file stands in a room of the plan', () => {
  const strangers = product.map(({ file }) => roomOf(file) ?? file).filter((room) => !Object.hasOwn(roomPlan, room));
  assert.deepEqual([...new Set(strangers)], []);
});

test('every room of the plan is there', () => {
  const inhabited = new Set(product.map(({ file }) => roomOf(file)));
  assert.deepEqual(
    Object.keys(roomPlan).filter((room) => !inhabited.has(room)),
    [],
  );
});

test('the plan has no circle', () => {
  const visit = (room: string, way: readonly string[]): void => {
    assert.ok(!way.includes(room), [...way, room].join(' -> '));
    for (const next of roomPlan[room]?.rooms ?? []) visit(next, [...way, room]);
  };
  for (const room of Object.keys(roomPlan)) visit(room, []);
});

test('imports between rooms follow the plan', () => {
  assert.deepEqual(
    broken(files, (file, { file: imported }) => {
      const [from, to] = [roomOf(file.file), imported && roomOf(imported)];
      if (from === undefined || to === undefined || from === to) return undefined;
      if (file.isTest && packagesBelow[packageOf(from)]?.includes(packageOf(to))) return undefined;
      return roomPlan[from]?.rooms.includes(to) ? undefined : `${from} may not import ${to}`;
    }),
    [],
  );
});

test('packages and built-ins are imported where the plan has them', () => {
  assert.deepEqual(
    broken(product, (file, { specifier, file: imported }) => {
      if (imported !== undefined) return undefined;
      const room = roomOf(file.file) ?? '';
      const name = specifier.startsWith('node:') ? 'node:*' : packageName(specifier);
      return roomPlan[room]?.packages.includes(name) ? undefined : `${room} may not import ${name}`;
    }),
    [],
  );
});

test('our own files are imported as files that exist: relative within a package, by its name from outside', () => {
  assert.deepEqual(
    broken(files, (file, { specifier, file: imported }) => {
      if (imported === undefined) return undefined;
      const isInside = workspaceOf(file.file) === workspaceOf(imported);
      const isByName = !specifier.startsWith('.');
      if (isByName && isInside && !isTesting(file.file) && !isTesting(imported)) return 'is in the same package';
      if (!isByName && !isInside && !imported.startsWith('data/')) return 'is in another package'; // texts, by their types
      return existsSync(path.join(root, imported)) ? undefined : 'is not there';
    }),
    [],
  );
});

test('only tests import tests and testing/', () => {
  assert.deepEqual(
    broken(product, (_, { specifier, file: imported = '' }) =>
      specifier === 'node:test' || imported.includes('/testing/') || imported.endsWith('.test.ts')
        ? 'is for tests'
        : undefined,
    ),
    [],
  );
});

test('each room reads of the outside what the plan allows', () => {
  const reads = product.flatMap((file) => {
    const allowed = roomPlan[roomOf(file.file) ?? '']?.reads ?? [];
    return outsideReads(file.tree)
      .filter(({ outside }) => !allowed.includes(outside))
      .map(({ outside, text, line }) => `${file.file}:${line} reads the ${outside}: ${text}`);
  });
  assert.deepEqual(reads, []);
});

test('the environment is read in two files', () => {
  const readers = product.filter(({ tree }) => outsideReads(tree).some(({ outside }) => outside === 'environment'));
  assert.deepEqual(
    readers.map(({ file }) => file).filter((file) => !environmentReaders.includes(file)),
    [],
  );
});

test('no file waits for itself to load', () => {
  const loads = (imports: readonly Import[]) => imports.flatMap(({ file, isType }) => (isType ? [] : (file ?? [])));
  const importsOf = new Map(product.map(({ file, imports }) => [file, loads(imports)]));
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (way.includes(file) || finished.has(file)) return;
    for (const next of importsOf.get(file) ?? []) visit(next, [...way, file]);
    finished.add(file);
  };
  for (const file of importsOf.keys()) visit(file, []);
  assert.deepEqual(circles, []);
});

test('every file is reached from a command', () => {
  const importsOf = new Map(product.map(({ file, imports }) => [file, imports.flatMap(({ file: to }) => to ?? [])]));
  const reached = new Set(starts);
  for (const file of reached) for (const next of importsOf.get(file) ?? []) reached.add(next);
  assert.deepEqual(
    product.map(({ file }) => file).filter((file) => !reached.has(file)),
    [],
  );
});

test('every file opens with a line that says what comes in and what goes out', () => {
  const ours = sourceFiles(
    'packages/*/{src,testing}/**/*.{ts,tsx}',
    'tests/**/*.ts',
    'scripts/**/*.ts',
    'data/**/*.ts',
  );
  const silent = ours.filter(({ file, text }) => !file.endsWith('.test.ts') && !/^(#!.*\n)?\/\/ \S.{15}/.test(text));
  assert.deepEqual(
    silent.map(({ file }) => file),
    [],
  );
});

test('files are at most 500 lines', () => {
  const long = sourceFiles('{packages,tests,scripts,bench,data}/**/*.{ts,tsx}').filter(
    ({ text }) => 500 < text.trimEnd().split('\n').length && !/^\/\/ .* Made by \S+: not edited by hand\.\n/.test(text),
  );
  assert.deepEqual(
    long.map(({ file }) => file),
    [],
  );
});

test('files and folders are named for what they hold', () => {
  const places = globSync('{packages,tests,scripts,bench,data,cases}/**', {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  });
  assert.deepEqual(
    places.filter((place) => wordlessNames.test(place)),
    [],
  );
});

function broken(
  among: readonly SourceFile[],
  complaintOf: (file: SourceFile, imported: Import) => string | undefined,
): readonly string[] {
  return among.flatMap((file) =>
    file.imports.flatMap((imported) => {
      const complaint = complaintOf(file, imported);
      return complaint === undefined ? [] : `${file.file}:${imported.line} ${imported.specifier} ${complaint}`;
    }),
  );
}

function packageOf(room: string): string {
  return room.split('/')[0] ?? '';
}

function workspaceOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
