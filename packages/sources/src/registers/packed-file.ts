// A file in, whether it is packed as a zip out: by its first bytes, whatever its name says.
import type { SourceFile } from '../importer.ts';
import { openFile } from '../readers/open-file.ts';

const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');

/** @throws Problem `file.not-found`, `file.unreadable`. */
export async function isZip(file: SourceFile, list: string): Promise<boolean> {
  const { handle } = await openFile(file.path, { list, file: file.name });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SIGNATURE.length), 0, SIGNATURE.length, 0);
    return bytesRead === SIGNATURE.length && buffer.equals(SIGNATURE);
  } finally {
    await handle.close();
  }
}
