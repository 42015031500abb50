// Receipts in, a file of them out, to be kept away from the record; and that file in, the receipts and keys out.
import { open } from 'node:fs/promises';
import Type from 'typebox';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Receipt } from '@sekisho/engine/model/record-entry.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { codeOf } from './new-file.ts';
import { PublicKeyShape, readLines, ReceiptShape, valueOfLine } from './record-lines.ts';
import { keyIdOf } from './signing-key.ts';

const LineShape = Type.Object({ publicKey: PublicKeyShape, receipt: ReceiptShape }, { additionalProperties: false });

export interface KeptReceipts {
  readonly receipts: readonly Receipt[];
  readonly publicKeys: ReadonlyMap<string, Uint8Array>;
}

/**
 * Appends receipts, each on a line with the key it was signed with. On the disk when this returns.
 * @param publicKeys SPKI in DER by key id.
 * @throws Problem `file.unreadable` when the file cannot be written, `record.key` when the key of one is not there.
 */
export async function appendReceipts(
  file: string,
  receipts: readonly Receipt[],
  publicKeys: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const lines = receipts.map((receipt) => {
    const { keyId } = receipt.checkpoint;
    const publicKey = publicKeys.get(keyId);
    if (!publicKey)
      throw new Problem('record.key', { reason: 'a receipt was signed with a key that is not here', keyId });
    return `${canonicalJson({ publicKey: Buffer.from(publicKey).toString('base64'), receipt })}\n`;
  });
  try {
    const handle = await open(file, 'a', 0o644);
    try {
      await handle.appendFile(lines.join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Problem('file.unreadable', { file, reason: codeOf(error) }, { cause: error });
  }
}

/** @throws Problem `file.not-found`, `file.unreadable`, `record.unreadable` with the line. */
export async function readReceipts(file: string): Promise<KeptReceipts> {
  const receipts: Receipt[] = [];
  const publicKeys = new Map<string, Uint8Array>();
  const cutOff = (line: { readonly number: number }): never => {
    throw new Problem('record.unreadable', { file, line: line.number, reason: 'the line is cut off' });
  };
  try {
    for await (const { number, text } of readLines(file, 0, cutOff)) {
      const { receipt, publicKey } = valueOfLine(text, LineShape, { file, line: number });
      const spki = Buffer.from(publicKey, 'base64');
      publicKeys.set(keyIdOf(spki), spki);
      receipts.push(receipt);
    }
  } catch (error) {
    if (codeOf(error) === '') throw error;
    const code = codeOf(error) === 'ENOENT' ? 'file.not-found' : 'file.unreadable';
    throw new Problem(code, { file, reason: codeOf(error) }, { cause: error });
  }
  return { receipts, publicKeys };
}
