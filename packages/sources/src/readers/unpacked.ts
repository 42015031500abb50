// A file that may be packed in, what is read of its content out; nothing unpacked is left behind.
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { openFile } from './open-file.ts';
import { unpackOnly, type UnpackSettings } from './unpack-only.ts';

/**
 * Whether it is packed is told from its first bytes, not from its name; problems name the file as it was given.
 * @throws Problem as `unpackOnly` and `read` do.
 */
export async function* readUnpacked<T>(
  file: SourceFile,
  list: string,
  settings: UnpackSettings,
  read: (file: SourceFile) => AsyncIterable<T>,
): AsyncGenerator<T> {
  if (!(await isZip(file, { list, file: file.name }))) {
    yield* read(file);
    return;
  }
  const unpacked = await unpackOnly(file, list, settings);
  try {
    yield* read({ name: file.name, path: unpacked.path });
  } finally {
    await unpacked.remove();
  }
}

async function isZip(file: SourceFile, where: FileOfList): Promise<boolean> {
  const { handle } = await openFile(file.path, where);
  try {
    const start = new Uint8Array(2);
    await handle.read(start, 0, 2, 0);
    return start[0] === 0x50 && start[1] === 0x4b;
  } finally {
    await handle.close();
  }
}
