// The lockfile in, what must not be in it out: unknown licences, install scripts, addresses of one registry.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { lockedPackages, thirdPartyPage } from '../scripts/third-party.ts';
import { root } from './house/source-file.ts';

const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unicode-3.0',
];
const packages = lockedPackages();

test('every package has a licence we can keep', () => {
  // of a choice, `(MIT OR CC0-1.0)`, one is enough
  const isAllowed = (license: string) =>
    license.split(' OR ').some((one) => allowedLicences.includes(one.replaceAll(/[()]/g, '')));
  const others = packages.filter(({ license = 'none' }) => !isAllowed(license));
  assert.deepEqual(
    others.map(({ name, license }) => `${name} ${license}`),
    [],
  );
});

test('what is installed says the same licence as the lockfile', () => {
  const needed = packages.filter(({ isForDevelopment, isOptional }) => !isForDevelopment && !isOptional);
  assert.ok(0 < needed.length);
  for (const { place, name, license, version } of needed) {
    const installed: unknown = JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8'));
    assert.partialDeepStrictEqual(installed, { name, license, version });
  }
});

test('no package runs a script when it is installed', () => {
  const running = packages.filter(({ hasInstallScript }) => hasInstallScript);
  assert.deepEqual(
    running.map(({ name }) => name),
    [],
  );
});

test('every package is pinned by its hash, and by no address', () => {
  const loose = packages.filter(
    ({ integrity, resolved }) => !integrity?.startsWith('sha512-') || resolved !== undefined,
  );
  assert.deepEqual(
    loose.map(({ name, resolved }) => `${name} ${resolved}`),
    [],
  );
});

test('everything that a package may need is in the lockfile: npm 11 installs from no other', () => {
  const places = new Set(packages.map(({ place }) => place));
  const missing = packages.flatMap(({ place, needs }) =>
    needs
      .filter((name) => !waysUp(place).some((folder) => places.has(`${folder}node_modules/${name}`)))
      .map((name) => `${name} for ${place}`),
  );
  assert.deepEqual(missing, []);
});

test('dependencies of every package.json are exact versions', () => {
  const manifests = ['.', 'packages/engine', 'packages/sources', 'packages/server'];
  const loose = manifests.flatMap((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries((manifest[kind] ?? {}) as Record<string, string>),
    );
    return named
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map((pair) => `${folder}: ${pair.join(' ')}`);
  });
  assert.deepEqual(loose, []);
});

test('THIRD-PARTY.md is what scripts/third-party.ts makes of it', () => {
  assert.equal(readFileSync(path.join(root, 'THIRD-PARTY.md'), 'utf8'), thirdPartyPage());
});

/** Where Node looks for what a package imports: below it, and below each folder above it. */
function waysUp(place: string): readonly string[] {
  const folders = place.split('/');
  return folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/`).concat('');
}
