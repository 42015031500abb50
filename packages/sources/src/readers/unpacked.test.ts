import assert from 'node:assert/strict';
import test from 'node:test';
import { crc32 } from 'node:zlib';
import { temporaryFile } from './testing/files.ts';
import { all, assertProblem } from './testing/problems.ts';
import { readTextBlocks } from './text-file.ts';
import { readUnpacked } from './unpacked.ts';

const settings = { extension: 'csv', maxBytes: 1 << 20, maxRatio: 100, maxEntries: 4 };
const content = 'a,b\n1,2\n';

for (const [what, name, bytes] of [
  ['a file as it is', 'list.csv', Buffer.from(content)],
  ['a packed file', 'list.zip', zipOf('inner.csv', content)],
  ['a packed file whose name does not say so', 'list.csv', zipOf('inner.csv', content)],
  ['a file as it is whose name says that it is packed', 'list.zip', Buffer.from(content)],
] as const)
  test(`${what} is read`, async (context) => {
    const file = temporaryFile(context, name, bytes);
    const read = (unpacked: typeof file) => {
      assert.equal(unpacked.name, name);
      return readTextBlocks(unpacked, 'a-list', ['utf-8']);
    };
    const blocks = await all(readUnpacked(file, 'a-list', settings, read));
    assert.equal(blocks.map(({ text }) => text).join(''), content);
  });

test('a zip without such a file is refused, and so is a file that is not there', async (context) => {
  const read = (file: { name: string; path: string }) => readTextBlocks(file, 'a-list', ['utf-8']);
  const file = temporaryFile(context, 'list.zip', zipOf('readme.md', content));
  await assertProblem(() => all(readUnpacked(file, 'a-list', settings, read)), 'file.unexpected', { file: 'list.zip' });
  const absent = { name: 'list.zip', path: `${file.path}.absent` };
  await assertProblem(() => all(readUnpacked(absent, 'a-list', settings, read)), 'file.not-found');
});

/** A zip file of one entry that is stored as it is. */
function zipOf(name: string, text: string): Buffer {
  const bytes = Buffer.from(text);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(bytes.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), bytes]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
