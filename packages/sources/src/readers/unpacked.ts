// A file that may be packed in, what is read of its content out; nothing unpacked is left behind.
import type { SourceFile } from '../importer.ts';
import { unpackOnly, type UnpackSettings } from './unpack-only.ts';
import { packingOf } from './unpack-packed.ts';

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
  const { packing } = await packingOf(file, { list, file: file.name });
  if (packing !== 'zip') {
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
