// The built interface in, whether what a first visit loads is small enough out.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildUiWhenNeeded } from '../../scripts/build-ui.ts';
import { root } from '../house/source-file.ts';

const MOST_BYTES = 300_000;
const dist = path.join(root, 'packages/ui/dist');

test('the first visit loads at most 300 kB, compressed, with the largest language', async () => {
  await buildUiWhenNeeded();
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
  assert.ok(2 < first.length);
  const bytes = (file: string) => gzipSync(readFileSync(path.join(dist, file))).length;
  const loaded = [...new Set(first)].reduce((sum, file) => sum + bytes(file), Buffer.byteLength(page));
  const languages = ['id', 'en', 'zh', 'ja', 'ar', 'fr'].map((tag) =>
    globSync(`assets/${tag}-*.js`, { cwd: dist }).reduce((sum, file) => sum + bytes(file), 0),
  );
  const total = loaded + Math.max(...languages);
  assert.ok(total <= MOST_BYTES, `${total} bytes`);
});

test('no script and no style stands in the page, which the content policy would refuse', () => {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  assert.doesNotMatch(page, /<style|<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
});
