// Nothing in; the interface built into dist/ out.
import path from 'node:path';
import { build } from 'vite';

/** Builds the interface once. @param logLevel of Vite's own words. */
export async function buildInterface(logLevel: 'silent' | 'error' | 'info' = 'error'): Promise<void> {
  const configFile = path.join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, root: import.meta.dirname, logLevel });
}
