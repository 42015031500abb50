// The file of an export in, the record that stands in it out: read strictly, and to the closing line.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Checkpoint, OpenEntry, Receipt } from '@sekisho/engine/model/record-entry.ts';
import { EXPORT_FORMAT } from './export-record.ts';
import { codeOf } from './new-file.ts';
import { exportLineShapes, readLines, valueOfLine, type ExportLines } from './record-lines.ts';
import { keyIdOf } from './signing-key.ts';

export interface ExportedRecord {
  readonly recordId: string;
  readonly exportedAt: Instant;
  readonly publicKeys: ReadonlyMap<string, Uint8Array>;
  readonly checkpoints: readonly Checkpoint[];
  readonly receipts: readonly Receipt[];
  /** Where a part of a record begins. */
  readonly from?: { readonly sequence: number; readonly previous: string };
  /** Read from the file anew each time. To be read to the end: a file that was cut off is noticed there. */
  readonly entries: AsyncIterable<OpenEntry>;
}

/**
 * Opens an export.
 * @throws Problem `file.not-found`, `file.unreadable`, or `record.unreadable` with the line and the reason, here or from `entries`:
 *   a line that is not canonical JSON of a line of an export, one out of order, a format this program does not know, a
 *   missing or wrong closing line.
 */
export async function readExport(file: string): Promise<ExportedRecord> {
  let header: ExportLines['sekishoRecord'] | undefined;
  const publicKeys = new Map<string, Uint8Array>();
  const checkpoints: Checkpoint[] = [];
  const receipts: Receipt[] = [];
  for await (const line of exportLines(file)) {
    if (line.kind === 'sekishoRecord') header = line.value;
    else if (line.kind === 'checkpoint') checkpoints.push(line.value);
    else if (line.kind === 'receipt') receipts.push(line.value);
    else if (line.kind === 'publicKey') {
      const spki = Buffer.from(line.value, 'base64');
      publicKeys.set(keyIdOf(spki), spki);
    } else break;
  }
  if (!header) throw new Problem('record.unreadable', { file, line: 1, reason: 'is not an export of a record' });
  const signers = new Set([...checkpoints, ...receipts.map(({ checkpoint }) => checkpoint)].map(({ keyId }) => keyId));
  for (const keyId of publicKeys.keys())
    if (!signers.has(keyId))
      throw new Problem('record.unreadable', { file, reason: 'a public key signed nothing', keyId });
  const { recordId, exportedAt, from } = header;
  return {
    recordId,
    exportedAt,
    publicKeys,
    checkpoints,
    receipts,
    ...(from && { from }),
    entries: { [Symbol.asyncIterator]: () => entriesIn(file) },
  };
}

type ExportLine = {
  [Kind in keyof ExportLines]: { readonly kind: Kind; readonly value: ExportLines[Kind] };
}[keyof ExportLines];

async function* entriesIn(file: string): AsyncGenerator<OpenEntry, void> {
  for await (const line of exportLines(file)) if (line.kind === 'entry') yield line.value;
}

const kindsInOrder = ['sekishoRecord', 'publicKey', 'checkpoint', 'receipt', 'entry', 'end'] as const;

/** The lines with their kinds, in an order that makes an export, closed by one that counts them. */
async function* exportLines(file: string): AsyncGenerator<ExportLine, void> {
  const counts = { publicKeys: 0, checkpoints: 0, receipts: 0, entries: 0 };
  let stage = 0;
  let number = 0;
  const fail = (reason: string): never => {
    throw new Problem('record.unreadable', { file, line: number, reason });
  };
  const unfinished = (line: { readonly number: number }): never => {
    number = line.number;
    return fail('the line is cut off');
  };
  try {
    for await (const { number: current, text } of readLines(file, 0, unfinished)) {
      number = current;
      if (stage === kindsInOrder.length - 1) fail('something follows the closing line');
      const line = exportLine(text, { file, line: number });
      const place = kindsInOrder.indexOf(line.kind);
      if (place < stage || (place === 0) !== (number === 1)) fail(`a line "${line.kind}" does not stand here`);
      stage = place;
      if (line.kind === 'sekishoRecord' && line.value.format !== EXPORT_FORMAT)
        fail(`format ${line.value.format} is not known; this program knows ${EXPORT_FORMAT}`);
      if (line.kind === 'publicKey') counts.publicKeys++;
      if (line.kind === 'checkpoint') counts.checkpoints++;
      if (line.kind === 'receipt') counts.receipts++;
      if (line.kind === 'entry') counts.entries++;
      if (line.kind === 'end') {
        for (const kind of ['publicKeys', 'checkpoints', 'receipts', 'entries'] as const)
          if (line.value[kind] !== counts[kind])
            fail(`the closing line counts ${line.value[kind]} ${kind}; there are ${counts[kind]}`);
      }
      yield line;
    }
  } catch (error) {
    if (codeOf(error) === '') throw error;
    const code = codeOf(error) === 'ENOENT' ? 'file.not-found' : 'file.unreadable';
    throw new Problem(code, { file, reason: codeOf(error) }, { cause: error });
  }
  if (stage < kindsInOrder.length - 1) fail('the file ends without its closing line: it is cut off');
}

function exportLine(text: string, facts: { readonly file: string; readonly line: number }): ExportLine {
  const kind = kindsInOrder.find((name) => text.startsWith(`{"${name}":`) && text.endsWith('}'));
  if (!kind) throw new Problem('record.unreadable', { ...facts, reason: 'is not a line of an export' });
  const value = valueOfLine(text.slice(kind.length + 4, -1), exportLineShapes[kind], facts);
  return { kind, value } as ExportLine;
}
