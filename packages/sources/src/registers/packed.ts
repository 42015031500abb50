// A file in, whether it is a zip file by its first bytes out: publishers hand out the same file packed and unpacked.
import type { SourceFile } from '../importer.ts';
import { fileProblem, openFile } from '../readers/open-file.ts';

/** @throws Problem as `openFile` does. */
export async function isZip(file: SourceFile, list: string): Promise<boolean> {
  const where = { list, file: file.name };
  const { handle } = await openFile(file.path, where);
  try {
    const start = new Uint8Array(4);
    await handle.read(start, 0, start.length, 0);
    return start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03 && start[3] === 0x04;
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}
