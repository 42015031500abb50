// Every kind of entry in, whether the page of the record tells of it and something seals it out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { entryKinds } from '@sekisho/engine/model/record-entry.ts';
import { root, sourceFiles } from './house/source-file.ts';

const rows = readFileSync(path.join(root, 'docs/record.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'));
const told = new Set(
  rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind)),
);
const product = sourceFiles('packages/server/src/**/*.ts').filter(({ isTest }) => !isTest);

for (const kind of entryKinds) {
  test(`docs/record.md tells what ${kind} seals`, () => {
    assert.ok(told.has(kind));
  });

  test(`${kind} is sealed somewhere`, () => {
    assert.ok(product.some(({ text }) => new RegExp(`seal\\(\\s*'${kind}',`).test(text)));
  });
}
