// The folder of the project in, the files that belong to it out: without what is installed, made or imported.
import { globSync } from 'node:fs';
import { root } from './source-file.ts';

const notOurs = new Set(['.git', 'node_modules', 'sekisho-data', 'out', 'dist']);

/** The files below the root, with forward slashes, that match one of the patterns; sorted. */
export function checkoutFiles(...patterns: readonly string[]): readonly string[] {
  return globSync(patterns, { cwd: root, withFileTypes: true, exclude: ({ name }) => notOurs.has(name) })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort();
}
