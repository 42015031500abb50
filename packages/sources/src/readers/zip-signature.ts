// A file that should be a zip in, nothing out when it begins like one.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../importer.ts';
import type { FileOfList } from './file-of-list.ts';
import { fileProblem, openFile } from './open-file.ts';
import { refuseWebPage } from './text-file.ts';

/** Whether a file begins as a zip does. @throws Problem as `openFile` does. */
export async function hasZipSignature(file: SourceFile): Promise<boolean> {
  const where = { file: file.name };
  const { handle } = await openFile(file.path, where);
  try {
    const start = new Uint8Array(2);
    await handle.read(start, 0, start.length, 0);
    return start[0] === 0x50 && start[1] === 0x4b;
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}

/**
 * `PK` begins every zip file; an error page saved under its name does not.
 * @throws Problem `file.unexpected` for anything else, and as `openFile` does.
 */
export async function refuseNoZip(file: SourceFile, where: FileOfList, reason: string): Promise<void> {
  const { handle } = await openFile(file.path, where);
  try {
    const start = new Uint8Array(2000);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    if (start[0] === 0x50 && start[1] === 0x4b) return;
    refuseWebPage(new TextDecoder().decode(start.subarray(0, bytesRead)), where);
    throw new Problem('file.unexpected', { ...where, reason });
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}
