// For tests: an application of the founding case and the bytes of a document in, the application vetted with the document out.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeDocuments } from '../take-documents.ts';
import { vetApplication, type Vetting } from '../vet-application.ts';
import type { PlayedFolder } from './played-folder.ts';

/** Begins as a PDF does: nobody reads further here. */
export const invented = (text: string): Uint8Array => Buffer.from(`%PDF-1.4 ${text}`);

export async function vetWithDocument(
  folder: PlayedFolder,
  file: string,
  bytes: Uint8Array,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Vetting> {
  const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-document-'));
  try {
    await writeFile(path.join(stage, 'certificate.pdf'), bytes);
    const document = {
      file: 'certificate.pdf',
      kind: 'full-register-certificate',
      issuer: '見本法務局',
      issuedOn: '2016-11-01',
    };
    const value = { ...(await folder.application(file)), documents: [document], ...changes };
    const { application, taken } = await takeDocuments(value, stage);
    return await vetApplication(application, folder.parts, taken);
  } finally {
    await rm(stage, { recursive: true });
  }
}
