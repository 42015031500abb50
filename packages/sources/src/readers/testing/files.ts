// For tests: bytes in, a file on the disk for the length of a test out; and the sample files beside an importer.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import type { SourceFile } from '../../importer.ts';

export function temporaryFile(context: TestContext, name: string, content: string | Uint8Array): SourceFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-sources-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = { name, path: path.join(folder, name) };
  writeFileSync(file.path, content);
  return file;
}

export function sampleFiles(folder: URL): SourceFile[] {
  return filesIn(fileURLToPath(folder));
}

export function filesIn(folder: string): SourceFile[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, path: path.join(folder, name) }));
}
