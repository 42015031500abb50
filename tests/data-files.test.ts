// The files of data/ in, those that cannot be read or do not say where they come from out. What they mean, each room checks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readYaml } from '@sekisho/engine/reference/data-table.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { checkoutFiles } from './house/checkout.ts';
import { root } from './house/source-file.ts';

/** Words by which a file says where its content is from; messages are our own words. */
const saysItsSource = /\b(sources?|references?)\b|\bmade by\b|\bown table\b|\bby hand\b|https?:\/\//i;

const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const places = 'data/**';

test('only kinds of file that are known stand in data/', () => {
  const others = checkoutFiles(`${places}/*`).filter((file) => !/\.(tsv|yml|json|ts|txt|md)$/.test(file));
  assert.deepEqual(others, []);
});

for (const file of checkoutFiles(`${places}/*.yml`))
  test(`${file} is YAML`, () => {
    assert.ok(readYaml(referenceFiles, file.replace('data/', '')));
  });

for (const file of checkoutFiles(`${places}/*.json`))
  test(`${file} is JSON`, () => {
    assert.ok(JSON.parse(textOf(file)));
  });

for (const file of checkoutFiles(`${places}/*.tsv`))
  test(`${file} has rows of one width`, () => {
    const rows = textOf(file)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const widths = new Set(rows.map((row) => row.split('\t').length));
    assert.deepEqual([...widths].length, 1, `widths ${[...widths].join(', ')}`);
    assert.ok(1 < rows.length, 'holds nothing below its column names');
  });

for (const file of checkoutFiles(`${places}/*.tsv`, `${places}/*.yml`))
  test(`${file} says where it is from`, () => {
    const text = textOf(file);
    const head = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
    assert.match(file.endsWith('.tsv') ? head : text, saysItsSource);
  });
