import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decodeText, type Encoding } from './encodings.ts';
import { temporaryFile } from './testing/files.ts';
import { all, assertProblem } from './testing/problems.ts';
import { readText, readTextBlocks } from './text-file.ts';

const where = { list: 'invented', file: 'list.txt' };
const bytes = (...values: number[]) => Uint8Array.from(values);
const latin = (text: string) => Buffer.from(text, 'latin1');

const readable: readonly { name: string; bytes: Uint8Array; candidates: readonly Encoding[]; text: string }[] = [
  { name: 'UTF-8', bytes: Buffer.from('東京é'), candidates: ['utf-8'], text: '東京é' },
  { name: 'UTF-8 with a mark', bytes: Buffer.from('\uFEFF東京'), candidates: ['shift_jis'], text: '東京' },
  {
    name: 'UTF-16 LE with a mark',
    bytes: Buffer.from('\uFEFF東京\n', 'utf16le'),
    candidates: ['utf-8'],
    text: '東京\n',
  },
  { name: 'UTF-16 BE with a mark', bytes: bytes(0xfe, 0xff, 0x67, 0x71), candidates: ['utf-8'], text: '東' },
  { name: 'Shift_JIS', bytes: bytes(0x93, 0x8c, 0x8b, 0x9e), candidates: ['utf-8', 'shift_jis'], text: '東京' },
  {
    name: 'NEC and IBM extensions of cp932',
    bytes: bytes(0x87, 0x40, 0xfa, 0xb1, 0x81, 0x60),
    candidates: ['shift_jis'],
    text: '①﨑～',
  },
  { name: 'windows-1252', bytes: latin('caf\xe9 \x80 \x93'), candidates: ['utf-8', 'windows-1252'], text: 'café € “' },
];
for (const { name, bytes: content, candidates, text } of readable)
  test(`decodes ${name}`, () => assert.equal(decodeText(content, candidates, where).text, text));

const unreadable: readonly { name: string; bytes: Uint8Array; candidates: readonly Encoding[]; line: number }[] = [
  { name: 'Latin-1 taken for UTF-8', bytes: latin('a\nb\ncaf\xe9\nd'), candidates: ['utf-8'], line: 3 },
  {
    name: 'a Shift_JIS character cut in half',
    bytes: bytes(0x41, 0x0a, 0x93, 0x0a),
    candidates: ['shift_jis'],
    line: 2,
  },
  { name: 'a byte that windows-1252 does not have', bytes: latin('a\n\x81'), candidates: ['windows-1252'], line: 2 },
  { name: 'UTF-16 without a mark', bytes: Buffer.from('ab\nc', 'utf16le'), candidates: ['utf-8'], line: 1 },
  {
    name: 'a lone UTF-16 surrogate',
    bytes: bytes(0xff, 0xfe, 0x0a, 0, 0, 0xd8, 0x41, 0),
    candidates: ['utf-8'],
    line: 2,
  },
];
for (const { name, bytes: content, candidates, line } of unreadable)
  test(`refuses ${name} and names the line`, () =>
    assertProblem(() => decodeText(content, candidates, where), 'file.encoding', { ...where, line }));

test('a large file is the same in blocks, with the number of each first line', async (context) => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `第${index}行 ${'x'.repeat(index % 50)}`);
  const text = `${lines.join('\r\n')}\r\n`;
  const file = temporaryFile(context, 'large.txt', text);
  const blocks = await all(readTextBlocks(file, 'invented', ['utf-8']));
  assert.ok(blocks.length > 2);
  assert.equal(blocks.map((block) => block.text).join(''), text);
  for (const { firstLine, text: start } of blocks) assert.ok(start.startsWith(`第${firstLine - 1}行`));
  assert.equal(blocks.at(-1)?.share, 1);
});

test('UTF-16 is cut at line ends, not at bytes that look like them', async (context) => {
  const text = 'ਊ\u0A0A\u010A line\n'.repeat(150_000);
  const file = temporaryFile(context, 'utf16.txt', Buffer.from(`\uFEFF${text}`, 'utf16le'));
  assert.equal(await readText(file, 'invented', ['utf-8'], 1e8), text);
});

test('the encoding is told from the first block that is not ASCII, and stays', async (context) => {
  const ascii = `${'plain line\n'.repeat(100_000)}`;
  const shiftJis = temporaryFile(context, 'sjis.txt', Buffer.concat([Buffer.from(ascii), bytes(0x93, 0x8c, 0x0a)]));
  assert.equal(await readText(shiftJis, 'invented', ['utf-8', 'shift_jis'], 1e8), `${ascii}東\n`);
  const mixed = Buffer.concat([Buffer.from(`é\n${ascii}`), latin('caf\xe9\n')]);
  await assertProblem(
    () => readText(temporaryFile(context, 'mixed.txt', mixed), 'invented', ['utf-8', 'windows-1252'], 1e8),
    'file.encoding',
    { list: 'invented', file: 'mixed.txt', line: 100_002 },
  );
});

test('a Ctrl-Z at the end is dropped', async (context) => {
  assert.equal(
    await readText(temporaryFile(context, 'dos.txt', 'a\r\nb\r\n\x1a'), 'invented', ['utf-8'], 100),
    'a\r\nb\r\n',
  );
});

test('what is no list says so', async (context) => {
  const read = (name: string, content: string) =>
    readText(temporaryFile(context, name, content), 'invented', ['utf-8'], 100);
  await assertProblem(() => read('empty.csv', ''), 'file.unexpected', { file: 'empty.csv', reason: 'it is empty' });
  await assertProblem(() => read('page.csv', '\n<!DOCTYPE html><html>404'), 'file.unexpected', {
    reason: 'it is a web page, not the list',
  });
  await assertProblem(() => read('large.csv', 'x'.repeat(101)), 'file.too-large', { bytes: 101, maxBytes: 100 });
  await assertProblem(
    () => readText({ name: 'gone.csv', path: '/nowhere/gone.csv' }, 'invented', ['utf-8'], 100),
    'file.not-found',
    { list: 'invented', file: 'gone.csv' },
  );
});

test('any text comes back from UTF-8 and UTF-16', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF') && text !== '');
      assert.equal(decodeText(Buffer.from(text), ['utf-8'], where).text, text);
      assert.equal(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'), ['utf-8'], where).text, text);
    }),
  );
});
