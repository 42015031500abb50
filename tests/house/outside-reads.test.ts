// Lines of TypeScript in, what each reads from outside its arguments out: the wall test is only as good as this scan.
import assert from 'node:assert/strict';
import test from 'node:test';
import { outsideReads } from './outside-reads.ts';
import { parseSource } from './source-file.ts';

const cases: readonly { code: string; reads: readonly string[] }[] = [
  { code: 'const a = Date.now()', reads: ['clock'] },
  { code: 'const a = new Date()', reads: ['clock'] },
  { code: 'const a = new Date', reads: ['clock'] },
  { code: 'const a = Date()', reads: ['clock'] },
  { code: 'const a = performance.now()', reads: ['timers'] },
  { code: 'const a = new Date(text).toISOString()', reads: [] },
  { code: 'const a = Date.UTC(2016, 10, 14)', reads: [] },
  { code: 'const a = new Date(2016, 10, 14)', reads: ['locale'] },
  { code: 'const a = new Date(text).getFullYear()', reads: ['locale'] },
  { code: 'const a = new Date(text).getUTCFullYear()', reads: [] },
  { code: 'const a = Math.random()', reads: ['randomness'] },
  { code: 'const a = crypto.randomUUID()', reads: ['randomness'] },
  { code: "const a = process.env['X']", reads: ['environment'] },
  { code: 'const a = Buffer.from(text)', reads: ['node'] },
  { code: 'const a = process.platform', reads: ['machine'] },
  { code: 'const { env } = process', reads: ['machine'] },
  { code: 'const a = { process }', reads: ['machine'] },
  { code: 'const a = globalThis.process', reads: ['machine'] },
  { code: 'const a = row.process', reads: [] },
  { code: "const a = { process: '01' }", reads: [] },
  { code: 'interface Row { readonly process: string }', reads: [] },
  { code: 'function f({ process }: Row) { return process }', reads: [] },
  { code: 'function f(process: string) { return process }; const a = process.pid', reads: ['machine'] },
  { code: 'const a = await fetch(url)', reads: ['network'] },
  { code: 'setTimeout(f, 1)', reads: ['timers'] },
  { code: "const a = new URL('x', import.meta.url)", reads: ['machine'] },
  { code: 'const a = names.sort((x, y) => x.localeCompare(y))', reads: ['locale'] },
  { code: "const a = x.localeCompare(y, 'en')", reads: [] },
  { code: 'const a = name.toLocaleLowerCase()', reads: ['locale'] },
  { code: 'const a = new Intl.Collator()', reads: ['locale'] },
  { code: "const a = new Intl.Collator('ja')", reads: [] },
  { code: "// Date.now() in a comment\nconst a = 'process.env'", reads: [] },
];

for (const { code, reads } of cases)
  test(code, () => {
    const found = outsideReads(parseSource('case.ts', code).tree).map(({ outside }) => outside);
    assert.deepEqual(found, reads);
  });
