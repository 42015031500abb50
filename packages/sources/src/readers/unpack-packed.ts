// A file that may be packed (.gz, .zst, a .zip of one file) in, what it holds as a file of its own out.
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { SourceFile } from '../importer.ts';
import yauzl from 'yauzl';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem, openFile } from './open-file.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { unpackOnly, type UnpackedFile } from './unpack-only.ts';
import { writeLimited } from './write-limited.ts';

/** What a program or a server puts after the name of a file that it packs. */
const packings = /\.(?:gz|gzip|zst|zstd|zip)$/i;

/**
 * Text of lists packs to a tenth, JSON with much repetition by zstd to a thirtieth. The largest list known, a whole
 * collection in FollowTheMoney, has some gigabytes.
 */
const limits = { maxEntries: 100, maxBytes: 64 * 1024 ** 3, maxRatio: 200 };

/** `sdn.csv` of `sdn.csv.gz`: the name that the patterns of a source are held against. */
export function nameWithoutPacking(name: string): string {
  return name.replace(packings, '');
}

/**
 * What a packed file holds, told from its first bytes and not from its name, in the machine's temporary folder; undefined
 * for a file that is not packed, or a document that is a zip itself (.xlsx, .ods). Its name is that of the packed file
 * without the ending of the packing; of a zip whose name tells no more (`list.zip`), that of the file inside.
 * @throws Problem `file.unreadable` (cut off, damaged, encrypted), `file.unexpected` for a zip of none or several files,
 *   `file.too-large`, and as `openFile` does.
 */
export async function unpackPacked(file: SourceFile, list: string): Promise<UnpackedFile | undefined> {
  const where: FileOfList = { list, file: file.name };
  const { packing, size } = await packingOf(file, where);
  if (packing === undefined) return undefined;
  const bare = nameWithoutPacking(file.name);
  if (packing === 'zip') {
    const unpacked = await unpackOnly(file, list, limits);
    return { ...unpacked, name: path.extname(bare) === '' ? unpacked.name : bare };
  }
  const folder = await temporaryFolder(where);
  const remove = () => rm(folder, { recursive: true, force: true });
  const unpacked = path.join(folder, 'unpacked');
  const packed = createReadStream(file.path);
  const unpacking = packing === 'gzip' ? createGunzip() : createZstdDecompress();
  packed.on('error', (error) => unpacking.destroy(error));
  // it can fail before anybody reads from it: who reads then is told as well
  unpacking.on('error', () => undefined);
  try {
    await writeLimited(packed.pipe(unpacking), unpacked, size, limits, where);
    return { name: bare, path: unpacked, remove };
  } catch (error) {
    await remove();
    throw fileProblem(error, where);
  } finally {
    packed.destroy();
    unpacking.destroy();
  }
}

type Packing = 'gzip' | 'zstd' | 'zip';

/** The bytes with which the formats begin: RFC 1952, RFC 8878, and a zip's first entry. */
const signatures: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

/**
 * How a file is packed, told from its first bytes; undefined for one that is not, or a document that is a zip itself.
 * @throws Problem as `openFile` does, `file.unreadable`.
 */
export async function packingOf(
  file: SourceFile,
  where: FileOfList,
): Promise<{ readonly packing: Packing | undefined; readonly size: number }> {
  const { handle, size } = await openFile(file.path, where);
  try {
    const start = new Uint8Array(4);
    await handle.read(start, 0, start.length, 0);
    const [packing] = signatures.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte)) ?? [];
    return { packing: packing === 'zip' && (await isDocument(file)) ? undefined : packing, size };
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}

/** Office Open XML has a list of its parts, OpenDocument its type, as an entry of that name. */
async function isDocument(file: SourceFile): Promise<boolean> {
  const zip = await yauzl.openPromise(file.path, { autoClose: false });
  try {
    for await (const { fileName } of zip.eachEntry())
      if (fileName === '[Content_Types].xml' || fileName === 'mimetype') return true;
    return false;
  } finally {
    zip.close();
  }
}
