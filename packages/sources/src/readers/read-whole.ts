// The path of a file in, its bytes out, when it is no larger than it may be.
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { fileProblem, openFile } from './open-file.ts';

const BLOCK_BYTES = 1 << 16;

/**
 * All bytes of a file of at most `maxBytes`.
 * @param name the file's name without folders, for problems.
 * @throws Problem `file.not-found`, `file.unreadable` with the system's code as `reason` (`EACCES`, `EISDIR`, `EIO`), or
 *   `file.too-large`.
 */
export function readWhole(path: string, name: string, maxBytes: number): Promise<Buffer> {
  return readBytes(path, { file: name }, maxBytes);
}

/** As `readWhole`, with more facts for the problem. */
export async function readBytes(path: string, where: ProblemFacts, maxBytes: number): Promise<Buffer> {
  const { handle, size } = await openFile(path, where);
  try {
    refuseAbove(size, maxBytes, where);
    const blocks: Buffer[] = [];
    let length = 0;
    for (;;) {
      // The size is not believed: a file may grow, or be made while it is read.
      const block = Buffer.alloc(Math.max(BLOCK_BYTES, size - length));
      const { bytesRead } = await handle.read(block, 0, block.length);
      if (bytesRead === 0) return blocks.length === 1 ? (blocks[0] as Buffer) : Buffer.concat(blocks);
      length += bytesRead;
      refuseAbove(length, maxBytes, where);
      blocks.push(block.subarray(0, bytesRead));
    }
  } catch (error) {
    throw fileProblem(error, where);
  } finally {
    await handle.close();
  }
}

function refuseAbove(bytes: number, maxBytes: number, where: ProblemFacts): void {
  if (maxBytes < bytes) throw new Problem('file.too-large', { ...where, bytes, maxBytes });
}
